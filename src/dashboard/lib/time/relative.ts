/** How far a time is from another, in words. */
import { DAY_MS, dayOf } from './calendarDays.js';

const MONTH_DAYS = 30.44;
const YEAR_DAYS = 365.25;

/** So many days at most are counted in days, and so many in months. */
const IN_DAYS = 45;
const IN_MONTHS = 540;

function spanWords(days: number): string {
  const [count, unit] =
    days <= IN_DAYS
      ? [days, 'day']
      : days <= IN_MONTHS
        ? [Math.round(days / MONTH_DAYS), 'month']
        : [Math.round(days / YEAR_DAYS), 'year'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** "in 12 days", "today", "5 months ago": UTC days from `at` to `time`, both in epoch milliseconds. */
export function relativeWords(time: number, at: number): string {
  const days = Math.round((dayOf(time) - dayOf(at)) / DAY_MS);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${spanWords(days)}` : `${spanWords(-days)} ago`;
}
