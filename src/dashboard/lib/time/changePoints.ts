/** Change points of a slider: days on which something changed, instants at which an event became known. */
import type { ChangePointsQuery } from '../../generated/graphql.js';
import { dateOf, dateInZone, dayOf, dayStart } from './calendarDays.js';

/** When anything changed, and what, in order. */
export type Timeline = NonNullable<ChangePointsQuery['negotiation']>['timeline'];

export interface ChangePoint {
  /** Position on the slider, in epoch milliseconds. */
  readonly time: number;
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
    .map(([day, paths]) => ({ time: dayStart(day), at: day, paths: [...paths] }))
    .sort((a, b) => a.time - b.time);
}

/**
 * Days on which something may have changed: the first and last day of each event's bounds. For
 * records with too many events for the server to compute every change.
 */
export function changePointsOfSpans(
  spans: Iterable<{ readonly from: number; readonly to: number }>,
): readonly ChangePoint[] {
  const times = new Set<number>();
  for (const { from, to } of spans) {
    times.add(dayOf(from));
    times.add(dayOf(to));
  }
  return [...times].sort((a, b) => a - b).map((time) => ({ time, at: dateOf(time), paths: [] }));
}

/** Moments, such as when events were recorded or published, as change points without changes. */
export function changePointsAt(moments: Iterable<string>): readonly ChangePoint[] {
  return [...new Set(moments)]
    .map((at) => ({ time: Date.parse(at), at, paths: [] }))
    .sort((a, b) => a.time - b.time);
}

/** Change points with one more at `time`, unless there is one: for a slider's end, or today. */
export function withChangePoint(
  changePoints: readonly ChangePoint[],
  time: number,
): readonly ChangePoint[] {
  if (changePoints.length === 0) return changePoints;
  const count = countUpTo(changePoints, time);
  if (changePoints[count - 1]?.time === time) return changePoints;
  const at = new Date(time).toISOString();
  return [...changePoints.slice(0, count), { time, at, paths: [] }, ...changePoints.slice(count)];
}

/** How many change points lie at or before a time: the index of the last of them, plus one. */
function countUpTo(changePoints: readonly ChangePoint[], time: number): number {
  let low = 0;
  let high = changePoints.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changePoints[middle] as ChangePoint).time <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last change point at or before a time. */
export const changePointAt = (
  changePoints: readonly ChangePoint[],
  time: number,
): ChangePoint | undefined => changePoints[countUpTo(changePoints, time) - 1];

/** The next change point after a time, or the one before it; undefined at the ends. */
export function nextChangePoint(
  changePoints: readonly ChangePoint[],
  time: number,
  direction: 1 | -1,
): ChangePoint | undefined {
  const count = countUpTo(changePoints, time);
  if (direction === 1) return changePoints[count];
  return changePoints[count - 1]?.time === time ? changePoints[count - 2] : changePoints[count - 1];
}

/** At most `limit` change points by distance from a time, nearest first, later before earlier. */
export function changePointsNear(
  changePoints: readonly ChangePoint[],
  time: number,
  limit: number,
): readonly ChangePoint[] {
  const nearest: ChangePoint[] = [];
  let ahead = countUpTo(changePoints, time);
  let behind = ahead - 1;
  while (nearest.length < limit && (ahead < changePoints.length || behind >= 0)) {
    const [after, before] = [changePoints[ahead++], changePoints[behind--]];
    if (after) nearest.push(after);
    if (before) nearest.push(before);
  }
  return nearest;
}
