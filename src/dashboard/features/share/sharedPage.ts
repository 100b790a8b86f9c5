/** What a page of the dashboard says of itself where it is linked to: in words, for people. */
import type { Clock } from '../../lib/view.js';
import { timePointWords } from '../../lib/words/viewWords.js';

/** A page of the dashboard as its URL names it. */
export interface PageAddress {
  readonly path: string;
  /** The query string. */
  readonly search: string;
}

export interface SharedPage {
  readonly title: string;
  /** Where things stand on the date of the view, in a sentence or a few. */
  readonly description: string;
  /** The path of the page in the view, without what does not change what it says. */
  readonly path: string;
  /** The path of its picture; null where it has none. */
  readonly picture: string | null;
  /** The path of the chart or card that other sites may frame; null where there is none. */
  readonly embed: Embed | null;
  /** Who says so. */
  readonly sources: string;
  /** "Data as of 26 November 2026.": up to when events count that were recorded. */
  readonly dataDate: string;
}

export interface Embed {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** "Data as of 26 November 2026.": of a view, with what it was read at where it is not fixed. */
export const dataDateOf = (clock: Pick<Clock, 'knownAt'>, readAt: string): string =>
  `Data as of ${timePointWords(clock.knownAt ?? readAt.slice(0, 10))}.`;

/** "On 20 August 2025, as the public could know by 1 September 2025": of a view, with "now" as its day. */
export function dated({ at, knownAt, publicAt }: Clock, now: string): string {
  const words = [
    `On ${timePointWords(at ?? now.slice(0, 10))}`,
    ...(knownAt === null ? [] : [`as recorded by ${timePointWords(knownAt)}`]),
    ...(publicAt === null ? [] : [`as the public could know by ${timePointWords(publicAt)}`]),
  ];
  return words.join(', ');
}
