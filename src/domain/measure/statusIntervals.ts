/** The status of a measure over time, as half-open intervals without a gap, and what repaints them. */
import type { TopicFact } from '../streamState/knowledgeView.js';

export type Decision = TopicFact<'decisions'>;

export type TimelineStatus = 'NONE' | 'ACTIVE' | 'SUSPENDED' | 'ENDED';

export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly status: TimelineStatus;
  /** The decision that set the status. */
  readonly setBy: Decision | undefined;
}

/** What holds before any decision. */
export const NOT_ADOPTED: Interval = {
  from: -Infinity,
  to: Infinity,
  status: 'NONE',
  setBy: undefined,
};

/** The interval that covers an instant. */
export function intervalAt(intervals: readonly Interval[], at: number): Interval {
  return (
    intervals.find((interval) => interval.from <= at && at < interval.to) ??
    intervals.at(-1) ??
    NOT_ADOPTED
  );
}

/** Since when the measure has been suspended without a break, up to this interval. */
export function suspendedSince(intervals: readonly Interval[], interval: Interval): number {
  let since = interval.from;
  for (const earlier of intervals.toReversed())
    if (earlier.to === since && earlier.status === 'SUSPENDED') since = earlier.from;
  return since;
}

/** What an interval becomes. */
type Change = (old: Interval) => {
  readonly status: TimelineStatus;
  readonly setBy: Decision | undefined;
};

/** The intervals with a change applied to `[from, to)`. */
export function overlay(
  intervals: readonly Interval[],
  from: number,
  to: number,
  change: Change,
): readonly Interval[] {
  if (from >= to) return intervals;
  return intervals.flatMap((old) => {
    const start = Math.max(old.from, from);
    const end = Math.min(old.to, to);
    if (start >= end) return [old];
    const { status, setBy } = change(old);
    return [
      { ...old, to: start },
      { from: start, to: end, status, setBy },
      { ...old, from: end },
    ].filter((interval) => interval.from < interval.to);
  });
}

/** Ends the suspension that covers `from`, its extensions included; what reverts ends it until then. */
export function endSuspension(
  intervals: readonly Interval[],
  from: number,
  setBy: Decision,
  until = Infinity,
): readonly Interval[] {
  let end = from;
  for (const interval of intervals)
    if (interval.status === 'SUSPENDED' && interval.from <= end && end < interval.to)
      end = interval.to;
  return overlay(intervals, from, Math.min(end, until), () => ({ status: 'ACTIVE', setBy }));
}

/** Keeps a measure that is suspended when new terms are decided suspended until they begin. */
export function holdSuspensionUntil(
  intervals: readonly Interval[],
  setBy: Decision,
  from: number,
): readonly Interval[] {
  const decidedAt = setBy.began.max;
  if (intervalAt(intervals, decidedAt).status !== 'SUSPENDED' || from <= decidedAt)
    return intervals;
  return overlay(intervals, decidedAt, from, (old) =>
    old.status === 'ACTIVE' ? { status: 'SUSPENDED', setBy } : old,
  );
}
