import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { errorCode, sharedServer, startServer } from './testServer.js';

/** No test here changes its log. */
const server = sharedServer();

const typename = { query: '{ __typename }' };

/** A request that `fetch` cannot make: with another host, or a body of unknown length. */
function raw(
  url: string,
  options: { method?: string; path?: string; headers?: Record<string, string> },
  body?: Iterable<string>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    request.on('error', reject);
    for (const chunk of body ?? []) request.write(chunk);
    request.end();
  });
}

describe('POST /graphql', () => {
  it('answers a query in JSON', async () => {
    const { post } = server();
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
  ])(
    'refuses a body of type "%s", which a page of another site can send without asking',
    async (type) => {
      const { url } = server();
      const headers = type === '' ? {} : { 'content-type': type };
      const method = 'POST';
      const { status, text } = await raw(`${url}/graphql`, { method, headers }, [
        JSON.stringify({ query: 'mutation { __typename }' }),
      ]);
      expect(status).toBe(415);
      expect(text).toContain('UNSUPPORTED_MEDIA_TYPE');
    },
  );

  it('refuses a compressed body', async () => {
    const { post } = server();
    expect((await post(typename, { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it('refuses a body of more than 4 MB, with or without a Content-Length', async () => {
    const { url, post } = server();
    const long = await post(`{"query":"${'x'.repeat(4 * 1024 * 1024)}"}`);
    expect([long.status, await errorCode(long)]).toEqual([413, 'BODY_TOO_LARGE']);
    const chunked = await raw(
      `${url}/graphql`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      Array.from({ length: 50 }, () => 'x'.repeat(100_000)),
    );
    expect(chunked.status).toBe(413);
  });

  it('refuses batches of operations and invalid JSON', async () => {
    const { post } = server();
    expect((await post([typename, typename])).status).toBe(400);
    expect((await post('{"query":')).status).toBe(400);
  });

  it('refuses a document of more than 5,000 tokens', async () => {
    const { post } = server();
    const response = await post({ query: `{ ${'__typename '.repeat(6_000)} }` });
    expect(await response.text()).toContain('5000 tokens');
  });
});

describe('GET /graphql', () => {
  it('refuses a mutation', async () => {
    const { get, parley } = server();
    const response = await get('mutation { appendEvents(input: { events: [] }) { __typename } }');
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect((await parley.head()).position).toBe(1);
  });

  it('shows GraphiQL to a browser and loads nothing from other sites', async () => {
    const { url } = server();
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
    const { url } = server();
    const answer = await raw(url, { method, path });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toHaveProperty('errors.0.extensions.code');
  });

  it('to another host name are refused while anyone on this machine may write', async () => {
    const { url } = server();
    const otherHost = await raw(url, { path: '/health', headers: { host: 'evil.example' } });
    expect(otherHost.status).toBe(421);
    for (const host of ['localhost:4000', '127.0.0.1', '[::1]:4000', 'parley.localhost'])
      expect((await raw(url, { path: '/health', headers: { host } })).status).toBe(200);
  });
});

describe('a page of another site', () => {
  const origin = 'https://desk.example';

  it('may not read responses unless its origin is allowed', async () => {
    const { get } = server();
    const response = await get('{ __typename }', { origin });
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('may read them when it is, without credentials', async () => {
    const { get, url } = await startServer({ allowedOrigins: [origin] });
    const response = await get('{ __typename }', { origin });
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('vary')).toContain('Origin');
    expect(response.headers.has('access-control-allow-credentials')).toBe(false);
    const preflight = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { origin } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe(
      'Authorization, Content-Type, If-None-Match',
    );
    const other = await get('{ __typename }', { origin: 'https://evil.example' });
    expect(other.headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('the other endpoints', () => {
  it('/ready answers with the position, and with 503 and the reason once the log is closed', async () => {
    const { url, parley } = await startServer();
    expect(await (await fetch(`${url}/ready`)).json()).toMatchObject({ position: 1 });
    await parley.close();
    const unavailable = await fetch(`${url}/ready`);
    expect(unavailable.status).toBe(503);
    expect(await unavailable.json()).toMatchObject({ reason: expect.stringContaining('closed') });
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('/schema.graphql answers with the schema', async () => {
    const { url } = server();
    expect(await (await fetch(`${url}/schema.graphql`)).text()).toContain('type Negotiation ');
  });
});
