/** Ticks of the time axis, at starts of days, months or years. */
import { DAY_MS } from '../../../lib/time/calendarDays.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];
const DAYS_A_MONTH = 30.44;

/** Midnights in UTC between two instants, at most `limit`. */
export function ticksBetween(min: number, max: number, limit: number): readonly number[] {
  const days = (max - min) / DAY_MS;
  const byDay = DAY_STEPS.find((step) => days / step <= limit);
  if (byDay !== undefined) {
    const first = Math.ceil(min / (byDay * DAY_MS)) * byDay * DAY_MS;
    const count = Math.floor((max - first) / (byDay * DAY_MS)) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, i) => first + i * byDay * DAY_MS);
  }
  const months = days / DAYS_A_MONTH;
  const step = MONTH_STEPS.find((each) => months / each <= limit) ?? 1200;
  const start = new Date(min);
  const first = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  const ticks: number[] = [];
  for (let month = first; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > max) return ticks;
    if (at >= min) ticks.push(at);
  }
}

/** Whether a tick is the start of a year. */
export const isNewYear = (tick: number): boolean => {
  const date = new Date(tick);
  return date.getUTCMonth() === 0 && date.getUTCDate() === 1;
};

/** The ticks in words: the first of each year tells the year. */
export const ticksWords = (ticks: readonly number[]): readonly string[] =>
  ticks.map((tick, i) => {
    const words = tickWords(tick);
    const [year, before] = [tick, ticks[i - 1]].map((at) => at && new Date(at).getUTCFullYear());
    return year === before || words === String(year) ? words : `${words} ${year}`;
  });

/** A tick in words: the year where one begins, else its month, or its day among few days. */
function tickWords(tick: number): string {
  const date = new Date(tick);
  if (isNewYear(tick)) return String(date.getUTCFullYear());
  const month = MONTHS[date.getUTCMonth()] ?? '';
  return date.getUTCDate() === 1 ? month : `${date.getUTCDate()} ${month}`;
}
