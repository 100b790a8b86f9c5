/** Changes by the day: of several on one day, what holds when it closes. */
import { dayIn } from './calendarDays.js';

interface Change {
  readonly at: string;
  readonly total: number;
}

/** A day at whose close another total holds than before it. */
export interface Close<C> {
  /** Such as 2026-02-24. */
  readonly day: string;
  readonly at: string;
  readonly total: number;
  /** All that changes on that day; the last of them leaves the total. */
  readonly changes: readonly C[];
}

/** The days of `zone` that close with another total, from `total` on; `changes` in their order. */
export function closesOf<C extends Change>(
  total: number,
  changes: readonly C[],
  zone = 'UTC',
): readonly Close<C>[] {
  const days = new Map<string, Close<C>>();
  for (const change of changes) {
    const day = dayIn(zone, change.at);
    const before = days.get(day)?.changes ?? [];
    days.set(day, { day, at: change.at, total: change.total, changes: [...before, change] });
  }
  const closes = [...days.values()];
  return closes.filter((close, i) => close.total !== (closes[i - 1]?.total ?? total));
}
