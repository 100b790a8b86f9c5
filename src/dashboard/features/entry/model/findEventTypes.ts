/** Finds event types by what people type: words of their names, of reports about them, of their descriptions. */
import { type EventType, EVENT_TYPES, sentenceCase } from './formSchema.js';

/** Shorter words say nothing by themselves: of, on, to, by. */
const MIN_LETTERS = 3;

/** How well a word fits, best first; a later word of `alsoCalled` counts less than an earlier one. */
const FITS = { name: 60, beginsName: 50, alsoCalled: 40, describes: 5 } as const;

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);

/** "hike" for "hiked" and "hikes" as well as for "hik", which is still being typed. */
const isFormOf = (typed: string, word: string): boolean =>
  word.startsWith(typed) || (word.length >= MIN_LETTERS && typed.startsWith(word));

interface Vocabulary {
  readonly name: readonly string[];
  readonly alsoCalled: readonly (readonly string[])[];
  readonly description: readonly string[];
}

const VOCABULARY: ReadonlyMap<EventType, Vocabulary> = new Map(
  EVENT_TYPES.map((type) => [
    type,
    {
      name: [...wordsOf(sentenceCase(type.type)), type.type.toLowerCase()],
      alsoCalled: type.alsoCalled.map(wordsOf),
      description: wordsOf(type.description),
    },
  ]),
);

function fitOf(typed: string, { name, alsoCalled, description }: Vocabulary): number {
  if (name.includes(typed)) return FITS.name;
  const synonym = alsoCalled.findIndex((words) => words.some((word) => isFormOf(typed, word)));
  const fits = [
    name.some((word) => isFormOf(typed, word)) ? FITS.beginsName : 0,
    synonym < 0 ? 0 : FITS.alsoCalled - Math.min(synonym, 20),
    description.some((word) => isFormOf(typed, word)) ? FITS.describes : 0,
  ];
  return Math.max(...fits);
}

/**
 * The event types that fit a search, the best first, of equals the most used. Words that fit no type,
 * such as the names of a headline, are left out; all types where nothing is typed. O(types x words).
 */
export function matchingEventTypes(
  search: string,
  typeUsage: ReadonlyMap<string, number>,
): readonly EventType[] {
  const typed = wordsOf(search);
  const telling = typed.filter((word) => word.length >= MIN_LETTERS);
  const words = telling.length > 0 ? telling : typed;
  const ranked = EVENT_TYPES.map((type) => {
    const vocabulary = VOCABULARY.get(type);
    const fits = vocabulary ? words.map((word) => fitOf(word, vocabulary)) : [];
    return { type, fit: fits.reduce((sum, fit) => sum + fit, 0) };
  });
  return ranked
    .filter(({ fit }) => words.length === 0 || fit > 0)
    .toSorted(
      (a, b) =>
        b.fit - a.fit || (typeUsage.get(b.type.type) ?? 0) - (typeUsage.get(a.type.type) ?? 0),
    )
    .map(({ type }) => type);
}
