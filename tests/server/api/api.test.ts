import { describe, expect, it } from 'vitest';
import { MemoryLog } from '../../../src/log/memory/memoryLog.js';
import { Parley } from '../../../src/app/parley.js';
import { RESOURCES } from '../../../src/server/api/apiRoutes.js';
import { DATASETS } from '../../../src/server/api/datasets.js';
import { PICTURES } from '../../../src/server/api/sharing/shareRoutes.js';
import { FEEDS } from '../../../src/server/api/feeds/feeds.js';
import { shippedEvents } from '../../support/record.js';
import { sharedServer } from '../testServer.js';

const log = new MemoryLog();
await new Parley(log).append(shippedEvents(), { restore: true });
const server = sharedServer(() => ({ log }));

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server().url}/api${path}`, { headers });

const json = async (path: string) => (await get(path)).json() as Promise<Record<string, unknown>>;

describe('/api/negotiations', () => {
  it('lists the negotiations of a view, a page at a time', async () => {
    const response = await get('/negotiations?at=2025-11-05&first=1&party=IN');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const { items } = (await response.json()) as { items: unknown[] };
    expect(items).toEqual([
      expect.objectContaining({
        slug: 'in-us-bta',
        phase: expect.objectContaining({ value: 'NEGOTIATING', since: '2025-03-26/2025-03-29' }),
      }),
    ]);
  });

  it('answers as GraphQL does for the same view', async () => {
    const { slug, phase, rounds } = await json('/negotiations/in-us-bta?at=2025-11-05');
    const response = await server().get(
      '{ negotiation(slug: "in-us-bta", asOf: { at: "2025-11-05" }) { slug phase { value since certainty setBy { id type occurred certainty summary } } rounds { number dates place formal status setBy { id type occurred certainty summary } } } }',
    );
    const { data } = (await response.json()) as { data: { negotiation: unknown } };
    expect({ slug, phase, rounds }).toEqual(data.negotiation);
  });

  it('pages through the history of a negotiation by cursor and by link', async () => {
    const response = await get('/negotiations/in-us-bta/events?first=40');
    const first = (await response.json()) as { items: { id: string }[]; next: string };
    expect(first.items).toHaveLength(40);
    const link = /^<(.*)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1];
    const second = await fetch(`${server().url}${link}`);
    const { items } = (await second.json()) as { items: { id: string }[] };
    expect(items).toEqual(
      (
        (await json('/negotiations/in-us-bta/events?first=1000')) as unknown as typeof first
      ).items.slice(40, 80),
    );
    expect(await json('/negotiations/in-us-bta/events?first=1000')).toMatchObject({ next: null });
  });

  it('has a timeline between two dates', async () => {
    const points = (await json(
      '/negotiations/in-us-bta/timeline?from=2025-08-26&to=2025-08-27',
    )) as unknown as { at: string; changes: { path: string; after: unknown }[] }[];
    expect(points.map(({ at }) => at)).toContain('2025-08-27T04:01:00.000Z');
    expect(points.flatMap(({ changes }) => changes)).toContainEqual(
      expect.objectContaining({ path: 'duties.US-IN.total', before: 25, after: 50 }),
    );
  });
});

describe('/api/duty', () => {
  it('answers as GraphQL does, and with one row a layer as CSV', async () => {
    const query = 'imposedBy=US&on=IN&hs=7208&at=2025-10-15&value=1000%20USD';
    const { total, amount, layers } = await json(`/duty?${query}`);
    const response = await server().get(
      '{ duty(imposedBy: "US", on: "IN", goods: { hs: "7208", customsValue: { amount: 1000, currency: "USD" } }, asOf: { at: "2025-10-15" }) { total amount { amount currency } layers { reason } } }',
    );
    const { data } = (await response.json()) as { data: { duty: { layers: object[] } } };
    expect({ total, amount, layers }).toMatchObject(data.duty);
    const csv = await (await get(`/duty.csv?${query}`)).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + data.duty.layers.length);
  });

  it('has a schedule whose first step begins with the day asked for', async () => {
    const steps = (await json(
      '/duty/schedule?imposedBy=US&on=IN&from=2025-08-20&to=2025-08-28',
    )) as unknown as { from: string; total: number }[];
    expect(steps.map(({ from, total }) => [from, total])).toEqual([
      ['2025-08-20T04:00:00.000Z', 25],
      ['2025-08-27T04:01:00.000Z', 50],
    ]);
  });

  it('is null where nothing is on record, and an empty cell as CSV', async () => {
    const query = 'imposedBy=IN&on=US&from=2025-01-01&to=2025-02-01';
    expect(await json(`/duty/schedule?${query}`)).toMatchObject([{ total: null }]);
    expect(await (await get(`/duty/schedule.csv?${query}`)).text()).toMatch(/Z,[^,]*,\r\n$/);
  });
});

describe('.csv', () => {
  it('is one table with a header line, by RFC 4180', async () => {
    const response = await get('/negotiations/in-us-bta/events.csv?first=2');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const lines = (await response.text()).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^id,position,stream,type,occurred,/);
    expect(lines[3]).toBe('');
  });

  it.each([
    '/negotiations.csv',
    '/negotiations/in-us-bta.csv',
    '/negotiations/in-us-bta/timeline.csv',
  ])('%s has as many cells in each row as names in its header', async (path) => {
    const text = await (await get(path)).text();
    const rows = [
      ...text.matchAll(/((?:"(?:[^"]|"")*"|[^,\r\n"]*)(?:,(?:"(?:[^"]|"")*"|[^,\r\n"]*))*)\r\n/g),
    ];
    const widths = rows.map(
      ([, row = '']) => row.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length,
    );
    expect(rows.map(([whole]) => whole).join('')).toBe(text);
    expect(new Set(widths).size).toBe(1);
  });
});

describe('caching', () => {
  it('is for ever where the view is pinned, and answers 304 to the same entity tag', async () => {
    const known = new Date(Date.now() - 1_000).toISOString();
    for (const path of [
      '/negotiations/in-us-bta',
      '/negotiations/in-us-bta/events',
      '/negotiations/in-us-bta/timeline.csv',
      '/negotiations',
    ]) {
      const pinned = await get(`${path}?at=2025-11-05&knownAt=${known}`);
      expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const etag = pinned.headers.get('etag')!;
      const again = await get(`${path}?at=2025-11-05&knownAt=${known}`, { 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
  });

  it('is checked each time where the view is not pinned', async () => {
    const response = await get('/negotiations/in-us-bta?at=2025-11-05');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('etag')).toMatch(/^"\d+-/);
  });
});

describe('an error', () => {
  it.each([
    ['/negotiations?at=yesterday', 400, 'BAD_USER_INPUT', 'at'],
    ['/negotiations?party=India', 400, 'BAD_USER_INPUT', 'party'],
    ['/negotiations?first=0', 400, 'BAD_USER_INPUT', 'first'],
    ['/negotiations?first=x', 400, 'BAD_USER_INPUT', 'first'],
    ['/negotiations?colour=red', 400, 'BAD_USER_INPUT', 'colour'],
    ['/negotiations?at=2025-01-01&at=2025-01-02', 400, 'BAD_USER_INPUT', 'at'],
    ['/negotiations/Not-A-Slug', 400, 'BAD_USER_INPUT', 'slug'],
    ['/negotiations/in-us-bta/events?after=x', 400, 'BAD_USER_INPUT', undefined],
    ['/negotiations/in-us-bta/timeline?from=2025-02-30', 400, 'BAD_USER_INPUT', 'from'],
    ['/duty?on=IN', 400, 'BAD_USER_INPUT', 'imposedBy'],
    ['/duty?imposedBy=US&on=IN&quantities=five', 400, 'BAD_USER_INPUT', 'quantities'],
    ['/duty?imposedBy=US&on=IN&value=5%20dollars', 400, 'BAD_USER_INPUT', undefined],
    ['/negotiations/a-b', 404, 'NOT_FOUND', undefined],
    ['/negotiations/in-us-bta?at=2020-01-01', 404, 'NOT_FOUND', undefined],
    ['/negotiations/in-us-bta/rounds', 404, 'NOT_FOUND', undefined],
  ])('%s is problem details: %i %s', async (path, status, code, parameter) => {
    const response = await get(path);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await response.json()) as { errors?: { parameter: string }[] };
    expect(problem).toMatchObject({ status, code, title: expect.any(String) });
    expect(response.status).toBe(status);
    expect(problem.errors?.map((error) => error.parameter)).toEqual(
      parameter === undefined ? undefined : [parameter],
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('is the answer to a method that changes something', async () => {
    const response = await fetch(`${server().url}/api/negotiations`, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await response.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
  });
});

describe('/api/openapi.json', () => {
  it('describes every resource, as JSON and as CSV, and every feed, with the parameters that are checked', async () => {
    const document = (await json('/openapi.json')) as {
      openapi: string;
      paths: Record<string, { get: { parameters: { name: string }[] } }>;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual([
      ...RESOURCES.flatMap(({ path }) => [path, `${path}.csv`]),
      ...DATASETS.map(({ path }) => path),
      '/datasets.json',
      ...FEEDS.map(({ path }) => path),
      ...PICTURES.map(({ path }) => path),
      '/oembed',
    ]);
    for (const { path, pathParameters, queryParameters } of RESOURCES)
      expect(document.paths[path]!.get.parameters.map(({ name }) => name)).toEqual([
        ...Object.keys(pathParameters.shape),
        ...Object.keys(queryParameters.shape),
      ]);
  });
});
