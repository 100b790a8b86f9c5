/** Text and code search in single events. */
import { type AnyEvent, summarize } from '../../../events/catalogue.js';
import type { Source } from '../../../events/envelope.js';

/** Latin letters that Unicode does not decompose: with a stroke, without a dot, ligatures. */
const LETTER_REPLACEMENTS: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** Text without case, accents or typographic variants: NFKD without U+0300 to U+036F. */
const normalized = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ıøłđßæœ]/g, (letter) => LETTER_REPLACEMENTS[letter] ?? letter);

/** Every string value in a JSON value; keys are not included. */
function* stringValues(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) yield* stringValues(item);
}

function* searchableTexts(event: AnyEvent): Generator<string> {
  yield summarize(event);
  yield* stringValues(event.data);
  for (const { title, publisher, quote } of event.sources)
    for (const text of [title, publisher, quote]) if (text !== undefined) yield text;
}

/** Whether one text of an event contains the search text, ignoring case and accents. */
export function matchesText(search: string): (event: AnyEvent) => boolean {
  const needle = normalized(search);
  return (event) => {
    for (const text of searchableTexts(event)) if (normalized(text).includes(needle)) return true;
    return false;
  };
}

/** Whether a string value somewhere in the data equals this code. */
export function containsCode(data: unknown, code: string): boolean {
  for (const text of stringValues(data)) if (text === code) return true;
  return false;
}

/** The sources of an event, and those that it adds to the event it is about. */
export function sourcesOf({ type, sources, data }: AnyEvent): readonly Source[] {
  if (type !== 'SourceAdded' && type !== 'EventCorrected') return sources;
  return [...sources, ...(data.sources ?? [])];
}
