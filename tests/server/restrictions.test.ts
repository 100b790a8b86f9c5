import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { getIntrospectionQuery, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as generated from '../../src/dashboard/generated/graphql.js';
import { createToken } from '../../src/server/auth/tokens.js';
import { TrustedDocuments } from '../../src/server/graphql/restrictions/trustedDocuments.js';
import { ask, client } from './socketClients.js';
import { errorCode, sharedServer, startServer } from './testServer.js';

const introspection = { query: getIntrospectionQuery() };
const misspelt = '{ negotiation(slug: "a-b") { titel } }';

interface Answer {
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
}
const messageOf = async (response: Response) =>
  ((await response.json()) as Answer).errors?.[0]?.message;

describe('without introspection', () => {
  const server = sharedServer(() => ({ restrictions: { noIntrospection: true } }));

  it.each([
    introspection.query,
    '{ __schema { types { name } } }',
    '{ t: __type(name: "Query") { name } }',
  ])('no question about the schema is answered: %#', async (query) => {
    const { get, post, url } = server();
    expect(await errorCode(await post({ query }))).toBe('INTROSPECTION_DISABLED');
    expect(await errorCode(await get(query))).toBe('INTROSPECTION_DISABLED');
    await expect(ask(client(url), query)).rejects.toMatchObject([
      { extensions: { code: 'INTROSPECTION_DISABLED' } },
    ]);
  });

  it('the schema is served nowhere else, and names of types are still told', async () => {
    const { url, post } = server();
    expect((await fetch(`${url}/schema.graphql`)).status).toBe(404);
    const answer = await post({ query: '{ __typename }' });
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('suggestions', () => {
  const enumValue = {
    query: 'query ($f: NegotiationFilter) { negotiations(filter: $f) { nodes { slug } } }',
    variables: { f: { phase: ['NEGOTIATIN'] } },
  };

  it('name fields and values of the schema, unless they are off', async () => {
    const open = await startServer();
    expect(await messageOf(await open.post({ query: misspelt }))).toMatch(/Did you mean "title"/);
    expect(await messageOf(await open.post(enumValue))).toMatch(/Did you mean/);
  });

  it('are in no error where they are off', async () => {
    const { post, url } = await startServer({ restrictions: { noSuggestions: true } });
    expect(await messageOf(await post({ query: misspelt }))).toBe(
      'Cannot query field "titel" on type "Negotiation".',
    );
    expect(await messageOf(await post(enumValue))).not.toContain('Did you mean');
    await expect(ask(client(url), misspelt)).rejects.toMatchObject([
      { message: 'Cannot query field "titel" on type "Negotiation".' },
    ]);
  });
});

describe('without GraphiQL', () => {
  it('a browser that asks for it gets no page', async () => {
    const { url } = await startServer({ restrictions: { noGraphiql: true } });
    const answer = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('<script');
  });
});

describe('GraphiQL', () => {
  it('runs no script but its own', async () => {
    const { url } = await startServer();
    const answer = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
    const [, scripts] = /script-src ([^;]*)/.exec(answer.headers.get('content-security-policy')!)!;
    const [, script] = /<script>(.*?)<\/script>/s.exec(await answer.text())!;
    const hash = createHash('sha256').update(script!).digest('base64');
    expect(scripts).toBe(`'sha256-${hash}' blob:`);
  });
});

describe('trusted documents', () => {
  const desk = createToken('desk', 'reader');
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-documents-'));
  const text = 'query Position { log { headPosition } }';
  writeFileSync(path.join(folder, 'position.graphql'), text);
  const documents = new TrustedDocuments([folder]);
  rmSync(folder, { recursive: true });
  const server = sharedServer(() => ({ tokens: [desk.token], restrictions: { documents } }));
  const hash = createHash('sha256')
    .update(print(parse(text)))
    .digest('hex');
  const persisted = (sha256Hash: string) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });
  const answered = { data: { log: { headPosition: 1 } } };

  it('are all that the pages send', () => {
    const sent = Object.entries(generated)
      .filter(([name]) => name.endsWith('Document'))
      .map(([, document]) => String(document));
    expect(sent.length).toBeGreaterThan(20);
    expect(sent.filter((document) => !documents.has(document))).toEqual([]);
  });

  it('are answered whatever their white space, over HTTP and WebSockets', async () => {
    const { post, get, url } = server();
    expect(await (await post({ query: text })).json()).toEqual(answered);
    expect(await (await get(`query Position {log{headPosition}}`)).json()).toEqual(answered);
    expect(await ask(client(url), text)).toEqual(answered);
  });

  it.each(['{ log { headPosition } }', `${text} query Other { log { headHash } }`, '{'])(
    'are all that is answered without a token: not "%s"',
    async (query) => {
      const { post, get, url } = server();
      expect(await errorCode(await post({ query }))).toBe('DOCUMENT_NOT_TRUSTED');
      expect(await errorCode(await get(query))).toBe('DOCUMENT_NOT_TRUSTED');
      await expect(ask(client(url), query)).rejects.toMatchObject([
        { extensions: { code: 'DOCUMENT_NOT_TRUSTED' } },
      ]);
    },
  );

  it('bind nobody with a token', async () => {
    const { post } = server();
    const answer = await post(
      { query: '{ log { headPosition } }' },
      { authorization: `Bearer ${desk.secret}` },
    );
    expect(await answer.json()).toEqual(answered);
  });

  it('are asked for by their hash; an unknown one has the error that clients know', async () => {
    const { post } = server();
    expect(await (await post(persisted(hash))).json()).toEqual(answered);
    expect(await (await post(persisted('0'.repeat(64)))).json()).toMatchObject({
      errors: [
        {
          message: 'PersistedQueryNotFound',
          extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
        },
      ],
    });
  });

  it('cannot be asked for by hash where any document may be sent', async () => {
    const { post } = await startServer();
    expect(await (await post(persisted(hash))).json()).toMatchObject({
      errors: [
        {
          message: 'PersistedQueryNotSupported',
          extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
        },
      ],
    });
  });
});

describe('an answer in parts', () => {
  const events = 'subscription { events { id } }';

  it.each(['multipart/mixed', 'Multipart/Mixed; deferSpec=20220824, multipart/mixed'])(
    'is never sent: 406 to who accepts only %s',
    async (accept) => {
      const { get } = await startServer();
      for (const query of ['{ __typename }', events]) {
        const answer = await get(query, { accept });
        expect(answer.status).toBe(406);
        expect(await errorCode(answer)).toBe('NOT_ACCEPTABLE');
      }
    },
  );

  it('is JSON to who accepts that, too, and a subscription no event stream in its place', async () => {
    const { get } = await startServer();
    const accept = 'multipart/mixed;subscriptionSpec=1.0, application/json';
    const answer = await get('{ __typename }', { accept });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect((await get(events, { accept })).status).toBe(406);
  });
});

describe('metrics at a port of their own', () => {
  it('are not answered beside the pages', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as AddressInfo;
    free.close();
    await once(free, 'close');
    const { url } = await startServer({ metricsPort: port });
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(await answer.text()).toContain('parley_log_head_position 1');
    expect((await fetch(`http://127.0.0.1:${port}/graphql`)).status).toBe(404);
  });

  it('are answered nowhere where there is no such port', async () => {
    const { url } = await startServer({ metricsPort: false });
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
  });
});

describe('an access log', () => {
  it('has a line for each request, with its address and without what it asked', async () => {
    const { url, logLines } = await startServer({ accessLog: true, level: 'info' });
    const query = `{ negotiation(slug: "secret-slug") { title } }`;
    await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`).then((each) => each.text());
    const requests = () => logLines.filter((line) => line.includes('"msg":"request"'));
    await expect.poll(requests).toHaveLength(1);
    expect(JSON.parse(requests()[0]!)).toMatchObject({
      ...{ level: 'info', method: 'GET', route: '/graphql', status: 200, address: '127.0.0.1' },
    });
    expect(logLines.join('')).not.toContain('secret-slug');
  });
});

describe('what a client sent', () => {
  const secret = 'x'.repeat(30_000);

  it.each([
    ['malformed JSON', { body: `{"query":"{ __typename ${secret}` }],
    ['a body that is no object', { body: JSON.stringify(secret) }],
    [
      'variables that are no object',
      { body: JSON.stringify({ query: '{ a }', variables: secret }) },
    ],
    ['a name that is none', { body: JSON.stringify({ query: `{ ${secret.slice(0, 15_000)} }` }) }],
    ['a token that is none', { headers: { authorization: `Bearer ${secret.slice(0, 10_000)}` } }],
    [
      'a value that is none',
      { query: `{ negotiation(slug: "a", asOf: { at: "${secret.slice(0, 10_000)}" }) { slug } }` },
    ],
    ['variables in a URL', { search: `query={a}&variables={${secret.slice(0, 10_000)}` }],
    ['a path', { path: `/${secret.slice(0, 10_000)}` }],
    ['a parameter', { path: `/api/negotiations?at=${secret.slice(0, 10_000)}` }],
  ] as const)('is neither echoed nor logged whole: %s', async (_, sent) => {
    const tokens = [createToken('desk', 'reader').token];
    const { url, logLines } = await startServer({ tokens, level: 'debug', accessLog: true });
    const { body, headers = {}, query, search, path: at = '/graphql' } = sent as Sent;
    const text = body ?? (query === undefined ? undefined : JSON.stringify({ query }));
    const answer = await fetch(`${url}${at}${search === undefined ? '' : `?${search}`}`, {
      headers: { ...headers, ...(text !== undefined && { 'content-type': 'application/json' }) },
      ...(text !== undefined && { method: 'POST', body: text }),
    });
    const told = await answer.text();
    expect(told).toMatch(/"(?:message|detail)":/);
    expect(told).not.toContain('x'.repeat(1_001));
    expect(logLines.join('')).not.toContain('x'.repeat(100));
  });
});

interface Sent {
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly query?: string;
  readonly search?: string;
  readonly path?: string;
}
