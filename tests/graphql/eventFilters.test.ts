import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { given, measure, negotiation, published, talks } from '../support/given.js';
import { query, respond } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';

const LIST = `
  query List($filter: EventFilter, $order: EventOrder, $first: Int = 1000) {
    events(filter: $filter, order: $order, first: $first) {
      totalCount edges { node { position summary } } } }`;

async function positions(parley: Parley, filter: object): Promise<number[]> {
  const { events } = await query(parley, LIST, { filter });
  return events.edges.map(({ node }: { node: { position: number } }) => node.position);
}

const upTo = (last: number, from = 1): number[] =>
  Array.from({ length: last + 1 - from }, (_, i) => from + i);

/** Days in Washington are four hours behind UTC in July, five in February. */
const WASHINGTON = 'negotiation/in-us-bta';

describe('a filter of the events of the record', () => {
  let parley: Parley;
  beforeAll(async () => {
    parley = await indiaUsRecord();
  });

  it.each([
    ['nothing is asked', {}, upTo(104)],
    [
      'a party of the negotiation, its measures and what names it',
      { party: 'IN' },
      [...upTo(99), ...upTo(104, 101)],
    ],
    [
      'a country only under measures on everyone',
      { party: 'EU' },
      [79, 81, 85, 86, 94, 97, 98, 99, 104],
    ],
    ['a source of a kind', { sourceKinds: ['SOCIAL'] }, [41, 47]],
    [
      'a source of any of several kinds',
      { sourceKinds: ['DATASET', 'GUIDANCE'] },
      [77, 78, 97, 103, 104],
    ],
    ['text in any case', { text: 'TRUTH social' }, [19, 30, 89, 92, 95, 99]],
    ['text without its accents', { text: 'evrim agaci' }, [53]],
    ['text with accents the record does not have', { text: 'Pïyúsh Göyal sàid' }, []],
    ['text in a source only', { text: 'asianet newsable' }, [1, 3]],
    ['text in a list of the data', { text: 'seven hours of talks' }, [33]],
    [
      'text and types together',
      { text: 'russian oil', types: ['MeasureThreatened', 'MeasureEnded'] },
      [90, 92, 96],
    ],
    [
      'everything at once',
      {
        streams: ['measure/us-recip-in'],
        types: ['MeasureAdopted', 'MeasureAmended'],
        certainty: ['CONFIRMED'],
        party: 'IN',
        occurred: { from: '2025-04-01' },
        recorded: { to: '2026-11-22' },
        published: { to: '2025-12-31' },
        sourceKinds: ['INSTRUMENT'],
        text: 'eo 143',
      },
      [91],
    ],
  ] as [string, object, number[]][])('finds %s', async (_, filter, expected) => {
    expect(await positions(parley, filter)).toEqual(expected);
  });

  it.each([
    ['within days', { from: '2025-10-15', to: '2025-10-17' }, [38, 39, 40, 53]],
    ['of which only the month is known', { from: '2025-03-31', to: '2025-03-31' }, [6]],
    ['the day after that month', { from: '2025-04-01', to: '2025-04-01' }, []],
    ['until the instant before a day', { to: '2025-02-10T04:59:59.999Z' }, []],
    ['until the first instant of a day', { to: '2025-02-10T05:00:00Z' }, [79]],
    [
      'at the last instant of a day',
      { from: '2025-02-14T04:59:59.999Z', to: '2025-02-14T05:00:00Z' },
      [1, 2, 3, 4],
    ],
    ['after it', { from: '2025-02-14T05:00:00Z', to: '2025-02-15' }, [4]],
    // Event 31 writes its date in Asia/Kolkata: its 10 September begins at 18:30Z on the 9th.
    [
      "in an event's own zone",
      { from: '2025-09-09T18:30:00Z', to: '2025-09-09T18:30:00Z' },
      [30, 31],
    ],
    [
      "before it began in the event's own zone",
      { from: '2025-09-09T18:29:59Z', to: '2025-09-09T18:29:59Z' },
      [30],
    ],
    ['on the day its own calendar shows', { from: '2025-09-10', to: '2025-09-10' }, [31]],
  ])('finds what may have occurred %s', async (_, occurred, expected) => {
    expect(await positions(parley, { occurred })).toEqual(expected);
  });

  it.each([
    [{ from: '2026-11-22T08:01:42Z' }, [103, 104]],
    [{ from: '2026-11-22T08:01:42.001Z' }, [104]],
    [{ to: '2026-11-22T13:30:01+05:30' }, [1, 2]],
    [{ from: '2026-11-22', to: '2026-11-22' }, upTo(104)],
    [{ from: '2026-11-23' }, []],
    [{ to: '2026-11-21' }, []],
    [{ from: null, to: null }, upTo(104)],
  ])('finds what was recorded in %j, both ends included', async (recorded, expected) => {
    expect(await positions(parley, { recorded })).toEqual(expected);
    const { events } = await query(parley, LIST, { filter: { recorded } });
    expect(events.totalCount).toBe(expected.length);
  });

  it.each([
    ['on a day', { from: '2025-02-14', to: '2025-02-14' }, [1, 2, 3, 4]],
    ['by an instant of that day', { to: '2025-02-14T05:00:00Z' }, [1, 2, 3, 4]],
    ['before that day', { to: '2025-02-14T04:59:59.999Z' }, []],
    // Sources without a date count from when they were recorded.
    ['as late as the record', { from: '2026-11-22', to: '2026-11-22' }, [1, 2, 24, 25]],
  ])('finds what was published %s', async (_, range, expected) => {
    const filter = { streams: [WASHINGTON], recorded: { to: '2026-11-22T08:00:50Z' } };
    expect(await positions(parley, { ...filter, published: range })).toEqual(expected);
  });

  it('returns the events that match a text', async () => {
    const { events } = await query(parley, LIST, { filter: { text: 'gun to our HEAD' } });
    expect(events.edges.map(({ node }: { node: { summary: string } }) => node.summary)).toEqual([
      expect.stringMatching(/^India would neither b/),
    ]);
  });

  it('matches nothing for an empty list', async () => {
    for (const filter of [
      { sourceKinds: [] },
      { types: [], text: 'a' },
      { streams: [], party: 'IN' },
    ])
      expect(await positions(parley, filter)).toEqual([]);
  });

  it.each([
    [{ types: ['RoundHold'] }, /filter\.types: "RoundHold" is not an event type\. Known are /],
    [
      { party: 'India' },
      /filter\.party "India" is not a party: an ISO 3166-1 alpha-2 code .*; did you mean IN\?/,
    ],
    [
      { occurred: { from: '2025-03' } },
      /filter\.occurred\.from "2025-03" is neither a date \(2025-08-27, meaning its beginning\)/,
    ],
    [{ published: { to: 'soon' } }, /filter\.published\.to "soon" .* meaning its close\)/],
    [
      { recorded: { from: '2026-11-23', to: '2026-11-22' } },
      /filter\.recorded is from "2026-11-23" to "2026-11-22", which is earlier: swap them/,
    ],
    [{ occurred: { from: '2025-03-02T00:00:01Z', to: '2025-03-02T00:00:00Z' } }, /earlier/],
    [{ occurred: { from: '2025-03-04T00:00:00Z', to: '2025-03-02' } }, /earlier/],
  ])('refuses %j and says why', async (filter, message) => {
    for (const order of ['POSITION_ASC', 'OCCURRED_DESC']) {
      const { errors } = await respond(parley, LIST, { filter, order });
      expect(errors?.[0]?.message).toMatch(message);
      expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
  });

  it('accepts a range of one instant, and a day with an instant within it in some zone', async () => {
    const instant = '2025-10-21T12:00:00Z';
    expect(await positions(parley, { occurred: { from: instant, to: instant } })).toEqual([41, 53]);
    const { errors } = await respond(parley, LIST, {
      filter: { occurred: { from: '2025-10-22T03:00:00Z', to: '2025-10-21' } },
    });
    expect(errors).toBeUndefined();
  });
});

describe('the filter by party', () => {
  it('matches corrections of events that appear in a history through `also`', async () => {
    const other = measure('us-steel');
    const guest = other.StatementMade(
      '2025-03-01',
      { speaker: 'A', summary: 'About both' },
      { stream: 'negotiation/in-gb', also: ['negotiation/in-us'] },
    );
    const correction = negotiation('in-gb').EventRetracted('2025-03-02', {
      event: guest.id,
      reason: 'Never said',
    });
    const scenario = await given(
      talks.NegotiationLaunched('2025-02-13'),
      negotiation('in-gb').NegotiationLaunched('2025-02-14', { parties: ['IN', 'GB'] }),
      guest,
      correction,
      negotiation('in-gb').StatementMade('2025-03-03', { speaker: 'A', summary: 'About one' }),
    );
    expect(await positions(scenario.parley, { party: 'US' })).toEqual([1, 3, 4]);
    expect(await positions(scenario.parley, { streams: ['negotiation/in-us'] })).toEqual([1, 3, 4]);
    expect(await positions(scenario.parley, { party: 'GB' })).toEqual([2, 3, 4, 5]);
    // The same question, put to the history of the other negotiation.
    const { negotiation: one } = await query(
      scenario.parley,
      `{ negotiation(slug: "in-gb") {
           both: events(filter: { streams: ["negotiation/in-us"] }) { edges { cursor } }
           us: events(filter: { party: "US" }) { edges { cursor } } } }`,
    );
    const both = { edges: [{ cursor: '3' }, { cursor: '4' }] };
    expect(one).toEqual({ both, us: both });
  });

  it('uses what is known now, corrections included', async () => {
    const launch = talks.NegotiationLaunched('2025-02-13', { parties: ['IN', 'US'] });
    const scenario = await given(
      launch,
      talks.StatementMade('2025-03-01', { speaker: 'A', summary: 'One' }),
    );
    expect(await positions(scenario.parley, { party: 'GB' })).toEqual([]);
    await scenario.and(
      talks.EventCorrected('2025-03-02', {
        event: launch.id,
        reason: 'It was the United Kingdom',
        data: { ...launch.data, parties: ['IN', 'GB'] },
      }),
    );
    expect(await positions(scenario.parley, { party: 'GB' })).toEqual([1, 2, 3]);
    // What was recorded still names the United States.
    expect(await positions(scenario.parley, { party: 'US' })).toEqual([1]);
  });
});

describe("a filter of a negotiation's events at a view", () => {
  const ONE = { recordedAt: '2025-04-01T00:00:00Z', sources: published('2025-03-01') };
  const TWO = { recordedAt: '2025-05-01T00:00:00Z', sources: published('2025-04-15') };
  const launch = talks.NegotiationLaunched('2025-02-13', {}, ONE);
  let parley: Parley;
  beforeAll(async () => {
    ({ parley } = await given(
      launch,
      talks.StatementMade('2025-03-04', { speaker: 'A', summary: 'Tariffs early' }, ONE),
      talks.StatementMade('2025-03-05', { speaker: 'A', summary: 'Tariffs late' }, TWO),
      talks.EventCorrected(
        '2025-04-20',
        {
          event: launch.id,
          reason: 'Another zone, other parties',
          data: { ...launch.data, timeZone: 'Asia/Kolkata', parties: ['IN', 'GB'] },
        },
        TWO,
      ),
    ));
  });

  const seen = async (asOf: object, filter: object, order = 'POSITION_ASC') => {
    const { negotiation: one } = await query(
      parley,
      `query ($asOf: AsOf, $filter: EventFilter, $order: EventOrder) {
         negotiation(slug: "in-us", asOf: $asOf) {
           events(filter: $filter, order: $order) { totalCount edges { node { position } } } } }`,
      { asOf, filter, order },
    );
    return one.events.edges.map(({ node }: { node: { position: number } }) => node.position);
  };

  const KNOWN = { at: '2026-01-01', knownAt: '2025-04-10' };
  const PUBLIC = { at: '2026-01-01', publicAt: '2025-04-10' };

  it.each([
    [{ text: 'tariffs' }, [2], [2], [2, 3]],
    [{ recorded: { from: '2025-01-01', to: '2027-01-01' } }, [1, 2], [1, 2], [1, 2, 3, 4]],
    [{ occurred: { from: '2025-03-05' } }, [], [], [3, 4]],
    [{ published: { from: '2025-04-01' } }, [], [], [3, 4]],
    [{ sourceKinds: ['PRESS'] }, [1, 2], [1, 2], [1, 2, 3, 4]],
    [{ streams: ['negotiation/in-us'] }, [1, 2], [1, 2], [1, 2, 3, 4]],
    // Who the parties are is itself known only later.
    [{ party: 'GB' }, [], [], [1, 2, 3, 4]],
    // And so is the zone, in which `publicAt` itself is read: 4 March began at 05:00Z in New York,
    // at 18:30Z the day before in India.
    [{ occurred: { from: '2025-03-03T19:00:00Z', to: '2025-03-03T20:00:00Z' } }, [], [2], [2]],
  ])('matches for %j only events that the view knows', async (filter, a, b, now) => {
    for (const order of ['POSITION_ASC', 'OCCURRED_ASC']) {
      expect(await seen(KNOWN, filter, order)).toEqual(a);
      expect(await seen(PUBLIC, filter, order)).toEqual(b);
      expect(await seen({}, filter, order)).toEqual(now);
    }
  });
});
