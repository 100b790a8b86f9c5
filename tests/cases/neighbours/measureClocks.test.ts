/** Neighbours: what is known of a measure when, and what a vague date leaves open. */
import { describe } from 'vitest';
import { eventBuilders, published, talks } from '../../support/given.js';
import { adopted, amended, duty, dutyNeighbours, granted, on, seen, us } from './dutyNeighbour.js';

const AT = '2025-06-01';
const base = adopted('us-a', { rate: 10 });
const known = (at: string, knownAt: string) => ({ at, knownAt: `${knownAt}T00:00:00Z` });
const late = (day: string) => ({ recordedAt: `${day}T12:00:00Z` });
const about = eventBuilders('measure/us-a');

describe('a decision that reaches back changes the answer for those who know of it', () => {
  dutyNeighbours([
    {
      title: 'an end set back in time',
      events: [
        base,
        on('us-a').MeasureEnded(
          '2025-05-20',
          { how: 'LIFTED', effectiveFrom: '2025-05-01' },
          late('2025-05-20'),
        ),
      ],
      asked: [
        duty('2025-05-10', { total: 0 }),
        duty(known('2025-05-10', '2025-05-15'), { total: 10 }),
        duty(known('2025-05-10', '2025-05-21'), { total: 0 }),
      ],
    },
    {
      title: 'a cap with effect back, over a rate stacked before',
      events: [
        adopted('us-a', { rate: 15 }),
        amended(
          'us-a',
          '2025-05-01',
          { capTotalAt: 15, effectiveFrom: '2025-03-01' },
          late('2025-05-01'),
        ),
      ],
      asked: [
        duty('2025-04-01', { total: 15 }, { mfnRate: 4 }),
        duty('2025-02-01', { total: 19 }, { mfnRate: 4 }),
        duty(known('2025-04-01', '2025-04-15'), { total: 19 }, { mfnRate: 4 }),
      ],
    },
    {
      title: 'for the public from when it is published',
      events: [
        base,
        granted(
          'us-a',
          '2025-05-01',
          { effectiveFrom: '2025-03-01' },
          { sources: published('2025-05-10') },
        ),
      ],
      asked: [
        duty({ at: '2025-04-01', publicAt: '2025-05-09' }, { total: 10 }),
        duty('2025-04-01', { total: 0 }),
      ],
    },
  ]);
});

describe('a correction counts wherever it is filed', () => {
  const wrong = amended('us-a', '2025-03-01', { rate: 99 });
  const right = {
    event: wrong.id,
    reason: 'misread',
    data: { rate: 20, effectiveFrom: '2025-03-01' },
  };
  dutyNeighbours([
    {
      title: 'under another stream, for those who know of it',
      events: [base, wrong, talks.EventCorrected('2025-04-01', right, late('2025-04-01'))],
      asked: [duty(AT, { total: 20 }), duty(known(AT, '2025-03-15'), { total: 99 })],
    },
    {
      title: 'of the end of a relief, which then brings its end about',
      events: (() => {
        const relief = granted('us-a', '2025-02-01', { until: '2025-12-01' });
        const data = { goods: {}, effectiveFrom: '2025-02-01', until: '2025-05-01' };
        return [
          ...[base, relief],
          about.EventCorrected('2025-03-01', { event: relief.id, reason: 'r', data }),
        ];
      })(),
      asked: [
        duty(AT, { total: 10 }),
        duty('2025-04-01', { pending: [{ total: 10, setBy: { type: 'ExemptionGranted' } }] }),
      ],
    },
    {
      title: 'of a whole amendment: retracted, it never was',
      events: [base, wrong, about.EventRetracted('2025-04-01', { event: wrong.id, reason: 'r' })],
      asked: [duty(AT, { total: 10 }), seen('us-a', AT, { rate: 10 })],
    },
  ]);
});

describe('of two decisions of which one is dated too vaguely, the answer is POSSIBLE', () => {
  const act = (day: string, rate: number, from = '2025-05-01') =>
    amended('us-a', day, { rate, effectiveFrom: from });
  const open = (total: number, min: number, max: number) => ({
    ...{ total, range: { min, max }, certainty: 'POSSIBLE' },
  });
  dutyNeighbours([
    {
      title: 'the range spans both, until an act after both settles it',
      events: [
        base,
        act('2025-03-10', 20),
        act('2025-03', 30),
        act('2025-05-20', 40, '2025-05-20'),
      ],
      asked: [
        duty('2025-05-10', open(20, 20, 30)),
        duty(AT, { total: 40, range: { min: 40, max: 40 }, certainty: 'CERTAIN' }),
        duty('2025-04-01', { total: 10, certainty: 'CERTAIN' }),
      ],
    },
    {
      title: 'not where both say the same',
      events: [base, act('2025-03-10', 20), act('2025-03', 20)],
      asked: [duty(AT, { total: 20, certainty: 'CERTAIN' })],
    },
    {
      title: 'nor where its whole date is before or after the other',
      events: [base, act('2025-02', 20), act('2025-03-10', 30)],
      asked: [duty(AT, { total: 30, certainty: 'CERTAIN' })],
    },
    {
      title: 'of a relief granted anew',
      events: [
        base,
        granted('us-a', '2025-03-10', { relief: 'r', rate: 5, effectiveFrom: '2025-05-01' }),
        granted('us-a', '2025-03', { relief: 'r', rate: 2, effectiveFrom: '2025-05-01' }),
      ],
      asked: [duty(AT, open(5, 2, 5)), duty('2025-04-15', { certainty: 'CERTAIN' })],
    },
    {
      title: 'of an order of precedence',
      events: [
        ...[base, adopted('us-b', { rate: 3 })],
        us.PrecedenceSet('2025-03-10', {
          order: [['us-a'], ['us-b']],
          effectiveFrom: '2025-05-01',
        }),
        us.PrecedenceSet('2025-03', { order: [['us-b'], ['us-a']], effectiveFrom: '2025-05-01' }),
      ],
      asked: [duty(AT, open(10, 3, 10))],
    },
  ]);
});

describe('what-if: read as if an event were absent or known', () => {
  const end = on('us-a').MeasureEnded('2025-05-01', { how: 'LIFTED', effectiveFrom: '2025-05-01' });
  const relief = granted('us-a', '2025-02-01', { rate: 3, relief: 'r' });
  dutyNeighbours([
    {
      title: 'without the end of a measure, or its relief',
      events: [base, relief, end],
      asked: [
        duty(AT, { total: 0 }),
        duty(AT, { total: 3 }, { assuming: { without: [end.id] } }),
        duty(AT, { total: 10 }, { assuming: { without: [end.id, relief.id] } }),
      ],
    },
    {
      title: 'with a relief that would end',
      events: [base, relief],
      asked: [
        duty(...([AT, { total: 10 }] as const), {
          assuming: {
            with: [
              {
                stream: 'measure/us-a',
                occurred: '2025-05-01',
                sources: [{ kind: '~PRESS', published: '2025-05-01' }],
                data: { exemptionEnded: { relief: 'r', effectiveFrom: '2025-05-01' } },
              },
            ],
          },
        }),
      ],
    },
  ]);
});

describe('a bare date begins with the first instant of that day where the authority is', () => {
  dutyNeighbours([
    {
      title: 'in the zone that the measure names, else its authority’s',
      events: [
        adopted('us-a', { rate: 10, effectiveFrom: '2025-03-01' }),
        adopted('us-b', { rate: 5, effectiveFrom: '2025-03-01', timeZone: 'Asia/Kolkata' }),
      ],
      asked: [
        duty('2025-02-28T18:29:59Z', { total: 0 }),
        duty('2025-02-28T18:30:00Z', { total: 5 }),
        duty('2025-03-01T05:00:00Z', { total: 15 }),
      ],
    },
    {
      title: 'where midnight does not exist, after it',
      events: [
        adopted(
          'eg-a',
          {
            ...{ rate: 10, imposedBy: 'EG', affects: ['US'], effectiveFrom: '2023-04-28' },
          },
          '2023-01-01',
        ),
      ],
      asked: [
        duty('2023-04-27T21:59:59Z', { total: 0 }, { imposedBy: 'EG', on: 'US' }),
        duty('2023-04-27T22:00:00Z', { total: 10 }, { imposedBy: 'EG', on: 'US' }),
      ],
    },
    {
      title: 'and ends a day before it begins the next: until is exclusive',
      events: [adopted('us-a', { rate: 10, until: '2025-05-01' })],
      asked: [
        duty('2025-05-01T03:59:59Z', { total: 10 }),
        duty('2025-05-01T04:00:00Z', { total: 0 }),
        duty('2025-04-30', { total: 10 }),
      ],
    },
  ]);
});
