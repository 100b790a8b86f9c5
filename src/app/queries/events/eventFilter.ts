/**
 * Event filters: which part of a filter the log's indexes answer, and which predicates are applied
 * to each event read. A filter applies to events as recorded; annotations are events of their own.
 */
import type { AnyEvent, EventType } from '../../../../events/catalogue.js';
import type { Certainty, SourceKind } from '../../../../events/envelope.js';
import type { Selection } from '../../../log/core/eventLog.js';
import type { FilterContext } from '../filterContext.js';
import { containsCode, matchesText, sourcesOf } from './textMatch.js';
import { checkRange, mayOverlap, rangeBounds, type TimeRange } from '../timeRange.js';

/** Every key given must match; of a list any item, so an empty list matches nothing. */
export interface EventFilter {
  /** In the history of one of these streams. */
  readonly streams?: readonly string[] | undefined;
  readonly types?: readonly EventType[] | undefined;
  readonly certainty?: readonly Certainty[] | undefined;
  /**
   * Concerning a party: in the history of a negotiation to which it is a party when the event
   * occurred, of a measure that it imposes or that affects its goods, or of its rulebook, by itself or
   * as a member of a group; or with its code in the data.
   */
  readonly party?: string | undefined;
  /** Dates are days in the zone in which the event's own dates are written. */
  readonly occurred?: TimeRange | undefined;
  /** Dates are days in UTC. */
  readonly recorded?: TimeRange | undefined;
  /** Dates are days in the zone of the event's stream, as for `publicAt`. */
  readonly published?: TimeRange | undefined;
  /** With a source of one of these kinds. */
  readonly sourceKinds?: readonly SourceKind[] | undefined;
  /** Contained in its summary, in a string of its data, or in a source's title, publisher or quote. */
  readonly text?: string | undefined;
}

export type EventPredicate = (event: AnyEvent) => boolean | Promise<boolean>;

/** How a filter is carried out. */
export interface FilterPlan {
  /** The part that the log's indexes answer. */
  readonly selection: Selection;
  /** The rest, applied to each event read; cheapest first. */
  readonly predicates: readonly EventPredicate[];
}

const CLOCKS = ['occurred', 'recorded', 'published'] as const;

/** `recorded` increases with position, so a range of instants is a range of positions. */
async function positionRange(
  { recorded }: EventFilter,
  { log }: FilterContext,
): Promise<Pick<Selection, 'after' | 'before'>> {
  const { min, max } = rangeBounds(recorded ?? {}, 'UTC');
  return {
    ...(min > -Infinity && { after: await log.positionAt(min - 1) }),
    ...(max < Infinity && { before: (await log.positionAt(max)) + 1 }),
  };
}

const concernsParty =
  (party: string, context: FilterContext): EventPredicate =>
  (event) =>
    containsCode(event.data, party) ||
    context.isInHistory(event, (stream, inHistory) =>
      context.concernsParty(stream, party, inHistory),
    );

/** A source without a date, and an event without a source, counts from when it was recorded. */
const publicationDates = (event: AnyEvent): readonly string[] => {
  const sources = sourcesOf(event);
  return sources.length === 0
    ? [event.recordedAt]
    : sources.map(({ published }) => published ?? event.recordedAt);
};

/**
 * The plan of a filter: for the whole log, or (`inHistory`) for events of one stream's history or in
 * memory, where `streams` becomes a predicate. A `party` costs a lookup per stream that may concern it. Throws `BadTimePoint`, `BadTimeRange`.
 */
export async function planFilter(
  filter: EventFilter,
  context: FilterContext,
  { inHistory }: { readonly inHistory: boolean },
): Promise<FilterPlan> {
  for (const clock of CLOCKS) if (filter[clock]) checkRange(`filter.${clock}`, filter[clock]);
  const { types, certainty, party, occurred, published, sourceKinds, text } = filter;
  const streams = filter.streams && new Set(filter.streams);
  const predicates: EventPredicate[] = [];
  if (sourceKinds)
    predicates.push((event) => sourcesOf(event).some(({ kind }) => sourceKinds.includes(kind)));
  if (occurred)
    predicates.push(({ occurred: date, timeZone, stream }) =>
      mayOverlap(occurred, [date], () => timeZone ?? context.zone(stream)),
    );
  if (published)
    predicates.push((event) =>
      mayOverlap(published, publicationDates(event), () => context.zone(event.stream)),
    );
  if (text !== undefined) predicates.push(matchesText(text));
  if (streams && inHistory)
    predicates.push((event) => context.isInHistory(event, (stream) => streams.has(stream)));
  if (party !== undefined) predicates.push(concernsParty(party, context));
  return {
    selection: {
      ...(filter.streams && !inHistory && { streams: filter.streams }),
      ...(types && { types }),
      ...(certainty && { certainty }),
      ...(await positionRange(filter, context)),
    },
    predicates,
  };
}
