/** Change points of a slider: the days on which something changed, and the moments something was learnt. */
import type { ChangePointsQuery } from '../generated/graphql.js';
import { dateOf, dateInZone, dayOf, dayStart } from './calendarDays.js';

/** When anything changed, and what, in order. */
export type Timeline = NonNullable<ChangePointsQuery['negotiation']>['timeline'];

export interface ChangePoint {
  /** On the slider, in milliseconds. */
  readonly place: number;
  /** As a view names it. */
  readonly at: string;
  /** What changed there. */
  readonly paths: readonly string[];
}

/** One stop for each day of the negotiation's zone on which something changed. */
export function changePointsOf(timeline: Timeline, zone: string): readonly ChangePoint[] {
  const days = new Map<string, Set<string>>();
  for (const { at, changes } of timeline) {
    const day = dateInZone(zone, at);
    const paths = days.get(day) ?? new Set();
    for (const { path } of changes) paths.add(path);
    days.set(day, paths);
  }
  return [...days]
    .map(([day, paths]) => ({ place: dayStart(day), at: day, paths: [...paths] }))
    .sort((a, b) => a.place - b.place);
}

/**
 * Days on which something may have changed, from when things happened: the first day of each, and
 * the last, when it was sure. For records of which it would take too long to be told every change.
 */
export function changePointsOfSpans(
  spans: Iterable<{ readonly from: number; readonly to: number }>,
): readonly ChangePoint[] {
  const places = new Set<number>();
  for (const { from, to } of spans) {
    places.add(dayOf(from));
    places.add(dayOf(to));
  }
  return [...places]
    .sort((a, b) => a - b)
    .map((place) => ({ place, at: dateOf(place), paths: [] }));
}

/** Moments, such as when events were recorded or published, as change points without changes. */
export function changePointsAt(moments: Iterable<string>): readonly ChangePoint[] {
  return [...new Set(moments)]
    .map((at) => ({ place: Date.parse(at), at, paths: [] }))
    .sort((a, b) => a.place - b.place);
}

/** Stops with one more, where there is none yet: where a slider ends, or where today is. */
export function withChangePoint(
  changePoints: readonly ChangePoint[],
  place: number,
): readonly ChangePoint[] {
  if (changePoints.length === 0) return changePoints;
  const count = countUpTo(changePoints, place);
  if (changePoints[count - 1]?.place === place) return changePoints;
  const at = new Date(place).toISOString();
  return [...changePoints.slice(0, count), { place, at, paths: [] }, ...changePoints.slice(count)];
}

/** How many change points lie at or before a place: the index of the last of them, plus one. */
function countUpTo(changePoints: readonly ChangePoint[], place: number): number {
  let low = 0;
  let high = changePoints.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changePoints[middle] as ChangePoint).place <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last stop at or before a place: what holds there. */
export const changePointAt = (
  changePoints: readonly ChangePoint[],
  place: number,
): ChangePoint | undefined => changePoints[countUpTo(changePoints, place) - 1];

/** The next stop after a place, or the one before it; undefined at the ends. */
export function nextChangePoint(
  changePoints: readonly ChangePoint[],
  place: number,
  direction: 1 | -1,
): ChangePoint | undefined {
  const count = countUpTo(changePoints, place);
  if (direction === 1) return changePoints[count];
  return changePoints[count - 1]?.place === place
    ? changePoints[count - 2]
    : changePoints[count - 1];
}

/** Stops by their distance from a place, nearest first, those ahead before those behind. */
export function changePointsNear(
  changePoints: readonly ChangePoint[],
  place: number,
  most: number,
): readonly ChangePoint[] {
  const around: ChangePoint[] = [];
  let ahead = countUpTo(changePoints, place);
  let behind = ahead - 1;
  while (around.length < most && (ahead < changePoints.length || behind >= 0)) {
    const [after, before] = [changePoints[ahead++], changePoints[behind--]];
    if (after) around.push(after);
    if (before) around.push(before);
  }
  return around;
}
