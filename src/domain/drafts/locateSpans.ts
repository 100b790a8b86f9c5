/** Finds the spans of a draft in its text: each stands there letter for letter, in whole words. */
import type { Problem } from '../../../events/parse.js';
import type { Draft, GivenSpan } from './draft.js';
import type { Span } from './reading/numbers.js';

export interface LocatedSpans {
  readonly spans: ReadonlyMap<string, readonly Span[]>;
  readonly problems: readonly Problem[];
}

export const shortQuote = (words: string): string =>
  JSON.stringify(words.length > 80 ? `${words.slice(0, 79)}…` : words);

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

const cutsWord = (text: string, at: number): boolean =>
  isWordCharacter(text[at - 1]) && isWordCharacter(text[at]);

/** What is wrong with where a span begins and ends. */
function boundsProblem(text: string, start: number, end: number): string | undefined {
  if (start < 0 || end > text.length || start >= end)
    return `[${start}, ${end}] is no part of the text, which has ${text.length} characters: give start and end in UTF-16 units`;
  const words = text.slice(start, end);
  if (words !== words.trim())
    return `${shortQuote(words)} begins or ends with white space: leave it out`;
  if (cutsWord(text, start) || cutsWord(text, end))
    return `${shortQuote(words)} cuts a word: move [${start}, ${end}] to whole words`;
  return undefined;
}

/** The span, or what is wrong with it. */
function locate(text: string, given: GivenSpan): Span | string {
  const { start, end, quote } =
    typeof given === 'string'
      ? { quote: given }
      : 'length' in given
        ? { start: given[0], end: given[1] }
        : given;
  if (start !== undefined && end !== undefined) {
    const wrong = boundsProblem(text, start, end);
    if (wrong !== undefined) return wrong;
    const words = text.slice(start, end);
    return quote === undefined || quote === words
      ? { start, end }
      : `${shortQuote(quote)} is not what stands at [${start}, ${end}], which is ${shortQuote(words)}`;
  }
  if (quote === undefined || quote === '')
    return 'gives neither start and end nor the words: give one of them';
  const found = text.indexOf(quote);
  if (found < 0) return `${shortQuote(quote)} does not stand in the text letter for letter`;
  if (text.indexOf(quote, found + 1) >= 0)
    return `${shortQuote(quote)} stands in the text several times: give start and end`;
  return (
    boundsProblem(text, found, found + quote.length) ?? { start: found, end: found + quote.length }
  );
}

const isMany = (given: GivenSpan | readonly GivenSpan[]): given is readonly GivenSpan[] =>
  Array.isArray(given) && typeof given[0] !== 'number';

/** The spans of a draft by path, and a problem for each that is not in the text. O(text × spans). */
export function locateSpans({ spans = {} }: Pick<Draft, 'spans'>, text: string): LocatedSpans {
  const problems: Problem[] = [];
  const located = Object.entries(spans).map(([path, given]) => {
    const list = (isMany(given) ? given : [given]).flatMap((each): readonly Span[] => {
      const found = locate(text, each);
      if (typeof found !== 'string') return [found];
      problems.push({ path: `spans.${path}`, code: 'SPAN_NOT_IN_TEXT', message: found });
      return [];
    });
    return [path, list] as const;
  });
  return { spans: new Map(located), problems };
}
