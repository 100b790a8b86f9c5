/**
 * Names so alike that one is probably misspelt, or given a second time to one thing: the slugs of
 * negotiations and measures. Without imports, for the dashboard bundles it.
 */

/** Shorter words are abbreviations and codes, which often differ by one letter without a mistake. */
const MIN_LETTERS = 4;

const YEAR = /^(?:19|20)\d\d$/;

/** Digits tell numbered things apart. */
const isSpelled = (word: string): boolean => word.length >= MIN_LETTERS - 1 && !/\d/.test(word);

/** Whether one becomes the other by one letter changed, added, left out or swapped with the next. */
function differByOneLetter(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length === 2 && restB === `${restA[1]}${restA[0]}`) return true;
  return Math.max(restA.length, restB.length) === 1 && Math.max(a.length, b.length) >= MIN_LETTERS;
}

interface Key {
  readonly text: string;
  /** The word that the key leaves open; absent where the key alone decides. */
  readonly word?: string;
}

const joined = (words: readonly string[]): string => words.toSorted().join('-');

/** The keys by which a name is found, and those by which it finds others. */
function keysOf(name: string): { readonly has: readonly Key[]; readonly seeks: readonly Key[] } {
  const words = name.split('-');
  const open = words.flatMap((word, index) =>
    isSpelled(word) ? [{ text: words.with(index, '?').join('-'), word }] : [],
  );
  if (words.length < 2) return { has: open, seeks: open };
  const same = { text: `words ${joined(words)}` };
  const undated = words.filter((word) => !YEAR.test(word));
  const isDated = undated.length < words.length && undated.length > 1;
  // A year may be added or left out; names with two years are of two things.
  const [dated, plain] = [`dated ${joined(undated)}`, `words ${joined(undated)}`];
  return isDated
    ? { has: [...open, same, { text: dated }], seeks: [...open, same, { text: plain }] }
    : { has: [...open, same], seeks: [...open, same, { text: dated }] };
}

/**
 * Of each name in `added` that is like others of `known`: those others, in their order. Alike are
 * names that differ by one letter of one longer word, by the order of their words, or by a year.
 * O(names), and pairs of names that differ in one spelled word.
 */
export function similarNames(
  added: Iterable<string>,
  known: Iterable<string>,
): ReadonlyMap<string, readonly string[]> {
  const seekers = new Map<string, { readonly name: string; readonly word: string | undefined }[]>();
  for (const name of added)
    for (const { text, word } of keysOf(name).seeks) {
      const sought = seekers.get(text);
      if (sought) sought.push({ name, word });
      else seekers.set(text, [{ name, word }]);
    }
  const found = new Map<string, Set<string>>();
  for (const other of known)
    for (const { text, word } of keysOf(other).has)
      for (const seeker of seekers.get(text) ?? []) {
        if (seeker.name === other) continue;
        if (word !== undefined && !differByOneLetter(seeker.word ?? '', word)) continue;
        const others = found.get(seeker.name);
        if (others) others.add(other);
        else found.set(seeker.name, new Set([other]));
      }
  return new Map([...found].map(([name, others]) => [name, [...others]]));
}
