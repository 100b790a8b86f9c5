import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import {
  eventBuilders,
  given,
  type InterchangeEvent,
  measure,
  negotiation,
  published,
} from '../support/given.js';
import { query, respond } from '../support/graphql.js';

const launched = (slug: string, ...parties: string[]) =>
  negotiation(slug).NegotiationLaunched('2015-01-01', {
    parties,
    timeZone: 'UTC',
    actors: parties
      .filter((code) => code.startsWith('x-'))
      .map((code) => ({ code, name: 'The Guild', kind: 'UNION' })),
  });

const tariff = (slug: string, imposedBy: string, affects: string[]) =>
  measure(slug).MeasureAdopted('2015-01-01', {
    ...{ imposedBy, affects, rate: 10 },
    effectiveFrom: '2015-02-01T00:00:00Z',
  });

const cairns = eventBuilders('area/CAIRNS');
const joined = (recordedAt: string) =>
  cairns.MemberJoined(
    '2016-01-01',
    { member: 'NZ', effectiveFrom: '2016-03-01' },
    { recordedAt, sources: published('2016-01-01') },
  );

let parley: Parley;
beforeAll(async () => {
  ({ parley } = await given(
    launched('eu-jp', 'EU', 'JP'),
    launched('de-us', 'DE', 'US'),
    launched('cairns-us', 'CAIRNS', 'US'),
    launched('guild', 'x-guild', 'US'),
    cairns.AreaDefined('2014-01-01', { name: 'Cairns Group', kind: 'LIST' }),
    tariff('eu-steel', 'EU', ['*']),
    tariff('us-cars', 'US', ['DE']),
    tariff('us-dairy', 'US', ['CAIRNS']),
    joined('2026-02-01T00:00:00Z'),
  ));
});

describe('the filter of negotiations by party', () => {
  const found = async (party: string, asOf: object = {}) => {
    const { negotiations } = await query(
      parley,
      `query ($asOf: AsOf, $party: CountryCode) {
         negotiations(asOf: $asOf, filter: { party: $party }) {
           edges { node { slug } through { code name } } nodes { slug } } }`,
      { asOf, party },
    );
    const { edges, nodes } = negotiations;
    expect(nodes).toEqual(edges.map(({ node }: { node: object }) => node));
    return edges.map(({ node, through }: { node: { slug: string }; through: unknown }) => [
      node.slug,
      through,
    ]);
  };
  const EU = { code: 'EU', name: 'European Union' };

  it("finds a member's groups, and says through which group", async () => {
    expect(await found('DE')).toEqual([
      ['de-us', null],
      ['eu-jp', EU],
    ]);
    expect(await found('EU')).toEqual([['eu-jp', null]]);
    expect(await found('CH')).toEqual([]);
  });

  it('asks who belongs at the view', async () => {
    expect(await found('GB', { at: '2020-12-30' })).toEqual([['eu-jp', EU]]);
    expect(await found('GB', { at: '2021-01-01' })).toEqual([]);
    expect(await found('XI', { at: '2021-01-01' })).toEqual([['eu-jp', EU]]);
  });

  it('knows the groups of the log as of the view', async () => {
    const through = { code: 'CAIRNS', name: 'Cairns Group' };
    expect(await found('NZ')).toEqual([['cairns-us', through]]);
    expect(await found('NZ', { at: '2016-02-01' })).toEqual([]);
    expect(await found('NZ', { knownAt: '2026-01-31T00:00:00Z' })).toEqual([]);
    expect(await found('NZ', { publicAt: '2015-12-31' })).toEqual([]);
  });

  it('takes a party that is no area, and refuses what is no party', async () => {
    expect(await found('x-guild')).toEqual([['guild', null]]);
    const { errors } = await respond(
      parley,
      '{ negotiations(filter: { party: "Guild" }) { nodes { slug } } }',
    );
    expect(errors?.[0]?.message).toMatch(/^filter.party "Guild" is not a party: /);
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('the filter of measures by area', () => {
  const found = async (filter: object, asOf: object = {}) => {
    const { measures } = await query(
      parley,
      `query ($asOf: AsOf, $filter: MeasureFilter) {
         measures(asOf: $asOf, filter: $filter) { totalCount nodes { slug } } }`,
      { asOf, filter },
    );
    expect(measures.totalCount).toBe(measures.nodes.length);
    return measures.nodes.map(({ slug }: { slug: string }) => slug);
  };

  it("finds what a member's group imposes, and not what a member does", async () => {
    expect(await found({ imposedBy: 'FR' })).toEqual(['eu-steel']);
    expect(await found({ imposedBy: 'EU' })).toEqual(['eu-steel']);
    expect(await found({ imposedBy: 'GB' }, { at: '2020-06-01' })).toEqual(['eu-steel']);
    expect(await found({ imposedBy: 'GB' }, { at: '2022-06-01' })).toEqual([]);
  });

  it('finds what is on a group, on its members, and on everyone but the members of its author', async () => {
    expect(await found({ affects: 'NZ' })).toEqual(['eu-steel', 'us-dairy']);
    expect(await found({ affects: 'NZ' }, { knownAt: '2026-01-30' })).toEqual(['eu-steel']);
    expect(await found({ affects: 'EU' })).toEqual(['us-cars']);
    expect(await found({ affects: 'FR' })).toEqual([]);
  });
});

describe('the filter of events by party', () => {
  const said = (slug: string, occurred: string) =>
    negotiation(slug).StatementMade(occurred, { speaker: 'A', summary: occurred });

  const positions = async (events: readonly InterchangeEvent[], filter: object) => {
    const scenario = await given(...events);
    const { events: list } = await query(
      scenario.parley,
      `query ($filter: EventFilter) { events(filter: $filter) { nodes { position } } }`,
      { filter },
    );
    return list.nodes.map(({ position }: { position: number }) => position);
  };

  it('counts a member of a group for as long as it belongs', async () => {
    const events = [
      launched('eu-jp', 'EU', 'JP'),
      said('eu-jp', '2019-05-01'),
      said('eu-jp', '2022-05-01'),
      tariff('us-metals', 'US', ['EU']),
    ];
    expect(await positions(events, { party: 'GB' })).toEqual([1, 2, 4]);
    expect(await positions(events, { party: 'DE' })).toEqual([1, 2, 3, 4]);
    expect(await positions(events, { party: 'XI' })).toEqual([3]);
    expect(await positions(events, { party: 'CH' })).toEqual([]);
  });

  it('counts what may have been said while it belonged', async () => {
    const events = [launched('eu-jp', 'EU', 'JP'), said('eu-jp', '2020-12/2021-01')];
    expect(await positions(events, { party: 'GB' })).toEqual([1, 2]);
    expect(await positions(events, { party: 'XI' })).toEqual([2]);
  });

  it('counts a party from when it joins until it leaves', async () => {
    const tpp = negotiation('tpp');
    const events = [
      launched('tpp', 'NZ', 'US'),
      tpp.PartyJoined('2016-01-01', { party: 'JP' }),
      tpp.PartyLeft('2017-01-30', { party: 'US' }),
      said('tpp', '2015-06-01'),
      said('tpp', '2018-06-01'),
    ];
    expect(await positions(events, { party: 'US' })).toEqual([1, 2, 3, 4]);
    expect(await positions(events, { party: 'JP' })).toEqual([2, 3, 5]);
  });

  it('knows the groups of the log, in the events of a view as known in it', async () => {
    const { parley: later } = await given(
      launched('cairns-us', 'CAIRNS', 'US'),
      said('cairns-us', '2016-06-01'),
      joined('2026-02-01T00:00:00Z'),
    );
    const seen = async (asOf: object) => {
      const { negotiation: one } = await query(
        later,
        `query ($asOf: AsOf) { negotiation(slug: "cairns-us", asOf: $asOf) {
           events(filter: { party: "NZ" }) { nodes { position } } } }`,
        { asOf },
      );
      return one.events.nodes.map(({ position }: { position: number }) => position);
    };
    expect(await seen({})).toEqual([2]);
    expect(await seen({ knownAt: '2026-01-31' })).toEqual([]);
    const live = later.subscriptions.events({ party: 'NZ' }, 0, new AbortController().signal);
    const { value } = await live.next();
    expect((value ?? []).map(({ position }) => position)).toEqual([2, 3]);
    await live.return();
  });
});

describe('a connection', () => {
  it('has nodes beside edges wherever there is one', async () => {
    const { __schema } = await query(
      parley,
      '{ __schema { types { name fields { name type { name kind ofType { name kind } } } } } }',
    );
    interface Type {
      name: string;
      fields: { name: string }[] | null;
    }
    const connections = (__schema.types as Type[]).filter(({ name }) => /Connection$/.test(name));
    expect(connections.length).toBeGreaterThan(4);
    for (const { name, fields } of connections)
      expect([name, fields?.map((field) => field.name)]).toEqual([
        name,
        expect.arrayContaining(['edges', 'nodes', 'pageInfo', 'totalCount']),
      ]);
  });
});
