/** What a picture, a card or a print of the record says of its sources, its maker and its licence. */
import type { StandingSourcesFragment } from '../../../generated/graphql.js';

export const CREDIT = 'Made with Parley, software under the MIT licence.';

/** No event states a licence for what is recorded, so that none is claimed. */
export const DATA_LICENCE = 'No licence is stated for the data.';

/** An address as it is printed: without the protocol, which readers need not type. */
export const shortAddress = (address: string): string => address.replace(/^https?:\/\//, '');

type Sourced = { readonly sources: readonly { readonly publisher: string | null }[] } | null;

/** Who reports the events. */
export const sourcesWords = (events: readonly Sourced[]): string =>
  sourcesLine(
    events.flatMap((event) => (event?.sources ?? []).flatMap(({ publisher }) => publisher ?? [])),
  );

/** Who reports where a negotiation stands: its duties, and where there is none its newest event. */
export function standingSources({ duties, latestEvent }: StandingSourcesFragment): string {
  const setBy = duties.flatMap(({ layers }) => layers.map((layer) => layer.setBy));
  return sourcesWords(setBy.length > 0 ? setBy : [latestEvent]);
}

/** So many publishers are named; the others are counted. */
const NAMED = 4;

/** "Sources: White House; Federal Register and 3 others.": each once, who reports most first. */
export function sourcesLine(publishers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of publishers) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  if (names.length === 0) return 'No source is on record.';
  const others = names.length - NAMED;
  const rest = others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : '';
  return `${names.length === 1 ? 'Source' : 'Sources'}: ${names.slice(0, NAMED).join('; ')}${rest}.`;
}
