/** Finds event types by what people type: words of their names, of reports about them, of their descriptions. */
import type { Suggestion } from '../fields/formContext.js';
import { type EventType, EVENT_TYPES, inputFields, sentenceCase } from './formSchema.js';

/** Shorter words say nothing by themselves: of, on, to, by. */
const MIN_LETTERS = 3;
/** Longer ones that say nothing either. */
const SAYS_NOTHING = new Set(
  'after all and are before for from has have into its now than that the their this until was were will with'.split(
    ' ',
  ),
);

/** How well a word fits, best first; a later word of `alsoCalled` counts less than an earlier one. */
const FITS = { name: 60, beginsName: 50, alsoCalled: 40, describes: 5 } as const;

export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0);

/** The words of a text that tell what it is about. */
export function tellingWords(text: string): readonly string[] {
  const typed = wordsOf(text);
  const telling = typed.filter((word) => word.length >= MIN_LETTERS && !SAYS_NOTHING.has(word));
  return telling.length > 0 ? telling : typed;
}

/** "hik" of hike, hiked and hikes, "ratif" of ratify and ratifies. */
export const stemOf = (word: string): string =>
  word.length <= MIN_LETTERS + 1 ? word : word.replace(/(?:ies|ied|ing|ed|es|s|e|y)$/, '');

/** Reports call a tariff a duty as well. */
const TARIFF = 'tariff';
const CALLED_TARIFF = /^(?:dut(?:y|ies)|lev(?:y|ies))$/;

/** "hike" for "hiked" and "hikes" as well as for "hik", which is still being typed. */
const isFormOf = (typed: string, word: string): boolean =>
  word.startsWith(typed) ||
  (word === TARIFF && CALLED_TARIFF.test(typed)) ||
  stemOf(typed) === stemOf(word) ||
  (word.length >= MIN_LETTERS && typed.startsWith(word)) ||
  (stemOf(typed).length > MIN_LETTERS && word.startsWith(stemOf(typed)));

interface Vocabulary {
  readonly name: readonly string[];
  readonly alsoCalled: readonly (readonly string[])[];
  readonly description: readonly string[];
}

const VOCABULARY: readonly (readonly [EventType, Vocabulary])[] = EVENT_TYPES.map((type) => [
  type,
  {
    name: [...wordsOf(sentenceCase(type.type)), type.type.toLowerCase()],
    alsoCalled: type.alsoCalled.map(wordsOf),
    description: wordsOf(type.description),
  },
]);

/** Of two words, "called off", one alone says half as much. */
const synonymFit = (
  word: string,
  synonym: readonly string[],
  index: number,
  typed: readonly string[],
): number => {
  if (!synonym.some((each) => isFormOf(word, each))) return 0;
  const isWhole = synonym.every((each) => typed.some((other) => isFormOf(other, each)));
  return (FITS.alsoCalled - Math.min(index, 20)) / (isWhole ? 1 : 2);
};

function fitOf(
  word: string,
  { name, alsoCalled, description }: Vocabulary,
  typed: readonly string[],
): number {
  if (name.includes(word)) return FITS.name;
  return Math.max(
    name.some((each) => isFormOf(word, each)) ? FITS.beginsName : 0,
    ...alsoCalled.map((synonym, index) => synonymFit(word, synonym, index, typed)),
    description.some((each) => isFormOf(word, each)) ? FITS.describes : 0,
  );
}

/** What changes the terms of a measure on record. */
const AMENDED = 'MeasureAmended';

/** A type that changes a measure which another event began: dated, and without a title of its own. */
const changesMeasure = ({ stream, input }: EventType): boolean => {
  const names = inputFields(input)?.map(({ name }) => name) ?? [];
  return stream === 'measure' && names.includes('effectiveFrom') && !names.includes('title');
};

/** Words in common from which on a headline names what has that title. */
const ENOUGH_WORDS = 2;

/** "Indian" for India, "duty" for duties. */
const sameWord = (one: string, other: string): boolean =>
  stemOf(one) === stemOf(other) ||
  (other.length > SHORTEST_NAME && one.startsWith(other)) ||
  (one.length > SHORTEST_NAME && other.startsWith(one));
const SHORTEST_NAME = 4;

/** The one of them, such as a measure, with the most words of a text in its title; undefined of several. */
export function namedIn(text: string, titled: readonly Suggestion[]): Suggestion | undefined {
  const words = new Set(tellingWords(text));
  const common = titled.map((one) => {
    const title = wordsOf(one.label ?? '');
    const shared = [...words].filter((word) => title.some((each) => sameWord(word, each)));
    return { one, count: shared.length };
  });
  const most = Math.max(0, ...common.map(({ count }) => count));
  const [best, ...others] = common.filter(({ count }) => count === most);
  return most >= ENOUGH_WORDS && others.length === 0 ? best?.one : undefined;
}

/** How much more or less a type counts for the measures on record that a headline names or does not. */
function measureFactor(
  type: EventType,
  unfitting: readonly string[],
  named: boolean,
  measures: readonly Suggestion[] | undefined,
): number {
  if (!measures) return 1;
  if (named) return changesMeasure(type) ? 2 : 1;
  const isOfOther =
    unfitting.length > 0 &&
    !measures.some(({ label = '' }) =>
      wordsOf(label).some((title) => unfitting.some((word) => sameWord(word, title))),
    );
  // It is to be adopted before it is amended.
  return isOfOther && type.type === AMENDED ? 1 / 2 : 1;
}

/**
 * The event types that fit a search, the best first, of equals the most used. A word that fits few
 * types counts more than one that fits many; words that fit none, such as the names of a headline, are
 * left out; all types where nothing is typed. Where a headline names one of the `measures` on record,
 * what changes a measure counts more; where it is of none of them, an amendment counts less. O(types x words).
 */
export function matchingEventTypes(
  search: string,
  typeUsage: ReadonlyMap<string, number>,
  measures?: readonly Suggestion[],
): readonly EventType[] {
  const words = tellingWords(search);
  const isNamed = namedIn(search, measures ?? []) !== undefined;
  // A measure on record is spoken of without the word, too.
  const typed = [...wordsOf(search), ...(isNamed ? [TARIFF] : [])];
  const fits = words.map((word) =>
    VOCABULARY.map(([, vocabulary]) => fitOf(word, vocabulary, typed)),
  );
  const weights = fits.map((each) => 1 / Math.sqrt(each.filter((fit) => fit > 0).length || 1));
  const unfitting = words.filter(
    (word, i) => !/\d/.test(word) && fits[i]?.every((fit) => fit <= FITS.describes),
  );
  return VOCABULARY.map(([type], index) => {
    const fit = fits.reduce((sum, each, i) => sum + (each[index] ?? 0) * (weights[i] ?? 0), 0);
    return { type, fit: fit * measureFactor(type, unfitting, isNamed, measures) };
  })
    .filter(({ fit }) => words.length === 0 || fit > 0)
    .toSorted(
      (a, b) =>
        b.fit - a.fit || (typeUsage.get(b.type.type) ?? 0) - (typeUsage.get(a.type.type) ?? 0),
    )
    .map(({ type }) => type);
}
