/** Views in words. */
import { dayStart } from '../time/calendarDays.js';
import { dayWords, instantWords } from '../time/edtfWords.js';
import type { Clock } from '../view.js';

/** A date or an instant of a view, in words; `exact` is to the second. */
export const timePointWords = (point: string, exact = false): string =>
  point.includes('T') ? instantWords(point, exact) : dayWords(point);

/** "on 20 August 2025, as the public could know by …": nothing where the view is simply now. */
export function viewWords({ at, knownAt, publicAt }: Clock): string | null {
  const parts = [
    at === null ? null : `on ${timePointWords(at)}`,
    knownAt === null ? null : `as recorded by ${timePointWords(knownAt)}`,
    publicAt === null ? null : `as the public could know by ${timePointWords(publicAt)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

/**
 * The heading of a view: "Today, 26 November 2026", "As it stood on 20 August 2025", "Projection for 1 March
 * 2027, by what is on record"; with what counts as known. `today` is a date.
 */
export function viewHeading({ at, knownAt, publicAt }: Clock, today: string): string {
  const knowledge = viewWords({ at: null, knownAt, publicAt });
  const known = knowledge === null ? '' : `, ${knowledge}`;
  if (at === null) return `Today, ${dayWords(today)}${known}`;
  if (dayStart(at) <= dayStart(today)) return `As it stood on ${timePointWords(at)}${known}`;
  return `Projection for ${timePointWords(at)}, by what is on record${known}`;
}
