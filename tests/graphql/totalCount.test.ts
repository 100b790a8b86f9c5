import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { given, published, talks } from '../support/given.js';
import { emptyRecord, query } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';

describe('the total of a list', () => {
  let parley: Parley;
  beforeAll(async () => {
    parley = await indiaUsRecord();
  });

  it('counts the whole list on every page', async () => {
    const { negotiations, measures, page, filtered, negotiation } = await query(
      parley,
      `{ negotiations { totalCount }
         measures { totalCount }
         page: measures(first: 2, after: "us-recip-in") { totalCount edges { node { slug } } }
         filtered: measures(
           asOf: { at: "2025-09-01" }, filter: { imposedBy: "US", affects: "IN", status: IN_FORCE }, first: 1
         ) { totalCount }
         negotiation(slug: "in-us-bta", asOf: { at: "2025-07-01" }) { statements(first: 1) { totalCount } } }`,
    );
    // One that only a statement about both mentions is none.
    expect(negotiations.totalCount).toBe(1);
    expect(measures.totalCount).toBe(6);
    expect(page).toEqual({
      totalCount: 6,
      edges: [{ node: { slug: 'us-russia-oil-in' } }, { node: { slug: 'us-s122' } }],
    });
    expect(filtered.totalCount).toBe(4);
    // Those of 14 February and 30 June 2025.
    expect(negotiation.statements.totalCount).toBe(2);
  });

  it('is 0 for an empty list', async () => {
    expect(
      await query(
        await emptyRecord(),
        `{ negotiations { totalCount } measures { totalCount } events { totalCount }
           recorded: events(filter: { recorded: { from: "2025-01-01" } }) { totalCount } }`,
      ),
    ).toEqual({
      negotiations: { totalCount: 0 },
      measures: { totalCount: 0 },
      events: { totalCount: 0 },
      recorded: { totalCount: 0 },
    });
  });

  it.each([
    ['', 104],
    ['first: 3, after: "50"', 104],
    ['filter: {}', 104],
    ['filter: { recorded: { from: "2026-11-22T08:00:10Z", to: "2026-11-22T08:00:19Z" } }', 10],
    ['filter: { types: ["RoundHeld"] }', null],
    ['filter: { streams: ["negotiation/in-us-bta"] }', null],
    ['filter: { text: "oil" }', null],
    ['filter: { types: ["RoundHeld"] }, order: OCCURRED_ASC, first: 1', 7],
  ])(
    'of events (%s) is %s; null where only reading every event could count',
    async (args, total) => {
      const asked = args === '' ? 'events' : `events(${args})`;
      const { events } = await query(parley, `{ ${asked} { totalCount } }`);
      expect(events.totalCount).toBe(total);
    },
  );

  it('of the events of a negotiation counts those known at its view', async () => {
    const first = talks.StatementMade(
      '2025-03-01',
      { speaker: 'A', summary: 'One' },
      { recordedAt: '2025-03-02T00:00:00Z', sources: published('2025-03-01') },
    );
    const scenario = await given(
      talks.NegotiationLaunched('2025-02-13', {}, { sources: published('2025-02-13') }),
      first,
      talks.EventRetracted(
        '2025-04-01',
        { event: first.id, reason: 'Never said' },
        { recordedAt: '2025-04-01T00:00:00Z', sources: published('2025-04-01') },
      ),
    );
    const { now, past, open, recorded, types } = await query(
      scenario.parley,
      `{ now: negotiation(slug: "in-us") { events(first: 1) { totalCount } }
         past: negotiation(slug: "in-us", asOf: { knownAt: "2025-03-15" }) { events { totalCount } }
         open: negotiation(slug: "in-us", asOf: { publicAt: "2026-01-01" }) { events { totalCount edges { cursor } } }
         recorded: negotiation(slug: "in-us") {
           events(filter: { recorded: { from: "2025-03-02", to: "2025-03-31" } }) { totalCount } }
         types: negotiation(slug: "in-us") { events(filter: { types: ["RoundHeld"] }) { totalCount } } }`,
    );
    expect(now.events.totalCount).toBe(3);
    expect(past.events.totalCount).toBe(2);
    // What was retracted no longer stands.
    expect(open.events.totalCount).toBe(open.events.edges.length);
    expect(open.events.totalCount).toBe(2);
    expect(recorded.events.totalCount).toBe(1);
    expect(types.events.totalCount).toBeNull();
    const { measure } = await query(
      parley,
      `{ measure(slug: "us-recip-in") { events(first: 1) { totalCount } } }`,
    );
    expect(measure.events.totalCount).toBe(10);
  });
});
