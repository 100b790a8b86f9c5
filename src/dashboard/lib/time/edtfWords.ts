/**
 * EDTF dates (level 1) in plain words, and their bounds on an axis.
 *
 * An interval is a session where something went on throughout (a round, a meeting), and a window
 * where one moment lies somewhere in it (a pause that began between two days).
 */
import {
  type EdtfEnd,
  type EdtfQualifier,
  tryParseEdtf,
  utcPeriod,
} from '../../../../events/time/edtf.js';

export type IntervalMeans = 'session' | 'window';

/** Types of events whose dates are the days that they went on; the others happened at a moment. */
const SESSIONS: ReadonlySet<string> = new Set(['RoundHeld', 'MeetingHeld', 'RoundScheduled']);

/** What an interval means as the date of an event. */
export const meansOfType = (type: string): IntervalMeans =>
  SESSIONS.has(type) ? 'session' : 'window';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const QUALIFIED = { '~': 'about ', '?': 'possibly ', '%': 'possibly about ' } as const;

/** A date or an instant in words; `time` is null for a date. */
interface WordedEnd {
  readonly year: string;
  readonly month: number | null;
  readonly day: number | null;
  readonly qualifier: EdtfQualifier | null;
  /** The time of day with its offset, such as "14:00 UTC−04:00". */
  readonly time: string | null;
}

/** Null for an end without a date. */
function wordedEnd(end: EdtfEnd): WordedEnd | null {
  if (end.kind === 'date') return { ...end, time: null };
  if (end.kind !== 'instant') return null;
  const [year = '', month, day] = end.date.split('-');
  const offset = end.offset === 'Z' ? 'UTC' : `UTC${end.offset.replace('-', '−')}`;
  const time = `${end.time.slice(0, 5)} ${offset}`;
  return { year, month: Number(month), day: Number(day), qualifier: null, time };
}

function yearWords(year: string): string {
  if (year.endsWith('XX')) return `the ${year.slice(0, 2)}00s`;
  return year.endsWith('X') ? `the ${year.slice(0, 3)}0s` : year;
}

/** A point in words, without the parts that the other end of an interval says, too. */
function words({ year, month, day, qualifier, time }: WordedEnd, leave?: 'year' | 'month'): string {
  const parts = [
    day === null ? '' : String(day),
    month === null || leave === 'month' ? '' : (MONTHS[month - 1] ?? ''),
    leave ? '' : yearWords(year),
  ];
  const date = parts.filter((part) => part !== '').join(' ');
  return `${qualifier ? QUALIFIED[qualifier] : ''}${date}${time ? `, ${time}` : ''}`;
}

/** What the first end of an interval need not say because the second one does. */
function sharedBy(from: WordedEnd, to: WordedEnd): 'year' | 'month' | undefined {
  if (from.time || to.time || from.year !== to.year || from.month === null) return undefined;
  return from.month === to.month && from.day !== null && to.day !== null ? 'month' : 'year';
}

/** A date in plain words, such as "about 15 August 2025". Text that is not EDTF is returned as it is. */
export function dateWords(edtf: string, means: IntervalMeans = 'window'): string {
  const parsed = tryParseEdtf(edtf);
  if (!parsed) return edtf;
  const [from, to] = [wordedEnd(parsed.from), wordedEnd(parsed.to)];
  if (!from) return to ? `until ${words(to)}` : edtf;
  if (parsed.from === parsed.to) return words(from);
  if (!to) return `from ${words(from)} on`;
  const start = words(from, sharedBy(from, to));
  const end = words(to);
  if (means === 'window') return `between ${start} and ${end}`;
  const close = sharedBy(from, to) === 'month' && !from.qualifier && !to.qualifier;
  return close ? `${start}–${end}` : `${start} to ${end}`;
}

/** The same, after "since": "since 26–29 March 2025", "since some time between … and …". */
export function sinceWords(edtf: string, means: IntervalMeans = 'window'): string {
  const words = dateWords(edtf, means);
  if (words.startsWith('between ')) return `since some time ${words}`;
  return `since ${words.replace(/^from (.+) on$/, '$1')}`;
}

/** The same, as the time of something that happened: "on 6 February 2026", "in April 2025". */
export function whenWords(edtf: string): string {
  const words = dateWords(edtf);
  if (/^\d+ \p{L}/u.test(words)) return `on ${words}`;
  return /^(?:\p{Lu}|\d|the )/u.test(words) ? `in ${words}` : words;
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
