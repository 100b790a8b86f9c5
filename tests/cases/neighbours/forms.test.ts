/** Neighbours: what is no duty, ended and back, and steps that can have no effect. */
import { describe } from 'vitest';
import { adopted, amended, duty, dutyNeighbours, on, seen } from './dutyNeighbour.js';

const AT = '2025-06-01';
const effective = (effectiveFrom: string) => ({ effectiveFrom });
const ended = (slug: string, day: string) =>
  on(slug).MeasureEnded(day, { how: 'LIFTED', ...effective(day), snapback: 'non-performance' });

describe('what is no duty has the course of one: snapback of what ended', () => {
  dutyNeighbours([
    {
      title: 'a sanction, announced before it is back',
      events: [
        adopted('us-s', { form: 'SANCTION' }),
        ended('us-s', '2025-02-01'),
        on('us-s').MeasureReinstated('2025-05-01', {
          ...effective('2025-07-01'),
          reason: 'SNAPBACK',
        }),
      ],
      asked: [
        seen('us-s', '2025-01-15', { status: 'IN_FORCE' }),
        seen('us-s', AT, { status: 'ENDED', endedHow: 'LIFTED' }),
        seen('us-s', '2025-07-01', { status: 'IN_FORCE', form: 'SANCTION', rate: null }),
        duty('2025-07-01', { total: null, layers: [] }),
      ],
    },
    {
      title: 'an export control, in steps, amended while it was gone',
      events: [
        adopted('us-x', { form: 'EXPORT_CONTROL', goods: { hs: ['2805'] } }),
        ended('us-x', '2025-02-01'),
        amended('us-x', '2025-03-01', { exceptFor: ['CA'] }),
        on('us-x').MeasureReinstated('2025-05-01', effective('2025-05-01')),
      ],
      asked: [seen('us-x', AT, { status: 'IN_FORCE', exceptFor: ['CA'] })],
    },
    {
      title: 'a ban that is only suspended is resumed, not reinstated',
      events: [
        adopted('us-b', { form: 'IMPORT_BAN' }),
        on('us-b').MeasureSuspended('2025-02-01', effective('2025-02-01')),
      ],
      refused: [
        on('us-b').MeasureReinstated('2025-05-01', effective('2025-05-01')),
        'type',
        'MeasureResumed',
      ],
    },
  ]);
});

describe('a quota, a licence or a control takes nothing and lets nothing off', () => {
  dutyNeighbours([
    {
      title: 'beside a duty on the same goods',
      events: [
        adopted('us-a', { rate: 10, excludedBy: ['us-l'] }),
        adopted('us-l', { form: 'LICENCE', replaces: ['us-a'] }),
      ],
      asked: [duty(AT, { total: 10, layers: [{ measure: { slug: 'us-a' }, reason: 'IN_FORCE' }] })],
    },
    {
      title: 'announced, in force, suspended and back, as a duty is',
      events: [
        on('us-q').MeasureAnnounced('2025-01-01', {
          ...{ title: 'Q', imposedBy: 'US', affects: ['IN'], form: 'QUOTA' },
        }),
        adopted('us-q', { form: 'QUOTA', ...effective('2025-03-01') }, '2025-02-01'),
        on('us-q').MeasureSuspended('2025-04-01', {
          ...effective('2025-04-01'),
          until: '2025-05-01',
        }),
      ],
      asked: [
        seen('us-q', '2025-01-15', { status: 'ANNOUNCED', form: 'QUOTA' }),
        seen('us-q', '2025-02-15', { status: 'PENDING' }),
        seen('us-q', '2025-03-15', { status: 'IN_FORCE' }),
        seen('us-q', '2025-04-15', { status: 'SUSPENDED' }),
        seen('us-q', AT, { status: 'IN_FORCE', rate: null, announcedRate: null }),
      ],
    },
    {
      title: 'a charge on one is refused: only a fee has one',
      events: [],
      refused: [
        adopted('us-l', {
          form: 'LICENCE',
          charge: { components: [{ amount: 50, currency: 'USD', per: { unit: 'NAR' } }] },
        }),
        'data.charge',
        'FEE',
      ],
    },
  ]);
});

describe('a resumption of what is not suspended is refused, with the word to use', () => {
  const base = adopted('us-a', { rate: 10 });
  const resumed = (day: string) => on('us-a').MeasureResumed(day, effective(day));
  dutyNeighbours([
    {
      title: 'in force',
      events: [base],
      refused: [resumed('2025-05-01'), 'type', 'suspended'],
    },
    {
      title: 'of one that ran out',
      events: [adopted('us-a', { rate: 10, until: '2025-03-01' })],
      refused: [resumed('2025-05-01'), 'type', 'MeasureReinstated'],
    },
    {
      title: 'suspended until a day that has passed',
      events: [
        base,
        on('us-a').MeasureSuspended('2025-02-01', {
          ...effective('2025-02-01'),
          until: '2025-03-01',
        }),
      ],
      refused: [resumed('2025-05-01'), 'type', 'suspended'],
    },
    {
      title: 'before the suspension begins, it is taken: it never bites',
      events: [
        base,
        on('us-a').MeasureSuspended('2025-02-01', effective('2025-05-01')),
        on('us-a').MeasureResumed('2025-03-01', effective('2025-05-01')),
      ],
      asked: [duty(AT, { total: 10 })],
    },
  ]);
});
