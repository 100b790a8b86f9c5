import { beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../src/app/queries/asOf.js';
import type { Parley } from '../../src/app/parley.js';
import { LIMITS } from '../../src/graphql/budget.js';
import { nodeId } from '../../src/graphql/types/nodeId.js';
import { query, respond } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';

let parley: Parley;
beforeAll(async () => {
  parley = await indiaUsRecord();
});

const LAUNCH = '01a20244-e800-7c8c-8937-61b8c0115be4';

const NODE = `query ($id: ID!) { node(id: $id) {
  __typename id
  ... on Negotiation { slug phase { value } view { at } }
  ... on Measure { slug status view { at } }
  ... on Event { type }
} }`;

describe('node(id)', () => {
  it('returns an event by its UUID, in upper or lower case', async () => {
    const event = { __typename: 'NegotiationLaunched', id: LAUNCH, type: 'NegotiationLaunched' };
    expect((await query(parley, NODE, { id: LAUNCH })).node).toEqual(event);
    expect((await query(parley, NODE, { id: LAUNCH.toUpperCase() })).node).toEqual(event);
    expect(await query(parley, `{ event(id: "${LAUNCH}") { id } }`)).toEqual({
      event: { id: LAUNCH },
    });
  });

  it('returns a negotiation and a measure at the view of their ID', async () => {
    const { negotiation, measure } = await query(
      parley,
      `{ negotiation(slug: "in-us-bta", asOf: { at: "2025-11-05" }) {
           __typename id slug phase { value } view { at }
           measures { __typename id slug status view { at } } }
         measure(slug: "us-russia-oil-in", asOf: { at: "2025-08-20", publicAt: "2025-08-20" }) {
           __typename id slug status view { at } } }`,
    );
    const { measures, ...rest } = negotiation;
    for (const node of [rest, measure, ...measures])
      expect((await query(parley, NODE, { id: node.id })).node).toEqual(node);
    expect(new Set(measures.map(({ id }: { id: string }) => id)).size).toBe(measures.length);
  });

  it('returns null for an ID of another kind', async () => {
    const made = [
      nodeId({ type: 'Negotiation', slug: 'nowhere', asOf: {} }),
      nodeId({ type: 'Measure', slug: 'us-s122', asOf: { at: 'someday' } }),
      Buffer.from('["Duty","x",{}]').toString('base64url'),
      Buffer.from('["Measure","us-s122",{"at":1}]').toString('base64url'),
      Buffer.from('[ "Measure","us-s122",{}]').toString('base64url'),
      '00000000-0000-4000-8000-000000000000',
      'TmVnb3RpYXRpb246MQ==',
      '',
      '\u0000',
    ];
    for (const id of made) expect((await query(parley, NODE, { id })).node).toBeNull();
    const ids = [...made.slice(0, 2), LAUNCH, ''];
    expect(
      await query(parley, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }),
    ).toEqual({
      nodes: [null, null, { id: LAUNCH }, null],
    });
    expect(await query(parley, '{ event(id: "what") { id } }')).toEqual({ event: null });
  });
});

describe('what a query reports to the cache observer', () => {
  async function told(source: string, variables = {}) {
    const views: View[] = [];
    let live = 0;
    const cache = {
      usesView: (view: View) => void views.push(view),
      usesCurrentLog: () => void (live += 1),
      usesHead: () => undefined,
    };
    await query(parley, source, variables, { cache });
    return { views: views.length, immutable: views.every((view) => view.immutable), live };
  }
  const PAST = '{ at: "2025-11-05", knownAt: "2026-11-22T08:02:00Z" }';

  it.each([
    `{ negotiation(slug: "in-us-bta", asOf: ${PAST}) { phase { value setBy { id hash } } events { edges { cursor } } } }`,
    `{ measure(slug: "us-recip-in", asOf: ${PAST}) { rate events { edges { cursor } } } }`,
    `{ duty(imposedBy: "US", on: "IN", asOf: ${PAST}) { total } }`,
    `{ negotiations(asOf: ${PAST}) { edges { node { title } } } }`,
    `{ measures(asOf: ${PAST}) { edges { node { title } } } }`,
  ])('is the view for %s', async (source) => {
    const { views, live } = await told(source);
    expect(views).toBeGreaterThan(0);
    expect(live).toBe(0);
  });

  it.each([
    '{ log { headPosition } }',
    '{ events { edges { cursor } } }',
    `{ event(id: "${LAUNCH}") { id } }`,
    `{ node(id: "${LAUNCH}") { id } }`,
    `{ negotiation(slug: "nowhere", asOf: ${PAST}) { id } }`,
    `{ negotiation(slug: "in-us-bta", asOf: ${PAST}) { phase { setBy { retracted } } } }`,
  ])('is the current log for %s', async (source) => {
    expect((await told(source)).live).toBeGreaterThan(0);
  });
});

describe('the limits of a request', () => {
  const deep = (levels: number): string =>
    levels === 0 ? 'id' : `corrections { ${deep(levels - 1)} }`;

  it.each([
    ['depth', `{ events(first: 1) { edges { node { ${deep(LIMITS.depth)} } } } }`],
    [
      'complexity',
      '{ negotiations(first: 1000) { edges { node { events(first: 1000) { edges { node { id } } } } } } }',
    ],
    [
      'breadth',
      `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: log { headHash }`).join(' ')} }`,
    ],
  ])('refuse a query with too much %s', async (what, source) => {
    const { errors } = await respond(parley, source);
    expect(errors?.[0]?.message).toContain(`its ${what} is`);
    expect(errors?.[0]?.extensions['code']).toBe('QUERY_TOO_LARGE');
  });

  it('allow a full page of events and the introspection query of a client', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    await query(parley, getIntrospectionQuery());
    await query(
      parley,
      '{ events(first: 1000) { edges { cursor node { id type occurred summary data retracted sources { url } } } } }',
    );
    const ids = Array.from({ length: 101 }, () => LAUNCH);
    const { errors } = await respond(parley, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids,
    });
    expect(errors?.[0]?.message).toContain('at most 100');
  });
});
