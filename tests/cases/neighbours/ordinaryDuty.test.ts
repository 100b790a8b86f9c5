/** Neighbours: the ordinary duty on record, preferences, rates in lieu, and what counts them. */
import { describe } from 'vitest';
import { adopted, amended, duty, dutyNeighbours, granted, layers, on } from './dutyNeighbour.js';

const AT = '2025-06-01';
const mfn = (rate: number, data: object = {}) =>
  adopted('us-mfn', { rate, role: 'MFN', affects: ['*'], ...data });
const preference = (rate: number, data: object = {}) =>
  adopted('us-pref', { rate, role: 'PREFERENCE', goods: { origin: ['FTA'] }, ...data });
const originating = { goods: { origin: ['FTA'] } };

describe('MFN on record is the ordinary duty unless the caller gives one', () => {
  dutyNeighbours([
    {
      title: 'on record: a layer like others, first',
      events: [adopted('us-a', { rate: 10 }), mfn(4)],
      asked: [duty(AT, { total: 14, ...layers('us-mfn: MFN', 'us-a: IN_FORCE') })],
    },
    {
      title: 'given: the line on record is left out, also where it would be more',
      events: [adopted('us-a', { rate: 10 }), mfn(4)],
      asked: [
        duty(AT, { total: 11, ...layers(': MFN', 'us-a: IN_FORCE') }, { mfnRate: 1 }),
        duty(AT, { total: 10 }, { mfnRate: 0 }),
      ],
    },
    {
      title: 'the more specific line of two measures counts',
      events: [
        mfn(4, { goods: { hs: ['72'] } }),
        adopted('us-mfn-steel', { rate: 6, role: 'MFN', affects: ['*'], goods: { hs: ['7208'] } }),
      ],
      asked: [
        duty(AT, { total: 6 }, { goods: { hs: '72081000' } }),
        duty(AT, { total: 4 }, { goods: { hs: '7209' } }),
      ],
    },
    {
      title: 'suspended or ended it is no ordinary duty any more',
      events: [
        mfn(4),
        on('us-mfn').MeasureSuspended('2025-02-01', {
          ...{ effectiveFrom: '2025-02-01', until: '2025-03-01' },
        }),
        on('us-mfn').MeasureEnded('2025-05-01', { how: 'LIFTED', effectiveFrom: '2025-05-01' }),
      ],
      asked: [
        duty('2025-02-10', { total: 0, ...layers('-us-mfn: SUSPENDED') }),
        duty('2025-04-01', { total: 4 }),
        duty(AT, { total: 0, ...layers('-us-mfn: ENDED') }),
      ],
    },
  ]);
});

describe('of a preference and the ordinary duty the lower is paid', () => {
  dutyNeighbours([
    {
      title: 'the preference, by goods of its origin only',
      events: [mfn(8), preference(3)],
      asked: [
        duty(
          ...([
            AT,
            { total: 3, ...layers('-us-mfn: LOWER_ELSEWHERE', 'us-pref: IN_FORCE') },
          ] as const),
          originating,
        ),
        duty(AT, { total: 8, ...layers('us-mfn: MFN', '-us-pref: OUT_OF_SCOPE') }),
      ],
    },
    {
      title: 'against an MFN rate that the caller gives, either way',
      events: [preference(3)],
      asked: [
        duty(AT, { total: 3 }, { ...originating, mfnRate: 8 }),
        duty(AT, { total: 2 }, { ...originating, mfnRate: 2 }),
        duty(
          AT,
          { total: 3, ...layers(': MFN', '-us-pref: LOWER_ELSEWHERE') },
          {
            ...originating,
            mfnRate: 3,
          },
        ),
      ],
    },
    {
      title: 'of two preferences the lower',
      events: [
        mfn(8),
        preference(3),
        adopted('us-gsp', { rate: 1, role: 'PREFERENCE', goods: { origin: ['GSP'] } }),
      ],
      asked: [
        duty(AT, { total: 1 }, { goods: { origin: ['FTA', 'GSP'] } }),
        duty(AT, { total: 3 }, originating),
      ],
    },
    {
      title: 'additional duties are added to whichever is paid',
      events: [mfn(8), preference(0), adopted('us-a', { rate: 10 })],
      asked: [duty(AT, { total: 10 }, originating), duty(AT, { total: 18 })],
    },
    {
      title: 'a relief from the preference counts in the comparison',
      events: [
        mfn(2),
        preference(3),
        granted('us-pref', '2025-04-01', { goods: { endUse: ['x'] }, rate: 1 }),
      ],
      asked: [
        duty(AT, { total: 2 }, originating),
        duty(AT, { total: 1 }, { goods: { origin: ['FTA'], endUse: ['x'] } }),
      ],
    },
    {
      title: 'an amount is compared where the value makes it a percentage',
      events: [
        mfn(8),
        adopted('us-pref', {
          duty: { components: [{ amount: 1, currency: 'USD', per: { unit: 'KGM' } }] },
          ...{ role: 'PREFERENCE', goods: { origin: ['FTA'] } },
        }),
      ],
      asked: [
        duty(AT, { total: 8 }, { goods: value(100, 20) }),
        duty(AT, { total: 5 }, { goods: value(100, 5) }),
      ],
    },
  ]);
});

function value(amount: number, kilograms: number): object {
  return {
    origin: ['FTA'],
    customsValue: { amount, currency: 'USD' },
    quantities: [{ value: kilograms, unit: 'KGM' }],
  };
}

describe('a rate in lieu stands in the place of the ordinary duty', () => {
  const inLieu = adopted('us-lieu', { rate: 35, role: 'IN_LIEU_OF_MFN' });
  dutyNeighbours([
    {
      title: 'on record or given, and of a preference too',
      events: [mfn(8), preference(3), inLieu],
      asked: [
        duty(
          AT,
          {
            total: 35,
            ...layers('-us-mfn: IN_LIEU_OF_MFN', 'us-lieu: IN_FORCE', '-us-pref: IN_LIEU_OF_MFN'),
          },
          originating,
        ),
        duty(AT, { total: 35 }, { mfnRate: 5 }),
      ],
    },
    {
      title: 'additional duties are still added',
      events: [mfn(8), inLieu, adopted('us-a', { rate: 10 })],
      asked: [duty(AT, { total: 45 })],
    },
    {
      title: 'letting a good off, it stands in lieu all the same',
      events: [mfn(8), inLieu, granted('us-lieu', '2025-04-01', { goods: { endUse: ['x'] } })],
      asked: [
        duty(AT, { total: 0 }, { goods: { endUse: ['x'] } }),
        duty('2025-03-01', { total: 35 }, { goods: { endUse: ['x'] } }),
      ],
    },
    {
      title: 'suspended, what it replaces applies again',
      events: [
        mfn(8),
        inLieu,
        on('us-lieu').MeasureSuspended('2025-05-01', { effectiveFrom: '2025-05-01' }),
      ],
      asked: [duty(AT, { total: 8 }), duty('2025-04-01', { total: 35 })],
    },
  ]);
});

describe('a cap counts the ordinary duty, from wherever it comes', () => {
  const capped = adopted('us-a', { rate: 15, capTotalAt: 15 });
  dutyNeighbours([
    {
      title: 'on record',
      events: [mfn(4), capped],
      asked: [duty(AT, { total: 15, ...layers('us-mfn: MFN', 'us-a: CAPPED') })],
    },
    {
      title: 'given, instead of the one on record',
      events: [mfn(4), capped],
      asked: [
        duty(AT, { total: 15, layers: [{ rate: 6 }, { rate: 9 }] }, { mfnRate: 6 }),
        duty(AT, { total: 20, layers: [{ applies: true }, { applies: false }] }, { mfnRate: 20 }),
      ],
    },
    {
      title: 'a preference, where that is what is paid',
      events: [mfn(4), preference(1), capped],
      asked: [
        duty(AT, { total: 15, layers: [{ rate: 4 }, { rate: 14 }, { rate: 1 }] }, originating),
        duty(AT, { total: 15 }),
      ],
    },
    {
      title: 'a rate in lieu of it',
      events: [mfn(4), adopted('us-lieu', { rate: 12, role: 'IN_LIEU_OF_MFN' }), capped],
      asked: [duty(AT, { total: 15 })],
    },
    {
      title: 'a specific ordinary duty, where the value makes it a percentage',
      events: [
        adopted('us-mfn', {
          duty: { components: [{ amount: 1, currency: 'USD', per: { unit: 'KGM' } }] },
          ...{ role: 'MFN', affects: ['*'] },
        }),
        capped,
      ],
      asked: [duty(AT, { total: 15 }, { goods: value(100, 5) })],
    },
    {
      title: 'and leaves other layers alone, until it is taken away',
      events: [
        mfn(4),
        capped,
        adopted('us-b', { rate: 3 }),
        amended('us-a', '2025-05-01', { removes: ['capTotalAt'] }),
      ],
      asked: [duty('2025-04-01', { total: 18 }), duty(AT, { total: 22 })],
    },
  ]);
});
