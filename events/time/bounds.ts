/**
 * EDTF dates placed in a time zone: inclusive bounds in epoch milliseconds, `-Infinity` and
 * `Infinity` for ends that are open or unknown. O(1) for a date and zone asked before.
 */
import { addDays, DAY_MS } from './days.js';
import {
  type Bounds,
  type EdtfEnd,
  isInstant,
  isInstantOrDay,
  memoizeText,
  parseEdtf,
  type Period,
  periodOfEnds,
  printedInstant,
} from './edtf.js';
import { startOfDay } from './zones.js';

function boundsOfEnd(end: EdtfEnd, zone: string): Bounds {
  if (end.kind === 'date')
    return { min: startOfDay(end.first, zone), max: startOfDay(addDays(end.last, 1), zone) - 1 };
  if (end.kind === 'instant') return { min: end.at, max: end.at };
  return { min: -Infinity, max: Infinity };
}

/**
 * The bounds of a period: when it began and when it ended. Of a single date both lie somewhere in
 * that date. An unknown or open end is unbounded.
 *
 * @throws DateError when `text` is not EDTF, RangeError when `zone` is no IANA time zone
 */
export const period = (text: string, zone: string): Period => periodOf(`${zone} ${text}`);

/** One cache with zone and date in its key: bounded however many zones are asked about. */
const periodOf = memoizeText((key): Period => {
  const space = key.indexOf(' ');
  const zone = key.slice(0, space);
  const { from, to } = parseEdtf(key.slice(space + 1));
  const start = boundsOfEnd(from, zone);
  return periodOfEnds(start, from === to ? start : boundsOfEnd(to, zone));
});

/** The bounds of a moment: somewhere in the date, or somewhere in the interval. Throws as {@link period}. */
export function moment(text: string, zone: string): Bounds {
  const { start, end } = period(text, zone);
  return { min: start.min, max: end.max };
}

/**
 * Whether, of two instants or days, the first can come before the second in any zone: a day and
 * an instant are compared with the day of tolerance that an unknown zone leaves. True when either
 * is neither an instant nor a day.
 */
export function mayPrecede(earlier: string, later: string): boolean {
  if (!isInstantOrDay(earlier) || !isInstantOrDay(later)) return true;
  const tolerance = isInstant(earlier) === isInstant(later) ? 0 : DAY_MS;
  return moment(earlier, 'UTC').min < moment(later, 'UTC').min + tolerance;
}

/** The instant from which something takes effect: a bare date means 00:00 in `zone`. */
export function effectiveInstant(text: string, zone: string): number {
  return moment(text, zone).min;
}

/** The instant of a `TimePoint`: a date means the last millisecond of that day in `zone`. */
export function timePointInstant(text: string, zone: string): number {
  return printedInstant(text) ?? moment(text, zone).max;
}
