/**
 * A reading: one dossier as known and as public at some instant, with corrections, retractions
 * and added sources carried out and every fact placed in time.
 *
 * Facts are settled once per event and shared by all readings; an as-of reading costs a filter
 * over timelines that are already in order, not another fold.
 */
import {
  type AnnotationEvent,
  type AnyEvent,
  type EventData,
  type EventOf,
  type EventType,
  definition,
} from '../../../events/catalogue.js';
import { countryZone } from '../../../events/codes/countries.js';
import type { Certainty, Source } from '../../../events/envelope.js';
import { moment, period, timePointInstant } from '../../../events/time/bounds.js';
import type { Bounds, Period } from '../../../events/time/edtf.js';
import type { StreamState, TopicEvent } from './streamState.js';
import type { Topic } from './topics.js';

/** CERTAIN outside the bounds of a date, POSSIBLE inside them. */
export type Answer = 'CERTAIN' | 'POSSIBLE';

export interface ResolvedFact<Type extends EventType, Data> extends Period {
  readonly type: Type;
  /** The event as recorded: what `setBy` shows. */
  readonly event: EventOf<Type>;
  /** What the event says once corrections are carried out. */
  readonly data: Data;
  readonly occurred: string;
  readonly certainty: Certainty;
  readonly sources: readonly Source[];
  /** When it began to be so: a span's start, a moment's whole window. */
  readonly began: Bounds;
  /** Where it is placed among others, in epoch milliseconds; position breaks ties. */
  readonly sortInstant: number;
  /** From when the public could know it. */
  readonly publicFrom: number;
}

/** An event as a reading takes it; narrow it by `type`. */
export type Fact<Type extends EventType = EventType> = {
  [T in Type]: ResolvedFact<T, EventData<T>>;
}[Type];

/** Facts that bear on a topic. */
export type TopicFact<T extends Topic> = Fact<TopicEvent<T>['type']>;

/** What is known and public: the clocks of a view other than `at`. */
export interface KnowledgeCutoff {
  /** Epoch milliseconds; events recorded later do not count. */
  readonly knownAt?: number | undefined;
  /** A TimePoint; a date is read in the zone of each thing asked about. */
  readonly publicAt?: string | undefined;
}

/** When a hypothetical event counts as recorded: it is known, and public, at every view. */
export const ALWAYS_RECORDED = -Infinity;

const bySortInstant = (a: Fact, b: Fact): number =>
  a.sortInstant - b.sortInstant || a.event.position - b.event.position;

/** From when a source makes an event public; an undated one, from when it was recorded. */
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

/** The fact of an event that nothing corrects. */
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

/** The facts on a topic in order of time, before anything said about them is taken into account. */
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

/** The zone a stream's own dates are read in: as its launch or adoption says, else its authority's. */
function zoneOf(streamState: StreamState, dataOf: (event: AnyEvent) => unknown): string {
  if (streamState.stream.startsWith('rulebook/')) return countryZone(streamState.stream.slice(-2));
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
  return zone ?? (imposingAuthority ? countryZone(imposingAuthority) : 'UTC');
}

export class KnowledgeView {
  readonly zone: string;
  /** `publicAt` as an instant in this zone. */
  readonly #publicAt: number;
  readonly #knownAt: number;
  /** What is said about an event, in log order, by what is itself known, public and not retracted. */
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

  /** Later ones first: by the time one is looked at, all that is said about it is settled. */
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

  /** The fact of a known event; undefined when it is retracted or not public. */
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
    // The sources that an event adds to another make it public itself, as corrected.
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

  /** The facts on a topic, in order of time, then position. */
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

  /** What is said about an event under this reading, in log order. */
  annotationsOf(id: string): readonly Fact<AnnotationEvent['type']>[] {
    return this.#annotations.get(id) ?? [];
  }
}
