/** Reads one date in plain English: a day, month, year or decade, perhaps approximate. */
import { addDays } from '../../../../../events/time/days.js';
import { tryParseEdtf } from '../../../../../events/time/edtf.js';
import { MONTH, monthNumber } from './dateWordPatterns.js';

/** A date as far as it is stated; in an interval, the start may leave month and year to the end. */
export interface Point {
  readonly year: string | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly qualifier: '' | '~' | '?' | '%';
}

/** A text that is no date, or more than one; the message says what to write instead. */
export class UnclearDate extends Error {}

export const DATE_EXAMPLES =
  'Write a date such as 15 August 2025, March 2025, between 18 July and 27 August 2025, about 15 August 2025, since 16 September 2025, or EDTF.';

const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4})';
const QUALIFIERS = [
  ['%', /^(?:possibly|perhaps|maybe|probably) (?:about|around|circa|approximately|roughly) /],
  ['~', /^(?:about|around|circa|ca\.?|c\.|approximately|roughly|~) ?/],
  ['?', /^(?:possibly|perhaps|maybe|probably) /],
] as const;

/** Reads one date in lower case. Throws {@link UnclearDate} where it cannot be read. */
export function readPoint(text: string, today: string): Point {
  for (const [qualifier, pattern] of QUALIFIERS)
    if (pattern.test(text)) return { ...readExact(text.replace(pattern, ''), today), qualifier };
  return readExact(text, today);
}

function readExact(text: string, today: string): Point {
  const edtf = tryParseEdtf(relativeDay(text, today) ?? text)?.from;
  if (edtf?.kind === 'date') return { ...edtf, qualifier: edtf.qualifier ?? '' };
  const decade = /^(?:the )?(\d{3})0s$/.exec(text);
  if (decade) return point(`${decade[1] ?? ''}X`);
  const dayFirst = new RegExp(`^${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?$`).exec(text);
  if (dayFirst) return point(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = new RegExp(`^${MONTH} ${DAY}(?:,? ${YEAR})?$`).exec(text);
  if (monthFirst) return point(monthFirst[3], monthFirst[1], monthFirst[2]);
  const month = new RegExp(`^${MONTH}(?:,? ${YEAR})?$`).exec(text);
  if (month) return point(month[2], month[1]);
  const day = new RegExp(`^${DAY}$`).exec(text);
  if (day) return point(undefined, undefined, day[1]);
  throw new UnclearDate(`“${text}” could not be read as a date. ${DATE_EXAMPLES}`);
}

function relativeDay(text: string, today: string): string | null {
  const days = { yesterday: -1, today: 0, tomorrow: 1 }[text];
  return days === undefined ? null : addDays(today, days);
}

const point = (year?: string, month?: string, day?: string): Point => ({
  year: year ?? null,
  month: month === undefined ? null : monthNumber(month),
  day: day === undefined ? null : Number(day),
  qualifier: '',
});

/** A date as EDTF. Throws {@link UnclearDate} without a year; the calendar is not checked. */
export function writePoint({ year, month, day, qualifier }: Point): string {
  if (year === null) throw new UnclearDate('Add the year, such as 15 August 2025.');
  const parts = [year, month, day].filter((part) => part !== null);
  return parts.map((part) => String(part).padStart(2, '0')).join('-') + qualifier;
}

/** The day, month or year before or after a date, as precise as the date is. */
export function movePoint(from: Point, by: 1 | -1): string {
  const { year, month, day } = from;
  if (year === null || month === null)
    return writePoint({ ...from, year: year && String(Number(year) + by).padStart(4, '0') });
  if (day !== null) {
    const date = writePoint({ ...from, qualifier: '' });
    if (!tryParseEdtf(date)) throw new UnclearDate(`The calendar has no ${date}.`);
    return addDays(date, by) + from.qualifier;
  }
  const months = Number(year) * 12 + month - 1 + by;
  return writePoint({
    ...from,
    year: String(Math.floor(months / 12)).padStart(4, '0'),
    month: (months % 12) + 1,
  });
}
