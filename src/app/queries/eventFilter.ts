/**
 * Which events: from what a reader asks to what the log finds by itself and what each event is
 * asked after that. Events are taken as they were recorded: what corrects one is an event too.
 */
import type { AnyEvent, EventType } from '../../../events/catalogue.js';
import type { Certainty, SourceKind } from '../../../events/envelope.js';
import type { Selection } from '../../log/core/eventLog.js';
import type { Background } from './filterContext.js';
import { checkRange, mayLieIn, rangeBounds, type TimeRange } from './timeRange.js';
import { names, saying, sourcesOf } from './textMatch.js';

/** What is absent does not restrict; of a list, one must match, so an empty one lets none through. */
export interface EventFilter {
  /** In the history of one of these. */
  readonly streams?: readonly string[] | undefined;
  readonly types?: readonly EventType[] | undefined;
  readonly certainty?: readonly Certainty[] | undefined;
  /**
   * Concerning a country: in the history of a negotiation to which it is a party, of a measure
   * that it imposes or that is on its goods, or of its rulebook; or naming its code in the data.
   */
  readonly party?: string | undefined;
  /** Days in the zone in which the event's own dates are written. */
  readonly occurred?: TimeRange | undefined;
  /** Days in UTC. */
  readonly recorded?: TimeRange | undefined;
  /** Days in the zone of the event's stream, as for `publicAt`. */
  readonly published?: TimeRange | undefined;
  /** With a source of one of these kinds. */
  readonly sourceKinds?: readonly SourceKind[] | undefined;
  /** A part of its summary, of a string in its data, or of a source's title, publisher or quote. */
  readonly text?: string | undefined;
}

/** What an event must be asked, one by one. */
export type Test = (event: AnyEvent) => boolean | Promise<boolean>;

export interface Sieve {
  /** What the log finds by itself. */
  readonly selection: Selection;
  /** What it leaves over, cheapest first. */
  readonly tests: readonly Test[];
}

const CLOCKS = ['occurred', 'recorded', 'published'] as const;

/** Recorded instants grow with position, so a range of them is a range of positions. */
async function positions(
  { recorded }: EventFilter,
  { log }: Background,
): Promise<Pick<Selection, 'after' | 'before'>> {
  const { min, max } = rangeBounds(recorded ?? {}, 'UTC');
  return {
    ...(min > -Infinity && { after: await log.positionAt(min - 1) }),
    ...(max < Infinity && { before: (await log.positionAt(max)) + 1 }),
  };
}

async function concerning(party: string, background: Background): Promise<Test> {
  const streams = await background.concerning(party);
  return (event) => names(event.data, party) || background.isInHistory(event, streams);
}

/** A source without a date, and an event without a source, counts from when it was recorded. */
const publications = (event: AnyEvent): readonly string[] => {
  const sources = sourcesOf(event);
  return sources.length === 0
    ? [event.recordedAt]
    : sources.map(({ published }) => published ?? event.recordedAt);
};

/**
 * The sieve of a filter, for the whole log or for the history of one stream; the log can look for
 * streams in the former only. Throws `BadTimePoint` and `BadTimeRange`.
 */
export async function sieveOf(
  filter: EventFilter,
  background: Background,
  inHistory: boolean,
): Promise<Sieve> {
  for (const clock of CLOCKS) if (filter[clock]) checkRange(`filter.${clock}`, filter[clock]);
  const { types, certainty, party, occurred, published, sourceKinds, text } = filter;
  const streams = filter.streams && new Set(filter.streams);
  const tests: Test[] = [];
  if (sourceKinds)
    tests.push((event) => sourcesOf(event).some(({ kind }) => sourceKinds.includes(kind)));
  if (occurred)
    tests.push(({ occurred: when, timeZone, stream }) =>
      mayLieIn(occurred, [when], () => timeZone ?? background.zone(stream)),
    );
  if (published)
    tests.push((event) =>
      mayLieIn(published, publications(event), () => background.zone(event.stream)),
    );
  if (text !== undefined) tests.push(saying(text));
  if (streams && inHistory) tests.push((event) => background.isInHistory(event, streams));
  if (party !== undefined) tests.push(await concerning(party, background));
  return {
    selection: {
      ...(filter.streams && !inHistory && { streams: filter.streams }),
      ...(types && { types }),
      ...(certainty && { certainty }),
      ...(await positions(filter, background)),
    },
    tests,
  };
}
