/** Neighbours: what is collected, of whom, and what is no duty on imports at all. */
import { describe } from 'vitest';
import { adopted, amended, duty, dutyNeighbours, layers, on, seen } from './dutyNeighbour.js';

const AT = '2025-06-01';

describe('a duty may be for some producers, and secured but not collected', () => {
  const form = 'ANTIDUMPING_DUTY' as const;
  const secured = adopted('us-ad', { rate: 20, form, collection: 'SECURED' });
  const by = (producer: string) => ({ goods: { producer } });
  dutyNeighbours([
    {
      title: 'one rate a producer, another for all others',
      events: [
        adopted('us-ad-a', { rate: 8, form, goods: { producers: ['A', 'B'] } }),
        adopted('us-ad-rest', { rate: 30, form, goods: { except: { producers: ['A', 'B'] } } }),
      ],
      asked: [
        duty(AT, layers('us-ad-a: IN_FORCE', '-us-ad-rest: OUT_OF_SCOPE'), by('B')),
        duty(AT, { total: 30 }, by('C')),
        duty(AT, { total: 30 }),
      ],
    },
    {
      title: 'secured: in force, no part of the total nor of its range',
      events: [secured, adopted('us-b', { rate: 5 })],
      asked: [
        duty(AT, {
          total: 5,
          range: { min: 5, max: 5 },
          ...layers('-us-ad: SECURED', 'us-b: IN_FORCE'),
        }),
        seen('us-ad', AT, { status: 'IN_FORCE', collected: false, rate: 20 }),
      ],
    },
    {
      title: 'definitive: collected from its day, when the secured one is replaced',
      events: [secured, amended('us-ad', '2025-04-01', { rate: 18, collection: 'COLLECTED' })],
      asked: [
        duty('2025-03-31', { total: 0 }),
        duty(AT, { total: 18 }),
        seen('us-ad', AT, { collected: true }),
      ],
    },
    {
      title: 'secured: nothing gives way to it',
      events: [secured, adopted('us-b', { rate: 5, excludedBy: ['us-ad'] })],
      asked: [duty(AT, { total: 5 })],
    },
  ]);
});

describe('what is no duty on imports never enters the duty', () => {
  const fee = { components: [{ amount: 50, currency: 'USD', per: { unit: 'GRT' } }] };
  dutyNeighbours([
    {
      title: 'a fee says its charge and has no rate',
      events: [adopted('us-fee', { form: 'FEE', charge: fee })],
      asked: [
        duty(AT, { total: null, layers: [] }),
        seen('us-fee', AT, {
          status: 'IN_FORCE',
          rate: null,
          expression: '50 USD/gross register ton',
          form: 'FEE',
        }),
      ],
    },
    {
      title: 'a ban is suspended and ends as a duty does, and takes nothing',
      events: [
        adopted('us-ban', { form: 'IMPORT_BAN' }),
        on('us-ban').MeasureSuspended('2025-02-01', {
          ...{ effectiveFrom: '2025-03-01', until: '2025-04-01' },
        }),
        on('us-ban').MeasureEnded('2025-05-01', { how: 'LIFTED', effectiveFrom: '2025-05-01' }),
      ],
      asked: [
        seen('us-ban', '2025-03-15', { status: 'SUSPENDED', expression: null }),
        seen('us-ban', '2025-04-15', { status: 'IN_FORCE' }),
        seen('us-ban', AT, { status: 'ENDED', endedHow: 'LIFTED' }),
        duty('2025-04-15', { total: null }),
      ],
    },
    {
      title: 'a countervailing duty is one, an export duty is none',
      events: [
        adopted('us-cvd', { rate: 12, form: 'COUNTERVAILING_DUTY' }),
        adopted('us-x', { rate: 9, form: 'EXPORT_DUTY' }),
      ],
      asked: [duty(AT, { total: 12, ...layers('us-cvd: IN_FORCE') })],
    },
  ]);
});
