/** Neighbours: the course of a measure: commenced, amended, reverted, suspended. */
import { describe } from 'vitest';
import { adopted, amended, duty, dutyNeighbours, layers, on, seen } from './dutyNeighbour.js';

const AT = '2025-06-01';
const base = adopted('us-a', { rate: 10 });
const totals = (...all: readonly (readonly [at: string, total: number | null])[]) =>
  all.map(([at, total]) => duty(at, { total }));
const effective = (day: string) => ({ effectiveFrom: day });
const suspended = (day: string, from: string, until?: string) =>
  on('us-a').MeasureSuspended(day, { ...effective(from), ...(until !== undefined && { until }) });

describe('of the decisions that cover an instant, the latest taken governs', () => {
  dutyNeighbours([
    {
      title: 'stages decided ahead, of which a later act moves one',
      events: [
        adopted('us-a', { rate: 50 }),
        amended('us-a', '2025-01-02', { rate: 40, ...effective('2025-04-01') }),
        amended('us-a', '2025-01-03', { rate: 30, ...effective('2025-07-01') }),
        amended('us-a', '2025-03-01', { rate: 45, ...effective('2025-04-01') }),
      ],
      asked: [
        ...totals(['2025-03-15', 50], [AT, 45], ['2025-07-02', 45]),
        duty('2025-02-01', { pending: [{ total: 40 }, { total: 30 }] }),
      ],
    },
    {
      title: 'a suspension extended before it ran out; what was known before answers otherwise',
      events: [
        base,
        suspended('2025-02-01', '2025-02-01', '2025-04-01'),
        {
          ...suspended('2025-03-20', '2025-04-01', '2025-09-01'),
          recordedAt: '2025-03-20T00:00:00Z',
        },
      ],
      asked: [
        ...totals(['2025-04-15', 0], ['2025-09-02', 10]),
        duty({ at: '2025-04-15', knownAt: '2025-03-01T00:00:00Z' }, { total: 10 }),
        seen('us-a', '2025-04-15', { status: 'SUSPENDED', rate: null }),
      ],
    },
    {
      title: 'a suspension cut short by a resumption',
      events: [
        base,
        suspended('2025-02-01', '2025-02-01', '2025-12-01'),
        on('us-a').MeasureResumed('2025-05-01', effective('2025-05-10')),
      ],
      asked: totals(['2025-05-05', 0], ['2025-05-10', 10]),
    },
    {
      title: 'an older act learnt of late does not override a newer one',
      events: [
        base,
        amended('us-a', '2025-04-01', { rate: 30 }),
        amended('us-a', '2025-03-01', { rate: 20 }),
      ],
      asked: totals(['2025-03-15', 20], [AT, 30]),
    },
  ]);
});

describe('revertsAt: the terms before come back by themselves', () => {
  const reduced = amended('us-a', '2025-03-01', { rate: 2, revertsAt: '2025-06-01' });
  dutyNeighbours([
    {
      title: 'the rate, which the amendment brings back',
      events: [base, reduced],
      asked: [
        ...totals(['2025-05-31', 2], [AT, 10]),
        duty('2025-05-01', { pending: [{ total: 10, setBy: { type: 'MeasureAmended' } }] }),
        seen('us-a', '2025-05-01', { rate: 2, pending: [{ rate: 10 }] }),
      ],
    },
    {
      title: 'only its own terms go: a later decision stays',
      events: [
        base,
        reduced,
        amended('us-a', '2025-04-01', { goods: { hs: ['72'] } }),
        amended('us-a', '2025-05-01', { rate: 7, ...effective('2025-07-01') }),
      ],
      asked: [
        duty('2025-06-15', { total: 10 }, { goods: { hs: '72' } }),
        duty('2025-06-15', { total: 0 }, { goods: { hs: '73' } }),
        duty('2025-07-02', { total: 7 }, { goods: { hs: '72' } }),
      ],
    },
    {
      title: 'extended before it reverts',
      events: [
        base,
        reduced,
        amended('us-a', '2025-05-20', {
          rate: 2,
          ...effective('2025-06-01'),
          revertsAt: '2025-09-01',
        }),
      ],
      asked: [
        ...totals(['2025-08-31', 2], ['2025-09-01', 10]),
        duty('2025-05-25', { pending: [{ at: '2025-09-01T04:00:00.000Z', total: 10 }] }),
      ],
    },
    {
      title: 'what it took away comes back too',
      events: [
        adopted('us-a', { rate: 10, exceptFor: ['IN'], affects: ['*'] }),
        amended('us-a', '2025-03-01', { removes: ['exceptFor'], revertsAt: '2025-06-01' }),
      ],
      asked: totals(['2025-02-01', null], ['2025-05-31', 10], [AT, null]),
    },
  ]);
});

describe('removes takes a term away', () => {
  dutyNeighbours([
    {
      title: 'the end: what was temporary is permanent',
      events: [
        adopted('us-a', { rate: 10, until: '2025-05-01' }),
        amended('us-a', '2025-04-01', { removes: ['until'] }),
      ],
      asked: [
        ...totals([AT, 10]),
        duty('2025-03-01', { pending: [{ total: 0 }] }),
        duty('2025-04-02', { pending: [] }),
      ],
    },
    {
      title: 'what excludes it, and its scope of goods, at once',
      events: [
        adopted('us-a', { rate: 10, goods: { hs: ['72'] }, excludedBy: ['us-b'] }),
        adopted('us-b', { rate: 50 }),
        amended('us-a', '2025-04-01', { removes: ['goods', 'excludedBy'] }),
      ],
      asked: [
        duty('2025-03-01', { total: 50 }, { goods: { hs: '72' } }),
        duty(AT, { total: 60 }, { goods: { hs: '72' } }),
        duty(AT, { total: 60 }, { goods: { hs: '01' } }),
      ],
    },
    {
      title: 'the rate on transshipment and the clause on goods under way',
      events: [
        base,
        amended('us-a', '2025-03-01', { rate: 20, inTransit: {}, transshipmentRate: 40 }),
        amended('us-a', '2025-04-01', { removes: ['inTransit', 'transshipmentRate'] }),
      ],
      asked: [
        duty('2025-03-10', { total: 10 }, { goods: { loadedAt: '2025-02-20T00:00:00Z' } }),
        duty(AT, { total: 20 }, { goods: { loadedAt: '2025-02-20T00:00:00Z' } }),
        duty('2025-03-10', { total: 40 }, { goods: { transshipped: true } }),
        duty(AT, { total: 20 }, { goods: { transshipped: true } }),
      ],
    },
  ]);
});

describe('an act without a day of effect is pending until it is commenced', () => {
  const unset = adopted('us-a', { rate: 10, effectiveFrom: undefined });
  const commenced = (day: string, from: string) =>
    on('us-a').MeasureCommenced(day, effective(from));
  dutyNeighbours([
    {
      title: 'with no day nothing is pending on a date',
      events: [unset],
      asked: [
        seen('us-a', AT, { status: 'PENDING', certainty: 'CERTAIN', rate: null }),
        duty(AT, { total: 0, pending: [], ...layers('-us-a: NOT_YET') }),
      ],
    },
    {
      title: 'the day moved twice before it comes',
      events: [
        unset,
        commenced('2025-02-01', '2025-04-01'),
        commenced('2025-03-01', '2025-05-01'),
        commenced('2025-04-20', '2025-05-15'),
      ],
      asked: [
        ...totals(['2025-04-15', 0], ['2025-05-10', 0], ['2025-05-15', 10]),
        duty('2025-02-10', {
          pending: [{ at: '2025-04-01T04:00:00.000Z', setBy: { type: 'MeasureCommenced' } }],
        }),
        duty('2025-03-10', { pending: [{ at: '2025-05-01T04:00:00.000Z' }] }),
        seen('us-a', AT, { status: 'IN_FORCE' }),
      ],
    },
    {
      title: 'a day that has come is moved no more',
      events: [unset, commenced('2025-02-01', '2025-04-01')],
      refused: [commenced('2025-05-01', '2025-07-01'), 'type', 'MeasureAmended'],
    },
    {
      title: 'amended while pending, it begins on the terms as amended',
      events: [
        unset,
        amended('us-a', '2025-02-01', { rate: 7 }),
        commenced('2025-03-01', '2025-04-01'),
      ],
      asked: totals(['2025-03-15', 0], [AT, 7]),
    },
  ]);
});
