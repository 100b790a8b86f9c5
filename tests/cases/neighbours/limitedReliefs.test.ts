/** Neighbours: reliefs that are limited, by a quota or by the customs value. */
import { describe } from 'vitest';
import type { EventData } from '../../../events/catalogue.js';
import { adopted, duty, dutyNeighbours, granted, layers, on, seen } from './dutyNeighbour.js';

const AT = '2025-06-01';
const base = adopted('us-a', { rate: 25, affects: ['*'] });
const forUse = (endUse: string, more: Partial<EventData<'ExemptionGranted'>> = {}) => ({
  ...{ goods: { endUse: [endUse] }, ...more },
});
const ended = (day: string, data: Partial<EventData<'ExemptionEnded'>> = {}) =>
  on('us-a').ExemptionEnded(day, { relief: 'r', effectiveFrom: day, ...data });

describe('a relief under a quota is for who holds a place in it', () => {
  const quota = { volume: 1000, unit: 'TNE', from: '2025-02-01', until: '2025-07-01' };
  const trq = granted('us-a', '2025-02-01', { relief: 'r', rate: 5, quota });
  const held = { goods: { quotas: ['r'] } };
  const reported = (day: string, status: 'OPEN' | 'EXHAUSTED' | 'SUSPENDED', more: object = {}) =>
    on('us-a').QuotaReported(day, { relief: 'r', status, from: day, ...more });
  dutyNeighbours([
    {
      title: 'open without a report, in its period, to who holds a place',
      events: [base, trq],
      asked: [
        duty(AT, { total: 5, ...layers('us-a: QUOTA') }, held),
        duty(AT, { total: 25, ...layers('us-a: IN_FORCE') }),
        duty('2025-07-02', { total: 25, ...layers('us-a: IN_FORCE') }, held),
        duty(AT, { pending: [{ total: 25, setBy: { type: 'ExemptionGranted' } }] }, held),
      ],
    },
    {
      title: 'full, open again, suspended: each from its day',
      events: [
        ...[base, trq, reported('2025-03-01', 'EXHAUSTED', { used: 1000 })],
        ...[reported('2025-04-01', 'OPEN', { used: 900 }), reported('2025-05-01', 'SUSPENDED')],
      ],
      asked: [
        duty('2025-03-15', { total: 25, ...layers('us-a: QUOTA_EXHAUSTED') }, held),
        duty('2025-04-15', { total: 5, ...layers('us-a: QUOTA') }, held),
        duty(AT, { total: 25, ...layers('us-a: QUOTA_EXHAUSTED') }, held),
        seen('us-a', '2025-04-15', { reliefs: [{ quota: { status: 'OPEN', used: 900 } }] }),
      ],
    },
    {
      title: 'full in one period, open in the next',
      events: [
        ...[base, trq, reported('2025-03-01', 'EXHAUSTED')],
        granted('us-a', '2025-06-15', {
          ...{ relief: 'r', rate: 5, effectiveFrom: '2025-07-01' },
          quota: { ...quota, from: '2025-07-01', until: '2026-01-01' },
        }),
      ],
      asked: [
        duty('2025-06-20', { total: 25, ...layers('us-a: QUOTA_EXHAUSTED') }, held),
        duty('2025-07-02', { total: 5 }, held),
      ],
    },
    {
      title: 'full, another relief that is lower counts all the same',
      events: [
        ...[base, trq, reported('2025-03-01', 'EXHAUSTED')],
        granted('us-a', '2025-02-01', forUse('x', { rate: 10 })),
      ],
      asked: [
        duty(
          AT,
          { total: 10, ...layers('us-a: EXEMPT') },
          { goods: { quotas: ['r'], endUse: ['x'] } },
        ),
      ],
    },
    {
      title: 'a report of a relief without a quota is refused',
      events: [base, granted('us-a', '2025-02-01', { relief: 'r' })],
      refused: [reported('2025-03-01', 'OPEN'), 'data.relief', 'quota'],
    },
  ]);
});

describe('a relief may be limited by the customs value', () => {
  const limit = { valueAtMost: { amount: 800, currency: 'USD' } };
  const value = (amount: number, currency = 'USD') => ({
    goods: { customsValue: { amount, currency } },
  });
  dutyNeighbours([
    {
      title: 'up to it, itself included',
      events: [base, granted('us-a', '2025-02-01', limit)],
      asked: [
        duty(AT, { total: 0 }, value(800)),
        duty(AT, { total: 25 }, value(800.01)),
        duty(AT, { total: 25 }),
      ],
    },
    {
      title: 'in another currency nothing is assumed',
      events: [base, granted('us-a', '2025-02-01', limit)],
      asked: [duty(AT, { total: 25 }, value(1, 'EUR'))],
    },
    {
      title: 'ended for one country first, then for all',
      events: [
        base,
        granted('us-a', '2025-02-01', { ...limit, relief: 'r' }),
        ...[ended('2025-04-01', { affects: ['CN'] }), ended('2025-05-01')],
      ],
      asked: [
        duty('2025-04-15', { total: 25 }, { on: 'CN', ...value(100) }),
        duty('2025-04-15', { total: 0 }, value(100)),
        duty(AT, { total: 25 }, value(100)),
      ],
    },
  ]);
});
