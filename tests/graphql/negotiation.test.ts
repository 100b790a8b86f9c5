import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { query, respond } from '../support/graphql.js';
import { INDIA_US, indiaUsRecord, shippedEvents } from '../support/record.js';

const BTA = 'negotiation/in-us-bta';
const shipped = shippedEvents(INDIA_US);
const own = shipped.filter(({ stream }) => stream === BTA);
const shared = shipped.filter(({ also }) => (also as string[] | undefined)?.includes(BTA));

let parley: Parley;
beforeAll(async () => {
  parley = await indiaUsRecord();
});

/** Every field of a negotiation in the contract. */
const EVERYTHING = `
  query ($asOf: AsOf) {
    negotiation(slug: "in-us-bta", asOf: $asOf) {
      id slug title revision rtaStatus
      view { at knownAt publicAt position pinned }
      parties { code name }
      phase { ...phase }
      phases { ...phase }
      activity { value scope since certainty setBy { ...event } }
      pauses { from to scope reason setBy { id } endedBy { id } days { min max } }
      rounds { number dates place mode formal leads { party name } topics track status setBy { id } }
      roundsCompleted { reported counted disputed reports { count by scope rule setBy { id } } }
      meetings { dates level kind participants place topics setBy { id } }
      tracks { track title scope since setBy { id } }
      statements(first: 1000) {
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        edges { cursor node {
          speaker role onBehalfOf venue summary quote stance about occurred certainty
          disputedBy { by summary claim occurred certainty setBy { id } }
          setBy { id }
        } }
      }
      targets {
        slug what due kind status slips value unit
        history { due setBy { id } }
        readings { due by status }
        setBy { id }
      }
      agreements {
        title status since terms signatories inForceFrom provisional
        ratification { party body step vote setBy { id } }
        setBy { id }
      }
      measures {
        id slug title view { at } imposedBy affects kind status certainty rate announcedRate
        endedHow lawful collected setBy { id }
        pending { ...term }
        terms { ...term }
        events(first: 3) { edges { cursor node { id } } }
      }
      duties {
        imposedBy on view { at } total disputed
        layers { measure { slug } rate applies reason setBy { id } }
        pending { at total measure { slug } setBy { id } }
        schedule(from: "2025-08-01", to: "2025-09-01") { from until total }
      }
      findings { code message events { id } }
      events(first: 1000, order: POSITION_DESC) { edges { cursor node { ...event } } }
    }
  }
  fragment phase on PhaseSpan { value since certainty setBy { ...event } }
  fragment term on MeasureTerm { rate from until status setBy { id } }
  fragment event on Event {
    __typename
    id cursor stream also type occurred timeZone recordedAt recordedBy position revision certainty
    sources { url publisher title published kind quote via }
    corrections { id } retracted hash summary data
    ... on NegotiationLaunched { title parties agreement mandate dataTimeZone }
    ... on RoundHeld { round formal place mode leads { party name } topics track }
    ... on StatementMade { speaker quote stance }
  }
`;

describe('a negotiation', () => {
  it('returns every field of the contract in one query', async () => {
    const { negotiation } = await query(parley, EVERYTHING, { asOf: { at: '2025-11-05' } });
    expect(negotiation).toMatchObject({
      slug: 'in-us-bta',
      view: {
        at: '2025-11-06T04:59:59.999Z',
        knownAt: '2026-11-23T00:00:00.000Z',
        publicAt: null,
        position: shipped.length,
        pinned: false,
      },
      revision: own.length,
      parties: [
        { code: 'IN', name: 'India' },
        { code: 'US', name: 'United States of America' },
      ],
      phase: { value: 'NEGOTIATING', certainty: 'CERTAIN', setBy: { __typename: 'RoundHeld' } },
      rtaStatus: 'Early announcement-Under negotiation',
    });
    const { phases, statements, events, duties, measures, targets } = negotiation;
    expect(phases.map((span: { value: string }) => span.value)).toContain('LAUNCHED');
    expect(statements.edges.length).toBeGreaterThan(10);
    expect(statements.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(events.edges).toHaveLength(own.length + shared.length);
    expect(events.edges[0].node).toMatchObject({ recordedBy: 'parley', retracted: false });
    expect(duties.map((duty: { imposedBy: string }) => duty.imposedBy)).toEqual(['IN', 'US']);
    expect(duties[1].total).toBe(50);
    expect(measures[0].view).toEqual({ at: negotiation.view.at });
    expect(targets[0]).toMatchObject({ slug: 'first-tranche', status: 'DUE_WINDOW' });
  });

  it('has different states at two views of one query', async () => {
    const { then, now } = await query(
      parley,
      `{
        then: negotiation(slug: "in-us-bta", asOf: { at: "2025-11-05" }) { ...stand }
        now: negotiation(slug: "in-us-bta") { ...stand }
      }
      fragment stand on Negotiation { id phase { value } view { at } }`,
    );
    expect(then.phase.value).toBe('NEGOTIATING');
    expect(now.phase.value).toBe('FRAMEWORK_AGREED');
    expect(then.id).not.toBe(now.id);
  });

  it('shows only what was public at publicAt, and no other event', async () => {
    const { negotiation } = await query(
      parley,
      `{ negotiation(slug: "in-us-bta", asOf: { at: "2025-03-10", publicAt: "2025-03-10" }) {
          view { publicAt }
          events { edges { node { sources { published } } } }
      } }`,
    );
    expect(negotiation.view.publicAt).toBe('2025-03-11T03:59:59.999Z');
    expect(negotiation.events.edges.length).toBeGreaterThan(0);
    for (const { node } of negotiation.events.edges)
      expect(
        node.sources.some(
          ({ published }: { published?: string }) => (published ?? '9') < '2025-03-11',
        ),
      ).toBe(true);
  });

  it('has fewer events at an earlier knownAt', async () => {
    const { negotiation } = await query(
      parley,
      `{ negotiation(slug: "in-us-bta", asOf: { knownAt: "2026-11-22T08:00:09Z" }) {
          revision view { position pinned } events { edges { node { position } } }
      } }`,
    );
    expect(negotiation).toMatchObject({ revision: 10, view: { position: 10 } });
    expect(negotiation.events.edges).toHaveLength(10);
  });

  it('is null when it is unknown or has not begun', async () => {
    expect(
      await query(
        parley,
        `{ unknown: negotiation(slug: "nowhere") { id }
           early: negotiation(slug: "in-us-bta", asOf: { at: "1999-12-31" }) { id }
           measure(slug: "nothing") { id } }`,
      ),
    ).toEqual({ unknown: null, early: null, measure: null });
  });

  it('refuses an invalid date and says how to write one', async () => {
    const { data, errors } = await respond(
      parley,
      '{ negotiation(slug: "in-us-bta", asOf: { at: "last week" }) { id } }',
    );
    expect(data).toEqual({ negotiation: null });
    expect(errors?.[0]?.message).toContain('at "last week" is neither a date');
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  it('takes null for a clock as absent', async () => {
    const { negotiation } = await query(
      parley,
      'query ($at: TimePoint) { negotiation(slug: "in-us-bta", asOf: { at: $at, publicAt: null }) { view { at } } }',
      { at: null },
    );
    expect(negotiation.view.at).toBe('2026-11-23T00:00:00.000Z');
  });
});
