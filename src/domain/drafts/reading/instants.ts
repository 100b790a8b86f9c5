/** Times of day with zones in English text, for what takes effect at an instant. */
import type { Span } from './numbers.js';

/** Offsets of the abbreviations in use; none for those that several countries share. */
const OFFSETS: Readonly<Record<string, readonly string[]>> = {
  EDT: ['-04:00'],
  EST: ['-05:00'],
  ET: ['-04:00', '-05:00'],
  'Eastern Time': ['-04:00', '-05:00'],
  'eastern daylight time': ['-04:00'],
  'eastern standard time': ['-05:00'],
  PDT: ['-07:00'],
  PST: ['-08:00'],
  GMT: ['Z', '+00:00'],
  UTC: ['Z', '+00:00'],
  CET: ['+01:00'],
  CEST: ['+02:00'],
};

const TIME =
  /(?<!\d)(\d{1,2})(?::(\d\d))?\s?([ap])\.?m\b\.?|(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)/gi;

/** The times that a text states, as `HH:MM`. */
export const timesIn = (text: string): readonly string[] =>
  [...text.matchAll(TIME)].map(([, hour, minute = '00', half, hour24, minute24]) => {
    if (half === undefined) return `${(hour24 ?? '').padStart(2, '0')}:${minute24}`;
    const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return `${String(hours).padStart(2, '0')}:${minute}`;
  });

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::00(?:\.0+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Whether the words give the day, the time and the zone of an instant. */
export function instantAgrees(
  instant: string,
  spans: readonly Span[],
  text: string,
  readings: ReadonlySet<string>,
): boolean {
  const [, day = '', time = '', offset = ''] = INSTANT.exec(instant) ?? [];
  const words = spans.map(({ start, end }) => text.slice(start, end)).join(' ');
  const offsets = Object.entries(OFFSETS).flatMap(([name, values]) =>
    new RegExp(`\\b${name}\\b`, name.includes(' ') ? 'i' : '').test(words) ? values : [],
  );
  return readings.has(day) && timesIn(words).includes(time) && offsets.includes(offset);
}
