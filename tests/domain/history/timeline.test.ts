/** The timeline names exactly the instants at which the view changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '../../../events/catalogue.js';
import { moment, period } from '../../../events/time/bounds.js';
import { addDays } from '../../../events/time/days.js';
import { startOfDay } from '../../../events/time/zones.js';
import { flattenView, viewAt } from '../../../src/domain/history/segments.js';
import { timelineOf } from '../../../src/domain/history/timeline.js';
import type { NegotiationView } from '../../../src/domain/negotiation/negotiationView.js';
import { applied, held, histories, knowledge, viewOf } from '../../support/histories.js';
import { SEED } from '../../support/seed.js';
import { NEGOTIATIONS } from '../../support/universe.js';

const HOUR = 3_600_000;
/** From before the first event to more than nine months after the last. */
const [FROM, TO] = [Date.UTC(2024, 10, 1), Date.UTC(2027, 0, 15)];

const cases = histories.chain((log) =>
  fc.tuple(fc.constant(log), knowledge(log), fc.constantFrom(...NEGOTIATIONS)),
);
type Check = (
  log: readonly AnyEvent[],
  view: NegotiationView,
  at: (instant: number) => string,
) => void;

/**
 * Runs a check over random logs, with a function whose results are equal where two views are equal.
 */
const each = (runs: number, check: Check): void => {
  fc.assert(
    fc.property(cases, ([log, known, stream]) => {
      const view = viewOf(log, stream, { ...known, at: TO });
      check(log, view, (instant) => JSON.stringify(held(flattenView(viewAt(view, instant)))));
    }),
    { seed: SEED, numRuns: runs },
  );
};

/** The instants named, with a stand-in for what there was before the first. */
const pointsOf = (view: NegotiationView): readonly number[] =>
  timelineOf(view, FROM, TO).map(({ at }) => at);

/** Expects the picture at these instants to be that of the last point of the timeline before. */
function unchangedSince(
  points: readonly number[],
  instants: Iterable<number>,
  at: (instant: number) => string,
): void {
  const known = new Map<number, string>();
  const inRange = [...new Set(instants)].filter((instant) => FROM <= instant && instant <= TO);
  for (const instant of inRange) {
    const since = points.findLast((point) => point <= instant) ?? FROM - 1;
    let then = known.get(since);
    if (then === undefined) known.set(since, (then = at(since)));
    const now = at(instant);
    if (now !== then) expect({ instant, looks: now }).toEqual({ instant, looks: then });
  }
}

/** Every date in an event, wherever it says it, in every zone it could be read in. */
function* instantsIn(event: AnyEvent, zones: readonly string[]): Generator<number> {
  const dates = JSON.stringify([event.occurred, event.data]).match(/"[^"]*\d{4}[^"]*"/g) ?? [];
  for (const text of dates.map((quoted) => quoted.slice(1, -1)))
    for (const zone of zones)
      try {
        const { min, max } = moment(text, zone);
        const { start, end } = period(text, zone);
        for (const instant of [min, max, start.max, end.min])
          if (Number.isFinite(instant)) yield* [instant - 1, instant, instant + 1];
      } catch {
        // Not every text with four digits in it is a date.
      }
}

const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Asia/Seoul'];

describe('the timeline', () => {
  it('says what differs from the millisecond before, and why', () => {
    each(40, (_log, view) => {
      for (const { at, changes } of timelineOf(view, FROM, TO)) {
        const [before, after] = [at - 1, at].map((each) => held(flattenView(viewAt(view, each))));
        expect(after).not.toEqual(before);
        expect(applied(before!, changes)).toEqual(after);
        expect(changes.filter(({ causedBy }) => causedBy.length === 0)).toEqual([]);
        expect(changes.map(({ path }) => path)).toEqual(changes.map(({ path }) => path).sort());
      }
    });
  });

  it('leaves out nothing near any date that an event speaks of', () => {
    each(60, (log, view, at) => {
      unchangedSince(
        pointsOf(view),
        log.flatMap((event) => [...instantsIn(event, ZONES)]),
        at,
      );
    });
  });

  it('leaves out nothing at the beginnings of days', () => {
    each(3, (_log, view, at) => {
      const days: number[] = [];
      for (let day = '2025-02-01'; day < '2026-10-01'; day = addDays(day, 1)) {
        const start = startOfDay(day, view.knowledge.zone);
        days.push(start - 1, start, start + 1);
      }
      unchangedSince(pointsOf(view), days, at);
    });
  });

  it('leaves out nothing between its points', () => {
    each(25, (_log, view, at) => {
      const points = [FROM, ...pointsOf(view), TO];
      const between: number[] = [];
      const bisect = (from: number, to: number, depth: number): void => {
        if (depth === 0 || to - from < 2) return;
        const middle = Math.floor((from + to) / 2);
        between.push(middle);
        bisect(from, middle, depth - 1);
        bisect(middle, to, depth - 1);
      };
      points.slice(1).forEach((to, i) => {
        between.push(to - 1);
        bisect(points[i]!, to, 3);
      });
      unchangedSince(points, between, at);
    });
  });

  it('leaves out nothing at any hour', () => {
    each(3, (_log, view, at) => {
      const hours: number[] = [];
      for (let hour = Date.UTC(2025, 1, 26); hour < Date.UTC(2025, 5, 1); hour += HOUR)
        hours.push(hour);
      unchangedSince(pointsOf(view), hours, at);
    });
  });

  it('between two instants is that part of the whole', () => {
    const [from, to] = [Date.UTC(2025, 2, 9), Date.UTC(2025, 7, 1, 4)];
    each(40, (_log, view) => {
      const whole = timelineOf(view, -Infinity, Infinity);
      expect(timelineOf(view, from, to)).toEqual(whole.filter(({ at }) => from <= at && at <= to));
    });
  });
});
