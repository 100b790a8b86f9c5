/** Neighbours: when something was recorded, which of two acts is the later, and times that are none. */
import { describe } from 'vitest';
import { adopted, amended, duty, dutyNeighbours, granted, on, us } from './dutyNeighbour.js';

const AT = '2025-06-01';
const NOON = '2025-05-01T12:00:00.000Z';
const base = adopted('us-a', { rate: 10 });

describe('what was recorded within one millisecond is never told apart', () => {
  const rise = amended('us-a', '2025-04-01', { rate: 20 }, { recordedAt: NOON });
  const ask = (knownAt: string, total: number) => duty({ at: AT, knownAt }, { total });
  dutyNeighbours([
    {
      title: 'known from its millisecond on',
      events: [base, rise],
      asked: [
        ask('2025-05-01T11:59:59.999Z', 10),
        ask(NOON, 20),
        ask('2025-05-01T14:00:00+02:00', 20),
      ],
    },
    {
      title: 'digits beyond the millisecond do not count',
      events: [base, rise],
      asked: [ask('2025-05-01T11:59:59.999999Z', 10), ask('2025-05-01T12:00:00.0009Z', 20)],
    },
    {
      title: 'the log hands no millisecond out twice',
      events: [...[base, rise], granted('us-a', '2025-04-01', { rate: 5 }, { recordedAt: NOON })],
      asked: [ask('2025-05-01T12:00:00.000Z', 20), ask('2025-05-01T12:00:00.001Z', 5)],
    },
  ]);
});

describe('acts rank by when they were taken, not by when they were entered', () => {
  dutyNeighbours([
    {
      title: 'what an older act had set for later is void',
      events: [
        base,
        amended('us-a', '2025-04-01', { rate: 30 }),
        amended('us-a', '2025-03-01', { rate: 20, effectiveFrom: '2025-06-15' }),
      ],
      asked: [duty(AT, { total: 30, pending: [] }), duty('2025-07-01', { total: 30 })],
    },
    {
      title: 'of a relief granted under one name',
      events: [
        base,
        granted('us-a', '2025-04-01', { relief: 'r', rate: 5 }),
        granted('us-a', '2025-03-01', { relief: 'r', rate: 1, effectiveFrom: '2025-04-01' }),
      ],
      asked: [duty(AT, { total: 5 })],
    },
    {
      title: 'of orders of precedence',
      events: [
        ...[base, adopted('us-b', { rate: 3 })],
        us.PrecedenceSet('2025-04-01', {
          order: [['us-b'], ['us-a']],
          effectiveFrom: '2025-04-01',
        }),
        us.PrecedenceSet('2025-03-01', {
          order: [['us-a'], ['us-b']],
          effectiveFrom: '2025-03-01',
        }),
      ],
      asked: [duty('2025-03-15', { total: 10 }), duty(AT, { total: 3 })],
    },
    {
      title: 'of one day, in the order in which they were entered',
      events: [
        base,
        amended('us-a', '2025-04-01', { rate: 30 }),
        amended('us-a', '2025-04-01', { rate: 20 }),
      ],
      asked: [duty(AT, { total: 20, certainty: 'CERTAIN' })],
    },
  ]);
});

describe('there is no 24:00: the day after at 00:00 is meant', () => {
  const word = '00:00';
  dutyNeighbours([
    {
      title: 'of an end',
      events: [base],
      refused: [
        amended('us-a', '2025-02-01', { until: '2025-05-01T24:00:00Z' }),
        'data.until',
        word,
      ],
    },
    {
      title: 'of a beginning',
      events: [base],
      refused: [
        on('us-a').MeasureSuspended('2025-02-01', { effectiveFrom: '2025-05-01T24:00:00-04:00' }),
        'data.effectiveFrom',
        word,
      ],
    },
    {
      title: 'of the period of a quota',
      events: [base],
      refused: [
        granted('us-a', '2025-02-01', {
          relief: 'r',
          quota: { volume: 1, unit: 'TNE', from: '2025-01-01', until: '2025-12-31T24:00:00Z' },
        }),
        'data.quota.until',
        word,
      ],
    },
  ]);
});
