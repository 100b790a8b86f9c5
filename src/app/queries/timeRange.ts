/** Ranges of time as a reader gives them: both ends count, and a day at either end counts whole. */
import { moment, timePointInstant } from '../../../events/time/bounds.js';
import type { Bounds } from '../../../events/time/edtf.js';
import { timePoint } from './asOf.js';
import { BadTimeRange } from '../errors.js';

/** Between two TimePoints, both included: `from` is a day's first instant, `to` its close. */
export interface TimeRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const points = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.split('/')).filter((point) => point !== '' && point !== '..');

const isDay = (point: string): boolean => !point.includes('T');

/** Whether a zone is needed to compare these: days alone, and instants alone, compare in any. */
function mixesDaysAndInstants(texts: readonly string[]): boolean {
  const all = points(texts);
  return all.some(isDay) && !all.every(isDay);
}

const ends = ({ from, to }: TimeRange): readonly string[] =>
  [from, to].filter((end) => end !== undefined);

/** The instants that a range includes when its days are days in `zone`. */
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
  // A day of slack where an unknown zone decides.
  const slack = mixesDaysAndInstants(ends(range)) ? 86_400_000 : 0;
  const { min, max } = rangeBounds(range, 'UTC');
  if (min > max + slack) throw new BadTimeRange(argument, from, to);
}

/**
 * Whether something may lie in a range: whether the bounds of any of its dates (EDTF or instants)
 * overlap it. `zone` is only looked up where days are compared with instants.
 */
export function mayLieIn(
  range: TimeRange,
  dates: readonly string[],
  zone: () => string | Promise<string>,
): boolean | Promise<boolean> {
  const judge = (within: string): boolean => {
    const { min, max } = rangeBounds(range, within);
    return dates.some((date) => {
      const bounds = moment(date, within);
      return bounds.min <= max && bounds.max >= min;
    });
  };
  if (!mixesDaysAndInstants([...dates, ...ends(range)])) return judge('UTC');
  const within = zone();
  return typeof within === 'string' ? judge(within) : within.then(judge);
}

/** The earliest instant at which something can have happened; `-Infinity` where nothing bounds it. */
export async function earliestOf(
  date: string,
  zone: () => string | Promise<string>,
): Promise<number> {
  return moment(date, points([date]).some(isDay) ? await zone() : 'UTC').min;
}
