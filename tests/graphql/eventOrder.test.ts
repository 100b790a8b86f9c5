import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { emptyRecord, query, respond } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';

const PAGE = `
  query Page($order: EventOrder, $filter: EventFilter, $first: Int, $after: String, $last: Int, $before: String) {
    events(order: $order, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { position occurred summary } } } }`;

interface Page {
  readonly dates: readonly string[];
  readonly words: readonly string[];
  readonly cursors: readonly string[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function page(parley: Parley, args: object): Promise<Page> {
  const { events } = await query(parley, PAGE, { ...args });
  const edges = events.edges as {
    cursor: string;
    node: { occurred: string; summary: string };
  }[];
  return {
    dates: edges.map(({ node }) => node.occurred),
    words: edges.map(({ node }) => node.summary),
    cursors: edges.map(({ cursor }) => cursor),
    pageInfo: events.pageInfo,
  };
}

const said = (occurred: string, summary: string, more: object = {}) => ({
  stream: 'negotiation/in-us',
  type: 'StatementMade',
  occurred,
  certainty: 'INFERRED',
  data: { speaker: 'A', summary },
  ...more,
});

describe('events in order of time', () => {
  let parley: Parley;
  beforeAll(async () => {
    parley = await emptyRecord();
    await parley.append([
      said('2025-06', 'June'),
      said('2025-03-04', '4 March'),
      said('../2025-11-02', 'until November'),
      said('2025-06-01', '1 June'),
      said('2025-03-03T22:00:00-05:00', 'night of 3 March in Washington'),
      said('2025-03-04', '4 March in Kolkata', { timeZone: 'Asia/Kolkata' }),
      said('/2025', 'by 2025'),
      said('2025-03/', 'since March'),
    ]);
  });

  const ORDER = [
    'until November',
    'by 2025',
    'since March',
    '4 March in Kolkata',
    '4 March',
    'night of 3 March in Washington',
    'June',
    '1 June',
  ];

  it('are sorted by earliest instant, then by position; events without a beginning come first', async () => {
    expect((await page(parley, { order: 'OCCURRED_ASC' })).words).toEqual(ORDER);
    expect((await page(parley, { order: 'OCCURRED_DESC' })).words).toEqual(ORDER.toReversed());
  });

  it('read days in the zone of their stream', async () => {
    const record = await emptyRecord();
    await record.append([
      said('2025-02-13', '', {
        type: 'NegotiationLaunched',
        data: { title: 'Launched', parties: ['IN', 'US'], timeZone: 'America/New_York' },
      }),
      said('2025-03-04', '4 March'),
      said('2025-03-03T22:00:00-05:00', 'night of 3 March in Washington'),
    ]);
    const { words } = await page(record, { order: 'OCCURRED_DESC', first: 2 });
    expect(words).toEqual(['4 March', 'night of 3 March in Washington']);
  });

  it.each([
    ['OCCURRED_ASC', { first: 3 }, [0, 3], true, false],
    ['OCCURRED_ASC', { last: 3 }, [5, 8], false, true],
    ['OCCURRED_DESC', { first: 3 }, [0, 3], true, false],
    ['OCCURRED_DESC', { last: 2 }, [6, 8], false, true],
    ['OCCURRED_DESC', { first: 0 }, [0, 0], true, false],
  ] as [string, object, [number, number], boolean, boolean][])(
    '%s %j is a page of them',
    async (order, args, [from, to], hasNextPage, hasPreviousPage) => {
      const whole = order === 'OCCURRED_ASC' ? ORDER : ORDER.toReversed();
      const { words, pageInfo } = await page(parley, { order, ...args });
      expect(words).toEqual(whole.slice(from, to));
      expect(pageInfo).toMatchObject({ hasNextPage, hasPreviousPage });
    },
  );

  it.each(['OCCURRED_ASC', 'OCCURRED_DESC'])('%s goes on from any cursor', async (order) => {
    const { words, cursors } = await page(parley, { order });
    for (const [i, cursor] of cursors.entries()) {
      expect((await page(parley, { order, first: 2, after: cursor })).words).toEqual(
        words.slice(i + 1, i + 3),
      );
      expect((await page(parley, { order, last: 2, before: cursor })).words).toEqual(
        words.slice(Math.max(0, i - 2), i),
      );
    }
  });

  it.each(['5', 'abc', '1.', '.1', 'Infinity.1', '1.1.1', '1e3.1'])(
    'refuse %j as a cursor',
    async (after) => {
      const { errors } = await respond(parley, PAGE, { order: 'OCCURRED_ASC', after });
      expect(errors?.[0]?.message).toMatch(/^after ".*" is not the cursor of an event/);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    },
  );

  it('list part of the record in the order in which it happened', async () => {
    const record = await indiaUsRecord();
    const filter = { types: ['RoundHeld', 'NegotiationLaunched'], occurred: { to: '2025-06-30' } };
    const { dates, cursors } = await page(record, { order: 'OCCURRED_ASC', filter });
    expect(dates).toEqual([
      '2025-02-13',
      '2025-03',
      '2025-03-26/2025-03-29',
      '2025-04-23/2025-04-25',
      '2025-05-19/2025-05-22',
      '2025-06-04?/2025-06-10',
      '2025-06-26/2025-07-02?',
    ]);
    // 13 February began in New York at 05:00Z.
    expect(cursors[0]).toBe(`${Date.parse('2025-02-13T05:00:00Z')}.1`);
  });

  it('are refused when there are too many to sort', { timeout: 60_000 }, async () => {
    const record = await emptyRecord();
    for (let batch = 0; batch < 20; batch += 1)
      await record.append(Array.from({ length: 1000 }, (_, i) => said('2025', `${batch}-${i}`)));
    expect((await page(record, { order: 'OCCURRED_DESC', first: 1 })).words).toEqual(['19-999']);
    await record.append([said('2025', 'one more')]);
    const { errors } = await respond(record, PAGE, { order: 'OCCURRED_DESC', first: 1 });
    expect(errors?.[0]?.message).toMatch(/^More than 20000 events match.*narrow the filter/);
    expect(errors?.[0]?.extensions).toEqual({ code: 'TOO_MANY_EVENTS', most: 20_000 });
    const narrowed = { order: 'OCCURRED_DESC', first: 1, filter: { text: 'ONE more' } };
    expect((await page(record, narrowed)).words).toEqual(['one more']);
  });
});

describe('paging during concurrent appends', () => {
  /** What arrives after each page: one that happened before all others, one after, one between. */
  const arriving = (n: number) => [
    said(`2024-01-0${n}`, `early ${n}`),
    said(`2026-01-0${n}`, `late ${n}`),
    said('2025-03-15', `between ${n}`),
  ];

  const walk = async (args: object, forwards: boolean): Promise<string[]> => {
    const record = await emptyRecord();
    const first = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05'];
    await record.append(first.map((occurred) => said(occurred, occurred)));
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let n = 1; ; n += 1) {
      const turn: object = forwards
        ? { first: 2, ...(cursor && { after: cursor }) }
        : { last: 2, ...(cursor && { before: cursor }) };
      const { words, pageInfo } = await page(record, { ...args, ...turn });
      seen.push(...(forwards ? words : words.toReversed()));
      cursor = forwards ? pageInfo.endCursor : pageInfo.startCursor;
      if (!(forwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return seen;
      // More arrive after the first two pages only, so that every walk comes to an end.
      if (n <= 2) await record.append(arriving(n));
    }
  };

  const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05'];
  const upwards = [...MONTHS, 'early 1', 'late 1', 'between 1', 'early 2', 'late 2', 'between 2'];
  const inTime = [
    ...['2025-01', '2025-02', '2025-03', 'between 1', 'between 2', '2025-04', '2025-05'],
    ...['late 1', 'late 2'],
  ];
  const backInTime = [
    ...['2025-05', '2025-04', 'between 1', '2025-03', '2025-02', '2025-01'],
    ...['early 2', 'early 1'],
  ];

  it.each([
    ['POSITION_ASC', true, upwards],
    ['POSITION_DESC', false, upwards],
    ['POSITION_DESC', true, MONTHS.toReversed()],
    ['POSITION_ASC', false, MONTHS.toReversed()],
    ['OCCURRED_ASC', true, inTime],
    ['OCCURRED_DESC', false, inTime],
    ['OCCURRED_DESC', true, backInTime],
    ['OCCURRED_ASC', false, backInTime],
  ])('in order %s, forwards %s, neither skips nor repeats', async (order, forwards, expected) => {
    expect(await walk({ order }, forwards)).toEqual(expected);
    // A filter that reads through the log keeps the same places.
    const filter = { text: '', occurred: { from: '2024-01-01' } };
    expect(await walk({ order, filter }, forwards)).toEqual(expected);
  });

  it('returns only matching events with a filter', async () => {
    for (const order of ['OCCURRED_ASC', 'POSITION_ASC'])
      expect(await walk({ order, filter: { text: '2025-0' } }, true)).toEqual(MONTHS);
  });
});
