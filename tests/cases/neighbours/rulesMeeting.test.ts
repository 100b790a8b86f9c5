/** Neighbours: two rules that meet in one question, as random logs bring them together. */
import { describe } from 'vitest';
import { eventBuilders } from '../../support/given.js';
import { adopted, amended, duty, dutyNeighbours, granted, on, seen } from './dutyNeighbour.js';

const AT = '2025-06-01';
const steel = { goods: { content: [{ of: 'steel', share: 0.25 }] } };
const base = adopted('us-a', { rate: 10 });

describe('a share of the value is what every rate of the measure is taken on', () => {
  const onSteel = (data: object = {}) =>
    adopted('us-a', { rate: 50, valueShare: { of: ['steel'] }, ...data });
  dutyNeighbours([
    {
      title: 'a reduced rate too: it reduces the rate and not the share',
      events: [onSteel(), granted('us-a', '2025-02-01', { rate: 20 })],
      asked: [duty('2025-01-15', { total: 12.5 }, steel), duty(AT, { total: 5 }, steel)],
    },
    {
      title: 'the rate on transshipped goods too',
      events: [onSteel({ transshipmentRate: 80 })],
      asked: [duty(AT, { total: 20 }, { goods: { ...steel.goods, transshipped: true } })],
    },
  ]);
});

describe('of what cannot be worked out without value and quantities, nothing is less', () => {
  const kg = (amount: number) => ({
    components: [{ amount, currency: 'USD', per: { unit: 'KGM' } }],
  });
  const specific = adopted('us-a', { duty: kg(1) });
  const free = (more: object = {}) => granted('us-a', '2025-02-01', more);
  const reduced = granted('us-a', '2025-02-01', { duty: kg(0.7) });
  dutyNeighbours([
    {
      title: 'a relief lets off from an amount per kilogram',
      events: [specific, free()],
      asked: [duty('2025-01-15', { total: null }), duty(AT, { total: 0, expression: '0 %' })],
    },
    {
      title: 'and counts before one that leaves an amount, whatever the order of entry',
      events: [specific, reduced, free({ relief: 'r' })],
      asked: [duty(AT, { total: 0, certainty: 'CERTAIN' })],
    },
    {
      title: 'a free preference is lower than an MFN rate in an amount',
      events: [
        adopted('us-mfn', { duty: kg(1), role: 'MFN' }),
        adopted('us-pref', { rate: 0, role: 'PREFERENCE', goods: { origin: ['FTA'] } }),
      ],
      asked: [duty(AT, { total: null }), duty(AT, { total: 0 }, { goods: { origin: ['FTA'] } })],
    },
  ]);
});

describe('goods under way keep the terms before', () => {
  dutyNeighbours([
    {
      title: 'also how those stood to the ordinary duty',
      events: [
        adopted('us-a', { rate: 26, role: 'PREFERENCE' }),
        adopted('us-a', { rate: 30, role: 'IN_LIEU_OF_MFN', inTransit: {} }, '2025-03-01'),
      ],
      asked: [
        duty(AT, { total: 30 }, { mfnRate: 5 }),
        duty(AT, { total: 5 }, { mfnRate: 5, goods: { loadedAt: '2025-02-01T00:00:00Z' } }),
      ],
    },
  ]);
});

describe('an amendment that reverts counts up to then and no longer', () => {
  dutyNeighbours([
    {
      title: 'within a suspension: suspended again once its terms are gone',
      events: [
        base,
        on('us-a').MeasureSuspended('2025-02-01', { effectiveFrom: '2025-02-01' }),
        amended('us-a', '2025-03-01', { rate: 20, revertsAt: '2025-04-01' }),
      ],
      asked: [
        duty('2025-02-15', { total: 0 }),
        duty('2025-03-15', { total: 20 }),
        duty(AT, { total: 0 }),
        seen('us-a', AT, { status: 'SUSPENDED', setBy: { type: 'MeasureSuspended' } }),
      ],
    },
    {
      title: 'another rate that begins after it reverted is by the act that set that rate',
      events: [
        base,
        amended('us-a', '2025-02-01', { rate: 30, effectiveFrom: '2025-05-01' }),
        amended('us-a', '2025-03-01', { rate: 20, revertsAt: '2025-04-01' }),
      ],
      asked: [
        seen('us-a', '2025-04-15', { rate: 10, setBy: { occurred: '2025-03-01' } }),
        seen('us-a', AT, { rate: 30, setBy: { occurred: '2025-02-01' } }),
      ],
    },
  ]);
});

describe('a day that has come is not moved', () => {
  const late = adopted('us-a', { rate: 10, effectiveFrom: '2025-05-01' });
  const data = { ...late.data, effectiveFrom: '2025-02-01' };
  dutyNeighbours([
    {
      title: 'also where a correction shows that it had come when another was set',
      events: [
        late,
        on('us-a').MeasureCommenced('2025-04-01', { effectiveFrom: '2025-08-01' }),
        eventBuilders('measure/us-a').EventCorrected('2025-04-10', {
          ...{ event: late.id, reason: 'misread', data },
        }),
      ],
      asked: [duty(AT, { total: 10 }), duty('2025-02-02', { total: 10 })],
    },
  ]);
});

describe('an MFN rate that the caller gives stands for that on record', () => {
  const goods = { hs: '8703', hsEdition: '2022' };
  dutyNeighbours([
    {
      title: 'whose codes of another edition leave nothing open then',
      events: [
        adopted('us-mfn', { rate: 4, role: 'MFN', goods: { hs: ['7208'], hsEdition: '2017' } }),
      ],
      asked: [
        duty(AT, { certainty: 'POSSIBLE' }, { goods }),
        duty(AT, { total: 5, certainty: 'CERTAIN' }, { goods, mfnRate: 5 }),
      ],
    },
  ]);
});

describe('asked of a group, its members decide at each entry', () => {
  const club = eventBuilders('area/CLUB1');
  dutyNeighbours([
    {
      title: 'a member that joins later brings a change, though no measure names the group',
      events: [
        base,
        club.AreaDefined('2025-01-01', { name: 'A club', kind: 'BLOC' }),
        club.MemberJoined('2025-01-01', { member: 'IN', effectiveFrom: '2025-08-01' }),
      ],
      asked: [
        duty(AT, { pending: [{ at: '2025-08-01T00:00:00.000Z', total: 10 }] }, { on: 'CLUB1' }),
      ],
    },
  ]);
});

describe('of two decisions of which one is dated too vaguely, the status is POSSIBLE', () => {
  const lines = (rate: number) => [{ hs: '72', rate }];
  const certain = (certainty: string) => seen('us-a', '2025-05-10', { certainty });
  const schedule = adopted('us-a', { lines: lines(10) });
  const act = (day: string, rate: number) =>
    amended('us-a', day, { lines: lines(rate), effectiveFrom: '2025-05-01' });
  dutyNeighbours([
    {
      title: 'where they set another schedule',
      events: [schedule, act('2025-03-10', 20), act('2025-03', 30)],
      asked: [certain('POSSIBLE')],
    },
    {
      title: 'not where the schedules say the same',
      events: [schedule, act('2025-03-10', 20), act('2025-03', 20)],
      asked: [certain('CERTAIN')],
    },
  ]);
});
