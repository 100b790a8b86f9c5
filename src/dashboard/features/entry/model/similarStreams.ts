/** Streams that a name which is not on record may mean: named alike, or of a title with the words typed. */
import { similarNames } from '../../../../../events/similarNames.js';
import type { Suggestion } from '../fields/formContext.js';

/** Near names offered at once. */
const MOST_OFFERED = 3;

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** The streams on record that a new name is near, as offered; O(streams). */
export function similarStreams(
  typed: string,
  options: readonly Suggestion[],
): readonly Suggestion[] {
  const alike = similarNames(
    [typed],
    options.map(({ value }) => value),
  ).get(typed);
  const words = wordsOf(typed);
  const hasWords = (title: readonly string[]) => words.every((word) => title.includes(word));
  return options
    .filter(
      ({ value, label = '' }) =>
        value !== typed &&
        (alike?.includes(value) || (words.length > 2 && hasWords(wordsOf(label)))),
    )
    .slice(0, MOST_OFFERED);
}
