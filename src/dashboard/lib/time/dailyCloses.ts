/** Changes by day: of several on one day, the value at its close. */
import { dateInZone } from './calendarDays.js';

interface Change {
  readonly at: string;
  /** Null where nothing is on record. */
  readonly total: number | null;
}

/** A day at whose close the total differs from that before it. */
export interface DailyClose<C> {
  /** Such as 2026-02-24. */
  readonly day: string;
  readonly at: string;
  readonly total: number | null;
  /** All that changes on that day; the last of them leaves the total. */
  readonly changes: readonly C[];
}

/** The days of `zone` that close with another total, from `total` on; `changes` in their order. */
export function dailyClosesOf<C extends Change>(
  total: number | null,
  changes: readonly C[],
  zone = 'UTC',
): readonly DailyClose<C>[] {
  const days = new Map<string, DailyClose<C>>();
  for (const change of changes) {
    const day = dateInZone(zone, change.at);
    const before = days.get(day)?.changes ?? [];
    days.set(day, { day, at: change.at, total: change.total, changes: [...before, change] });
  }
  const closes = [...days.values()];
  return closes.filter((close, i) => close.total !== (i === 0 ? total : closes[i - 1]?.total));
}
