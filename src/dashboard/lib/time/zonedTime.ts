/** Instants in words, as a clock in some zone shows them: legal time beside the reader's own. */
import { zoneWords } from '../../../../events/time/dateWords.js';

export { zoneWords };

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      dateStyle: 'long',
      timeStyle: 'short',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The zone of the reader's browser. */
export const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "27 August 2025, 00:01 New York time". */
export const zonedWords = (instant: string, zone: string): string =>
  `${formatOf(zone).format(new Date(instant)).replace(' at ', ', ')} ${zoneWords(zone)}`;

/** Legal time, and the reader's own where it differs. */
export function legalAndLocalWords(instant: string, zone: string, reader = readersZone()): string {
  const [legal, local] = [zone, reader].map((each) => formatOf(each).format(new Date(instant)));
  return legal === local
    ? zonedWords(instant, zone)
    : `${zonedWords(instant, zone)} (where you are: ${zonedWords(instant, reader)})`;
}
