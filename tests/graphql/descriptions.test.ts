/** Events and measures described for people: names, legal time, and what counts after corrections. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { given, measure, published, eventBuilders, talks } from '../support/given.js';
import { query } from '../support/graphql.js';

const LATE = { recordedAt: '2026-03-01T00:00:00Z', sources: published('2026-03-01') };
const tin = measure('us-tin');
const launch = talks.NegotiationLaunched('2025-02-13');
const goal = talks.TargetSet('2025-02-14', {
  target: 'first-tranche',
  what: 'Agree the first tranche',
  kind: 'TARGET',
  due: '2025-10',
});
const met = talks.TargetMet('2025-10-02', { target: 'first-tranche' });
const unheard = talks.TargetMissed('2025-10-03', { target: 'never-set' });
const adopted = tin.MeasureAdopted('2025-03-01', {
  title: 'Duty on tin',
  imposedBy: 'US',
  affects: ['IN'],
  kind: 'OTHER',
  rate: 10,
  effectiveFrom: '2025-03-12T04:01:00Z',
  goods: { hs: ['8001'] },
});
const suspended = tin.MeasureSuspended('2025-04-01', { effectiveFrom: '2025-04-10T04:01:00Z' });
const defined = eventBuilders('area/CAIRNS').AreaDefined('2025-01-01', {
  name: 'Cairns Group',
  kind: 'BLOC',
});
const joined = talks.PartyJoined('2025-06-01', { party: 'CAIRNS' });
const corrected = tin.EventCorrected(
  '2026-03-01',
  {
    event: adopted.id,
    reason: 'the title',
    data: { ...adopted.data, title: 'Duty on tin and alloys' },
  },
  LATE,
);
const retracted = talks.EventRetracted('2026-03-01', { event: met.id, reason: 'never' }, LATE);

let parley: Parley;
beforeAll(async () => {
  ({ parley } = await given(
    defined,
    launch,
    goal,
    met,
    unheard,
    adopted,
    suspended,
    joined,
    corrected,
    retracted,
  ));
});

const event = async (id: string, fields: string) =>
  (await query(parley, `query ($id: ID!) { event(id: $id) { ${fields} } }`, { id })).event;

describe('an event', () => {
  it.each([
    ['a target by what is to be done', met, 'Target met: Agree the first tranche'],
    ['a target that was never set by its slug as words', unheard, 'Target missed: never set'],
    ['a group by the name the record gives it', joined, 'The Cairns Group joined'],
    [
      'its measure by the title recorded by then, in legal time',
      suspended,
      'Duty on tin: suspended from 10 April 2025, 00:01 New York time',
    ],
  ])('names %s in its summary', async (_, { id }, summary) => {
    expect(await event(id, 'summary')).toEqual({ summary });
  });

  it('says in which zone its dates are read', async () => {
    expect(await event(suspended.id, 'zone')).toEqual({ zone: 'America/New_York' });
  });

  it('says what counts of it, by now or at an earlier state of the record', async () => {
    const fields = `now: current { changed summary } then: current(knownAt: "2026-01-01") { changed summary }`;
    const { now, then } = await event(adopted.id, fields);
    expect(now).toMatchObject({ changed: true });
    expect(now.summary).toMatch(/^Duty on tin and alloys: 10 % on India from 12 March 2025/);
    expect(then.summary).toMatch(/^Duty on tin: /);
    expect((await event(met.id, fields)).now).toBeNull();
  });
});

describe('a measure', () => {
  it('says its goods, its zone and the negotiations between whose parties it is', async () => {
    const { measure: found } = await query(
      parley,
      `{ measure(slug: "us-tin") { timeZone goods { hs } negotiations { totalCount nodes { slug } } } }`,
    );
    expect(found).toEqual({
      timeZone: 'America/New_York',
      goods: { hs: ['8001'] },
      negotiations: { totalCount: 1, nodes: [{ slug: 'in-us' }] },
    });
  });
});
