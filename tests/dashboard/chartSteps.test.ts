import { describe, expect, it } from 'vitest';
import {
  disputedSpans,
  scheduledFrom,
  stepAt,
  stepPath,
  stepsOf,
  within as partsWithin,
  withoutGaps,
} from '../../src/dashboard/features/chart/model/steps.js';
import { changeWords } from '../../src/dashboard/features/chart/model/stepWords.js';
import { eventWordings } from '../../src/dashboard/features/chart/model/eventWords.js';
import { readingAt, readingText } from '../../src/dashboard/features/chart/model/reading.js';
import { roundValues } from '../../src/dashboard/features/chart/model/scale.js';
import { ticksBetween, ticksWords } from '../../src/dashboard/features/chart/model/ticks.js';
import { happened, on, RANGE, SCHEDULE } from './chartFixtures.js';
import { TIMELINE } from './history.js';

describe('the steps of a duty', () => {
  const steps = stepsOf(SCHEDULE, RANGE);

  it('fill the range of the chart, each up to the next', () => {
    expect(steps).toMatchObject([
      { from: on('03-01'), to: on('04-01'), total: 0 },
      { from: on('04-01'), to: on('05-01'), total: 10 },
      { from: on('05-01'), to: on('07-01'), total: 25 },
    ]);
    expect(stepAt(steps, on('05-01') - 1)?.total).toBe(10);
    expect(stepAt(steps, on('05-01'))?.total).toBe(25);
    expect(stepAt(steps, on('07-01'))).toBeUndefined();
  });

  it('leave out what lasted less than an hour between two others, and nothing else', () => {
    const step = (from: number, to: number, total: number) => ({ from, to, total });
    const [start, minute, day] = [on('04-01'), 60_000, 86_400_000];
    const tail = step(start + minute, start + day, 10);
    expect(withoutGaps([step(0, start, 25), step(start, start + minute, 0), tail])).toEqual([
      step(0, start, 25),
      { ...tail, from: start },
    ]);
    const ofADay = [step(0, start, 10), step(start, start + day, 26), step(start + day, 1e15, 10)];
    expect(withoutGaps(ofADay)).toEqual(ofADay);
  });

  it('are drawn as horizontal and vertical lines', () => {
    const day = (at: number) => (at - RANGE[0]) / 86_400_000;
    expect(stepPath(steps, day, (total) => 100 - total)).toBe('M0 100V100H31V90H61V75H122');
    expect(stepPath(steps, day, (total) => 100 - total, true)).toMatch(/V100Z$/);
    expect(stepPath([], day, (total) => total)).toBe('');
  });

  it('that are only scheduled begin at the view and step where a change is pending', () => {
    const pending = [
      { at: '2025-06-01T00:00:00Z', total: 50 },
      { at: '2024-01-01T00:00:00Z', total: 99 },
    ];
    expect(scheduledFrom(on('05-15'), 25, pending, RANGE[1])).toEqual([
      { from: on('05-15'), to: on('06-01'), total: 25 },
      { from: on('06-01'), to: on('07-01'), total: 50 },
    ]);
    expect(scheduledFrom(RANGE[1], 25, pending, RANGE[1])).toEqual([]);
  });

  it('are hatched while disputed, and no longer', () => {
    const spans = disputedSpans(TIMELINE, 'duties.US-IN.disputed', RANGE[1]);
    expect(spans).toEqual([{ from: on('04-20'), to: on('04-30') }]);
    expect(partsWithin(steps, [{ from: on('04-20'), to: on('05-10') }])).toEqual([
      { from: on('04-20'), to: on('05-01'), total: 10 },
      { from: on('05-01'), to: on('05-10'), total: 25 },
    ]);
  });

  it('stay disputed to the end when nothing settles it', () => {
    const open = TIMELINE.slice(0, 5);
    expect(disputedSpans(open, 'duties.US-IN.disputed', RANGE[1])).toEqual([
      { from: on('04-20'), to: RANGE[1] },
    ]);
  });
});

describe('the reading of a chart', () => {
  const [step] = stepsOf(SCHEDULE, RANGE).slice(-1);
  const read = {
    ...{ steps: [{ ...step!, setBy: [{ id: 'b' }] }], zone: 'UTC', today: on('06-15') },
    disputed: [{ from: on('06-01'), to: on('06-05') }],
    announced: [
      { id: 'a', at: on('05-20'), rate: 40, summary: 'Announced 40 %.', occurred: '2025-05-20' },
    ],
  };
  const events = [
    happened({ id: 'a', type: 'MeasureAnnounced', publishers: ['The Hindu'] }),
    happened({ id: 'b', disputed: true, summary: 'Set at 25 %', publishers: ['PIB'] }),
  ];
  it.each([
    ['a day with a figure that is only reported', '06-10', {}, '10 June 2025: 25 %, reported'],
    ['a day to come', '06-20', {}, '20 June 2025: 25 %, reported, decided so far'],
    [
      'a rate announced against what is collected',
      ...['06-02', {}, '2 June 2025: 25 %, disputed. Disputed: Announced 40 % (The Hindu)'],
    ] as const,
    [
      'an event that is itself disputed',
      ...['06-02', { announced: [] }, '2 June 2025: 25 %, disputed. Disputed: Set at 25 % (PIB)'],
    ] as const,
  ] as const)('says of %s how far it holds', (_, day, over, words) => {
    expect(readingText(readingAt({ ...read, ...over }, events, on(day), 0))).toBe(words);
  });
});

describe('the time axis of a chart', () => {
  it.each([
    ['03-01', '03-04', 8, ['Mar 2025', '2 Mar', '3 Mar', '4 Mar']],
    ['03-01', '07-01', 6, ['Mar 2025', 'Apr', 'May', 'Jun', 'Jul']],
  ])('from %s to %s, with room for %i, is marked at %j', (from, to, most, words) => {
    expect(ticksWords(ticksBetween(on(from), on(to), most))).toEqual(words);
  });

  it('tells the year at the first tick of each, wherever the axis begins', () => {
    const over = (from: number, to: number, most: number) =>
      ticksWords(ticksBetween(Date.UTC(2025, from, 2), Date.UTC(2025, to, 2), most));
    expect(over(0, 18, 8)).toEqual(['Apr 2025', 'Jul', 'Oct', '2026', 'Apr', 'Jul']);
    expect(
      ticksWords([Date.UTC(2025, 10, 28), Date.UTC(2026, 0, 9), Date.UTC(2026, 0, 23)]),
    ).toEqual([...['28 Nov 2025', '9 Jan 2026', '23 Jan']]);
  });

  it('has year ticks over long spans, and never more ticks than the limit', () => {
    const ticks = ticksBetween(Date.UTC(2000, 4, 1), Date.UTC(2026, 4, 1), 7);
    expect(ticksWords(ticks)).toEqual(['2005', '2010', '2015', '2020', '2025']);
  });
});

describe('the axis of a duty', () => {
  it.each([
    [10, 6, [0, 2, 4, 6, 8, 10]],
    [56, 6, [0, 10, 20, 30, 40, 50, 60]],
    [163, 3, [0, 100, 200]],
    [0.4, 6, [0, 0.1, 0.2, 0.3, 0.4]],
  ])('up to %d, with at most %i steps, has round values', (highest, limit, values) => {
    expect(roundValues(highest, limit)).toEqual(values);
  });
});

describe('a step in words', () => {
  const step = (...layers: readonly (readonly [slug: string, expression: string])[]) => ({
    ...{ from: 0, to: 1, total: 10, expression: '10 %', leastCertainty: null, setBy: [] },
    layers: layers.map(([slug, expression]) => ({ measure: { slug, title: slug }, expression })),
  });
  it.each([
    ['a first act', undefined, step(['A', '10 %']), 'A'],
    ['an act on top of another', step(['A', '5 %']), step(['A', '5 %'], ['B', '5 %']), '+ B'],
    ['an act that ends', step(['A', '5 %'], ['B', '5 %']), step(['A', '5 %']), 'without B'],
    ['another rate of an act', step(['A', '5 %']), step(['A', '10 %']), 'A now 10 %'],
    ['a take-over', step(['A', '10 %']), step(['B', '10 %']), 'now B instead of A'],
    ['the same', step(['A', '10 %']), step(['A', '10 %']), ''],
  ])('names %s', (_, before, after, words) => {
    expect(changeWords(before, after)).toBe(words);
  });
});

describe('an event where there is little room', () => {
  it.each([
    [
      'Additional duty on India over purchases of Russian oil: lifted from 7 February 2026, 00:01 New York time',
      'Additional duty on India over purchases of Russian oil: lifted from 7 February 2026',
      'Additional duty on India ove…: lifted from 7 February 2026',
    ],
    [
      'Talks resumed: They met in New Delhi, though not for a round.',
      'Talks resumed: They met in New Delhi',
    ],
    ['Rate amended to 26 % (Annex I, corrected)', 'Rate amended to 26 %'],
    [
      'Formal rounds paused: US tariffs. When it began is disputed.',
      'Formal rounds paused: US tariffs',
    ],
    ['Met in Washington, D.C. Weekly calls went on.'],
    ['Round 5 held'],
    ['Launched between India, Japan and Korea'],
  ])(
    'leaves out asides and the hour and shortens a name, never what happened: %s',
    (...wordings) => {
      const event = { ...happened(), type: 'MeasureEnded', occurred: '2026-02-06' };
      expect(eventWordings({ ...event, summary: wordings[0] })).toEqual(
        wordings.map((words) => `6 Feb 2026: ${words}`),
      );
    },
  );
});
