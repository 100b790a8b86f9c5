import { describe, expect, it } from 'vitest';
import { diff } from '../../../src/domain/history/diff.js';
import { timelineOf } from '../../../src/domain/history/timeline.js';
import {
  eventBuilders,
  given,
  instant,
  type InterchangeEvent,
  measure,
  negotiation,
  type When,
} from '../../support/given.js';

const talksOf = (...parties: string[]) =>
  negotiation('in-us').NegotiationLaunched('2010-01-01', { parties, timeZone: 'UTC' });

const tariff = (slug: string, imposedBy: string, affects: string[]) =>
  measure(slug).MeasureAdopted('2015-01-01', {
    imposedBy,
    affects,
    rate: 10,
    effectiveFrom: '2015-02-01T00:00:00Z',
  });

const slugs = async (when: When, ...events: InterchangeEvent[]) =>
  (await (await given(...events)).negotiation(when)).measures.map(({ slug }) => slug);

describe("the measures in a negotiation's picture", () => {
  const measures = [
    tariff('br-steel', 'BR', ['EU']),
    tariff('de-cars', 'DE', ['FR']),
    tariff('eu-safeguard', 'EU', ['*']),
    tariff('fr-digital', 'FR', ['US', 'BR']),
    tariff('us-metals', 'US', ['EU']),
  ];

  it('are those between the groups and between their members', async () => {
    expect(await slugs('2024-06-01', talksOf('EU', 'MERCOSUR'), ...measures)).toEqual([
      'br-steel',
      'eu-safeguard',
      'fr-digital',
    ]);
  });

  it('are those by or on the group of a member that negotiates by itself', async () => {
    expect(await slugs('2024-06-01', talksOf('DE', 'US'), ...measures)).toEqual([
      'eu-safeguard',
      'us-metals',
    ]);
  });

  it('follow who belongs to a group at the view', async () => {
    const events = [talksOf('GB', 'US'), ...measures];
    expect(await slugs('2020-12-31T22:00:00Z', ...events)).toEqual(['eu-safeguard', 'us-metals']);
    expect(await slugs('2021-01-01', ...events)).toEqual([]);
  });

  it('follow who belongs to a group that the log defines', async () => {
    const area = eventBuilders('area/CAIRNS');
    const joined = area.MemberJoined('2016-01-01', { member: 'NZ', effectiveFrom: '2016-03-01' });
    const events = [
      talksOf('CAIRNS', 'US'),
      tariff('us-dairy', 'US', ['NZ']),
      area.AreaDefined('2014-01-01', { name: 'Cairns Group', kind: 'LIST' }),
      joined,
    ];
    expect(await slugs('2016-02-01', ...events)).toEqual([]);
    expect(await slugs('2016-04-01', ...events)).toEqual(['us-dairy']);
    const scenario = await given(...events);
    const before = await scenario.negotiation('2016-04-01');
    await scenario.and(area.EventRetracted('2016-05-01', { event: joined.id, reason: 'no' }));
    const changes = diff(before, await scenario.negotiation('2016-04-01'));
    const status = changes.find(({ path }) => path === 'measures.us-dairy.status');
    expect(status).toMatchObject({ before: 'IN_FORCE', after: null });
    expect(status?.causedBy.map(({ type }) => type)).toEqual(['EventRetracted']);
  });

  it('change in the timeline when a member leaves, by the clock alone', async () => {
    const view = await (await given(talksOf('GB', 'US'), ...measures)).negotiation('2022-01-01');
    const points = timelineOf(view, instant('2020-01-01T00:00:00Z'), view.at);
    const left = points.find(({ at }) => at === instant('2020-12-31T23:00:00Z'));
    const status = left?.changes.find(({ path }) => path === 'measures.us-metals.status');
    expect(status).toMatchObject({ before: 'IN_FORCE', after: null });
    expect(status?.causedBy.map(({ type }) => type)).toEqual(['MeasureAdopted']);
  });
});

describe("the duties in a negotiation's picture", () => {
  it('are those of each area on each other, and none of a party that is no area', async () => {
    const { duties } = await (
      await given(talksOf('US', 'x-union', 'EU'), tariff('us-metals', 'US', ['EU']))
    ).negotiation('2024-06-01');
    expect(duties.map(({ imposedBy, on, total }) => [imposedBy, on, total])).toEqual([
      ['US', 'EU', 10],
      ['EU', 'US', null],
    ]);
  });
});
