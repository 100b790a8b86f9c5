/**
 * The parser of EDTF level 1 (ISO 8601-2:2019), with instants, for every room.
 *
 * The record keeps the string verbatim. A qualifier (`~` approximate, `?` uncertain, `%` both)
 * describes a date and does not widen its bounds: no standard says by how much it would.
 *
 * Pure: no time zone, no clock, no package. `bounds.ts` places the result in a time zone.
 */
import { DAY_MS, lastDayOfMonth, utcStartOfDay } from './days.js';

/** `~` approximate, `?` uncertain, `%` approximate and uncertain. */
export type EdtfQualifier = '~' | '?' | '%';

/** A date as exact as it is written. */
export interface EdtfDate {
  readonly kind: 'date';
  /** Four characters; unspecified digits stay `X`: `2025`, `202X`, `20XX`. */
  readonly year: string;
  /** 1 to 12; null when the date does not say, or says `XX`. */
  readonly month: number | null;
  /** 1 to 31; null when the date does not say, or says `XX`. */
  readonly day: number | null;
  readonly qualifier: EdtfQualifier | null;
  /** The first calendar day it may be, `YYYY-MM-DD`. */
  readonly first: string;
  /** The last calendar day it may be, `YYYY-MM-DD`. */
  readonly last: string;
}

/** A date and time of day with its offset. */
export interface EdtfInstant {
  readonly kind: 'instant';
  /** Epoch milliseconds. */
  readonly at: number;
  /** The calendar day as written, `YYYY-MM-DD`. */
  readonly date: string;
  /** The time of day as written, without its offset: `00:01`, `00:01:30`. */
  readonly time: string;
  /** As written: `Z` or `±hh:mm`. */
  readonly offset: string;
}

/** An end of an interval without a date: `open` is written `..`, `unknown` as nothing. */
export interface EdtfUnboundedEnd {
  readonly kind: 'open' | 'unknown';
}

export type EdtfEnd = EdtfDate | EdtfInstant | EdtfUnboundedEnd;

/** A parsed string. A single date or instant is both ends: `from === to`. */
export interface Edtf {
  readonly from: EdtfEnd;
  readonly to: EdtfEnd;
}

/** Inclusive bounds in epoch milliseconds; `-Infinity` and `Infinity` where there is none. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The bounds of the beginning and of the end of a period. */
export interface Period {
  readonly start: Bounds;
  readonly end: Bounds;
}

/** A string that is not a date this record can hold. `message` says what to write instead. */
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

const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%])?$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const SEASON = /^\d{4}-(?:2[1-9]|3\d|4[01])[?~%]?$/;
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The end of a day as ISO 8601-1:2019 no longer has it. */
const TWENTY_FOUR = /T24:00/;
const NO_TWENTY_FOUR = 'is at 24:00, which no day has: write 00:00 of the day after';

/** @throws DateError that names the form `text` has and what to write instead */
function rejectForm(text: string, whole: string): never {
  if (/^\d{4}-?W\d/.test(text))
    throw new DateError(whole, 'is a week: write its days, such as 2025-03-03/2025-03-09');
  if (SEASON.test(text))
    throw new DateError(whole, 'is a season code: write the months meant, such as 2025-09/2025-11');
  if (/^[Y-]/.test(text)) throw new DateError(whole, 'is outside the years 0000 to 9999');
  if (/[[\]{}]/.test(text))
    throw new DateError(whole, 'is a set: enter one event per date, or an interval');
  if (TWENTY_FOUR.test(text)) throw new DateError(whole, NO_TWENTY_FOUR);
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

function parseEnd(text: string, whole: string): EdtfEnd {
  if (text === '') return { kind: 'unknown' };
  if (text === '..') return { kind: 'open' };
  const dateTime = DATE_TIME.exec(text);
  if (dateTime) {
    const [, date = '', time = '', offset = ''] = dateTime;
    requireRealDay(date, whole);
    return { kind: 'instant', at: Date.parse(text), date, time, offset };
  }
  const match = DATE.exec(text);
  if (!match) rejectForm(text, whole);
  const [, year = '', monthText, dayText, qualifier = null] = match;
  const date = { kind: 'date', year, qualifier: qualifier as EdtfQualifier | null } as const;
  if (year.includes('X')) {
    if (monthText) rejectForm(text, whole);
    const [first, last] = [year.replaceAll('X', '0'), year.replaceAll('X', '9')];
    return { ...date, month: null, day: null, first: `${first}-01-01`, last: `${last}-12-31` };
  }
  if (!monthText || monthText === 'XX') {
    if (dayText && dayText !== 'XX') rejectForm(text, whole);
    return { ...date, month: null, day: null, first: `${year}-01-01`, last: `${year}-12-31` };
  }
  const month = Number(monthText);
  if (month < 1 || month > 12) {
    if (SEASON.test(text)) rejectForm(text, whole);
    throw new DateError(whole, `has no month ${monthText}`);
  }
  if (!dayText || dayText === 'XX') {
    const [first, last] = [`${year}-${monthText}-01`, lastDayOfMonth(year, month)];
    return { ...date, month, day: null, first, last };
  }
  const day = `${year}-${monthText}-${dayText}`;
  requireRealDay(day, whole);
  return { ...date, month, day: Number(dayText), first: day, last: day };
}

/** @throws DateError when the calendar has no such day */
function requireRealDay(date: string, whole: string): void {
  const [year = '', month = '', day = ''] = date.split('-');
  if (Number(month) < 1 || Number(month) > 12) throw new DateError(whole, `has no month ${month}`);
  if (day < '01' || date > lastDayOfMonth(year, Number(month)))
    throw new DateError(whole, `names a day that does not exist (${date})`);
}

function utcBoundsOfEnd(end: EdtfEnd): Bounds {
  if (end.kind === 'date')
    return { min: utcStartOfDay(end.first), max: utcStartOfDay(end.last) + DAY_MS - 1 };
  if (end.kind === 'instant') return { min: end.at, max: end.at };
  return { min: -Infinity, max: Infinity };
}

const isUnbounded = ({ kind }: EdtfEnd): boolean => kind === 'open' || kind === 'unknown';

function parseUncached(text: string): Edtf {
  if (!text.includes('/')) {
    const end = parseEnd(text, text);
    if (isUnbounded(end)) rejectForm(text, text);
    return { from: end, to: end };
  }
  const [left = '', right = '', ...more] = text.split('/');
  if (more.length > 0) throw new DateError(text, 'has more than one "/"');
  const from = parseEnd(left, text);
  const to = parseEnd(right, text);
  if (isUnbounded(from) && isUnbounded(to))
    throw new DateError(text, 'has no date at either end: give at least one');
  // A day of tolerance, because the two ends may be written in different time zones.
  const tolerance = from.kind === to.kind ? 0 : DAY_MS;
  if (utcBoundsOfEnd(from).min > utcBoundsOfEnd(to).max + tolerance)
    throw new DateError(text, 'ends before it starts');
  return { from, to };
}

/** Entries are alike in size, so a bound by count bounds memory: about 10 MB a cache. */
const CACHE_ENTRIES = 20_000;

/** Caches a pure function of a string; emptied when full. O(1) once cached. */
export function memoizeText<Value extends object>(
  compute: (text: string) => Value,
): (text: string) => Value {
  const cache = new Map<string, Value>();
  return (text) => {
    let value = cache.get(text);
    if (!value) {
      value = compute(text);
      if (cache.size >= CACHE_ENTRIES) cache.clear();
      cache.set(text, value);
    }
    return value;
  };
}

/**
 * Takes an EDTF string apart. O(length of text), O(1) for a string parsed before.
 *
 * @throws DateError unless `text` is EDTF level 1 as this record takes it: years 0000 to 9999, no
 *   seasons, sets or weeks, instants with an offset.
 */
export const parseEdtf: (text: string) => Edtf = memoizeText(parseUncached);

/** {@link parseEdtf}, or null where it would throw. */
export function tryParseEdtf(text: string): Edtf | null {
  try {
    return parseEdtf(text);
  } catch (error) {
    if (error instanceof DateError) return null;
    throw error;
  }
}

/** The bounds of a period, given those of its two ends: an end without a date has no bound. */
export function periodOfEnds(start: Bounds, end: Bounds): Period {
  return {
    start: start.max === Infinity ? { min: -Infinity, max: end.max } : start,
    end: end.min === -Infinity ? { min: start.min, max: Infinity } : end,
  };
}

/** The bounds of a period with its days read as UTC days. See `period` in `bounds.ts` for zones. */
export const utcPeriod = ({ from, to }: Edtf): Period =>
  periodOfEnds(utcBoundsOfEnd(from), utcBoundsOfEnd(to));

const PRINTED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;
const SECONDS = '2026-01-01T00:00:00'.length;

/**
 * The epoch milliseconds of an instant as programs print it, `2026-01-01T00:00:00.000Z` or without
 * milliseconds; undefined of any other text, which may be an instant all the same.
 */
export function printedInstant(text: string): number | undefined {
  const at = PRINTED.test(text) ? Date.parse(text) : NaN;
  // Some days that no calendar has are read as days of the next month.
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text.slice(0, SECONDS));
  return isReal ? at : undefined;
}

/** Whether `text` is an instant with an offset, or a plain calendar day. */
export const isInstantOrDay = (text: string): boolean =>
  printedInstant(text) !== undefined ||
  ((DATE_TIME.test(text) || CALENDAR_DAY.test(text)) && tryParseEdtf(text) !== null);

/** Why a text is neither, as a sentence without its subject. */
export const notInstantOrDay = (text: string): string =>
  TWENTY_FOUR.test(text)
    ? NO_TWENTY_FOUR
    : 'is neither an instant with offset (2025-08-27T00:01:00-04:00) nor a real date (2025-08-27)';

/** Whether `text` is an instant with an offset, not a bare date. */
export const isInstant = (text: string): boolean =>
  DATE_TIME.test(text) && tryParseEdtf(text) !== null;
