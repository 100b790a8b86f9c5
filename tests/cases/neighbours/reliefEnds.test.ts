/** Neighbours: reliefs that reach back, whose end is told, and what a measure that lets off does. */
import { describe } from 'vitest';
import type { EventData } from '../../../events/catalogue.js';
import { eventBuilders } from '../../support/given.js';
import {
  adopted,
  amended,
  duty,
  dutyNeighbours,
  granted,
  layers,
  on,
  us,
} from './dutyNeighbour.js';

const AT = '2025-06-01';
const base = adopted('us-a', { rate: 25 });
const late = (day: string) => ({ recordedAt: `${day}T12:00:00Z` });
const known = (at: string, knownAt: string) => ({ at, knownAt: `${knownAt}T00:00:00Z` });
const use = (...endUse: readonly string[]) => ({ goods: { endUse } });
const forUse = (endUse: string, more: Partial<EventData<'ExemptionGranted'>> = {}) => ({
  ...{ goods: { endUse: [endUse] }, ...more },
});

describe('a relief may reach back, also over a gap', () => {
  const first = granted('us-a', '2025-01-01', forUse('x', { relief: 'r', until: '2025-03-01' }));
  dutyNeighbours([
    {
      title: 'granted again under its name, back to where it lapsed',
      events: [
        ...[base, first],
        granted(
          ...([
            'us-a',
            '2025-05-01',
            forUse('x', { relief: 'r', effectiveFrom: '2025-03-01' }),
          ] as const),
          late('2025-05-01'),
        ),
      ],
      asked: [
        duty('2025-02-01', { total: 0 }, use('x')),
        duty('2025-04-01', { total: 0 }, use('x')),
        duty(known('2025-04-01', '2025-04-15'), { total: 25 }, use('x')),
      ],
    },
    {
      title: 'back over a part of the gap only',
      events: [
        ...[base, first],
        granted('us-a', '2025-05-01', forUse('x', { relief: 'r', effectiveFrom: '2025-04-01' })),
      ],
      asked: [
        duty('2025-03-15', { total: 25 }, use('x')),
        duty('2025-04-15', { total: 0 }, use('x')),
      ],
    },
    {
      title: 'and extended, to an end in the past of those who learn of it',
      events: [
        ...[base, first],
        granted(
          ...([
            'us-a',
            '2025-06-15',
            forUse('x', { relief: 'r', effectiveFrom: '2025-03-01', until: '2025-05-01' }),
          ] as const),
          late('2025-06-15'),
        ),
      ],
      asked: [
        duty('2025-04-01', { total: 0 }, use('x')),
        duty('2025-05-01', { total: 25 }, use('x')),
        duty(known('2025-04-01', '2025-06-01'), { total: 25 }, use('x')),
      ],
    },
  ]);
});

describe('the event that brings the end of a relief about is named', () => {
  const quota = { volume: 1000, unit: 'TNE', from: '2025-02-01', until: '2025-07-01' };
  const trq = granted('us-a', '2025-02-01', { relief: 'r', rate: 5, quota });
  const held = { goods: { quotas: ['r'] } };
  const change = (at: string, total: number, type: string) => ({ at, total, setBy: { type } });
  dutyNeighbours([
    {
      title: 'a quota known to be full from a day ahead, and open again',
      events: [
        ...[base, trq],
        on('us-a').QuotaReported('2025-05-20', {
          relief: 'r',
          status: 'EXHAUSTED',
          from: '2025-06-10',
        }),
        on('us-a').QuotaReported('2025-05-21', { relief: 'r', status: 'OPEN', from: '2025-06-20' }),
      ],
      asked: [
        duty(
          AT,
          {
            total: 5,
            pending: [
              change('2025-06-10T04:00:00.000Z', 25, 'QuotaReported'),
              change('2025-06-20T04:00:00.000Z', 5, 'QuotaReported'),
              change('2025-07-01T04:00:00.000Z', 25, 'ExemptionGranted'),
            ],
          },
          held,
        ),
        duty(AT, { total: 25, pending: [] }),
      ],
    },
    {
      title: 'a reduction of all goods for ninety days, extended before it ran out',
      events: [
        base,
        granted('us-a', '2025-05-14', { relief: 'r', rate: 10, until: '2025-08-12' }),
        granted('us-a', '2025-06-10', {
          ...{ relief: 'r', rate: 10, effectiveFrom: '2025-08-12', until: '2025-11-10' },
        }),
      ],
      asked: [
        duty(AT, {
          total: 10,
          pending: [change('2025-08-12T04:00:00.000Z', 25, 'ExemptionGranted')],
        }),
        duty('2025-06-11', {
          pending: [change('2025-11-10T05:00:00.000Z', 25, 'ExemptionGranted')],
        }),
        duty('2025-09-01', { total: 10 }),
      ],
    },
    {
      title: 'one of two that fit: the other takes over, which the end of the first brings about',
      events: [
        base,
        granted('us-a', '2025-02-01', forUse('x', { until: '2025-07-01' })),
        granted('us-a', '2025-02-01', forUse('x', { rate: 10 })),
      ],
      asked: [
        duty(
          AT,
          { total: 0, pending: [change('2025-07-01T04:00:00.000Z', 10, 'ExemptionGranted')] },
          use('x'),
        ),
        duty('2025-07-02', { total: 10 }, use('x')),
      ],
    },
    {
      title: 'ended by an act, which takes the place of the end it was granted with',
      events: [
        base,
        granted('us-a', '2025-02-01', { relief: 'r', until: '2025-12-01' }),
        on('us-a').ExemptionEnded('2025-05-20', { relief: 'r', effectiveFrom: '2025-06-20' }),
      ],
      asked: [
        duty(AT, { total: 0, pending: [change('2025-06-20T04:00:00.000Z', 25, 'ExemptionEnded')] }),
      ],
    },
  ]);
});

describe('a correction may move the end of a relief', () => {
  const relief = granted('us-a', '2025-02-01', { relief: 'r', until: '2025-12-01' });
  const corrected = (data: object) =>
    eventBuilders('measure/us-a').EventCorrected(
      '2025-04-01',
      {
        event: relief.id,
        reason: 'misread',
        data: { goods: {}, effectiveFrom: '2025-02-01', relief: 'r', ...data },
      },
      late('2025-04-01'),
    );
  dutyNeighbours([
    {
      title: 'to an earlier day, for those who know of it',
      events: [base, relief, corrected({ until: '2025-05-01' })],
      asked: [
        duty('2025-04-30', { total: 0 }),
        duty(AT, { total: 25 }),
        duty(known(AT, '2025-03-15'), { total: 0 }),
      ],
    },
    {
      title: 'away: no end is known',
      events: [base, relief, corrected({})],
      asked: [duty('2026-01-01', { total: 0, pending: [] })],
    },
    {
      title: 'to a day after the act that ended it, which still does',
      events: [
        ...[base, relief],
        on('us-a').ExemptionEnded('2025-03-01', { relief: 'r', effectiveFrom: '2025-05-01' }),
        corrected({ until: '2026-06-01' }),
      ],
      asked: [duty('2025-04-15', { total: 0 }), duty(AT, { total: 25 })],
    },
  ]);
});

describe('a measure that lets a good off takes nothing of it', () => {
  const other = adopted('us-b', { rate: 15, excludedBy: ['us-a'] });
  dutyNeighbours([
    {
      title: 'what it excludes comes back, while a reduced duty still excludes it',
      events: [
        ...[base, other],
        granted('us-a', '2025-02-01', forUse('x')),
        granted('us-a', '2025-02-01', forUse('y', { rate: 1 })),
      ],
      asked: [
        duty(AT, { total: 15, ...layers('-us-a: EXEMPT', 'us-b: IN_FORCE') }, use('x')),
        duty(AT, { total: 1, ...layers('us-a: EXEMPT', '-us-b: EXCLUDED') }, use('y')),
      ],
    },
    {
      title: 'what it precedes comes back',
      events: [
        ...[base, adopted('us-b', { rate: 15 })],
        us.PrecedenceSet('2025-01-01', {
          order: [['us-a'], ['us-b']],
          effectiveFrom: '2025-01-01',
        }),
        granted('us-a', '2025-02-01', forUse('x')),
      ],
      asked: [
        duty(AT, { total: 25, ...layers('us-a: IN_FORCE', '-us-b: PRECEDED') }),
        duty(AT, { total: 15, ...layers('-us-a: EXEMPT', 'us-b: IN_FORCE') }, use('x')),
      ],
    },
    {
      title: 'in quota, with a place; the place lost, it excludes again',
      events: [
        ...[base, other],
        granted('us-a', '2025-02-01', {
          relief: 'r',
          quota: { volume: 1, unit: 'TNE', from: '2025-02-01', until: '2026-01-01' },
        }),
        on('us-a').QuotaReported('2025-05-01', {
          ...{ relief: 'r', status: 'EXHAUSTED', from: '2025-05-01' },
        }),
      ],
      asked: [
        duty('2025-04-01', { total: 15 }, { goods: { quotas: ['r'] } }),
        duty(
          AT,
          { total: 25, ...layers('us-a: QUOTA_EXHAUSTED', '-us-b: EXCLUDED') },
          { goods: { quotas: ['r'] } },
        ),
      ],
    },
    {
      title: 'nor does one whose rate is 0',
      events: [adopted('us-a', { rate: 25 }), amended('us-a', '2025-03-01', { rate: 0 }), other],
      asked: [duty('2025-02-01', { total: 25 }), duty(AT, { total: 15 })],
    },
    {
      title: 'of two that exclude each other the later by name stays',
      events: [adopted('us-a', { rate: 25, excludedBy: ['us-b'] }), other],
      asked: [duty(AT, { total: 15, ...layers('-us-a: EXCLUDED', 'us-b: IN_FORCE') })],
    },
  ]);
});

describe('under a cap a relief takes the place of what the cap leaves, where it is lower', () => {
  const capped = adopted('us-a', { rate: 15, capTotalAt: 15 });
  dutyNeighbours([
    {
      title: 'let off wholly: the ordinary duty alone',
      events: [capped, granted('us-a', '2025-02-01', forUse('x'))],
      asked: [
        duty(AT, { total: 4, ...layers(': MFN', '-us-a: EXEMPT') }, { ...use('x'), mfnRate: 4 }),
      ],
    },
    {
      title: 'as high as what it leaves: the cap',
      events: [capped, granted('us-a', '2025-02-01', forUse('x', { rate: 11 }))],
      asked: [
        duty(AT, { total: 15, ...layers(': MFN', 'us-a: CAPPED') }, { ...use('x'), mfnRate: 4 }),
        duty(AT, { total: 14, ...layers(': MFN', 'us-a: EXEMPT') }, { ...use('x'), mfnRate: 3 }),
      ],
    },
    {
      title: 'a cap that leaves nothing: no relief raises it',
      events: [capped, granted('us-a', '2025-02-01', forUse('x', { rate: 5 }))],
      asked: [
        duty(AT, { total: 16, ...layers(': MFN', '-us-a: CAPPED') }, { ...use('x'), mfnRate: 16 }),
      ],
    },
  ]);
});
