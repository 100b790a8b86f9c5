/** What an event says in words, and how to look for words in it. */
import { type AnyEvent, summarize } from '../../../events/catalogue.js';
import type { Source } from '../../../events/envelope.js';

/** Latin letters whose stroke, dot or ligature Unicode does not take apart. */
const WHOLE: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Letters without case, accents or typographic variants: NFKD without U+0300 to U+036F. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ıøłđßæœ]/g, (letter) => WHOLE[letter] ?? letter);

/** Every string in a JSON value; keys are not among them. */
function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* strings(inner);
}

function* words(event: AnyEvent): Generator<string> {
  yield summarize(event);
  yield* strings(event.data);
  for (const { title, publisher, quote } of event.sources)
    for (const part of [title, publisher, quote]) if (part !== undefined) yield part;
}

/** Whether an event says something, whatever the case and accents, in one piece of its text. */
export function saying(text: string): (event: AnyEvent) => boolean {
  const wanted = folded(text);
  return (event) => {
    for (const piece of words(event)) if (folded(piece).includes(wanted)) return true;
    return false;
  };
}

/** Whether a string somewhere in the data is this code and nothing else. */
export function names(data: unknown, code: string): boolean {
  for (const text of strings(data)) if (text === code) return true;
  return false;
}

/** The sources an event was recorded with, and those that it adds to another. */
export function sourcesOf({ type, sources, data }: AnyEvent): readonly Source[] {
  if (type !== 'SourceAdded' && type !== 'EventCorrected') return sources;
  return [...sources, ...(data.sources ?? [])];
}
