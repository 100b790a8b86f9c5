/** A report as the rules read it: paragraphs, sentences, quotations, and what they name. */
import { type AreaMention, areasIn } from '../reading/areaNames.js';
import { type DateMention, datesIn } from '../reading/dates.js';
import type { Span } from '../reading/numbers.js';

export interface Sentence extends Span {
  readonly index: number;
  readonly paragraph: number;
  readonly text: string;
  /** The same text and length, with what is quoted blotted out: rules read only the reporter's words. */
  readonly plain: string;
  /** What is quoted, without the marks. Spans of the whole report. */
  readonly quotes: readonly Span[];
  /** Named outside quotations. Spans of the whole report. */
  readonly areas: readonly AreaMention[];
  readonly dates: readonly DateMention[];
}

export interface Passage {
  readonly text: string;
  /** The day of the report; undefined when it is not known. */
  readonly day: string | undefined;
  readonly sentences: readonly Sentence[];
}

/** Lines that go on in lower case are wrapped, not ended. */
const PARAGRAPH = /[^\n]+(?:\n(?=\p{Ll})[^\n]+)*/gu;
const BLOT = '\u00b7';
const QUOTE = /"([^"]+)"|\u201c([^\u201d]+)\u201d/g;
/** Ends no sentence: initials, titles, months, U.S., No. */
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|No|St|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Gen|Sen|Rep|Gov)|\b\p{Lu}|\b[ap]\.m|\.\.)\.$/u;

const blotted = (text: string): string =>
  text.replace(/\n/g, ' ').replace(QUOTE, (quoted) => quoted.replace(/[^"\u201c\u201d]/g, BLOT));

function quotesIn(text: string, offset: number): readonly Span[] {
  return [...text.matchAll(QUOTE)].flatMap(({ 0: all, index }) => {
    const inner = all.slice(1, -1);
    const lead = inner.length - inner.trimStart().length;
    // The comma before "he said" is the reporter's.
    const words = inner.trim().replace(/,$/, '');
    const start = offset + index + 1 + lead;
    return words === '' ? [] : [{ start, end: start + words.length }];
  });
}

/** Where sentences begin and end within a paragraph. */
function boundsIn(plain: string): readonly Span[] {
  const bounds: Span[] = [];
  let start = 0;
  for (const { index, 0: mark } of plain.matchAll(
    /[.?!]["\u201d)]?(?=\s+["\u201c(]?[\p{Lu}\d#.\u00b7]|$)|["\u201d](?=\s+["\u201c])/gu,
  )) {
    const end = index + mark.length;
    if (mark === '.' && ABBREVIATION.test(plain.slice(start, end)) && end < plain.length) continue;
    bounds.push({ start, end });
    start = end + (/^\s*/.exec(plain.slice(end))?.[0].length ?? 0);
  }
  if (start < plain.length) bounds.push({ start, end: plain.length });
  return bounds;
}

/** Reads a report once. O(length). */
export function readPassage(text: string, day: string | undefined): Passage {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { 0: line, index: offset } of text.matchAll(PARAGRAPH)) {
    paragraph += 1;
    const plainLine = blotted(line);
    // Full stops inside quotations end no sentence of the reporter's; one before the mark does.
    const forBounds = line.replace(QUOTE, (all) => all.replace(/[.?!](?!["\u201d]$)/g, BLOT));
    for (const { start, end } of boundsIn(forBounds)) {
      const words = line.slice(start, end);
      const plain = plainLine.slice(start, end);
      const from = offset + start;
      const shifted = <Mention extends Span>(mention: Mention): Mention => ({
        ...mention,
        start: mention.start + from,
        end: mention.end + from,
      });
      sentences.push({
        index: sentences.length,
        paragraph,
        start: from,
        end: offset + end,
        text: words,
        plain,
        quotes: quotesIn(words, from),
        areas: areasIn(plain).map(shifted),
        dates:
          day === undefined
            ? datesIn(plain, '0000-01-01').filter(isAbsolute).map(shifted)
            : datesIn(plain, day).map(shifted),
      });
    }
  }
  return { text, day, sentences };
}

/** Without the day of the report only dates with their year mean anything. */
const isAbsolute = ({ past, future }: DateMention): boolean =>
  past === future && /^(?:19|20)\d\d/.test(past);
