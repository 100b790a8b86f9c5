/**
 * Dates as the record keeps them (EDTF level 1), told in plain words and placed on an axis.
 *
 * An interval is a session when something went on all through it (a round, a meeting), and a window
 * when one moment lies somewhere in it (a pause that began between two days).
 */
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

const DATE = /^(\d{2}(?:\d\d|\dX|XX))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?$/;
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)[\d:.]*(Z|[+-]\d\d:\d\d)$/;
const QUALIFIED = { '~': 'about ', '?': 'possibly ', '%': 'possibly about ' } as const;
const DAY_MS = 86_400_000;

interface Point {
  readonly year: string;
  readonly month: number | null;
  readonly day: number | null;
  readonly qualifier: keyof typeof QUALIFIED | null;
  /** The time of day with its offset, where an instant was given. */
  readonly time: string | null;
}

function pointOf(text: string): Point | null {
  const instant = INSTANT.exec(text);
  if (instant) {
    const [, year = '', month, day, clock = '', offset = ''] = instant;
    const time = `${clock} ${offset === 'Z' ? 'UTC' : `UTC${offset.replace('-', '−')}`}`;
    return { year, month: Number(month), day: Number(day), qualifier: null, time };
  }
  const date = DATE.exec(text);
  if (!date) return null;
  const [, year = '', month, day, qualifier = null] = date;
  return {
    year,
    month: month && month !== 'XX' ? Number(month) : null,
    day: day && day !== 'XX' ? Number(day) : null,
    qualifier: qualifier as Point['qualifier'],
    time: null,
  };
}

function yearWords(year: string): string {
  if (year.endsWith('XX')) return `the ${year.slice(0, 2)}00s`;
  return year.endsWith('X') ? `the ${year.slice(0, 3)}0s` : year;
}

/** A point in words, without the parts that the other end of an interval says, too. */
function words({ year, month, day, qualifier, time }: Point, leave?: 'year' | 'month'): string {
  const parts = [
    day === null ? '' : String(day),
    month === null || leave === 'month' ? '' : (MONTHS[month - 1] ?? ''),
    leave ? '' : yearWords(year),
  ];
  const date = parts.filter((part) => part !== '').join(' ');
  return `${qualifier ? QUALIFIED[qualifier] : ''}${date}${time ? `, ${time}` : ''}`;
}

/** What the first end of an interval need not say because the second one does. */
function sharedBy(from: Point, to: Point): 'year' | 'month' | undefined {
  if (from.time || to.time || from.year !== to.year || from.month === null) return undefined;
  return from.month === to.month && from.day !== null && to.day !== null ? 'month' : 'year';
}

/** A date in plain words, such as "about 15 August 2025". What is not EDTF is given back as it is. */
export function dateWords(edtf: string, means: IntervalMeans = 'window'): string {
  const [left = '', right, ...more] = edtf.split('/');
  const from = pointOf(left);
  if (right === undefined) return from ? words(from) : edtf;
  const to = pointOf(right);
  if (more.length > 0 || (!from && !to)) return edtf;
  if (!from) return to ? `until ${words(to)}` : edtf;
  if (!to) return `from ${words(from)} on`;
  const start = words(from, sharedBy(from, to));
  const end = words(to);
  if (means === 'window') return `between ${start} and ${end}`;
  const close = sharedBy(from, to) === 'month' && !from.qualifier && !to.qualifier;
  return close ? `${start}–${end}` : `${start} to ${end}`;
}

/** The same, after "since": "since 26–29 March 2025", "since some time between … and …". */
export function sinceWords(edtf: string, means: IntervalMeans = 'window'): string {
  const said = dateWords(edtf, means);
  if (said.startsWith('between ')) return `since some time ${said}`;
  return `since ${said.replace(/^from (.+) on$/, '$1')}`;
}

/** The same, as the time of something that happened: "on 6 February 2026", "in April 2025". */
export function whenWords(edtf: string): string {
  const said = dateWords(edtf);
  if (/^\d+ \p{L}/u.test(said)) return `on ${said}`;
  return /^(?:\p{Lu}|\d|the )/u.test(said) ? `in ${said}` : said;
}

/** A day such as 2025-08-15, in words. */
export const dayWords = (day: string): string => dateWords(day.slice(0, 10));

/** The same with the month cut short, for where there is little room. */
export const shortDay = (day: string): string =>
  dayWords(day).replace(/ (\p{L}{3})\p{L}+ /u, ' $1 ');

/** An instant as its day and minute in UTC; `exact` adds the seconds where there are any. */
export function instantWords(instant: string, exact = false): string {
  const iso = new Date(instant).toISOString();
  const words = dateWords(`${iso.slice(0, 16)}Z`);
  const seconds = iso.slice(16, 19);
  return exact && seconds !== ':00' ? words.replace(' UTC', `${seconds} UTC`) : words;
}

/** When a date began and ended at the latest, in epoch milliseconds of UTC days; null where unknown. */
export function boundsOf(edtf: string): { readonly from: number; readonly to: number } | null {
  const [left = '', right = left] = edtf.split('/');
  const ends = [pointOf(left), pointOf(right)];
  const [from, to] = [ends[0] ?? ends[1], ends[1] ?? ends[0]];
  if (!from || !to) return null;
  const start = left.includes('T') ? Date.parse(left) : firstOf(from);
  const end = right.includes('T') ? Date.parse(right) : afterLastOf(to) - 1;
  return Number.isNaN(start) || Number.isNaN(end) ? null : { from: start, to: end };
}

const firstOf = ({ year, month, day }: Point): number =>
  Date.UTC(Number(year.replaceAll('X', '0')), (month ?? 1) - 1, day ?? 1);

function afterLastOf({ year, month, day }: Point): number {
  const last = Number(year.replaceAll('X', '9'));
  if (month === null) return Date.UTC(last + 1, 0, 1);
  return day === null ? Date.UTC(last, month, 1) : Date.UTC(last, month - 1, day) + DAY_MS;
}
