/** Events in words for a terminal, and as JSON. */
import { type AnyEvent, summarize } from '../../../events/catalogue.js';
import { sourceKind, type Source } from '../../../events/envelope.js';
import type { SummarizedEvent } from '../../app/parley.js';
import type { FlatValue } from '../../domain/history/flatten.js';
import type { Fact } from '../../domain/streamState/knowledgeView.js';

/** `in force` for `IN_FORCE`. */
export const words = (constant: string): string => constant.toLowerCase().replaceAll('_', ' ');

/** `round held` for `RoundHeld`. */
export const typeWords = (type: string): string =>
  type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** An instant in the local time of a zone: `2025-11-05 23:59`. */
export function localTime(instant: number, zone: string): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', options).format(instant);
}

/** The publisher of a source, else its title or address. */
export const sourceName = ({ publisher, title, url }: Source): string | undefined =>
  publisher ?? title ?? url;

/** The best source of an event and its certainty where that is not the usual: `[PIB, official]`. */
export function sourceText({
  sources,
  certainty,
}: Pick<Fact, 'sources' | 'certainty'> | Pick<AnyEvent, 'sources' | 'certainty'>): string {
  const rank = (kind: string) => sourceKind.options.findIndex((option) => option === kind);
  const [best] = sources.toSorted((a, b) => rank(a.kind) - rank(b.kind));
  const name = best && sourceName(best);
  const source = best ? `${name ? `${name}, ` : ''}${words(best.kind)}` : 'no source';
  return `[${source}${certainty === 'DISPUTED' ? ', disputed' : ''}]`;
}

/** A value at a path, as the schema has it; `nothing on record` for null. */
export function valueText(value: FlatValue): string {
  if (value === null) return 'nothing on record';
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? 'none' : value.join(', ');
}

/** What happened, corrected, when and who says so: `2025-04-23/2025-04-25 Round 2 … [PIB, official]`. */
export const factText = ({ event, occurred, data, ...fact }: Fact): string =>
  `${occurred} ${summarize({ ...event, data })} ${sourceText(fact)}`;

/** An event as recorded, with what it says, by the names of the GraphQL schema. */
export const eventJson = (event: SummarizedEvent) => ({
  id: event.id,
  position: event.position,
  stream: event.stream,
  revision: event.revision,
  also: event.also,
  type: event.type,
  occurred: event.occurred,
  timeZone: event.timeZone ?? null,
  recordedAt: event.recordedAt,
  recordedBy: event.recordedBy ?? null,
  certainty: event.certainty,
  summary: event.summary,
  data: event.data,
  sources: event.sources,
  hash: event.hash,
});
