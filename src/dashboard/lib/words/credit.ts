/** What a picture, a card or a print of the record says of its sources, its maker and its licence. */

export const CREDIT = 'Made with Parley, software under the MIT licence.';

/** No event states a licence for what is recorded, so that none is claimed. */
export const DATA_LICENCE = 'No licence is stated for the data.';

/** An address as it is printed: without the protocol, which readers need not type. */
export const shortAddress = (address: string): string => address.replace(/^https?:\/\//, '');

/** So many publishers are named; the others are counted. */
const NAMED = 4;

/** "Sources: White House; Federal Register and 3 others.": of publishers, the foremost first. */
export function sourcesLine(publishers: readonly string[]): string {
  const names = [...new Set(publishers)];
  if (names.length === 0) return 'No source is on record.';
  const others = names.length - NAMED;
  const rest = others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : '';
  return `${names.length === 1 ? 'Source' : 'Sources'}: ${names.slice(0, NAMED).join('; ')}${rest}.`;
}
