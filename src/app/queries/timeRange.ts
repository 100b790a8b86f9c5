/** Ranges of time: both ends are included, and a date at either end counts as a whole day. */
import { moment, timePointInstant } from '../../../events/time/bounds.js';
import type { Bounds } from '../../../events/time/edtf.js';
import { BadTimeRange } from '../errors.js';
import { timePoint } from './asOf.js';

/** Between two TimePoints, both included; an absent end is open. */
export interface TimeRange {
  /** A date means its first instant. */
  readonly from?: string | undefined;
  /** A date means its close. */
  readonly to?: string | undefined;
}

const endpointsOf = (dates: readonly string[]): readonly string[] =>
  dates.flatMap((date) => date.split('/')).filter((end) => end !== '' && end !== '..');

const isDate = (endpoint: string): boolean => !endpoint.includes('T');

/** Whether comparing these needs a zone: dates with dates, and instants with instants, do not. */
function mixesDatesAndInstants(dates: readonly string[]): boolean {
  const endpoints = endpointsOf(dates);
  return endpoints.some(isDate) && !endpoints.every(isDate);
}

const endsOf = ({ from, to }: TimeRange): readonly string[] =>
  [from, to].filter((end) => end !== undefined);

/** The instants that a range includes when its dates are days in `zone`; epoch milliseconds. */
export const rangeBounds = ({ from, to }: TimeRange, zone: string): Bounds => ({
  min: from === undefined ? -Infinity : moment(from, zone).min,
  max: to === undefined ? Infinity : timePointInstant(to, zone),
});

/**
 * Throws `BadTimePoint` for an end that is neither a date nor an instant with offset, and
 * `BadTimeRange` where `from` lies after `to` in every zone.
 */
export function checkRange(argument: string, range: TimeRange): void {
  const { from, to } = range;
  if (from !== undefined) timePoint(`${argument}.from`, from, 'UTC', 'its beginning');
  if (to !== undefined) timePoint(`${argument}.to`, to, 'UTC');
  if (from === undefined || to === undefined) return;
  // A day of tolerance where the order depends on a zone that is not known here.
  const tolerance = mixesDatesAndInstants(endsOf(range)) ? 86_400_000 : 0;
  const { min, max } = rangeBounds(range, 'UTC');
  if (min > max + tolerance) throw new BadTimeRange(argument, from, to);
}

/** The bounds of a range in a zone. Throws as {@link checkRange}, also where it ends too early there. */
export function checkedBounds(
  argument: string,
  range: { readonly from: string; readonly to: string },
  zone: string,
): Bounds {
  checkRange(argument, range);
  const bounds = rangeBounds(range, zone);
  if (bounds.min > bounds.max) throw new BadTimeRange(argument, range.from, range.to);
  return bounds;
}

/**
 * Whether the bounds of any of these dates (EDTF or instants) overlap a range. `zone` is looked up
 * only where dates are compared with instants.
 */
export function mayOverlap(
  range: TimeRange,
  dates: readonly string[],
  zone: () => string | Promise<string>,
): boolean | Promise<boolean> {
  const overlapsIn = (resolvedZone: string): boolean => {
    const { min, max } = rangeBounds(range, resolvedZone);
    return dates.some((date) => {
      const bounds = moment(date, resolvedZone);
      return bounds.min <= max && bounds.max >= min;
    });
  };
  if (!mixesDatesAndInstants([...dates, ...endsOf(range)])) return overlapsIn('UTC');
  const resolved = zone();
  return typeof resolved === 'string' ? overlapsIn(resolved) : resolved.then(overlapsIn);
}

/** The earliest instant of an EDTF date, in epoch milliseconds; `-Infinity` where it is unbounded. */
export async function earliestInstant(
  date: string,
  zone: () => string | Promise<string>,
): Promise<number> {
  return moment(date, endpointsOf([date]).some(isDate) ? await zone() : 'UTC').min;
}
