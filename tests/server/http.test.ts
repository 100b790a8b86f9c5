import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { codeOf, serving } from './serving.js';

const typename = { query: '{ __typename }' };

/** What `fetch` does not let a caller say: another host, or a body of unknown length. */
function raw(
  url: string,
  options: { method?: string; path?: string; headers?: Record<string, string> },
  body?: Iterable<string>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    asked.on('error', reject);
    for (const part of body ?? []) asked.write(part);
    asked.end();
  });
}

describe('POST /graphql', () => {
  it('answers a question in JSON', async () => {
    const { post } = await serving();
    const response = await post(typename, { 'content-type': 'application/json; charset=utf-8' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/json; charset=latin1',
    '',
  ])('refuses a body that is "%s": a page elsewhere could make a browser send it', async (type) => {
    const { url } = await serving();
    const headers = type === '' ? {} : { 'content-type': type };
    const method = 'POST';
    const { status, text } = await raw(`${url}/graphql`, { method, headers }, [
      JSON.stringify({ query: 'mutation { __typename }' }),
    ]);
    expect(status).toBe(415);
    expect(text).toContain('UNSUPPORTED_MEDIA_TYPE');
  });

  it('refuses a compressed body', async () => {
    const { post } = await serving();
    expect((await post(typename, { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('refuses a body of more than 1 MB, said beforehand or not', async () => {
    const { url, post } = await serving();
    const long = await post(`{"query":"${'x'.repeat(1024 * 1024)}"}`);
    expect([long.status, await codeOf(long)]).toEqual([413, 'BODY_TOO_LARGE']);
    const chunked = await raw(
      `${url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      Array.from({ length: 20 }, () => 'x'.repeat(100_000)),
    );
    expect(chunked.status).toBe(413);
  });

  it('refuses several operations at once, and JSON that is none', async () => {
    const { post } = await serving();
    expect((await post([typename, typename])).status).toBe(400);
    expect((await post('{"query":')).status).toBe(400);
  });

  it('refuses a document of very many tokens', async () => {
    const { post } = await serving();
    const response = await post({ query: `{ ${'__typename '.repeat(6_000)} }` });
    expect(await response.text()).toContain('5000 tokens');
  });
});

describe('GET /graphql', () => {
  it('refuses a mutation', async () => {
    const { get, parley } = await serving();
    const response = await get('mutation { appendEvents(input: { events: [] }) { __typename } }');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect((await parley.head()).position).toBe(1);
  });

  it('shows GraphiQL to a browser, with nothing from elsewhere', async () => {
    const { url } = await serving();
    const response = await fetch(`${url}/graphql`, { headers: { accept: 'text/html,*/*' } });
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await response.text();
    expect(page).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="https?:/);
  });
});

describe('other requests', () => {
  it.each([
    ['PUT', '/graphql', 405],
    ['POST', '/health', 405],
    ['GET', '/nowhere', 404],
    ['GET', '/graphql/deeper', 404],
    ['GET', '//evil.example/graphql', 404],
    ['GET', '/%00', 404],
  ])('%s %s is answered %i in JSON', async (method, path, status) => {
    const { url } = await serving();
    const answer = await raw(url, { method, path });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toHaveProperty('errors.0.extensions.code');
  });

  it('addressed to another name are refused while writing is open to this machine', async () => {
    const { url } = await serving();
    const elsewhere = await raw(url, { path: '/health', headers: { host: 'evil.example' } });
    expect(elsewhere.status).toBe(421);
    for (const host of ['localhost:4000', '127.0.0.1', '[::1]:4000', 'parley.localhost'])
      expect((await raw(url, { path: '/health', headers: { host } })).status).toBe(200);
  });
});

describe('pages of other sites', () => {
  const origin = 'https://desk.example';

  it('are told nothing unless their origin is listed', async () => {
    const { get } = await serving();
    const response = await get('{ __typename }', { origin });
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('may ask when it is, without credentials', async () => {
    const { get, url } = await serving({ allowedOrigins: [origin] });
    const response = await get('{ __typename }', { origin });
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('vary')).toContain('Origin');
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
    const preflight = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { origin } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe(
      'Authorization, Content-Type',
    );
    const other = await get('{ __typename }', { origin: 'https://evil.example' });
    expect(other.headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('beside GraphQL', () => {
  it('/ready tells the position, and 503 with the reason once the log is away', async () => {
    const { url, parley } = await serving();
    expect(await (await fetch(`${url}/ready`)).json()).toMatchObject({ position: 1 });
    await parley.close();
    const away = await fetch(`${url}/ready`);
    expect(away.status).toBe(503);
    expect(await away.json()).toMatchObject({ reason: expect.stringContaining('closed') });
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('/schema.graphql is the schema', async () => {
    const { url } = await serving();
    expect(await (await fetch(`${url}/schema.graphql`)).text()).toContain('type Negotiation ');
  });
});
