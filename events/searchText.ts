/** What of an event is searched, with letters folded, and the trigrams by which an index finds it. */
import type { Source } from './envelope.js';
import { type AnyEvent, summarize } from './catalogue.js';
import { streamSlug } from './streams.js';

/** Letters that Unicode does not decompose: with a stroke, without a dot, ligatures, a final form. */
const LETTER_REPLACEMENTS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};
const REPLACED = new RegExp(`[${Object.keys(LETTER_REPLACEMENTS).join('')}]`, 'g');

/** Accents, and the vowel points of Hebrew and Arabic, which writers leave out. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0640\u064b-\u065f\u0670]/g;

/** Text without case, accents or typographic variants (NFKD). */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(REPLACED, (letter) => LETTER_REPLACEMENTS[letter] ?? letter);

/** Every string value in a JSON value; keys are not included. */
export function* stringValues(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) yield* stringValues(item);
}

const sourceTexts = ({ title, publisher, quote }: Source): readonly string[] =>
  [title, publisher, quote].filter((text) => text !== undefined);

/** The texts of an event that are searched, by where they stand. */
export function searchTexts(event: AnyEvent): {
  readonly summary: string;
  readonly data: readonly string[];
  readonly sources: readonly string[];
} {
  return {
    summary: summarize(event),
    data: [...stringValues(event.data)],
    sources: event.sources.flatMap(sourceTexts),
  };
}

/** Characters that some database does not hold as text. */
const NO_TEXT = /[\0\p{Surrogate}\ufffe\uffff]/u;
const REPLACEMENT = '\ufffd';

/** All of them in one, with the name of its stream, folded, as every database holds it. */
export function foldedText(event: AnyEvent): string {
  const { summary, data, sources } = searchTexts(event);
  const slug = streamSlug(event.stream);
  return foldText([summary, ...data, ...sources, slug].join('\n')).replaceAll(
    new RegExp(NO_TEXT, 'gu'),
    REPLACEMENT,
  );
}

const TRIGRAM = 3;

/** The distinct sequences of three characters that any database holds in a folded text. O(length). */
export function trigramsOf(folded: string): ReadonlySet<string> {
  const characters = Array.from(folded);
  const trigrams = new Set<string>();
  for (let i = 0; i + TRIGRAM <= characters.length; i++) {
    const trigram = characters.slice(i, i + TRIGRAM).join('');
    if (!NO_TEXT.test(trigram)) trigrams.add(trigram);
  }
  return trigrams;
}

/** More narrow a search little. */
const MAX_TRIGRAMS = 32;

/** Trigrams by which to find what contains these folded texts; none where all are too short for any. */
export function trigramsToFind(texts: readonly string[]): readonly string[] {
  const all = [...new Set(texts.flatMap((text) => [...trigramsOf(text)]))];
  const step = Math.max(1, all.length / MAX_TRIGRAMS);
  return all.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}
