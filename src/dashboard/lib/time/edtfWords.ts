/**
 * EDTF dates (level 1) in plain words, and their bounds on an axis; `events/time/dateWords.ts` has the
 * words of a date.
 */
import { dateWords, type IntervalMeans } from '../../../../events/time/dateWords.js';
import { tryParseEdtf, utcPeriod } from '../../../../events/time/edtf.js';

export { dateWords, type IntervalMeans };

/** Types of events whose dates are the days that they went on; the others happened at a moment. */
const SESSIONS: ReadonlySet<string> = new Set(['RoundHeld', 'MeetingHeld', 'RoundScheduled']);

/** What an interval means as the date of an event. */
export const meansOfType = (type: string): IntervalMeans =>
  SESSIONS.has(type) ? 'session' : 'window';

/** A date in words, after "since": "since 26–29 March 2025", "since some time between … and …". */
export function sinceWords(edtf: string, means: IntervalMeans = 'window'): string {
  const words = dateWords(edtf, means);
  if (words.startsWith('between ')) return `since some time ${words}`;
  if (words.startsWith('until ')) return `since ${words.slice(6)} or earlier`;
  return `since ${words.replace(/^from (.+) on$/, '$1')}`;
}

/**
 * The same, as the time of something that happened: "on 6 February 2026", "in April 2025", "possibly in
 * April 2025", "by 2 November 2025", "on 16 September 2025 or later".
 */
export function whenWords(edtf: string): string {
  const words = dateWords(edtf);
  const [, qualifier = '', date = words] = /^(possibly )(?!about )(.+)$/.exec(words) ?? [];
  const [, first] = /^from (.+) on$/.exec(date) ?? [];
  if (first !== undefined) return `${prepositionOf(first)}${first} or later`;
  if (date.startsWith('until ')) return `by ${date.slice(6)}`;
  return `${qualifier}${prepositionOf(date)}${date}`;
}

/** "on " before a day, "in " before a month or a year; nothing before what brings its own. */
function prepositionOf(words: string): string {
  if (/^\d+ \p{L}/u.test(words)) return 'on ';
  return /^(?:\p{Lu}|\d|the )/u.test(words) ? 'in ' : '';
}

/** A date without its times of day: what is told of an instant where its day is enough. */
export function daysOnly(edtf: string): string {
  const [from, to] = edtf.split('/').map((end) => end.replace(/T.*/, ''));
  return to === undefined || to === from ? (from ?? edtf) : `${from}/${to}`;
}

/** A day such as 2025-08-15, in words. */
export const dayWords = (day: string): string => dateWords(day.slice(0, 10));

/** Words of a date with short months, for narrow columns: only months begin with a capital. */
export const shortMonths = (words: string): string =>
  words.replace(/(\p{Lu}\p{Ll}{2})\p{Ll}+/gu, '$1');

/** An instant as its day and minute in UTC; `exact` adds the seconds where there are any. */
export function instantWords(instant: string, exact = false): string {
  const iso = new Date(instant).toISOString();
  const words = dateWords(`${iso.slice(0, 16)}Z`);
  const seconds = iso.slice(16, 19);
  return exact && seconds !== ':00' ? words.replace(' UTC', `${seconds} UTC`) : words;
}

/**
 * The first and the last millisecond that a date may cover, with its days read as UTC days. An end
 * without a date takes the bound of the other end. Null for text that is not EDTF.
 */
export function boundsOf(edtf: string): { readonly from: number; readonly to: number } | null {
  const parsed = tryParseEdtf(edtf);
  if (!parsed) return null;
  const ends = [parsed.from, parsed.to].filter(({ kind }) => kind === 'date' || kind === 'instant');
  const [first, last = first] = ends;
  if (!first || !last) return null;
  return {
    from: utcPeriod({ from: first, to: first }).start.min,
    to: utcPeriod({ from: last, to: last }).end.max,
  };
}
