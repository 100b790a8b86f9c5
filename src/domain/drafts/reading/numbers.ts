/** Numbers and percentages in English text. */

/** A part of a text, in UTF-16 units, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const WORDS = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ...ORDINALS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
  ...TENS.flatMap((ten, index) =>
    UNITS.slice(1, 10).map((unit, n) => [`${ten}-${unit}`, (index + 2) * 10 + n + 1] as const),
  ),
  ...TENS.flatMap((ten, index) =>
    ORDINALS.slice(1, 10).map((unit, n) => [`${ten}-${unit}`, (index + 2) * 10 + n + 1] as const),
  ),
  ['hundred', 100],
  ['a dozen', 12],
]);

const NUMBER_WORD = [...WORDS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace('-', '[- ]'))
  .join('|');

/** The source of a pattern of one number in digits or words; ordinals too. */
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?(?:st|nd|rd|th)?|(?:${NUMBER_WORD}))`;

/** The value of what {@link NUMBER} matches. */
export function numberOf(text: string): number {
  const word = WORDS.get(text.toLowerCase().replace(/(?<=ty) /, '-'));
  return word ?? Number(text.replace(/,|(?:st|nd|rd|th)$/g, ''));
}

const ANY_NUMBER = new RegExp(`(?<![\\w.,-])${NUMBER}(?![\\w]|[.,]\\d)`, 'gi');

/** Every number in a text, in order. O(length). */
export const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(ANY_NUMBER)].map(([found]) => numberOf(found));

const PERCENT_SIGN = String.raw`(?:\s?%|[\s-]{0,2}per[\s-]?cent(?:age[\s-]points?)?\b)`;
const PERCENT = new RegExp(`(?<![\\w.,])(${NUMBER})(?:${PERCENT_SIGN})`, 'gi');
const FOLLOWED_BY_PERCENT = new RegExp(`^${PERCENT_SIGN}`, 'i');

export interface Percentage extends Span {
  readonly value: number;
}

/** Every percentage in a text. The span is of the number with its sign or words. O(length). */
export const percentagesIn = (text: string): readonly Percentage[] =>
  [...text.matchAll(PERCENT)].map(({ 0: all, 1: number = '', index }) => ({
    start: index,
    end: index + all.length,
    value: numberOf(number),
  }));

/** Whether a number that ends here is one in per cent. */
export const isPercentAt = (text: string, end: number): boolean =>
  FOLLOWED_BY_PERCENT.test(text.slice(end, end + 30));
