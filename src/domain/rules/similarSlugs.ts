/** Finds slugs that differ by one letter: one of them is probably misspelt. */

/** Shorter slugs are abbreviations, which often differ by one letter without a mistake. */
const MIN_LENGTH = 4;

/**
 * The slug with each of its characters replaced by a gap in turn. Digits are kept: they distinguish
 * numbered items.
 */
const shortened = (slug: string): readonly string[] =>
  Array.from(slug).flatMap((character, index) =>
    /\d/.test(character) ? [] : `${slug.slice(0, index)}_${slug.slice(index + 1)}`,
  );

const withoutGap = (key: string): string => key.replace('_', '');

/**
 * Every pair of which one becomes the other by changing, adding or leaving out one letter. Slugs
 * must be distinct; pairs are in their order. O(letters): both slugs of a pair have the same text
 * around the gap at which they differ.
 */
export function similarPairs(
  slugs: readonly string[],
): readonly (readonly [one: string, other: string])[] {
  const long = slugs.filter(({ length }) => length >= MIN_LENGTH);
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
      // Slugs with the same text around a gap differ in that letter only: each is paired with the
      // first.
      if (first === undefined) byGap.set(key, slug);
      else add(first, slug);
      if (order.has(withoutGap(key))) add(withoutGap(key), slug);
    }
  return [...pairs.values()];
}
