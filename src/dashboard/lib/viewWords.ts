/** Views in words. */
import { dayWords, instantWords } from './time/edtfWords.js';
import type { Clock } from './view.js';

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
