/** Pages of other sites: what a browser lets them read and send. */
import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createToken } from '../../src/server/auth/tokens.js';
import { PublicWithoutTokens } from '../../src/server/config.js';
import { refusal } from './socketClients.js';
import { sharedServer, startServer } from './testServer.js';

const LISTED = 'https://desk.example';
const OTHER = 'https://blog.example';

const { token } = createToken('desk', 'writer');

interface Init {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What answers to a page of this origin let it do. */
const headersFor = async (url: string, origin: string, init: Init = {}) => {
  const { headers, status } = await fetch(url, {
    ...init,
    headers: { ...init.headers, origin },
  });
  return {
    status,
    origin: headers.get('access-control-allow-origin'),
    headers: headers.get('access-control-allow-headers'),
    methods: headers.get('access-control-allow-methods'),
    credentials: headers.get('access-control-allow-credentials'),
    vary: headers.get('vary'),
    exposed: headers.get('access-control-expose-headers'),
  };
};

const preflight = (url: string, origin: string, asked: string) =>
  headersFor(url, origin, {
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': 'GET',
      'access-control-request-headers': asked,
    },
  });

const READS = [
  '/graphql?query={__typename}',
  '/api/negotiations',
  '/api/events.csv',
  '/feeds/all.atom',
];

describe('a server that is --public', () => {
  const server = sharedServer(() => ({
    isPublic: true,
    tokens: [token],
    allowedOrigins: [LISTED],
  }));
  const plain = sharedServer(() => ({ isPublic: true, tokens: [token] }));

  it.each(READS)('lets the pages of any site read %s, without credentials', async (path) => {
    const answer = await headersFor(server().url + path, OTHER);
    expect(answer).toMatchObject({ status: 200, origin: '*', credentials: null });
    expect(answer.exposed).toContain('ETag');
    expect(answer.vary).toContain('Origin');
    expect((await headersFor(server().url + path, LISTED)).origin).toBe(LISTED);
  });

  it.each(READS)('gives one answer to all sites at %s where none is listed', async (path) => {
    const answer = await headersFor(plain().url + path, OTHER);
    expect(answer).toMatchObject({ status: 200, origin: '*' });
    expect(answer.vary ?? '').not.toContain('Origin');
  });

  it.each(READS)('lets them revalidate %s, but send a token only where listed', async (path) => {
    const other = await preflight(server().url + path, OTHER, 'if-none-match');
    expect(other).toMatchObject({ status: 204, origin: '*', methods: 'GET, POST' });
    expect(other.headers).toBe('Content-Type, If-None-Match');
    const listed = await preflight(server().url + path, LISTED, 'authorization');
    expect(listed.headers).toContain('Authorization');
  });

  it('lets them read errors, too', async () => {
    const answer = await headersFor(`${server().url}/api/negotiations/nothing`, OTHER);
    expect(answer).toMatchObject({ status: 404, origin: '*' });
  });

  it('lets no page without a token write', async () => {
    const response = await fetch(`${server().url}/graphql`, {
      method: 'POST',
      headers: { origin: OTHER, 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'mutation { appendEvents(input: { events: [] }) { __typename } }',
      }),
    });
    expect(await response.json()).toEqual({
      data: { appendEvents: { __typename: 'ForbiddenError' } },
    });
  });

  it('lets them subscribe over WebSockets', async () => {
    expect(await refusal(server().url, { origin: OTHER })).toBe(101);
  });

  it('opens neither metrics nor the tools of assistants', async () => {
    for (const path of ['/metrics', '/ready', '/mcp'])
      expect((await headersFor(server().url + path, OTHER)).origin).toBeNull();
  });

  it('does not start without tokens', async () => {
    await expect(startServer({ isPublic: true })).rejects.toThrow(PublicWithoutTokens);
  });
});

describe('a server that is not', () => {
  const server = sharedServer(() => ({ allowedOrigins: [LISTED] }));

  it.each(READS)('lets only listed sites read %s', async (path) => {
    expect((await headersFor(server().url + path, OTHER)).origin).toBeNull();
    expect((await headersFor(server().url + path, LISTED)).origin).toBe(LISTED);
    expect((await preflight(server().url + path, OTHER, 'if-none-match')).origin).toBeNull();
  });

  /** What browsers say of a request that the page of another site causes by an image, say. */
  const crossSite = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
  const status = (path: string, headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      // `fetch` says "sec-fetch-mode: cors" whatever the caller does.
      get(server().url + path, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });

  it.each([...READS, '/', '/schema.graphql', '/mcp', '/metrics'])(
    'works on no GET of %s that the page of another site causes',
    async (path) => {
      expect(await status(path, { ...crossSite, 'sec-fetch-dest': 'image' })).toBe(403);
      // A frame shows the answer within the other page.
      const framed = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
      expect(await status(path, { ...crossSite, ...framed })).toBe(403);
    },
  );

  it.each(READS)('answers links to %s, its own pages, listed ones and programs', async (path) => {
    const link = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(await status(path, { ...crossSite, ...link })).toBe(200);
    expect(await status(path, { 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await status(path, { 'sec-fetch-site': 'none' })).toBe(200);
    expect(await status(path, { ...crossSite, origin: LISTED })).toBe(200);
    expect(await status(path, {})).toBe(200);
  });

  it('knows the page of another site by its origin, where a browser says no more', async () => {
    const response = await fetch(`${server().url}/api/negotiations`, {
      headers: { origin: OTHER },
    });
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { code: 'CROSS_SITE', detail: expect.stringContaining('--cors-origin') },
    ]);
    expect(await status('/graphql?query={__typename}', { origin: server().url })).toBe(200);
  });
});
