/** Neighbours: reliefs, of which the lowest that fits counts. */
import { describe } from 'vitest';
import type { EventData } from '../../../events/catalogue.js';
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
const base = adopted('us-a', { rate: 25, affects: ['*'] });
const use = (...endUse: readonly string[]) => ({ goods: { endUse } });
const forUse = (endUse: string, more: Partial<EventData<'ExemptionGranted'>> = {}) => ({
  ...{ goods: { endUse: [endUse] }, ...more },
});
const ended = (day: string, data: Partial<EventData<'ExemptionEnded'>> = {}) =>
  on('us-a').ExemptionEnded(day, { relief: 'r', effectiveFrom: day, ...data });

describe('of the reliefs that fit, the lowest counts, and none raises', () => {
  dutyNeighbours([
    {
      title: 'whichever was granted last',
      events: [
        ...[base, granted('us-a', '2025-02-01', forUse('x', { rate: 5 }))],
        granted('us-a', '2025-03-01', forUse('y', { rate: 10 })),
      ],
      asked: [
        duty(AT, { total: 5, ...layers('us-a: EXEMPT') }, use('x', 'y')),
        duty(AT, { total: 10 }, use('y')),
        duty(AT, { total: 25 }),
      ],
    },
    {
      title: 'a reduced rate above the rate after that was cut changes nothing',
      events: [
        ...[base, granted('us-a', '2025-02-01', forUse('x', { rate: 10 }))],
        amended('us-a', '2025-04-01', { rate: 5 }),
      ],
      asked: [
        duty('2025-03-01', { total: 10 }, use('x')),
        duty(AT, { total: 5, ...layers('us-a: IN_FORCE') }, use('x')),
      ],
    },
    {
      title: 'let off and let off to 0 are the same, in percent or per unit',
      events: [
        ...[base, adopted('us-b', { rate: 15, excludedBy: ['us-a'], affects: ['*'] })],
        granted('us-a', '2025-02-01', forUse('x')),
        granted('us-a', '2025-02-01', forUse('y', { rate: 0 })),
        granted('us-a', '2025-02-01', {
          ...forUse('z'),
          duty: { components: [{ amount: 0, currency: 'USD', per: { unit: 'KGM' } }] },
        }),
      ],
      asked: ['x', 'y', 'z'].map((each) =>
        duty(AT, { total: 15, ...layers('-us-a: EXEMPT', 'us-b: IN_FORCE') }, use(each)),
      ),
    },
    {
      title: 'by amount where the value is known',
      events: [
        ...[base, granted('us-a', '2025-02-01', forUse('x', { rate: 10 }))],
        granted('us-a', '2025-02-01', {
          ...forUse('x'),
          duty: { components: [{ amount: 1, currency: 'USD', per: { unit: 'KGM' } }] },
        }),
      ],
      asked: [
        duty(AT, { total: 5 }, { goods: { endUse: ['x'], ...worth(100, 5) } }),
        duty(AT, { total: 10 }, { goods: { endUse: ['x'], ...worth(100, 20) } }),
      ],
    },
  ]);
});

function worth(amount: number, kilograms: number): object {
  return {
    customsValue: { amount, currency: 'USD' },
    quantities: [{ value: kilograms, unit: 'KGM' }],
  };
}

describe('a relief belongs to the measure that grants it', () => {
  dutyNeighbours([
    {
      title: 'and spares no other',
      events: [base, adopted('us-b', { rate: 40 }), granted('us-a', '2025-02-01', forUse('x'))],
      asked: [duty(AT, { total: 40, ...layers('-us-a: EXEMPT', 'us-b: IN_FORCE') }, use('x'))],
    },
    {
      title: 'reaching back to its start, for those who know of it',
      events: [
        base,
        granted(
          ...(['us-a', '2025-05-01', forUse('x', { effectiveFrom: '2025-01-01' })] as const),
          ...[{ recordedAt: '2025-05-01T12:00:00Z' }],
        ),
      ],
      asked: [
        duty('2025-02-01', { total: 0 }, use('x')),
        duty({ at: '2025-02-01', knownAt: '2025-04-30T00:00:00Z' }, { total: 25 }, use('x')),
      ],
    },
    {
      title: 'of a measure in lieu: what it lets off still stands in lieu',
      events: [
        base,
        adopted('us-b', { rate: 30, replaces: ['us-a'] }),
        granted('us-b', '2025-02-01', forUse('x')),
      ],
      asked: [
        duty(AT, { total: 0, ...layers('-us-a: REPLACED', '-us-b: EXEMPT') }, use('x')),
        duty(AT, { total: 30 }),
      ],
    },
    {
      title: 'under a cap: the lower of the two',
      events: [
        adopted('us-a', { rate: 15, capTotalAt: 15 }),
        granted('us-a', '2025-02-01', forUse('x', { rate: 8 })),
      ],
      asked: [
        duty(AT, { total: 11 }, { ...use('x'), mfnRate: 3 }),
        duty(AT, { total: 15 }, { ...use('x'), mfnRate: 10 }),
        duty(AT, { total: 20 }, { ...use('x'), mfnRate: 20 }),
      ],
    },
  ]);
});

describe('a relief has a name, is granted anew, and ended by its own event', () => {
  const named = (day: string, more: Partial<EventData<'ExemptionGranted'>> = {}) =>
    granted('us-a', day, forUse('x', { relief: 'r', ...more }));
  dutyNeighbours([
    {
      title: 'ended, and granted again under the same name',
      events: [base, named('2025-02-01'), ended('2025-03-01'), named('2025-05-01', { rate: 5 })],
      asked: [
        duty('2025-02-15', { total: 0 }, use('x')),
        duty('2025-04-01', { total: 25 }, use('x')),
        duty(AT, { total: 5 }, use('x')),
        seen('us-a', AT, { reliefs: [{ slug: 'r', rate: 5 }] }),
      ],
    },
    {
      title: 'a further grant sets its terms anew, also its goods and end, from its day on',
      events: [
        base,
        named('2025-02-01', { until: '2025-12-31' }),
        granted('us-a', '2025-04-01', { ...forUse('y', { relief: 'r' }), until: '2025-05-15' }),
      ],
      asked: [
        duty('2025-03-01', { total: 0 }, use('x')),
        duty('2025-05-01', { total: 25 }, use('x')),
        duty('2025-05-01', { total: 0 }, use('y')),
        duty(AT, { total: 25 }, use('x', 'y')),
      ],
    },
    {
      title: 'ended for some areas only, asked of one, of another and of their group',
      events: [
        base,
        granted('us-a', '2025-02-01', { relief: 'r' }),
        ended('2025-02-15', { affects: ['DE', 'IN'], effectiveFrom: '2025-04-01' }),
      ],
      asked: [
        duty(AT, { total: 25 }),
        duty(AT, { total: 0 }, { on: 'FR' }),
        duty(AT, { total: 25, range: { min: 0, max: 25 } }, { on: 'EU' }),
        duty('2025-03-01', {
          total: 0,
          pending: [{ total: 25, setBy: { type: 'ExemptionEnded' } }],
        }),
      ],
    },
    {
      title: 'ended before it begins, it never is',
      events: [
        base,
        named('2025-02-01', { effectiveFrom: '2025-05-01' }),
        ended('2025-03-01', { effectiveFrom: '2025-04-01' }),
      ],
      asked: [duty(AT, { total: 25 }, use('x')), duty('2025-04-15', { pending: [] }, use('x'))],
    },
    {
      title: 'for some areas, less others',
      events: [
        base,
        granted('us-a', '2025-02-01', { affects: ['EU'], exceptFor: ['DE'], relief: 'r' }),
      ],
      asked: [
        duty(AT, { total: 0 }, { on: 'FR' }),
        duty(AT, { total: 25 }, { on: 'DE' }),
        duty(AT, { total: 25 }),
      ],
    },
    {
      title: 'an end of a relief that nobody granted is refused',
      events: [base],
      refused: [ended('2025-04-01'), 'data.relief', 'r'],
    },
  ]);
});
