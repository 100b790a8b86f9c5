/**
 * EDTF dates (level 1) in plain words.
 *
 * An interval is a session where something went on throughout (a round, a meeting), and a window
 * where one moment lies somewhere in it (a pause that began between two days).
 *
 * Pure but for the time zones that `Intl` knows: no other package.
 */
import { type EdtfEnd, type EdtfQualifier, tryParseEdtf } from './edtf.js';

export type IntervalMeans = 'session' | 'window';

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

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock in a zone shows at an instant: `2025-08-27` and `00:01`. */
function wallClock(at: number, zone: string): readonly [date: string, time: string] {
  let format = formats.get(zone);
  if (!format) {
    const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const;
    format = new Intl.DateTimeFormat('sv-SE', options);
    formats.set(zone, format);
  }
  const [date = '', time = ''] = format.format(at).split(' ');
  return [date, time];
}

/** "New York time" for America/New_York, "UTC" for UTC. */
export const zoneWords = (zone: string): string =>
  zone.includes('/') ? `${(zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')} time` : zone;

/** Null for an end without a date. With a zone, an instant is in its time: legal time. */
function wordedEnd(end: EdtfEnd, zone: string | undefined): WordedEnd | null {
  if (end.kind === 'date') return { ...end, time: null };
  if (end.kind !== 'instant') return null;
  const offset = end.offset === 'Z' ? 'UTC' : `UTC${end.offset.replace('-', '−')}`;
  const [date, clock] = zone === undefined ? [end.date, end.time] : wallClock(end.at, zone);
  const [year = '', month, day] = date.split('-');
  const time = `${clock.slice(0, 5)} ${zone === undefined ? offset : zoneWords(zone)}`;
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

/**
 * A date in plain words, such as "about 15 August 2025", "27 August 2025, 00:01 New York time" with a
 * zone. Text that is not EDTF is returned as it is.
 */
export function dateWords(edtf: string, means: IntervalMeans = 'window', zone?: string): string {
  const parsed = tryParseEdtf(edtf);
  if (!parsed) return edtf;
  const [from, to] = [wordedEnd(parsed.from, zone), wordedEnd(parsed.to, zone)];
  if (!from) return to ? `until ${words(to)}` : edtf;
  if (parsed.from === parsed.to) return words(from);
  if (!to) return `from ${words(from)} on`;
  const start = words(from, sharedBy(from, to));
  const end = words(to);
  if (means === 'window') return `between ${start} and ${end}`;
  const close = sharedBy(from, to) === 'month' && !from.qualifier && !to.qualifier;
  return close ? `${start}–${end}` : `${start} to ${end}`;
}
