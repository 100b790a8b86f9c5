/** Change points of a slider: days on which something changed, instants at which an event became known. */
import type { ChangePointsQuery } from '../generated/graphql.js';
import { dateOf, dateInZone, dayOf, dayStart } from './calendarDays.js';

/** When anything changed, and what, in order. */
export type Timeline = NonNullable<ChangePointsQuery['negotiation']>['timeline'];

export interface ChangePoint {
  /** Position on the slider, in epoch milliseconds. */
  readonly place: number;
  /** The date or instant, as a view's clocks state it. */
  readonly at: string;
  /** Paths of the values that changed. */
  readonly paths: readonly string[];
}

/** One change point for each day of the negotiation's zone on which something changed. */
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
 * Days on which something may have changed: the first and last day of each event's bounds. For
 * records with too many events for the server to compute every change.
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

/** Change points with one more at `place`, unless there is one: for a slider's end, or today. */
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

/** The last change point at or before a place. */
export const changePointAt = (
  changePoints: readonly ChangePoint[],
  place: number,
): ChangePoint | undefined => changePoints[countUpTo(changePoints, place) - 1];

/** The next change point after a place, or the one before it; undefined at the ends. */
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

/** At most `limit` change points by distance from a place, nearest first, later before earlier. */
export function changePointsNear(
  changePoints: readonly ChangePoint[],
  place: number,
  limit: number,
): readonly ChangePoint[] {
  const nearest: ChangePoint[] = [];
  let ahead = countUpTo(changePoints, place);
  let behind = ahead - 1;
  while (nearest.length < limit && (ahead < changePoints.length || behind >= 0)) {
    const [after, before] = [changePoints[ahead++], changePoints[behind--]];
    if (after) nearest.push(after);
    if (before) nearest.push(before);
  }
  return nearest;
}
