/** Neighbours: measures that ended, were reinstated, or were adopted anew. */
import { describe } from 'vitest';
import {
  adopted,
  amended,
  duty,
  dutyNeighbours,
  granted,
  layers,
  on,
  seen,
} from './dutyNeighbour.js';

const AT = '2025-06-01';
const base = adopted('us-a', { rate: 10 });
const totals = (...all: readonly (readonly [at: string, total: number | null])[]) =>
  all.map(([at, total]) => duty(at, { total }));
const effective = (day: string) => ({ effectiveFrom: day });
const finished = (day: string, from: string, more: object = {}) =>
  on('us-a').MeasureEnded(day, { how: 'INVALIDATED', ...effective(from), ...more });
const reinstated = (day: string, from: string, more: object = {}) =>
  on('us-a').MeasureReinstated(day, { ...effective(from), ...more });

describe('an ended measure is reinstated on the terms it had', () => {
  dutyNeighbours([
    {
      title: 'before the end bites: collected without a gap, and lawful again',
      events: [
        base,
        finished('2025-05-01', '2025-05-11', { legalEffectFrom: '2025-05-01' }),
        reinstated('2025-05-02', '2025-05-02', { reason: 'STAY' }),
      ],
      asked: [
        ...totals(['2025-05-01', 10], ['2025-05-12', 10]),
        seen('us-a', '2025-05-01', { lawful: false, collected: true }),
        seen('us-a', '2025-05-12', { lawful: true, status: 'IN_FORCE' }),
      ],
    },
    {
      title: 'after it: from its day, on the amended terms, and the gap stays',
      events: [
        base,
        amended('us-a', '2025-02-01', { rate: 15 }),
        finished('2025-03-01', '2025-03-10'),
        reinstated('2025-05-01', '2025-05-10', { reason: 'SNAPBACK' }),
      ],
      asked: [
        ...totals(['2025-04-01', 0], ['2025-05-10', 15]),
        duty('2025-05-05', { pending: [{ total: 15, setBy: { type: 'MeasureReinstated' } }] }),
      ],
    },
    {
      title: 'one that ran out, until a new end',
      events: [
        adopted('us-a', { rate: 10, until: '2025-03-01' }),
        reinstated('2025-04-01', '2025-04-10', { until: '2025-05-20' }),
      ],
      asked: [
        ...totals(['2025-03-15', 0], ['2025-05-01', 10], [AT, 0]),
        seen('us-a', AT, { status: 'ENDED', endedHow: 'EXPIRED' }),
      ],
    },
    {
      title: 'one that ran out and is given no new end is refused',
      events: [adopted('us-a', { rate: 10, until: '2025-03-01' })],
      refused: [reinstated('2025-04-01', '2025-04-10'), 'data.until', 'until'],
    },
    {
      title: 'one that nothing ends is refused, as is a resumption of an ended one',
      events: [base, finished('2025-03-01', '2025-03-10')],
      refused: [
        on('us-a').MeasureResumed('2025-04-01', effective('2025-04-01')),
        'type',
        'MeasureReinstated',
      ],
    },
    {
      title: 'reliefs from it stand as they stood',
      events: [
        base,
        granted('us-a', '2025-02-01', { goods: { endUse: ['x'] } }),
        finished('2025-03-01', '2025-03-10'),
        reinstated('2025-05-01', '2025-05-01'),
      ],
      asked: [duty(AT, { total: 0, ...layers('-us-a: EXEMPT') }, { goods: { endUse: ['x'] } })],
    },
  ]);
});

describe('a fresh adoption gives an ended measure a new basis', () => {
  dutyNeighbours([
    {
      title: 'and new terms: what it does not say is not kept',
      events: [
        adopted('us-a', { rate: 10, goods: { hs: ['72'] }, capTotalAt: 12 }),
        finished('2025-03-01', '2025-03-10', { legalEffectFrom: '2025-03-01' }),
        adopted('us-a', { rate: 20 }, '2025-05-01'),
      ],
      asked: [
        duty(AT, { total: 22 }, { mfnRate: 2, goods: { hs: '01' } }),
        seen('us-a', AT, { lawful: true, rate: 20 }),
        seen('us-a', '2025-04-01', { lawful: false, status: 'ENDED' }),
      ],
    },
    {
      title: 'an end that was reached stays reached',
      events: [
        adopted('us-a', { rate: 10, until: '2025-03-01' }),
        adopted('us-a', { rate: 10, ...effective('2025-05-01') }, '2025-04-01'),
      ],
      asked: totals(['2025-02-28', 10], ['2025-03-15', 0], ['2025-04-30', 0], [AT, 10]),
    },
    {
      title: 'with effect back it fills the gap for those who know of it',
      events: [
        adopted('us-a', { rate: 10, until: '2025-03-01' }),
        adopted('us-a', { rate: 10, ...effective('2025-03-01') }, '2025-04-01', {
          recordedAt: '2025-04-01T12:00:00Z',
        }),
      ],
      asked: [
        duty('2025-03-15', { total: 10 }),
        duty({ at: '2025-03-15', knownAt: '2025-03-31T00:00:00Z' }, { total: 0 }),
      ],
    },
  ]);
});
