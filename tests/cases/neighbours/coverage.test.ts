/** Neighbours: what the record claims to cover, and what it does not know. */
import { describe } from 'vitest';
import type { EventData } from '../../../events/catalogue.js';
import { adopted, duty, dutyNeighbours, on, us } from './dutyNeighbour.js';

const AT = '2025-06-01';
const declared = (data: Partial<EventData<'CoverageDeclared'>> = {}, day = '2025-01-01') =>
  us.CoverageDeclared(day, { from: '2025-01-01', complete: true, note: 'antidumping', ...data });
const status = (at: string, each: string, more: object = {}, total?: number | null) =>
  duty(at, { coverage: { status: each }, ...(total !== undefined && { total }) }, more);

describe('unknown is not zero', () => {
  dutyNeighbours([
    {
      title: 'nothing on record, nothing declared: no total, no expression, no range',
      events: [adopted('us-a', { rate: 10, affects: ['BR'] })],
      asked: [
        duty(AT, {
          ...{ total: null, expression: 'not on record', amount: null, range: null },
          coverage: { status: 'NONE' },
          ...{ layers: [], pending: [] },
        }),
      ],
    },
    {
      title: 'before anything bore on it, and after',
      events: [adopted('us-a', { rate: 10 }, '2025-03-01')],
      asked: [
        duty('2025-02-28', { total: null }),
        duty('2025-03-01', { total: 10 }),
        duty(AT, { total: null }, { on: 'FR' }),
      ],
    },
    {
      title: 'ended, it bore on it: 0, of what is on record',
      events: [
        adopted('us-a', { rate: 10 }),
        on('us-a').MeasureEnded('2025-05-01', { how: 'LIFTED', effectiveFrom: '2025-05-01' }),
      ],
      asked: [status(AT, 'NONE', {}, 0)],
    },
    {
      title: 'declared complete with nothing on record: 0, and known to be',
      events: [declared()],
      asked: [status(AT, 'COMPLETE', {}, 0), status('2024-06-01', 'NONE', {}, null)],
    },
  ]);
});

describe('the latest declaration that covers a question governs', () => {
  dutyNeighbours([
    {
      title: 'for some areas, asked of one, of another, of a group with one of them',
      events: [adopted('us-a', { rate: 10, affects: ['*'] }), declared({ on: ['IN', 'DE'] })],
      asked: [
        status(AT, 'COMPLETE'),
        status(AT, 'NONE', { on: 'BR' }),
        status(AT, 'PARTIAL', { on: 'EU' }),
        status(AT, 'COMPLETE', { on: 'DE' }),
      ],
    },
    {
      title: 'for a group: its members while they are',
      events: [
        adopted('us-a', { rate: 10, affects: ['*'] }, '2019-01-01'),
        declared({ on: ['EU'], from: '2019-01-01' }, '2019-01-01'),
      ],
      asked: [
        status(AT, 'COMPLETE', { on: 'FR' }),
        status('2020-06-01', 'COMPLETE', { on: 'GB' }),
        status(AT, 'NONE', { on: 'GB' }),
      ],
    },
    {
      title: 'for some goods, asked of them, of a part of them, of others and of all',
      events: [adopted('us-a', { rate: 10 }), declared({ goods: { hs: ['7208'] } })],
      asked: [
        status(AT, 'COMPLETE', { goods: { hs: '720825' } }),
        status(AT, 'PARTIAL', { goods: { hs: '72' } }),
        status(AT, 'NONE', { goods: { hs: '01' } }),
        status(AT, 'PARTIAL'),
      ],
    },
    {
      title: 'for all goods but some',
      events: [adopted('us-a', { rate: 10 }), declared({ goods: { except: { hs: ['72'] } } })],
      asked: [
        status(AT, 'COMPLETE', { goods: { hs: '01' } }),
        status(AT, 'NONE', { goods: { hs: '7208' } }),
        status(AT, 'PARTIAL'),
      ],
    },
    {
      title: 'for some dates, the end exclusive and both where the authority is',
      events: [
        adopted('us-a', { rate: 10 }),
        declared({ from: '2025-02-01', until: '2025-05-01' }),
      ],
      asked: [
        status('2025-01-31', 'NONE'),
        status('2025-02-01', 'COMPLETE'),
        status('2025-04-30', 'COMPLETE'),
        status('2025-05-01', 'NONE'),
      ],
    },
    {
      title: 'a later one that is not complete: partial, with what it leaves out',
      events: [
        adopted('us-a', { rate: 10 }),
        declared(),
        declared({ complete: false, note: 'section 232' }, '2025-03-01'),
      ],
      asked: [
        duty(AT, {
          total: 10,
          coverage: { status: 'PARTIAL', note: 'section 232', setBy: { type: 'CoverageDeclared' } },
        }),
      ],
    },
    {
      title: 'not complete, where nothing bears on the pair: nothing is known',
      events: [adopted('us-a', { rate: 10 }), declared({ complete: false })],
      asked: [status(AT, 'NONE', { on: 'BR' }, null), status(AT, 'PARTIAL', {}, 10)],
    },
  ]);
});
