/** Ranked search in what the events of the log say. */
import type { AnyEvent, EventType } from '../../../../events/catalogue.js';
import { foldText, searchTexts, trigramsToFind } from '../../../../events/searchText.js';
import { streamSlug } from '../../../../events/streams.js';
import type { EventLog } from '../../../log/core/eventLog.js';
import type { StreamStateCache } from '../../readModel/streamStateCache.js';
import { type EventFilter, planFilter } from './eventFilter.js';
import { EventList } from './eventList.js';
import { textSource } from './eventSource.js';
import { FilterContext } from '../filterContext.js';

/** Of more matches the newest are ranked. */
export const MAX_RANKED = 1_000;
const PAGE_SIZE = 500;

/** An event that contains every word asked for. */
export interface SearchHit {
  readonly event: AnyEvent;
  /** How well it matches: it follows from the event and the words alone, so it never changes. */
  readonly score: number;
}

export interface SearchResult {
  /** The best first; of equals the newest. */
  readonly hits: readonly SearchHit[];
  /** The head of the log that was searched. */
  readonly upTo: number;
  /** Whether these are all: no more than {@link MAX_RANKED}. */
  readonly isAll: boolean;
}

const WEIGHTS = { titles: 4, summary: 3, data: 2, sources: 1 } as const;
const WHOLE = 4;
const BEGINNING = 3;
const INSIDE = 2;
const PHRASE = 4;
/** More than any number of words earns: a title, slug or code that is just what was asked for. */
const EXACT = 10_000;
/** Again more: what happened comes before what is said of the record. */
const HAPPENED = 100_000;

/** Events about the record rather than the world. */
const BOOKKEEPING: ReadonlySet<EventType> = new Set<EventType>([
  'EventCorrected',
  'EventRetracted',
  'SourceAdded',
  'SourcesChecked',
  'CoverageDeclared',
]);

const LETTER = /[\p{L}\p{N}]/u;
const isLetter = (character: string | undefined): boolean =>
  character !== undefined && LETTER.test(character);

/** How well a folded text contains a word: as a word, at the beginning of one, within one, not. */
function fitOf(text: string, word: string): number {
  let best = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const begins = !isLetter(text[at - 1]);
    const ends = !isLetter(text[at + word.length]);
    best = Math.max(best, begins && ends ? WHOLE : begins ? BEGINNING : INSIDE);
    if (best === WHOLE) break;
  }
  return best;
}

/** What the subject of an event is called. */
function titlesIn({ data }: AnyEvent): readonly string[] {
  const { title, name } = data as { readonly title?: unknown; readonly name?: unknown };
  return [title, name].filter((text) => typeof text === 'string');
}

/** The score of an event; 0 unless it contains every word, or the phrase names its stream. */
function scoreOf(event: AnyEvent, words: readonly string[], phrase: string): number {
  const { summary, data, sources } = searchTexts(event);
  const parts = { titles: titlesIn(event), summary: [summary], data, sources };
  const texts = Object.entries(parts).flatMap(([part, list]) =>
    list.map((text) => ({ text: foldText(text), weight: WEIGHTS[part as keyof typeof WEIGHTS] })),
  );
  const isNamed = foldText(streamSlug(event.stream)) === phrase;
  const isExact = isNamed || data.some((text) => foldText(text) === phrase);
  const rank = (BOOKKEEPING.has(event.type) ? 0 : HAPPENED) + (isExact ? EXACT : 0);
  let score = 0;
  for (const word of words) {
    const best = Math.max(0, ...texts.map(({ text, weight }) => weight * fitOf(text, word)));
    if (best === 0 && !isNamed) return 0;
    score += best;
  }
  const phrases = texts.filter(({ text }) => words.length > 1 && text.includes(phrase));
  return rank + score + PHRASE * Math.max(0, ...phrases.map(({ weight }) => weight));
}

/** An HS code with dots between its parts, as tariffs write it. */
const DOTTED_CODE = /^\d{4}(?:\.\d{2}){1,3}$/;

/** A text as it is searched: folded, a code as the record has it. */
function phraseOf(text: string): string {
  const phrase = foldText(text).trim();
  return DOTTED_CODE.test(phrase) ? phrase.replaceAll('.', '') : phrase;
}

/** The words of a text, each once, folded. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(phraseOf(text).split(/\s+/u).filter(Boolean)),
];

/**
 * The events up to a position that match a filter and contain every word of a text, wherever in
 * them it stands, and those of the stream that it names. Words of fewer than three characters are found, but by themselves only by reading
 * the log. O(events with the rarest sequence of three characters). Throws as `Parley.eventList`.
 */
export async function searchEvents(
  log: EventLog,
  streamStates: StreamStateCache,
  text: string,
  filter: EventFilter,
  upTo?: number,
): Promise<SearchResult> {
  const head = await log.head();
  const end = Math.min(upTo ?? head.position, head.position);
  const words = wordsOf(text);
  const phrase = phraseOf(text);
  const context = new FilterContext(log, streamStates, head.position);
  const plan = await planFilter(filter, context, { inHistory: true });
  const source = textSource(log, streamStates.index, head, trigramsToFind(words));
  const hits: SearchHit[] = [];
  const pages = new EventList(source, plan, context).pages(
    { before: end + 1, backwards: true },
    PAGE_SIZE,
  );
  for await (const page of words.length > 0 ? pages : []) {
    for (const event of page) {
      const score = scoreOf(event, words, phrase);
      if (score > 0) hits.push({ event, score });
    }
    if (hits.length > MAX_RANKED) break;
  }
  return {
    hits: hits.slice(0, MAX_RANKED).sort(compareHits),
    upTo: end,
    isAll: hits.length <= MAX_RANKED,
  };
}

/** By score, then by position, both descending. */
export const compareHits = (
  a: { readonly score: number; readonly event: Pick<AnyEvent, 'position'> },
  b: { readonly score: number; readonly event: Pick<AnyEvent, 'position'> },
): number => b.score - a.score || b.event.position - a.event.position;
