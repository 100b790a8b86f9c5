import { createHash } from 'node:crypto';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '../../../events/catalogue.js';
import { Parley } from '../../../src/app/parley.js';
import type { SummarizedEvent } from '../../../src/app/parley.js';
import { eventTable } from '../../../src/app/datasets/eventTable.js';
import { MemoryLog } from '../../../src/log/memory/memoryLog.js';
import { shippedEvents } from '../../support/record.js';
import { sharedServer } from '../testServer.js';

const log = new MemoryLog();
await new Parley(log).append(shippedEvents(), { restore: true });
const server = sharedServer(() => ({ log }));

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server().url}/api${path}`, { headers });

async function recordedEvents(): Promise<readonly AnyEvent[]> {
  const events: AnyEvent[] = [];
  for await (const page of log.read()) events.push(...page);
  return events;
}

interface Manifest {
  readonly headPosition: number;
  readonly headHash: string;
  readonly distribution: readonly { contentUrl: string; sha256: string; contentSize: string }[];
}

const manifestOf = async (query = ''): Promise<Manifest> =>
  (await get(`/datasets.json${query}`)).json() as Promise<Manifest>;

describe('/api/events.parquet', () => {
  it('has one row for each event of the log, with typed columns', async () => {
    const file = await (await get('/events.parquet')).arrayBuffer();
    const rows = await parquetReadObjects({ file });
    const events = await recordedEvents();
    expect(rows.map(({ position }) => position)).toEqual(
      events.map(({ position }) => BigInt(position)),
    );
    const last = events.at(-1)!;
    expect(Object.keys(rows.at(-1)!)).toEqual(Object.keys(eventTable));
    expect(rows.at(-1)).toMatchObject({
      id: last.id,
      occurred: last.occurred,
      recorded_at: new Date(last.recorded),
      summary: (await server().parley.descriptions.summaries([last]))[0],
      data: JSON.stringify(last.data),
      time_zone: null,
      hash: last.hash,
    });
  });

  it('is the same bytes for the same events', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(async () => Buffer.from(await (await get('/events.parquet')).arrayBuffer())),
    );
    expect(one!.equals(other!)).toBe(true);
  });
});

describe('/api/events.csv', () => {
  it('has one row for each event, and dates that are known only so well as a span of days', async () => {
    const [header, ...lines] = (await (await get('/events.csv')).text()).trimEnd().split('\r\n');
    const events = await recordedEvents();
    expect(header).toBe(Object.keys(eventTable).join(','));
    expect(lines).toHaveLength(events.length);
    const { value: first } = eventTable['occurred_first_day']!;
    const { value: last } = eventTable['occurred_last_day']!;
    const at = (occurred: string) => {
      const event = { ...events[0]!, occurred, summary: '' } as SummarizedEvent;
      return [first(event), last(event)];
    };
    expect(at('2025-03')).toEqual(['2025-03-01', '2025-03-31']);
    expect(at('2025-08-04/2025-08-08')).toEqual(['2025-08-04', '2025-08-08']);
    expect(at('../2025-11-02')).toEqual([null, '2025-11-02']);
    expect(at('2025-08-27T00:01:00-04:00')).toEqual(['2025-08-27', '2025-08-27']);
  });
});

describe('/api/duty-steps', () => {
  it('has one row for each rate, the same in CSV and Parquet as in the schedule of a duty', async () => {
    const file = await (await get('/duty-steps.parquet')).arrayBuffer();
    const rows = await parquetReadObjects({ file });
    const { subject } = await new Parley(log).duty({ imposedBy: 'US', on: 'IN' });
    const schedule = subject.schedule(Date.UTC(1900, 0), Date.UTC(2200, 0));
    const head = await log.head();
    expect(rows).toMatchObject(
      schedule.map(({ from, until, total }, i) => ({
        imposed_by: 'US',
        on_goods_of: 'IN',
        starts_at: i === 0 ? null : new Date(from),
        ends_at: until === null ? null : new Date(until),
        percentage_points: total,
        log_position: BigInt(head.position),
        log_hash: head.hash,
      })),
    );
    expect(rows.some(({ percentage_points }) => percentage_points === 50)).toBe(true);
    const [header, ...lines] = (await (await get('/duty-steps.csv')).text())
      .trimEnd()
      .split('\r\n');
    expect(header).toBe(Object.keys(rows[0]!).join(','));
    expect(lines.map((line) => line.split(',')[4])).toEqual(
      rows.map(({ percentage_points }) => String(percentage_points ?? '')),
    );
  });

  it('follows from the part of the log asked for', async () => {
    const through = (await recordedEvents()).length - 40;
    const [, ...lines] = (await (await get(`/duty-steps.csv?through=${through}`)).text())
      .trimEnd()
      .split('\r\n');
    const [, position] = /,(\d+),[0-9a-f]{64}$/.exec(lines.at(-1) ?? '') ?? [];
    expect(Number(position)).toBe(
      await log.positionAt((await recordedEvents())[through - 1]!.recorded),
    );
  });
});

describe('the files of a part of the log', () => {
  it('never change: those up to a position, or known at a past instant', async () => {
    const known = (await recordedEvents())[9]!.recordedAt;
    for (const query of ['?through=10', `?knownAt=${encodeURIComponent(known)}`]) {
      const response = await get(`/events.csv${query}`);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await response.text()).trimEnd().split('\r\n')).toHaveLength(11);
    }
    const whole = await get('/events.csv');
    expect(whole.headers.get('cache-control')).toBe('no-cache');
    const etag = whole.headers.get('etag')!;
    await whole.text();
    expect((await get('/events.csv', { 'if-none-match': etag })).status).toBe(304);
  });

  it.each([
    ['?through=0', 400],
    ['?through=1000000', 404],
    ['?knownAt=then', 400],
    ['?from=1', 400],
  ])('%s is refused', async (query, status) => {
    for (const path of ['/events.csv', '/duty-steps.parquet', '/datasets.json'])
      expect((await get(`${path}${query}`)).status).toBe(status);
  });
});

describe('/api/datasets.json', () => {
  it("has the log's head and the SHA-256 and size of each file that it names", async () => {
    const { headPosition, headHash, distribution } = await manifestOf();
    const last = (await recordedEvents()).at(-1)!;
    expect([headPosition, headHash]).toEqual([last.position, last.hash]);
    expect(distribution).toHaveLength(4);
    for (const { contentUrl, sha256, contentSize } of distribution) {
      const body = Buffer.from(await (await fetch(contentUrl)).arrayBuffer());
      expect(createHash('sha256').update(body).digest('hex')).toBe(sha256);
      expect(contentSize).toBe(`${body.length} B`);
    }
  });

  it('is that of the part asked for', async () => {
    const { headPosition, headHash } = await manifestOf('?through=3');
    expect([headPosition, headHash]).toEqual([3, (await recordedEvents())[2]!.hash]);
  });
});
