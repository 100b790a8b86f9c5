/** Streams that a name which is not on record may mean: misspelt, in another order, or by its title. */
import type { Suggestion } from '../fields/formContext.js';

/** Near names offered at once. */
const MOST_OFFERED = 3;

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** Whether one becomes the other by one letter changed, added, left out or swapped with the next. */
function differByOneLetter(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  // Digits tell numbered things apart.
  if (/\d/.test(restA + restB)) return false;
  return (
    Math.max(restA.length, restB.length) <= 1 ||
    (restA.length === 2 && restB === `${restA[1] ?? ''}${restA[0] ?? ''}`)
  );
}

function isNear(typed: string, { value, label }: Suggestion): boolean {
  if (value.length >= 4 && differByOneLetter(typed, value)) return true;
  const words = wordsOf(typed);
  const known = wordsOf(value);
  const has = (word: string) => words.includes(word);
  // The same words in another order, or with a year or the like added.
  if (known.length > 1 && known.every(has) && words.length <= known.length + 1) return true;
  const title = wordsOf(label ?? '');
  return words.length > 2 && title.length > 0 && words.every((word) => title.includes(word));
}

/** The streams on record that a new name is near, as offered; O(streams). */
export const similarStreams = (
  typed: string,
  options: readonly Suggestion[],
): readonly Suggestion[] =>
  options
    .filter((option) => option.value !== typed && isNear(typed, option))
    .slice(0, MOST_OFFERED);
