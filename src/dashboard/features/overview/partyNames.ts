/** Which party a text means, and which it may mean while it is still being typed. */
import { type Country, countryCode } from '../../lib/words/countries.js';

/** Names offered at once. */
const MOST_OFFERED = 6;

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The party of that name. A code is none: "in" begins the name of many. */
export const partyNamed = (text: string, parties: readonly Country[]): Country | undefined =>
  parties.find(({ name }) => folded(name) === folded(text));

/**
 * The parties that a beginning of a name may mean, the likeliest first: the one of that code or other
 * name ("UK"), then names that begin so, then those with a word that does; of equals those listed
 * first. O(parties).
 */
export function partiesLike(text: string, parties: readonly Country[]): readonly Country[] {
  const typed = folded(text);
  if (typed === '') return [];
  const code = countryCode(text);
  const fit = (party: Country): number => {
    if (party.code === code || folded(party.code) === typed) return 0;
    const name = folded(party.name);
    if (name.replace(/^the /, '').startsWith(typed)) return 1;
    return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed)) ? 2 : 3;
  };
  return parties
    .map((party) => ({ party, rank: fit(party) }))
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ party }) => party)
    .slice(0, MOST_OFFERED);
}
