/** Slugs that differ by one letter: one of them is probably misspelt. */

/** Shorter ones are abbreviations, which differ by a letter as a matter of course. */
const SHORTEST = 4;

/** The slug without one of its letters, for each; digits tell numbered things apart. */
const shortened = (slug: string): readonly string[] =>
  Array.from(slug).flatMap((character, index) =>
    /\d/.test(character) ? [] : `${slug.slice(0, index)}_${slug.slice(index + 1)}`,
  );

const withoutGap = (key: string): string => key.replace('_', '');

/**
 * Every pair of which one becomes the other by changing, adding or leaving out one letter. Slugs
 * must be distinct; pairs come in their order. O(letters): a pair meets in the gap at which it differs.
 */
export function similarPairs(
  slugs: readonly string[],
): readonly (readonly [one: string, other: string])[] {
  const long = slugs.filter(({ length }) => length >= SHORTEST);
  const order = new Map(long.map((slug, index) => [slug, index]));
  const byGap = new Map<string, string>();
  const pairs = new Map<string, readonly [string, string]>();
  const add = (one: string, other: string) => {
    const isInOrder = (order.get(one) ?? 0) < (order.get(other) ?? 0);
    const pair = isInOrder ? ([one, other] as const) : ([other, one] as const);
    pairs.set(pair.join(' '), pair);
  };
  for (const slug of long)
    for (const key of shortened(slug)) {
      const first = byGap.get(key);
      // Those with the same gap all differ in the letter that fills it: each is told with the first.
      if (first === undefined) byGap.set(key, slug);
      else add(first, slug);
      if (order.has(withoutGap(key))) add(withoutGap(key), slug);
    }
  return [...pairs.values()];
}
