/** Neighbours: duties that are no plain percentage. */
import { describe } from 'vitest';
import { adopted, amended, duty, dutyNeighbours, layers } from './dutyNeighbour.js';

const kg = (amount: number, currency = 'USD', quantity?: number) => ({
  ...{ amount, currency },
  per: { unit: 'KGM', ...(quantity !== undefined && { quantity }) },
});
const pct = (percent: number) => ({ percent });
const goods = (amount: number, kilograms?: number, more: object = {}) => ({
  goods: {
    ...{ hs: '0802', customsValue: { amount, currency: 'USD' }, ...more },
    ...(kilograms !== undefined && { quantities: [{ value: kilograms, unit: 'KGM' }] }),
  },
});
const AT = '2025-06-01';

describe('a duty is an expression: its components add', () => {
  const compound = adopted('us-a', { duty: { components: [pct(2.5), kg(0.044)] } });
  dutyNeighbours([
    {
      title: 'percent and an amount: no percentage before value and quantity are given',
      events: [compound],
      asked: [
        duty(AT, { total: null, expression: '2.5 % + 0.044 USD/kg', amount: null, range: null }),
        duty(AT, { amount: { amount: 29.4, currency: 'USD' }, total: 2.94 }, goods(1000, 100)),
        duty(AT, { total: null, amount: null }, goods(1000)),
      ],
    },
    {
      title: 'per 100 kg, the quantity given in tonnes',
      events: [adopted('us-a', { duty: { components: [kg(24, 'USD', 100)] } })],
      asked: [
        duty(
          AT,
          { expression: '24 USD/100 kg', amount: { amount: 480, currency: 'USD' }, total: 48 },
          { goods: { ...goods(1000).goods, quantities: [{ value: 2, unit: 'TNE' }] } },
        ),
      ],
    },
    {
      title: 'of two measures, amounts of one currency and unit are one amount',
      events: [
        adopted('us-a', { duty: { components: [pct(10), kg(1)] } }),
        adopted('us-b', { duty: { components: [kg(0.5)] } }),
        adopted('us-c', { rate: 5 }),
      ],
      asked: [
        duty(AT, { total: null, expression: '15 % + 1.5 USD/kg' }),
        duty(AT, { total: 30, amount: { amount: 30, currency: 'USD' } }, goods(100, 10)),
      ],
    },
    {
      title: 'an amount is not rounded',
      events: [adopted('us-a', { duty: { components: [pct(0.1), kg(0.0005)] } })],
      asked: [duty(AT, { amount: { amount: 0.012345, currency: 'USD' } }, goods(12.345 - 0.5, 1))],
    },
  ]);
});

describe('a duty has a least and a most', () => {
  const bounded = (least: number, most: number) =>
    adopted('us-a', { duty: { components: [kg(1)], minimum: [pct(least)], maximum: [pct(most)] } });
  dutyNeighbours([
    {
      title: 'the least where the amount is less, the most where it is more, else the amount',
      events: [bounded(10, 20)],
      asked: [
        duty(AT, { total: 10 }, goods(100, 5)),
        duty(AT, { total: 15 }, goods(100, 15)),
        duty(AT, { total: 20, amount: { amount: 20, currency: 'USD' } }, goods(100, 50)),
        duty(AT, { total: null, expression: '1 USD/kg MIN 10 % MAX 20 %' }),
      ],
    },
    {
      title: 'between percentages it is known at once',
      events: [
        adopted('us-a', { duty: { components: [pct(5)], minimum: [pct(8)] } }),
        adopted('us-b', { duty: { components: [pct(9), pct(9)], maximum: [pct(12)] } }),
      ],
      asked: [duty(AT, { total: 20, expression: '20 %' })],
    },
    {
      title: 'the most may be a sum',
      events: [
        adopted('us-a', { duty: { components: [pct(30)], maximum: [pct(5), kg(2)] } }),
        adopted('us-b', { rate: 1 }),
      ],
      asked: [
        duty(AT, { total: 26, expression: '1 % + (30 % MAX 5 % + 2 USD/kg)' }, goods(100, 10)),
        duty(AT, { total: 31 }, goods(100, 50)),
      ],
    },
  ]);
});

describe('an amount in another currency than the value stays as it is written', () => {
  const rupees = adopted('us-a', { duty: { components: [kg(7, 'INR')] } });
  dutyNeighbours([
    {
      title: 'alone',
      events: [rupees],
      asked: [duty(AT, { total: null, amount: null, expression: '7 INR/kg' }, goods(100, 10))],
    },
    {
      title: 'beside one in the currency of the value: each layer says its own',
      events: [rupees, adopted('us-b', { duty: { components: [kg(1)] } })],
      asked: [
        duty(
          AT,
          {
            ...{ total: null, amount: null, expression: '7 INR/kg + 1 USD/kg' },
            layers: [{ amount: null }, { amount: { amount: 10, currency: 'USD' } }],
          },
          goods(100, 10),
        ),
      ],
    },
    {
      title: 'as a least that it cannot be compared with',
      events: [adopted('us-a', { duty: { components: [pct(5)], minimum: [kg(7, 'INR')] } })],
      asked: [
        duty(AT, { total: null, amount: null, expression: '5 % MIN 7 INR/kg' }, goods(100, 10)),
      ],
    },
  ]);
});

describe('lines of a schedule are amended one by one', () => {
  const schedule = adopted('us-a', {
    lines: [
      { hs: '08', rate: 5 },
      { hs: '0802', duty: { components: [kg(1)] } },
      { hs: '080212', rate: 20 },
    ],
  });
  const asks = (at: string, hs: string, total: number | null) =>
    duty(at, { total }, { goods: { hs } });
  dutyNeighbours([
    {
      title: 'the longest prefix that fits counts',
      events: [schedule],
      asked: [
        asks(AT, '0801', 5),
        asks(AT, '08021290', 20),
        duty(AT, { expression: '1 USD/kg' }, { goods: { hs: '080211' } }),
        duty(AT, { ...layers('-us-a: OUT_OF_SCOPE'), total: 0 }, { goods: { hs: '0901' } }),
      ],
    },
    {
      title: 'an amendment replaces lines of the same code and leaves the others',
      events: [
        schedule,
        amended('us-a', '2025-03-01', { lines: [{ hs: '080212', rate: 30 }] }),
        amended('us-a', '2025-04-01', { lines: [{ hs: '080290', rate: 0 }] }),
      ],
      asked: [
        ...[asks('2025-02-01', '080212', 20), asks(AT, '080212', 30), asks(AT, '0801', 5)],
        asks(AT, '080290', 0),
      ],
    },
    {
      title: 'asked of a heading, its line counts and the range is that of the lines under it',
      events: [
        adopted('us-a', {
          lines: [
            { hs: '0802', rate: 10 },
            { hs: '080212', rate: 50 },
            { hs: '080290', rate: 3 },
          ],
        }),
        amended('us-a', '2025-04-01', { lines: [{ hs: '080212', rate: 40 }] }),
      ],
      asked: [
        duty('2025-03-01', { total: 10, range: { min: 3, max: 50 } }, { goods: { hs: '0802' } }),
        duty(AT, { total: 10, range: { min: 3, max: 40 } }, { goods: { hs: '0802' } }),
        duty(
          AT,
          { ...layers('-us-a: PARTLY_IN_SCOPE'), range: { min: 0, max: 40 } },
          { goods: { hs: '08' } },
        ),
      ],
    },
    {
      title: 'one line of a heading asked wider',
      events: [adopted('us-a', { lines: [{ hs: '080212', rate: 50 }] })],
      asked: [
        duty(AT, { total: 0, range: { min: 0, max: 50 } }, { goods: { hs: '0802' } }),
        duty(AT, { total: 0, range: { min: 0, max: 0 } }, { goods: { hs: '0801' } }),
      ],
    },
    {
      title: 'one rate for all takes the place of a schedule',
      events: [schedule, amended('us-a', '2025-03-01', { rate: 7 })],
      asked: [asks('2025-02-01', '080212', 20), asks(AT, '080212', 7), asks(AT, '0901', 7)],
    },
  ]);
});

describe('a share of the value is what a duty is taken on', () => {
  const content = (of: string, share: number) => ({ goods: { content: [{ of, share }] } });
  const both = [
    adopted('us-al', { rate: 50, valueShare: { of: ['aluminium'] } }),
    adopted('us-rest', { rate: 10, valueShare: { exceptOf: ['aluminium'] } }),
  ];
  dutyNeighbours([
    {
      title: 'of a content and of the rest',
      events: both,
      asked: [
        duty(AT, { total: 20, certainty: 'CERTAIN' }, content('aluminium', 0.25)),
        duty(AT, { total: 10 }, content('copper', 0.25)),
        duty(AT, { total: 50 }, content('aluminium', 1)),
      ],
    },
    {
      title: 'of contents that are not given, which leaves open how much',
      events: [both[0]!],
      asked: [duty(AT, { certainty: 'POSSIBLE', range: { min: 0, max: 50 } })],
    },
    {
      title: 'in money, of the part of the value',
      events: [both[0]!],
      asked: [
        duty(
          AT,
          { amount: { amount: 15, currency: 'USD' } },
          goods(100, 1, { content: [{ of: 'aluminium', share: 0.3 }] }),
        ),
      ],
    },
    {
      title: 'taken away, on the whole value again',
      events: [both[0]!, amended('us-al', '2025-04-01', { removes: ['valueShare'] })],
      asked: [
        duty('2025-03-01', { total: 5 }, content('aluminium', 0.1)),
        duty(AT, { total: 50 }, content('aluminium', 0.1)),
      ],
    },
  ]);
});
