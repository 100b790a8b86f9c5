/**
 * One stream as known at one instant and as public at another: corrections, retractions and added
 * sources applied, facts sorted by time.
 *
 * Facts of events without annotations are computed once and shared by all views. An as-of view
 * therefore costs a filter over sorted facts, not another fold.
 */
import {
  type AnnotationEvent,
  type AnyEvent,
  type EventData,
  type EventOf,
  type EventType,
  definition,
} from '../../../events/catalogue.js';
import { areaZone } from '../../../events/codes/areas.js';
import { type Certainty, type Source, streamSlug } from '../../../events/envelope.js';
import { moment, period, timePointInstant } from '../../../events/time/bounds.js';
import type { Bounds, Period } from '../../../events/time/edtf.js';
import type { StreamState, TopicEvent } from './streamState.js';
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

/** The clocks of a view other than `at`: transaction time and publication time. */
export interface KnowledgeCutoff {
  /** Epoch milliseconds; events recorded later do not count. */
  readonly knownAt?: number | undefined;
  /** A TimePoint; a date is read in the zone of each thing asked about. */
  readonly publicAt?: string | undefined;
}

/** `recorded` of a hypothetical event: known and public in every view. */
export const ALWAYS_RECORDED = -Infinity;

const bySortInstant = (a: Fact, b: Fact): number =>
  a.sortInstant - b.sortInstant || a.event.position - b.event.position;

/** From when a source makes an event public: its publication, or when it was recorded if undated. */
const sourcePublicFrom = (source: Source, recorded: number, zone: string): number =>
  source.published === undefined ? recorded : timePointInstant(source.published, zone);

const earliestPublic = (sources: readonly Source[], recorded: number, zone: string): number =>
  sources.length === 0 || recorded === ALWAYS_RECORDED
    ? recorded
    : Math.min(...sources.map((source) => sourcePublicFrom(source, recorded, zone)));

type AnnotatedParts = Pick<
  ResolvedFact<EventType, unknown>,
  'data' | 'occurred' | 'certainty' | 'sources'
>;

function resolvedFact(
  event: AnyEvent,
  parts: AnnotatedParts,
  publicFrom: number,
  zone: string,
): Fact {
  const eventZone = event.timeZone ?? zone;
  const bounds = period(parts.occurred, eventZone);
  const at = definition(event.type).span ? bounds.start : moment(parts.occurred, eventZone);
  return {
    ...parts,
    ...bounds,
    type: event.type,
    event,
    began: at,
    sortInstant: Number.isFinite(at.min) ? at.min : at.max,
    publicFrom,
  } as Fact;
}

const unannotatedFacts = new WeakMap<AnyEvent, { zone: string; fact: Fact }>();

/** The fact of an event without annotations. Cached for the zone last asked for. */
function unannotatedFact(event: AnyEvent, zone: string): Fact {
  const cached = unannotatedFacts.get(event);
  if (cached?.zone === zone) return cached.fact;
  const sources =
    event.type === 'SourceAdded' ? [...event.sources, ...event.data.sources] : event.sources;
  const fact = resolvedFact(event, event, earliestPublic(sources, event.recorded, zone), zone);
  unannotatedFacts.set(event, { zone, fact });
  return fact;
}

const sortedFacts = new WeakMap<StreamState, Map<string, readonly Fact[]>>();

/** The facts on a topic sorted by time, annotations ignored. Cached per stream state. */
function sortedUnannotatedFacts(
  streamState: StreamState,
  topic: Topic,
  zone: string,
): readonly Fact[] {
  let byTopic = sortedFacts.get(streamState);
  if (!byTopic) sortedFacts.set(streamState, (byTopic = new Map<string, readonly Fact[]>()));
  const key = `${topic} ${zone}`;
  let facts = byTopic.get(key);
  if (!facts) {
    facts = (streamState.eventsByTopic[topic] ?? [])
      .map((event) => unannotatedFact(event, zone))
      .sort(bySortInstant);
    byTopic.set(key, facts);
  }
  return facts;
}

/** The zone of a stream's dates: that of its launch or adoption, else of its imposing authority. */
function zoneOf(streamState: StreamState, dataOf: (event: AnyEvent) => unknown): string {
  if (/^(?:rulebook|area)\//.test(streamState.stream))
    return areaZone(streamSlug(streamState.stream));
  const events: readonly AnyEvent[] = [
    ...(streamState.eventsByTopic.identity ?? []),
    ...(streamState.eventsByTopic.decisions ?? []),
    ...(streamState.eventsByTopic.announcements ?? []),
  ];
  const definingData = events.map(
    (event) => dataOf(event) as { timeZone?: string; imposedBy?: string } | undefined,
  );
  const zone = definingData.find((data) => data?.timeZone)?.timeZone;
  const imposingAuthority = definingData.find((data) => data?.imposedBy)?.imposedBy;
  return zone ?? (imposingAuthority ? areaZone(imposingAuthority) : 'UTC');
}

/** See the head of this file. Construction is O(annotations of the stream). */
export class KnowledgeView {
  readonly zone: string;
  /** `publicAt` as an instant in this zone. */
  readonly #publicAt: number;
  readonly #knownAt: number;
  /** The annotations of each event, in log order: those known, public and not retracted. */
  readonly #annotations = new Map<string, Fact<AnnotationEvent['type']>[]>();
  readonly #factsByTopic = new Map<Topic, readonly Fact[]>();

  constructor(
    readonly streamState: StreamState,
    readonly cutoff: KnowledgeCutoff = {},
  ) {
    this.#knownAt = cutoff.knownAt ?? Infinity;
    const annotations = (streamState.eventsByTopic.about ?? []).filter(
      (e) => e.recorded <= this.#knownAt,
    );
    this.#publicAt = Infinity;
    this.#resolveAnnotations(annotations, 'UTC');
    this.zone = zoneOf(streamState, (event) =>
      event.recorded <= this.#knownAt ? this.#resolve(event, 'UTC')?.data : undefined,
    );
    this.#publicAt =
      cutoff.publicAt === undefined ? Infinity : timePointInstant(cutoff.publicAt, this.zone);
    this.#resolveAnnotations(annotations, this.zone);
  }

  /** Latest first: an annotation is resolved after the annotations of its own. */
  #resolveAnnotations(annotations: readonly AnnotationEvent[], zone: string): void {
    this.#annotations.clear();
    for (const event of annotations.toReversed()) {
      const fact = this.#resolve(event, zone) as Fact<AnnotationEvent['type']> | undefined;
      if (!fact) continue;
      const earlier = this.#annotations.get(fact.data.event);
      if (earlier) earlier.unshift(fact);
      else this.#annotations.set(fact.data.event, [fact]);
    }
  }

  /** The fact of an event; undefined when it is retracted or not public. */
  #resolve(event: AnyEvent, zone: string): Fact | undefined {
    const annotations = this.#annotations.get(event.id);
    const fact = annotations
      ? this.#annotatedFact(event, annotations, zone)
      : unannotatedFact(event, zone);
    return fact && fact.publicFrom <= this.#publicAt ? fact : undefined;
  }

  #annotatedFact(
    event: AnyEvent,
    annotations: readonly Fact<AnnotationEvent['type']>[],
    zone: string,
  ): Fact | undefined {
    const parts: { -readonly [Key in keyof AnnotatedParts]: AnnotatedParts[Key] } = {
      data: event.data,
      occurred: event.occurred,
      certainty: event.certainty,
      sources: event.sources,
    };
    // A SourceAdded event is public by the sources it adds, as corrected.
    const adds = event.type === 'SourceAdded';
    let publicFrom =
      adds && event.sources.length === 0
        ? Infinity
        : earliestPublic(event.sources, event.recorded, zone);
    for (const { type, data, event: annotation } of annotations) {
      if (type === 'EventRetracted') return undefined;
      const sources = data.sources;
      if (type === 'EventCorrected') {
        parts.data = data.data ?? parts.data;
        parts.occurred = data.occurred ?? parts.occurred;
        parts.certainty = data.certainty ?? parts.certainty;
        if (sources) {
          parts.sources = sources;
          publicFrom = earliestPublic(sources, annotation.recorded, zone);
        }
      } else if (sources) {
        parts.sources = [...parts.sources, ...sources];
        publicFrom = Math.min(publicFrom, earliestPublic(sources, annotation.recorded, zone));
      }
    }
    const added = adds ? (parts.data as typeof event.data).sources : undefined;
    if (added) publicFrom = Math.min(publicFrom, earliestPublic(added, event.recorded, zone));
    return resolvedFact(event, parts, publicFrom, zone);
  }

  /** The facts on a topic, sorted by time, then log position. O(facts of the topic), once a view. */
  factsOn<T extends Topic>(topic: T): readonly TopicFact<T>[] {
    let facts = this.#factsByTopic.get(topic);
    if (!facts) {
      facts = this.#readTopic(topic);
      this.#factsByTopic.set(topic, facts);
    }
    return facts as readonly TopicFact<T>[];
  }

  #readTopic(topic: Topic): readonly Fact[] {
    const sorted = sortedUnannotatedFacts(this.streamState, topic, this.zone);
    const unfiltered = this.#knownAt >= this.streamState.recorded && this.#publicAt === Infinity;
    if (this.#annotations.size === 0) {
      if (unfiltered) return sorted;
      return sorted.filter(
        (fact) => fact.event.recorded <= this.#knownAt && fact.publicFrom <= this.#publicAt,
      );
    }
    return sorted
      .filter((fact) => fact.event.recorded <= this.#knownAt)
      .map((fact) => this.#resolve(fact.event, this.zone))
      .filter((fact) => fact !== undefined)
      .sort(bySortInstant);
  }

  /** The annotations of an event in this view, in log order. O(1). */
  annotationsOf(id: string): readonly Fact<AnnotationEvent['type']>[] {
    return this.#annotations.get(id) ?? [];
  }
}
