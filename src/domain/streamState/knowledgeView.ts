/**
 * One stream as known at one instant and as public at another: corrections, retractions and added
 * sources applied, facts sorted by time.
 *
 * Facts of events without annotations are computed once and shared by all views. An as-of view
 * therefore costs a filter over sorted facts, not another fold.
 */
import type { AnnotationEvent, AnyEvent } from '../../../events/catalogue.js';
import { areaZone } from '../../../events/codes/areas.js';
import { streamSlug } from '../../../events/streams.js';
import { timePointInstant } from '../../../events/time/bounds.js';
import type { Bounds } from '../../../events/time/edtf.js';
import {
  type AnnotatedParts,
  bySortInstant,
  earliestPublic,
  type Fact,
  placedAt,
  type Placing,
  resolvedFact,
  type TopicFact,
  unannotatedFact,
} from './fact.js';
import type { StreamState } from './streamState.js';
import type { Topic } from './topics.js';

export type { Answer, Fact, Placing, ResolvedFact, TopicFact } from './fact.js';
export { ALWAYS_RECORDED } from './fact.js';

/** The clocks of a view other than `at`: transaction time and publication time. */
export interface KnowledgeCutoff {
  /** Epoch milliseconds; events recorded later do not count. */
  readonly knownAt?: number | undefined;
  /** A TimePoint; a date is read in the zone of each thing asked about. */
  readonly publicAt?: string | undefined;
}

const startsKnown = new WeakMap<readonly Fact[], boolean>();

/** Whether all of them have a known start. O(facts), once a list. */
function areStartsKnown(facts: readonly Fact[]): boolean {
  let known = startsKnown.get(facts);
  if (known === undefined)
    startsKnown.set(facts, (known = facts.every(({ began }) => began.min > -Infinity)));
  return known;
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
  readonly #placedFacts = new Map<string, Fact>();
  #firstLaunch: Fact | null | undefined;
  #placing: Placing | undefined;

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
    const facts = this.#resolvedFacts(topic);
    if (this.#placing) return facts.map((fact) => this.#placed(fact)).sort(bySortInstant);
    return areStartsKnown(facts) ? facts : facts.map((fact) => this.#placed(fact));
  }

  /** A fact where it is to be placed, and not before the launch; the same object in every topic. */
  #placed(fact: Fact): Fact {
    const isElsewhere = fact.event.id === this.#placing?.event;
    if (fact.began.min > -Infinity && !isElsewhere) return fact;
    const known = this.#placedFacts.get(fact.event.id);
    if (known) return known;
    let placed = { ...fact, began: this.sinceLaunch(fact.began, fact) };
    if (isElsewhere && this.#placing) placed = placedAt(placed, this.#placing);
    this.#placedFacts.set(fact.event.id, placed);
    return placed;
  }

  /**
   * When something began, given that an unknown start never reaches before the first launch: what
   * was over before the launch counts from its end on. Unchanged for that launch itself, and where
   * no launch or not its start is known.
   */
  sinceLaunch(bounds: Bounds, fact: Fact): Bounds {
    if (bounds.min > -Infinity) return bounds;
    const first = (this.#firstLaunch ??= this.#resolvedFacts('identity')[0] ?? null);
    if (!first || first.event.id === fact.event.id) return bounds;
    return { min: Math.min(first.began.min, bounds.max), max: bounds.max };
  }

  /** The same knowledge with one event at exactly one place. O(annotations). */
  placing(placing: Placing): KnowledgeView {
    const knowledge = new KnowledgeView(this.streamState, this.cutoff);
    knowledge.#placing = placing;
    return knowledge;
  }

  /** The same knowledge with the facts on a topic in another order. O(annotations). */
  reordered<T extends Topic>(topic: T, facts: readonly TopicFact<T>[]): KnowledgeView {
    const knowledge = new KnowledgeView(this.streamState, this.cutoff);
    knowledge.#factsByTopic.set(topic, facts);
    return knowledge;
  }

  #resolvedFacts(topic: Topic): readonly Fact[] {
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

  /**
   * An event of the stream's history as it counts in this view; undefined where it is not known yet,
   * retracted, or not public. O(annotations of the event).
   */
  factOf(event: AnyEvent): Fact | undefined {
    return event.recorded <= this.#knownAt ? this.#resolve(event, this.zone) : undefined;
  }

  /** The annotations of an event in this view, in log order. O(1). */
  annotationsOf(id: string): readonly Fact<AnnotationEvent['type']>[] {
    return this.#annotations.get(id) ?? [];
  }
}
