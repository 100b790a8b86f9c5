/** Dates as people write them, turned into what the record keeps (EDTF level 1). */
import { capital } from '../../../lib/labels.js';

/** What was meant, or why it could not be told and what to write instead. */
export type DateReading =
  { readonly edtf: string; readonly problem?: never } | { readonly problem: string };

/** A point as far as it is known; the day and the month may be left to the other end of an interval. */
interface Point {
  readonly year: string | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly qualifier: '' | '~' | '?' | '%';
}

const MONTHS =
  'january february march april may june july august september october november december';
const NAMES = MONTHS.split(' ');
const MONTH = `(${NAMES.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(\\d{4})';

const EDTF =
  /^(?:\.\.|\d{2}(?:\d\d|\dX|XX)(?:-(?:\d\d|XX)){0,2}[?~%]?|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))?(?:\/(?:\.\.|\d{2}(?:\d\d|\dX|XX)(?:-(?:\d\d|XX)){0,2}[?~%]?|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d))?)?$/;
const SEASON_CODE = /\b\d{4}-(?:2[1-9]|3\d|4[01])(?![\d-])/;
const SEASON = /\b(spring|summer|autumn|fall|winter)\b/i;
const SLASHED = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/;
const VAGUE = /\b(early|mid|late|beginning of|end of|last|next|this)\b/i;

const HOW =
  'Write a date such as 15 August 2025, March 2025, between 18 July and 27 August 2025, about 15 August 2025, since 16 September 2025, or EDTF.';

class Unclear extends Error {}

/** Reads a date. `today` is the day that "today" means, such as 2025-11-22. */
export function readDate(written: string, today: string): DateReading {
  const text = written.trim().replace(/\s+/g, ' ');
  try {
    return { edtf: whole(text, today) };
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
    return { problem: error.message };
  }
}

function whole(text: string, today: string): string {
  if (SEASON_CODE.test(text) || SEASON.test(text)) {
    const season = SEASON.exec(text)?.[0] ?? 'A season';
    throw new Unclear(
      `“${season}” means other months to other readers: write the months that are meant, such as between September and November 2025 (2025-09/2025-11).`,
    );
  }
  if (/\d/.test(text) && EDTF.test(text)) return checked(text);
  if (SLASHED.test(text))
    throw new Unclear(`“${text}” can be read in two ways: write 15 August 2025 or 2025-08-15.`);
  const said = text
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/^on /, '')
    .replace(/\b(early|mid|late)-/, '$1 ');
  const weekday = WEEKDAY.exec(said)?.[1];
  const plain = said.replace(WEEKDAY, '');
  const edtf = checked(interval(plain, today) ?? written(point(plain, today)));
  return weekday === undefined ? edtf : onWeekday(edtf, weekday);
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const WEEKDAY = new RegExp(`^(${WEEKDAYS.join('|')}),? (?=.*\\d)`);

/** A day that was named with its weekday: one of the two may be a slip. */
function onWeekday(edtf: string, weekday: string): string {
  const day = /^\d{4}-\d\d-\d\d(?=[?~%]?$)/.exec(edtf)?.[0];
  const real = day === undefined ? undefined : WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  if (real === weekday) return edtf;
  throw new Unclear(
    real === undefined
      ? `A weekday belongs to a day: leave it out. ${HOW}`
      : `${edtf} is a ${capital(real)}, not a ${capital(weekday)}: which of the two is meant?`,
  );
}

/** Forms with two ends, or with one that is left open; null for a single date. */
function interval(text: string, today: string): string | null {
  const quarter = /^(?:q([1-4])|([1-4])(?:st|nd|rd|th) quarter(?: of)?),? (\d{4})$/.exec(text);
  if (quarter) {
    const first = Number(quarter[1] ?? quarter[2]) * 3 - 2;
    return `${quarter[3] ?? ''}-${two(first)}/${quarter[3] ?? ''}-${two(first + 2)}`;
  }
  const since = /^(?:since|from|starting) (.+?)(?: on| onwards?)?$/.exec(text)?.[1];
  if (since !== undefined && !/ (?:to|until|till|-) /.test(since))
    return `${written(point(since, today))}/`;
  const onwards = /^(.+) onwards?$/.exec(text)?.[1];
  if (onwards !== undefined) return `${written(point(onwards, today))}/`;
  const until = /^(?:until|till|by|up to|no later than|not after) (.+)$/.exec(text)?.[1];
  if (until !== undefined) return `../${written(point(until, today))}`;
  const before = /^before (.+)$/.exec(text)?.[1];
  if (before !== undefined) return `../${moved(point(before, today), -1)}`;
  const after = /^after (.+)$/.exec(text)?.[1];
  if (after !== undefined) return `${moved(point(after, today), 1)}/`;
  const ends =
    /^between (.+) and (.+)$/.exec(text) ??
    /^(?:from )?(.+?) (?:to|until|till|through|-) (.+)$/.exec(text) ??
    // A hyphen within a date such as 2025-08-04 stands between no ends.
    (/\d{4}-\d/.test(text) ? null : /^(?:from )?(.+?) ?- ?(.+)$/.exec(text));
  if (!ends) return null;
  const to = point(ends[2] ?? '', today);
  const from = completed(point(ends[1] ?? '', today), to);
  return `${written(from)}/${written(to)}`;
}

/** What the first end leaves to the second: "18–22 July 2025", "July to August 2025". */
function completed(from: Point, to: Point): Point {
  if (from.year !== null) return from;
  if (from.month !== null) return { ...from, year: to.year };
  return { ...from, year: to.year, month: to.month };
}

const QUALIFIERS = [
  ['%', /^(?:possibly|perhaps|maybe|probably) (?:about|around|circa|approximately|roughly) /],
  ['~', /^(?:about|around|circa|ca\.?|c\.|approximately|roughly|~) ?/],
  ['?', /^(?:possibly|perhaps|maybe|probably) /],
] as const;

function point(text: string, today: string): Point {
  for (const [qualifier, pattern] of QUALIFIERS)
    if (pattern.test(text)) return { ...bare(text.replace(pattern, ''), today), qualifier };
  return bare(text, today);
}

function bare(text: string, today: string): Point {
  const day = relative(text, today);
  const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)$/.exec(day ?? text);
  if (iso) return pointOf(iso[1], iso[2], iso[3], iso[4]);
  const decade = /^(?:the )?(\d{3})0s$/.exec(text);
  if (decade) return pointOf(`${decade[1] ?? ''}X`);
  const long = new RegExp(`^${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?$`).exec(text);
  if (long) return pointOf(long[3], monthOf(long[2]), long[1]);
  const american = new RegExp(`^${MONTH} ${DAY}(?:,? ${YEAR})?$`).exec(text);
  if (american) return pointOf(american[3], monthOf(american[1]), american[2]);
  const month = new RegExp(`^${MONTH}(?:,? ${YEAR})?$`).exec(text);
  if (month) return pointOf(month[2], monthOf(month[1]));
  const alone = new RegExp(`^${DAY}$`).exec(text);
  if (alone) return pointOf(undefined, undefined, alone[1]);
  const vague = VAGUE.exec(text)?.[0];
  const within = new RegExp(`${MONTH},? ${YEAR}`).exec(text)?.[0] ?? 'March 2025';
  throw new Unclear(
    vague
      ? `“${vague}” does not say which days: write about 15 ${capital(within)}, or between 10 and 20 ${capital(within)}.`
      : `“${text}” could not be read as a date. ${HOW}`,
  );
}

function relative(text: string, today: string): string | null {
  const days = { yesterday: -1, today: 0, tomorrow: 1 }[text];
  return days === undefined ? null : shifted(today, days);
}

const monthOf = (name = ''): string =>
  two(NAMES.findIndex((each) => each.startsWith(name.slice(0, 3))) + 1);

const pointOf = (year?: string, month?: string, day?: string, qualifier = ''): Point => ({
  year: year ?? null,
  month: month === undefined ? null : Number(month),
  day: day === undefined ? null : Number(day),
  qualifier: qualifier as Point['qualifier'],
});

function written({ year, month, day, qualifier }: Point): string {
  if (year === null) throw new Unclear('Say of which year, such as 15 August 2025.');
  const parts = [year, month === null ? [] : two(month), day === null ? [] : two(day)].flat();
  return parts.join('-') + qualifier;
}

/** The day, month or year next to a point, as exact as it is. */
function moved(at: Point, by: 1 | -1): string {
  const { year, month, day } = at;
  if (year === null || month === null)
    return written({ ...at, year: year && String(Number(year) + by).padStart(4, '0') });
  if (day !== null) return shifted(written({ ...at, qualifier: '' }), by) + at.qualifier;
  const months = Number(year) * 12 + month - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}${at.qualifier}`;
}

function shifted(day: string, by: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) throw new Unclear(`There is no day ${day}.`);
  at.setUTCDate(at.getUTCDate() + by);
  return at.toISOString().slice(0, 10);
}

/** Refuses months and days that the calendar does not have, and ends before beginnings. */
function checked(edtf: string): string {
  for (const [day, year, month = '01', date = '01'] of edtf.matchAll(
    /(\d{4})-(\d\d)(?:-(\d\d))?/g,
  )) {
    const at = new Date(`${year ?? ''}-${month}-${date}T00:00:00Z`);
    if (Number.isNaN(at.getTime()) || at.getUTCDate() !== Number(date))
      throw new Unclear(`The calendar has no ${day}.`);
  }
  const [from = '', to = ''] = edtf.split('/').map((end) => end.replace(/[?~%]$/, ''));
  const plain = /^\d{4}(-\d\d){0,2}$/;
  const length = Math.min(from.length, to.length);
  if (plain.test(from) && plain.test(to) && from.slice(0, length) > to.slice(0, length))
    throw new Unclear('It ends before it begins: write the earlier date first.');
  return edtf;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The day it is where the reader is. */
export function localToday(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const TIMED =
  /^(.+?),? (?:at )?(\d{1,2}):(\d\d)(?: ?(am|pm|a\.m\.|p\.m\.))? ?(z|utc|(?:utc|gmt)?[+-−]\d{1,2}(?::?\d\d)?)$/i;

/**
 * Reads when something bites: a day, or a day with its time and offset such as
 * "27 August 2025 00:01 UTC-4".
 */
export function readEffectiveTime(text: string, today: string): DateReading {
  const given = text.trim();
  if (/^\d{4}-\d\d-\d\dT/.test(given)) return { edtf: given };
  const [, day = given, hours, minutes = '', half = '', zone = ''] = TIMED.exec(given) ?? [];
  const read = readDate(day, today);
  if (read.problem !== undefined) return read;
  if (!/^\d{4}-\d\d-\d\d$/.test(read.edtf))
    return {
      problem: 'Give the exact day, such as 27 August 2025, or the instant with its offset.',
    };
  if (hours === undefined) return read;
  const hour = (Number(hours) % (half ? 12 : 24)) + (/^p/i.test(half) ? 12 : 0);
  return { edtf: `${read.edtf}T${two(hour)}:${minutes}:00${offsetOf(zone)}` };
}

function offsetOf(zone: string): string {
  const parts = /([+-−])(\d{1,2}):?(\d\d)?$/.exec(zone);
  if (!parts) return 'Z';
  return `${parts[1] === '+' ? '+' : '-'}${two(Number(parts[2]))}:${parts[3] ?? '00'}`;
}
