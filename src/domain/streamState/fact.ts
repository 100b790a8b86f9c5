/** An event as it counts: placed in time, public from some instant. */
import type { AnyEvent, EventData, EventOf, EventType } from '../../../events/catalogue.js';
import type { Certainty, Source } from '../../../events/envelope.js';
import { SPAN_TYPES } from '../../../events/spans.js';
import { moment, period, timePointInstant } from '../../../events/time/bounds.js';
import type { Bounds, Period } from '../../../events/time/edtf.js';
import type { TopicEvent } from './streamState.js';
import type { Topic } from './topics.js';

/** CERTAIN once every possible date has passed, POSSIBLE inside the bounds of a date. */
export type Answer = 'CERTAIN' | 'POSSIBLE';

export interface ResolvedFact<Type extends EventType, Data> extends Period {
  readonly type: Type;
  /** The event as recorded: what `setBy` shows. */
  readonly event: EventOf<Type>;
  /** The event's data with corrections applied. */
  readonly data: Data;
  readonly occurred: string;
  readonly certainty: Certainty;
  readonly sources: readonly Source[];
  /** When it began: the bounds of a span's start, or those of a moment. */
  readonly began: Bounds;
  /** The sort key among facts, in epoch milliseconds; log position breaks ties. */
  readonly sortInstant: number;
  /** From when it was public, in epoch milliseconds. */
  readonly publicFrom: number;
}

/** An event with its annotations applied, placed in time. Narrow it by `type`. */
export type Fact<Type extends EventType = EventType> = {
  [T in Type]: ResolvedFact<T, EventData<T>>;
}[Type];

/** Facts that bear on a topic. */
export type TopicFact<T extends Topic> = Fact<TopicEvent<T>['type']>;

/** `recorded` of a hypothetical event: known and public in every view. */
export const ALWAYS_RECORDED = -Infinity;

/** From when a source makes an event public: its publication, or when it was recorded if undated. */
const sourcePublicFrom = (source: Source, recorded: number, zone: string): number =>
  source.published === undefined ? recorded : timePointInstant(source.published, zone);

export const earliestPublic = (
  sources: readonly Source[],
  recorded: number,
  zone: string,
): number =>
  sources.length === 0 || recorded === ALWAYS_RECORDED
    ? recorded
    : Math.min(...sources.map((source) => sourcePublicFrom(source, recorded, zone)));

export type AnnotatedParts = Pick<
  ResolvedFact<EventType, unknown>,
  'data' | 'occurred' | 'certainty' | 'sources'
>;

/** Longer than any day of a zone, in milliseconds. */
const LONGEST_DAY = 26 * 3_600_000;

/**
 * What is recorded on the day of its date has happened by then: until the day ends, nobody has to
 * wait to be certain. A date vaguer than a day may name one that is still to come.
 */
function begunByRecording(bounds: Bounds, { recordedAt }: AnyEvent): Bounds {
  if (!(bounds.max - bounds.min < LONGEST_DAY)) return bounds;
  const recorded = Date.parse(recordedAt);
  return recorded >= bounds.min && recorded < bounds.max ? { ...bounds, max: recorded } : bounds;
}

export function resolvedFact(
  event: AnyEvent,
  parts: AnnotatedParts,
  publicFrom: number,
  zone: string,
): Fact {
  const eventZone = event.timeZone ?? zone;
  const bounds = period(parts.occurred, eventZone);
  const at = SPAN_TYPES.has(event.type) ? bounds.start : moment(parts.occurred, eventZone);
  return {
    ...parts,
    ...bounds,
    type: event.type,
    event,
    began: begunByRecording(at, event),
    sortInstant: Number.isFinite(at.min) ? at.min : at.max,
    publicFrom,
  } as Fact;
}

/** One event at one of the instants at which it may have begun to hold. */
export interface Placing {
  readonly event: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Before or after whatever else begins at that instant. */
  readonly side: 'BEFORE' | 'AFTER';
}

/** A fact that began to hold at an instant: it took effect then where it says when, else it occurred. */
export function placedAt(fact: Fact, { at, side }: Placing): Fact {
  const { data, event } = fact;
  const placed =
    'effectiveFrom' in data
      ? { data: { ...data, effectiveFrom: new Date(at).toISOString() } }
      : { began: { min: at, max: at }, sortInstant: at };
  const position = side === 'BEFORE' ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  return { ...fact, ...placed, event: { ...event, position } } as Fact;
}

const unannotatedFacts = new WeakMap<AnyEvent, { zone: string; fact: Fact }>();

/** The fact of an event without annotations. Cached for the zone last asked for. */
export function unannotatedFact(event: AnyEvent, zone: string): Fact {
  const cached = unannotatedFacts.get(event);
  if (cached?.zone === zone) return cached.fact;
  const sources =
    event.type === 'SourceAdded' ? [...event.sources, ...event.data.sources] : event.sources;
  const fact = resolvedFact(event, event, earliestPublic(sources, event.recorded, zone), zone);
  unannotatedFacts.set(event, { zone, fact });
  return fact;
}

/** In order of time, then of the log. */
export const bySortInstant = (a: Fact, b: Fact): number =>
  a.sortInstant - b.sortInstant || a.event.position - b.event.position;
