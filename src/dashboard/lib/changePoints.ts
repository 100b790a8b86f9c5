/** Where a slider stops: the days on which something changed, and the moments something was learnt. */
import type { CourseQuery } from '../generated/graphql.js';
import { dayAt, dayIn, dayOf, placeOf } from './calendarDays.js';

/** When anything changed, and what, in order. */
export type Timeline = NonNullable<CourseQuery['negotiation']>['timeline'];

export interface Stop {
  /** On the slider, in milliseconds. */
  readonly place: number;
  /** As a view names it. */
  readonly at: string;
  /** What changed there. */
  readonly paths: readonly string[];
}

/** One stop for each day of the negotiation's zone on which something changed. */
export function stopsOf(timeline: Timeline, zone: string): readonly Stop[] {
  const days = new Map<string, Set<string>>();
  for (const { at, changes } of timeline) {
    const day = dayIn(zone, at);
    const paths = days.get(day) ?? new Set();
    for (const { path } of changes) paths.add(path);
    days.set(day, paths);
  }
  return [...days]
    .map(([day, paths]) => ({ place: placeOf(day), at: day, paths: [...paths] }))
    .sort((a, b) => a.place - b.place);
}

/**
 * Days on which something may have changed, from when things happened: the first day of each, and
 * the last, when it was sure. For records of which it would take too long to be told every change.
 */
export function stopsOfSpans(
  spans: Iterable<{ readonly from: number; readonly to: number }>,
): readonly Stop[] {
  const places = new Set<number>();
  for (const { from, to } of spans) {
    places.add(dayOf(from));
    places.add(dayOf(to));
  }
  return [...places].sort((a, b) => a - b).map((place) => ({ place, at: dayAt(place), paths: [] }));
}

/** Moments, such as when events were recorded or published, as stops at which nothing is told yet. */
export function stopsAt(moments: Iterable<string>): readonly Stop[] {
  return [...new Set(moments)]
    .map((at) => ({ place: Date.parse(at), at, paths: [] }))
    .sort((a, b) => a.place - b.place);
}

/** Stops with one more, where there is none yet: where a slider ends, or where today is. */
export function withStop(stops: readonly Stop[], place: number): readonly Stop[] {
  if (stops.length === 0) return stops;
  const count = countUpTo(stops, place);
  if (stops[count - 1]?.place === place) return stops;
  const at = new Date(place).toISOString();
  return [...stops.slice(0, count), { place, at, paths: [] }, ...stops.slice(count)];
}

/** How many stops lie at or before a place: the index of the last of them, plus one. */
function countUpTo(stops: readonly Stop[], place: number): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stops[middle] as Stop).place <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last stop at or before a place: what holds there. */
export const stopAt = (stops: readonly Stop[], place: number): Stop | undefined =>
  stops[countUpTo(stops, place) - 1];

/** The next stop after a place, or the one before it; undefined at the ends. */
export function nextStop(
  stops: readonly Stop[],
  place: number,
  direction: 1 | -1,
): Stop | undefined {
  const count = countUpTo(stops, place);
  if (direction === 1) return stops[count];
  return stops[count - 1]?.place === place ? stops[count - 2] : stops[count - 1];
}

/** Stops by their distance from a place, nearest first, those ahead before those behind. */
export function stopsAround(stops: readonly Stop[], place: number, most: number): readonly Stop[] {
  const around: Stop[] = [];
  let ahead = countUpTo(stops, place);
  let behind = ahead - 1;
  while (around.length < most && (ahead < stops.length || behind >= 0)) {
    const [after, before] = [stops[ahead++], stops[behind--]];
    if (after) around.push(after);
    if (before) around.push(before);
  }
  return around;
}
