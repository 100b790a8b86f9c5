/** The dates of a schedule: days where the authority is. */
import { describe, expect, it } from 'vitest';
import { type EventData } from '../../events/catalogue.js';
import { eventBuilders, given } from '../support/given.js';
import { query, respond } from '../support/graphql.js';

/** A duty of 10 % by an authority from a day on, and its schedule from one date to another. */
async function scheduleOf(
  imposedBy: string,
  day: string,
  [from, to]: readonly [from: string, to: string],
  more: Partial<EventData<'MeasureAdopted'>> = {},
) {
  const { parley } = await given(
    eventBuilders('measure/a').MeasureAdopted('2020-01-01', {
      ...{ title: 'A', imposedBy, affects: ['NZ'], kind: 'OTHER', rate: 10, effectiveFrom: day },
      ...more,
    }),
  );
  const { duty } = await query(
    parley,
    'query ($by: CountryCode!, $from: TimePoint!, $to: TimePoint!) { duty(imposedBy: $by, on: "NZ") { schedule(from: $from, to: $to) { from until total } } }',
    { by: imposedBy, from, to },
  );
  return duty.schedule.map((step: { from: string; until: string; total: number }) => [
    step.from,
    step.until,
    step.total,
  ]);
}

describe('a schedule from a date begins with the first instant of that day where the authority is', () => {
  it.each([
    ['east of Greenwich', 'IN', '2025-07-31', '2025-07-30T18:30:00.000Z'],
    ['west of it', 'US', '2025-07-31', '2025-07-31T04:00:00.000Z'],
    ['in winter time', 'US', '2025-01-31', '2025-01-31T05:00:00.000Z'],
    ['a group of countries', 'EU', '2025-07-31', '2025-07-30T22:00:00.000Z'],
    ['on the day the clocks go forward', 'US', '2025-03-09', '2025-03-09T05:00:00.000Z'],
    ['on the day after', 'US', '2025-03-10', '2025-03-10T04:00:00.000Z'],
    ['on the day the clocks go back', 'US', '2025-11-02', '2025-11-02T04:00:00.000Z'],
    ['where midnight does not exist', 'EG', '2023-04-28', '2023-04-27T22:00:00.000Z'],
    ['where midnight comes twice', 'CU', '2025-11-02', '2025-11-02T04:00:00.000Z'],
    ['at the edge of the date line', 'KI', '2025-07-31', '2025-07-30T12:00:00.000Z'],
  ])('%s', async (_, by, day, first) => {
    const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    const [before, ...rest] = await scheduleOf(by, next, [day, next]);
    expect(before[0]).toBe(first);
    expect([before[2], rest.map(([, , total]: unknown[]) => total)]).toEqual([0, [10]]);
    // A duty that begins on that very day leaves nothing before it.
    expect((await scheduleOf(by, day, [day, next])).map(([from]: unknown[]) => from)).toEqual([
      first,
    ]);
  });

  it('and ends with the close of the day it ends on, a day of 23 or 25 hours as well', async () => {
    const hours = async (day: string) => {
      const ended = { until: '2026-01-01' };
      const [[from, until]] = await scheduleOf('US', '2020-01-01', [day, day], ended);
      return (Date.parse(until) + 1 - Date.parse(from)) / 3_600_000;
    };
    expect(await hours('2025-03-09')).toBe(23);
    expect(await hours('2025-07-31')).toBe(24);
    expect(await hours('2025-11-02')).toBe(25);
  });

  it('in the zone of the authority, where a measure names another for its own dates', async () => {
    const steps = await scheduleOf('US', '2025-07-31', ['2025-07-31', '2025-08-01'], {
      timeZone: 'Pacific/Honolulu',
    });
    expect(steps.map(([from]: unknown[]) => from)).toEqual([
      '2025-07-31T04:00:00.000Z',
      '2025-07-31T10:00:00.000Z',
    ]);
  });

  it('an instant is taken as it is', async () => {
    const range = ['2025-07-31T12:00:00+05:30', '2025-07-31T13:00:00+05:30'] as const;
    expect(await scheduleOf('US', '2020-01-01', range, { until: '2026-01-01' })).toEqual([
      ['2025-07-31T06:30:00.000Z', '2025-07-31T07:30:00.000Z', 10],
    ]);
  });
});

describe('a step of a schedule', () => {
  it('names the measures it is made of, and the events that bring it about', async () => {
    const adopted = (slug: string, rate: number, effectiveFrom: string, until?: string) =>
      eventBuilders(`measure/${slug}`).MeasureAdopted('2025-01-01', {
        ...{ title: slug, imposedBy: 'US', affects: ['NZ'], kind: 'OTHER', rate, effectiveFrom },
        ...(until !== undefined && { until }),
      });
    const events = [
      adopted('first', 10, '2025-02-01', '2025-04-01'),
      adopted('more', 5, '2025-03-01', '2025-04-01'),
      adopted('successor', 15, '2025-04-01'),
    ];
    const { parley } = await given(...events);
    const { duty } = await query(
      parley,
      // At a view before any of it was decided: the schedule is by all that is known.
      '{ duty(imposedBy: "US", on: "NZ", asOf: { at: "2024-12-31" }) { schedule(from: "2025-01-15", to: "2026-01-01") { total layers { applies measure { slug } rate } setBy { id } } } }',
    );
    const layer = (slug: string, rate: number) => ({ applies: true, measure: { slug }, rate });
    expect(duty.schedule).toMatchObject([
      { total: 0, layers: [], setBy: [] },
      { total: 10, layers: [layer('first', 10)] },
      { total: 15, layers: [layer('first', 10), layer('more', 5)] },
      // The sum stays, and others make it up: a step of its own.
      { total: 15, layers: [layer('successor', 15)] },
    ]);
    const setBy = duty.schedule.map((step: { setBy: { id: string }[] }) =>
      step.setBy.map(({ id }) => id),
    );
    const [first, more, successor] = events.map(({ id }) => id);
    expect(setBy.slice(0, 3)).toEqual([[], [first], [more]]);
    expect(setBy[3]).toContain(successor);
  });
});

describe('a schedule that ends before it begins', () => {
  const ask = async (by: string, from: string, to: string) => {
    const { parley } = await given();
    return respond(
      parley,
      `{ duty(imposedBy: "${by}", on: "NZ") { schedule(from: "${from}", to: "${to}") { total } } }`,
    );
  };

  it.each([
    ['US', '2025-08-01', '2025-07-31'],
    ['US', '2025-07-31T04:00:00.001Z', '2025-07-30'],
    ['IN', '2025-07-31', '2025-07-30T18:29:59Z'],
  ])('is refused, with the ends as given: %s from %s to %s', async (by, from, to) => {
    const { errors } = await ask(by, from, to);
    expect(errors?.[0]).toMatchObject({
      message: `schedule is from "${from}" to "${to}", which is earlier: swap them.`,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('is not one where only another zone would have it so', async () => {
    expect((await ask('IN', '2025-07-31', '2025-07-30T18:30:00Z')).errors).toBeUndefined();
  });
});
