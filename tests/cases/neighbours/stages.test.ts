/** Neighbours: stages, suspensions moved, caps with effect back, measures that ran out. */
import { describe } from 'vitest';
import { adopted, amended, duty, dutyNeighbours, granted, layers, on } from './dutyNeighbour.js';

const AT = '2025-06-01';
const totals = (...all: readonly (readonly [at: string, total: number | null])[]) =>
  all.map(([at, total]) => duty(at, { total }));
const known = (at: string, knownAt: string) => ({ at, knownAt: `${knownAt}T00:00:00Z` });
const late = (day: string) => ({ recordedAt: `${day}T12:00:00Z` });
const suspended = (day: string, from: string, until?: string) =>
  on('us-a').MeasureSuspended(
    day,
    { effectiveFrom: from, ...(until !== undefined && { until }) },
    late(day),
  );

describe('stages decided ahead are amendments, each from its day', () => {
  const staged = (slug: string, ...stages: readonly (readonly [string, number])[]) =>
    stages.map(([day, rate]) => amended(slug, '2025-01-01', { rate, effectiveFrom: day }));
  const whisky = { goods: { hs: '2208', origin: ['CETA'] } };
  dutyNeighbours([
    {
      title: 'of a preference, below the ordinary duty from its first stage on',
      events: [
        adopted('us-mfn', { rate: 150, role: 'MFN' }),
        adopted('us-pref', { rate: 150, role: 'PREFERENCE', goods: { origin: ['CETA'] } }),
        ...staged('us-pref', ['2025-03-01', 75], ['2034-03-01', 40]),
      ],
      asked: [
        duty(
          '2025-02-01',
          { total: 150, ...layers('us-mfn: MFN', '-us-pref: LOWER_ELSEWHERE') },
          whisky,
        ),
        duty(AT, { total: 75, pending: [{ at: '2034-03-01T05:00:00.000Z', total: 40 }] }, whisky),
        duty('2034-03-01', { total: 40, pending: [] }, whisky),
        duty(AT, { total: 150 }, { goods: { hs: '2208' } }),
      ],
    },
    {
      title: 'of one line of a schedule, the others unmoved',
      events: [
        adopted('us-a', {
          lines: [
            { hs: '2208', rate: 150 },
            { hs: '2204', rate: 60 },
          ],
        }),
        amended('us-a', '2025-01-02', {
          lines: [{ hs: '2208', rate: 75 }],
          effectiveFrom: '2025-03-01',
        }),
        amended('us-a', '2025-01-02', {
          lines: [{ hs: '220830', rate: 40 }],
          effectiveFrom: '2025-05-01',
        }),
      ],
      asked: [
        duty('2025-04-01', { total: 75 }, { goods: { hs: '220830' } }),
        duty(AT, { total: 40 }, { goods: { hs: '220830' } }),
        duty(AT, { total: 75 }, { goods: { hs: '220890' } }),
        duty(AT, { total: 60 }, { goods: { hs: '220410' } }),
      ],
    },
    {
      title: 'suspended over a stage, it resumes on the stage that has come',
      events: [
        adopted('us-a', { rate: 50 }),
        ...staged('us-a', ['2025-04-01', 40], ['2025-07-01', 30]),
        suspended('2025-05-01', '2025-05-01', '2025-08-01'),
      ],
      asked: totals(['2025-04-15', 40], ['2025-07-15', 0], ['2025-08-01', 30]),
    },
  ]);
});

describe('the suspension decided last counts', () => {
  const base = adopted('us-a', { rate: 10 });
  dutyNeighbours([
    {
      title: 'extended after it ran out, the gap stays',
      events: [
        base,
        suspended('2025-02-01', '2025-02-01', '2025-04-01'),
        suspended('2025-04-20', '2025-04-20', '2025-07-01'),
      ],
      asked: totals(['2025-03-01', 0], ['2025-04-10', 10], [AT, 0], ['2025-07-01', 10]),
    },
    {
      title: 'cut short by a further one with an earlier end',
      events: [
        base,
        suspended('2025-02-01', '2025-02-01', '2025-12-01'),
        suspended('2025-03-01', '2025-03-01', '2025-05-01'),
      ],
      asked: [...totals(['2025-04-30', 0], [AT, 10]), duty(known(AT, '2025-02-15'), { total: 0 })],
    },
    {
      title: 'extended three times, as known after each',
      events: [
        base,
        suspended('2025-02-01', '2025-02-01', '2025-03-01'),
        suspended('2025-02-20', '2025-03-01', '2025-04-01'),
        suspended('2025-03-20', '2025-04-01', '2025-07-01'),
      ],
      asked: [
        ...totals([AT, 0], ['2025-07-01', 10]),
        duty(known('2025-03-15', '2025-02-10'), { total: 10 }),
        duty(known('2025-03-15', '2025-03-10'), { total: 0 }),
        duty(known(AT, '2025-03-10'), { total: 10 }),
        duty('2025-02-10', { pending: [{ at: '2025-03-01T05:00:00.000Z', total: 10 }] }),
      ],
    },
    {
      title: 'extended without an end, nothing brings it back',
      events: [
        base,
        suspended('2025-02-01', '2025-02-01', '2025-04-01'),
        suspended('2025-03-01', '2025-03-01'),
      ],
      asked: [duty(AT, { total: 0, pending: [], ...layers('-us-a: SUSPENDED') })],
    },
  ]);
});

describe('a cap may reach back, and be moved or taken away with effect back', () => {
  const stacked = adopted('us-a', { rate: 15, capTotalAt: 15 });
  const back = (data: object) =>
    amended('us-a', '2025-05-01', { effectiveFrom: '2025-03-01', ...data }, late('2025-05-01'));
  const given4 = { mfnRate: 4 };
  dutyNeighbours([
    {
      title: 'taken away: stacked again, for those who know of it',
      events: [stacked, back({ removes: ['capTotalAt'] })],
      asked: [
        duty('2025-02-01', { total: 15 }, given4),
        duty('2025-04-01', { total: 19, layers: [{ rate: 4 }, { rate: 15 }] }, given4),
        duty(known('2025-04-01', '2025-04-15'), { total: 15 }, given4),
      ],
    },
    {
      title: 'moved: what it leaves is worked out from the ordinary duty on record',
      events: [
        adopted('us-mfn', {
          lines: [
            { hs: '84', rate: 4 },
            { hs: '87', rate: 25 },
          ],
          role: 'MFN',
        }),
        ...[stacked, back({ capTotalAt: 20 })],
      ],
      asked: [
        duty(
          '2025-04-01',
          { total: 20, layers: [{ rate: 4 }, { rate: 16 }] },
          { goods: { hs: '8407' } },
        ),
        duty('2025-04-01', { total: 25 }, { goods: { hs: '8703' } }),
        duty('2025-02-01', { total: 15 }, { goods: { hs: '8407' } }),
      ],
    },
    {
      title: 'under a relief that is lower than what it leaves, or not',
      events: [
        adopted('us-a', { rate: 15 }),
        granted('us-a', '2025-01-01', { goods: { endUse: ['x'] }, rate: 12 }),
        back({ capTotalAt: 15 }),
      ],
      asked: [
        duty('2025-04-01', { total: 14 }, { mfnRate: 2, goods: { endUse: ['x'] } }),
        duty('2025-04-01', { total: 15 }, { mfnRate: 4, goods: { endUse: ['x'] } }),
        duty('2025-02-01', { total: 16 }, { mfnRate: 4, goods: { endUse: ['x'] } }),
      ],
    },
  ]);
});

describe('an end that was reached stays reached', () => {
  const short = adopted('us-a', { rate: 10, until: '2025-03-01' });
  dutyNeighbours([
    {
      title: 'a later end set after it leaves the gap',
      events: [short, amended('us-a', '2025-04-01', { until: '2025-09-01' })],
      asked: [
        ...totals(['2025-03-15', 0], ['2025-04-10', 10], ['2025-09-01', 0]),
        duty(AT, { pending: [{ total: 0, setBy: { type: 'MeasureAmended' } }] }),
      ],
    },
    {
      title: 'a later end set before it leaves none',
      events: [short, amended('us-a', '2025-02-20', { until: '2025-09-01' })],
      asked: [...totals(['2025-03-15', 10], ['2025-08-31', 10], ['2025-09-01', 0])],
    },
    {
      title: 'an earlier end is reached earlier',
      events: [short, amended('us-a', '2025-02-01', { until: '2025-02-10' })],
      asked: totals(['2025-02-09', 10], ['2025-02-10', 0], ['2025-02-20', 0]),
    },
    {
      title: 'taken away after it was reached, it is in force again from that day, not before',
      events: [short, amended('us-a', '2025-04-01', { removes: ['until'] })],
      asked: totals(['2025-03-15', 0], [AT, 10]),
    },
  ]);
});
