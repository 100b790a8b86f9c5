/** Neighbours: goods under way keep the terms before a rise, as each clause says. */
import { describe } from 'vitest';
import { adopted, amended, duty, dutyNeighbours, layers, on } from './dutyNeighbour.js';

const loaded = (loadedAt: string, more: object = {}) => ({ goods: { loadedAt, ...more } });
const [JANUARY, MARCH, APRIL] = [
  '2025-01-15T00:00:00Z',
  '2025-03-15T00:00:00Z',
  '2025-04-15T00:00:00Z',
];

describe('goods under way keep the terms before a rise, and before those the terms before an earlier', () => {
  const three = [
    adopted('us-a', { rate: 5 }),
    amended('us-a', '2025-02-01', { rate: 10, inTransit: { enteredBefore: '2025-07-01' } }),
    amended('us-a', '2025-04-01', { rate: 20, inTransit: { enteredBefore: '2025-06-01' } }),
  ];
  dutyNeighbours([
    {
      title: 'through two rises, as long as each clause runs',
      events: three,
      asked: [
        duty('2025-05-01', { total: 5, ...layers('us-a: IN_TRANSIT') }, loaded(JANUARY)),
        duty('2025-05-01', { total: 10 }, loaded(MARCH)),
        duty('2025-05-01', { total: 20, ...layers('us-a: IN_FORCE') }, loaded(APRIL)),
        duty('2025-06-15', { total: 20 }, loaded(JANUARY)),
        duty('2025-03-01', { total: 5 }, loaded(JANUARY)),
      ],
    },
    {
      title: 'a clause that runs longer for the first rise than for the second',
      events: [
        adopted('us-a', { rate: 5 }),
        amended('us-a', '2025-02-01', { rate: 10, inTransit: { enteredBefore: '2025-04-20' } }),
        amended('us-a', '2025-04-01', { rate: 20, inTransit: { enteredBefore: '2025-06-01' } }),
      ],
      asked: [
        duty('2025-04-10', { total: 5 }, loaded(JANUARY)),
        duty('2025-05-01', { total: 10 }, loaded(JANUARY)),
      ],
    },
    {
      title: 'the first rise without a clause: no further back than it',
      events: [
        adopted('us-a', { rate: 5 }),
        amended('us-a', '2025-02-01', { rate: 10 }),
        amended('us-a', '2025-04-01', { rate: 20, inTransit: {} }),
      ],
      asked: [duty('2025-05-01', { total: 10 }, loaded(JANUARY))],
    },
    {
      title: 'of an adoption, before which there was nothing: nothing',
      events: [adopted('us-a', { rate: 10, inTransit: { loadedBefore: '2025-02-01' } })],
      asked: [
        duty('2025-05-01', { total: 0, ...layers('-us-a: IN_TRANSIT') }, loaded(JANUARY)),
        duty('2025-05-01', { total: 10 }, loaded(MARCH)),
      ],
    },
  ]);
});

describe('the terms before include those of the measure that is replaced', () => {
  const baseline = adopted('us-base', { rate: 10, affects: ['*'] });
  const country = adopted(
    'us-in',
    { rate: 25, replaces: ['us-base'], inTransit: { enteredBefore: '2025-06-01' } },
    '2025-04-01',
  );
  dutyNeighbours([
    {
      title: 'the baseline of the day of loading, while the clause runs',
      events: [baseline, country],
      asked: [
        duty(
          '2025-05-01',
          { total: 10, ...layers('us-base: IN_FORCE', '-us-in: IN_TRANSIT') },
          loaded(MARCH),
        ),
        duty('2025-05-01', { total: 25 }, loaded(APRIL)),
        duty('2025-06-02', { total: 25 }, loaded(MARCH)),
      ],
    },
    {
      title: 'that has a clause of its own',
      events: [adopted('us-base', { rate: 10, inTransit: {} }, '2025-02-01'), country],
      asked: [
        duty('2025-05-01', { total: 0 }, loaded(JANUARY)),
        duty('2025-05-01', { total: 10 }, loaded(MARCH)),
      ],
    },
    {
      title: 'a rise of a measure that replaced it before too',
      events: [
        baseline,
        adopted('us-in', { rate: 25, replaces: ['us-base'] }, '2025-02-01'),
        amended('us-in', '2025-04-01', { rate: 50, inTransit: {} }),
      ],
      asked: [
        duty(
          '2025-05-01',
          { total: 25, ...layers('-us-base: REPLACED', 'us-in: IN_TRANSIT') },
          loaded(MARCH),
        ),
      ],
    },
    {
      title: 'ended, goods under way owe it no more than others',
      events: [
        baseline,
        country,
        on('us-in').MeasureEnded('2025-05-01', { how: 'LIFTED', effectiveFrom: '2025-05-01' }),
      ],
      asked: [duty('2025-05-02', { total: 10 }, loaded(APRIL))],
    },
  ]);
});
