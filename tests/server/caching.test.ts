import { describe, expect, it } from 'vitest';
import type { View } from '../../src/app/queries/asOf.js';
import { CacheabilityTracker, cachingHeaders } from '../../src/server/responses/cacheability.js';
import { type CachedResponse, ResponseCache } from '../../src/server/responses/responseCache.js';
import { etagMatches } from '../../src/server/http/etag.js';
import { sharedServer, startServer } from './testServer.js';

/** For tests that append nothing. */
const server = sharedServer();

const IMMUTABLE = 'public, max-age=31536000, immutable';
const PINNED = 'asOf: { at: "2025-03-01", knownAt: "2025-02-21" }';
const pinnedQuery = `{ negotiation(slug: "a-b", ${PINNED}) { phase { value } } }`;
const now = '{ negotiation(slug: "a-b") { phase { value } } }';

const pause = {
  stream: 'negotiation/a-b',
  type: 'TalksPaused',
  occurred: '2025-02-27',
  certainty: 'INFERRED',
  data: { scope: 'ALL' },
};

describe('a GET whose view is pinned', () => {
  it('is immutable and has an entity tag', async () => {
    const { get } = server();
    const response = await get(pinnedQuery);
    expect(response.headers.get('cache-control')).toBe(IMMUTABLE);
    expect(response.headers.get('etag')).toMatch(/^"1-[\w-]{16}"$/);
    expect(response.headers.get('vary')).toBe('Accept');
    expect(await response.json()).toEqual({
      data: { negotiation: { phase: { value: 'LAUNCHED' } } },
    });
  });

  it('is answered with 304 and no body when the entity tag matches', async () => {
    const { get } = server();
    const etag = (await get(pinnedQuery)).headers.get('etag') ?? '';
    const again = await get(pinnedQuery, { 'if-none-match': `"other", W/${etag}` });
    expect(again.status).toBe(304);
    expect(again.headers.get('cache-control')).toBe(IMMUTABLE);
    expect(again.headers.get('etag')).toBe(etag);
    expect(await again.text()).toBe('');
  });

  it('gives the same bytes after later events', async () => {
    const { get, parley } = await startServer();
    const before = await get(pinnedQuery);
    await parley.append([pause]);
    const after = await get(`${pinnedQuery}#`);
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
    expect(await after.text()).toBe(await before.text());
  });

  it('is cached for each media type separately', async () => {
    const { get } = server();
    const first = await get(pinnedQuery, { accept: 'application/json' });
    const second = await get(pinnedQuery, { accept: 'application/graphql-response+json' });
    expect(first.headers.get('content-type')).toMatch(/^application\/json/);
    expect(second.headers.get('content-type')).toMatch(/^application\/graphql-response\+json/);
  });

  it.each([
    [
      'beside the head of the log',
      `{ log { headPosition } negotiation(slug: "a-b", ${PINNED}) { title } }`,
    ],
    [
      'beside a view of now',
      `{ a: negotiation(slug: "a-b", ${PINNED}) { title } b: negotiation(slug: "a-b") { title } }`,
    ],
    [
      'without at, which means now',
      '{ negotiation(slug: "a-b", asOf: { knownAt: "2025-02-21" }) { title } }',
    ],
    [
      'with a knownAt to come',
      '{ negotiation(slug: "a-b", asOf: { at: "2025-03-01", knownAt: "9999-01-01" }) { title } }',
    ],
    [
      'with an error',
      `{ negotiation(slug: "a-b", ${PINNED}) { title } b: negotiation(slug: "a-b", asOf: { at: "soon" }) { title } }`,
    ],
    ['of something unknown', `{ negotiation(slug: "c-d", ${PINNED}) { title } }`],
    ['that is nothing', '{ __typename }'],
  ])('%s is revalidated each time', async (_, query) => {
    const { get } = server();
    expect((await get(query)).headers.get('cache-control')).toBe('no-cache');
  });
});

describe('a GET at now', () => {
  it('has an entity tag of the position, which changes with the log', async () => {
    const { get, parley } = await startServer();
    const first = await get(now);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect(etag).toMatch(/^"1-/);
    expect((await get(now, { 'if-none-match': etag })).status).toBe(304);
    await parley.append([pause]);
    const second = await get(now, { 'if-none-match': etag });
    expect(second.status).toBe(200);
    expect(second.headers.get('etag')).toMatch(/^"2-/);
  });
});

describe('a POST', () => {
  it('is never stored, whatever its view', async () => {
    const { post } = server();
    const response = await post({ query: pinnedQuery });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.has('etag')).toBe(false);
  });
});

describe('an entity tag', () => {
  it('differs when the content does, at the same position', () => {
    const [a, b] = ['a', 'b'].map((text) => cachingHeaders(Buffer.from(text), 7, false).etag);
    expect(a).not.toBe(b);
  });

  it.each([
    ['"7-abc"', true],
    ['W/"7-abc"', true],
    ['"1", "7-abc"', true],
    ['*', true],
    ['"7-ab"', false],
    [undefined, false],
  ])('"7-abc" matches If-None-Match: %s: %s', (header, matches) => {
    expect(etagMatches('"7-abc"', header)).toBe(matches);
  });
});

describe('the cacheability of a response', () => {
  const view = (position: number, immutable = true): View => ({
    at: 0,
    knownAt: 0,
    publicAt: null,
    position,
    pinned: true,
    immutable,
    dated: true,
  });

  it('is immutable when it uses a view and every view is immutable', () => {
    const cacheability = new CacheabilityTracker();
    expect(cacheability.immutable).toBe(false);
    cacheability.usesView(view(3));
    cacheability.usesView(view(9));
    cacheability.usesView(view(4));
    expect([cacheability.immutable, cacheability.position]).toEqual([true, 9]);
    cacheability.usesView(view(4, false));
    expect(cacheability.immutable).toBe(false);
  });
});

describe('the response cache', () => {
  const response = (bytes: number, immutable = true): CachedResponse => ({
    status: 200,
    headers: {},
    body: Buffer.alloc(bytes),
    immutable,
  });

  it('never exceeds its bound in bytes, and evicts the least recently used', () => {
    const cache = new ResponseCache(20 * 10_000);
    for (let i = 0; i < 18; i += 1) cache.add(`${i}`, response(4_500));
    expect(cache.get('0')?.body).toHaveLength(4_500);
    for (let i = 18; i < 30; i += 1) cache.add(`${i}`, response(4_500));
    expect(cache.use.bytes).toBeLessThanOrEqual(200_000);
    expect(cache.get('0')?.body).toHaveLength(4_500);
    expect(cache.get('1')).toBeUndefined();
    expect(cache.get('29')?.body).toHaveLength(4_500);
  });

  it('holds no response that may change, and none that would evict many others', () => {
    const cache = new ResponseCache(100_000);
    cache.add('changes', response(10, false));
    cache.add('large', response(50_000));
    expect([cache.get('changes'), cache.get('large'), cache.use.bytes]).toEqual([
      undefined,
      undefined,
      0,
    ]);
  });
});
