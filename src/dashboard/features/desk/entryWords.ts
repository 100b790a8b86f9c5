/** When goods are entered, in legal time and the reader's. */
import { dayWords } from '../../lib/time/edtfWords.js';
import type { Clocks } from '../../lib/view.js';
import { legalAndLocalWords, zoneWords } from '../../lib/time/zonedTime.js';
import type { Duty } from './words.js';

/** "Entered on 15 October 2025, New York time". */
export function entryWords({ view, timeZone }: Duty, { at }: Clocks): string {
  if (at !== null && !at.includes('T'))
    return `Entered on ${dayWords(at)}, by the close of that day, ${zoneWords(timeZone)}`;
  return `Entered ${at === null ? 'now, ' : ''}${legalAndLocalWords(view.at, timeZone)}`;
}
