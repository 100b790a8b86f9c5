/**
 * EDTF level 1 (ISO 8601-2:2019) and instants: the one place that parses, bounds and compares them.
 *
 * The string is kept verbatim everywhere; bounds are epoch milliseconds, inclusive at both ends,
 * `-Infinity` and `Infinity` for ends that are open or unknown. A qualifier (`~ ? %`) is a remark
 * about the date and does not widen it: no standard says by how much it would.
 */
import { addDays, startOfDay } from './zones.js';

/** Inclusive epoch-millisecond bounds of a date that is known only so well. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The bounds of the beginning and of the end of a period. */
export interface Period {
  readonly start: Bounds;
  readonly end: Bounds;
}

/** Calendar days, inclusive; or an exact instant; or nothing known on this side. */
type Point =
  | { readonly kind: 'days'; readonly first: string; readonly last: string }
  | { readonly kind: 'instant'; readonly at: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown' };

interface Parsed {
  readonly from: Point;
  readonly to: Point;
}

/** Why a string is not a date this record can hold; `message` says what to write instead. */
export class DateError extends Error {
  readonly code = 'INVALID_DATE';
  constructor(
    readonly text: string,
    reason: string,
  ) {
    super(`"${text}" ${reason}`);
    this.name = 'DateError';
  }
}

const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?[?~%]?$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const SEASON = /^\d{4}-(?:2[1-9]|3\d|4[01])[?~%]?$/;
const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/;

function lastDayOfMonth(year: string, month: string): string {
  const next =
    month === '12'
      ? `${String(Number(year) + 1).padStart(4, '0')}-01-01`
      : `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`;
  return year === '9999' && month === '12' ? '9999-12-31' : addDays(next, -1);
}

function refuseForm(text: string, whole: string): never {
  if (/^\d{4}-?W\d/.test(text))
    throw new DateError(whole, 'is a week: write its days, such as 2025-03-03/2025-03-09');
  if (SEASON.test(text))
    throw new DateError(whole, 'is a season code: write the months meant, such as 2025-09/2025-11');
  if (/^[Y-]/.test(text)) throw new DateError(whole, 'is outside the years 0000 to 9999');
  if (/[[\]{}]/.test(text))
    throw new DateError(whole, 'is a set: enter one event per date, or an interval');
  if (/T/.test(text))
    throw new DateError(
      whole,
      'is not a date-time with an offset, such as 2025-08-27T00:01:00-04:00',
    );
  throw new DateError(
    whole,
    'is not EDTF level 1: write 2025, 2025-03, 2025-03-04, 2025-03-04/2025-03-06, ../2025-03 or 2025-03-04/ (and ~ for about)',
  );
}

function parsePoint(text: string, whole: string): Point {
  if (text === '') return { kind: 'unknown' };
  if (text === '..') return { kind: 'open' };
  if (DATE_TIME.test(text)) {
    requireDay(text.slice(0, 10), whole);
    return { kind: 'instant', at: Date.parse(text) };
  }
  const match = DATE.exec(text);
  if (!match) refuseForm(text, whole);
  const [, year = '', month, day] = match;
  if (year.includes('X')) {
    if (month) refuseForm(text, whole);
    return {
      kind: 'days',
      first: `${year.replaceAll('X', '0')}-01-01`,
      last: `${year.replaceAll('X', '9')}-12-31`,
    };
  }
  if (!month || month === 'XX') {
    if (day && day !== 'XX') refuseForm(text, whole);
    return { kind: 'days', first: `${year}-01-01`, last: `${year}-12-31` };
  }
  if (Number(month) < 1 || Number(month) > 12) {
    if (SEASON.test(text)) refuseForm(text, whole);
    throw new DateError(whole, `has no month ${month}`);
  }
  if (!day || day === 'XX') {
    return { kind: 'days', first: `${year}-${month}-01`, last: lastDayOfMonth(year, month) };
  }
  const date = `${year}-${month}-${day}`;
  requireDay(date, whole);
  return { kind: 'days', first: date, last: date };
}

function requireDay(date: string, whole: string): void {
  const [year = '', month = '', day = ''] = date.split('-');
  if (Number(month) < 1 || Number(month) > 12) throw new DateError(whole, `has no month ${month}`);
  if (day < '01' || date > lastDayOfMonth(year, month))
    throw new DateError(whole, `names a day that does not exist (${date})`);
}

const lowest = (point: Point): number =>
  point.kind === 'days'
    ? Date.parse(`${point.first}T00:00:00Z`)
    : point.kind === 'instant'
      ? point.at
      : -Infinity;

const highest = (point: Point): number =>
  point.kind === 'days'
    ? Date.parse(`${point.last}T23:59:59.999Z`)
    : point.kind === 'instant'
      ? point.at
      : Infinity;

function parseWhole(text: string): Parsed {
  if (!text.includes('/')) {
    const point = parsePoint(text, text);
    if (point.kind === 'open' || point.kind === 'unknown') refuseForm(text, text);
    return { from: point, to: point };
  }
  const [left = '', right = '', ...more] = text.split('/');
  if (more.length > 0) throw new DateError(text, 'has more than one "/"');
  const from = parsePoint(left, text);
  const to = parsePoint(right, text);
  const blank = (point: Point) => point.kind === 'open' || point.kind === 'unknown';
  if (blank(from) && blank(to)) throw new DateError(text, 'says nothing: give at least one end');
  // A day of slack, because the two ends may be written in different zones.
  const slack = from.kind === to.kind ? 0 : 86_400_000;
  if (lowest(from) > highest(to) + slack) throw new DateError(text, 'ends before it starts');
  return { from, to };
}

const MEMO_LIMIT = 20_000;

/** What was worked out for a text, kept because dates repeat. */
function remembered<Value extends object>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (!value) {
      value = make(text);
      if (known.size >= MEMO_LIMIT) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

const parse = remembered(parseWhole);

/** Throws {@link DateError} unless `text` is EDTF level 1 as this record takes it. */
export function checkEdtf(text: string): void {
  parse(text);
}

function pointBounds(point: Point, zone: string): Bounds {
  if (point.kind === 'days')
    return {
      min: startOfDay(point.first, zone),
      max: startOfDay(addDays(point.last, 1), zone) - 1,
    };
  if (point.kind === 'instant') return { min: point.at, max: point.at };
  return { min: -Infinity, max: Infinity };
}

/**
 * The bounds of a period: when it began and when it ended. Of a single date both lie somewhere in
 * that date. An unknown or open end is unbounded.
 */
export const period = (text: string, zone: string): Period => periodOf(`${zone} ${text}`);

/** By zone and date in one key, so that however many zones are asked about it stays small. */
const periodOf = remembered((key): Period => {
  const blank = key.indexOf(' ');
  const zone = key.slice(0, blank);
  const { from, to } = parse(key.slice(blank + 1));
  const start = pointBounds(from, zone);
  const end = from === to ? start : pointBounds(to, zone);
  return {
    start: start.max === Infinity ? { min: -Infinity, max: end.max } : start,
    end: end.min === -Infinity ? { min: start.min, max: Infinity } : end,
  };
});

/** The bounds of a moment: somewhere in the date, or somewhere in the interval. */
export function moment(text: string, zone: string): Bounds {
  const { start, end } = period(text, zone);
  return { min: start.min, max: end.max };
}

/** Whether `text` is an instant with an offset, or a plain day. */
export function isInstantOrDay(text: string): boolean {
  if (!DATE_TIME.test(text) && !PLAIN_DAY.test(text)) return false;
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether `text` is an instant with an offset (not a bare date). */
export function isInstant(text: string): boolean {
  return DATE_TIME.test(text) && isInstantOrDay(text);
}

/**
 * Whether, of two instants or days, the first can come before the second in any zone: a day and
 * an instant are compared with the slack that an unknown zone leaves.
 */
export function mayPrecede(earlier: string, later: string): boolean {
  if (!isInstantOrDay(earlier) || !isInstantOrDay(later)) return true;
  const slack = isInstant(earlier) === isInstant(later) ? 0 : 86_400_000;
  return moment(earlier, 'UTC').min < moment(later, 'UTC').min + slack;
}

/** The instant from which something takes effect: a bare date means 00:00 in `zone`. */
export function effectiveInstant(text: string, zone: string): number {
  return moment(text, zone).min;
}

/** The instant a `TimePoint` asks about: a date means the last millisecond of that day in `zone`. */
export function timePointInstant(text: string, zone: string): number {
  return moment(text, zone).max;
}
