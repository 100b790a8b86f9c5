/** The fixed basis of one read: the head of the log, the clocks asked for, and the assumptions. */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import { timePointInstant } from '../../../events/time/bounds.js';
import { knownAtInstant, type ZoneAt } from '../../domain/answers/view.js';
import type { RelatedStreams } from '../../domain/negotiation/negotiationView.js';
import type { KnowledgeCutoff, KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import type { StreamState } from '../../domain/streamState/streamState.js';
import { LogNotWritable } from '../../log/core/errors.js';
import type { EventLog, Head } from '../../log/core/eventLog.js';
import type { StreamQuery } from '../../log/core/streamIndex/streamIndex.js';
import { everStatedAreas, measuresBetween, statedParties } from '../readModel/candidates.js';
import { NegotiationStreams } from '../readModel/negotiationStreams.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';
import { type AsOf, checkAsOf, cutoffOf, timePoint, type View } from './asOf.js';
import { NO_WHAT_IF, type WhatIf } from './whatIf.js';

type AreaKnowledge = Pick<RelatedStreams, 'areas' | 'areaStreams'>;

export class ReadBasis {
  /** By `knownAt`: the instant that a date means differs with the zone of the subject. */
  readonly #areas = new Map<number, Promise<AreaKnowledge>>();
  #everStatedAreas: Promise<AreaRegister> | undefined;
  #judged: Promise<void> | undefined;
  #outdated = false;

  /** Throws `BadTimePoint` unless every clock is a date or an instant with offset. */
  constructor(
    readonly log: EventLog,
    readonly streamStates: StreamStateCache,
    readonly head: Head,
    readonly asOf: AsOf,
    readonly now: number,
    readonly whatIf: WhatIf = NO_WHAT_IF,
    /** Whether only what was recorded up to `head` counts, whatever has come since. */
    readonly upToHead = false,
  ) {
    checkAsOf(asOf);
  }

  /**
   * Whether an event that counts was recorded after the head was read and before the timestamp was
   * closed. The answer lacks it: the read must be repeated on a new basis.
   */
  get outdated(): boolean {
    return this.#outdated;
  }

  /**
   * A stream's knowledge view and the view of the read; no knowledge of a stream without events.
   * Throws as {@link view}.
   */
  async resolve(stream: string): Promise<{ knowledge: KnowledgeView | undefined; view: View }> {
    const recorded = await this.streamStates.state(stream, this.head.position);
    const zoneIn = (state: StreamState) => (knownAt: number | undefined) =>
      this.streamStates.knowledgeView(state, cutoffOf({}, knownAt)).zone;
    // What is assumed is judged before anything of it is read, its time zone for one.
    await this.#judge(zoneIn(recorded));
    const state = this.whatIf.apply(recorded);
    const view = await this.view(zoneIn(state));
    const knowledge =
      Object.keys(state.eventsByTopic).length > 0
        ? this.streamStates.knowledgeView(state, this.#cutoff(view))
        : undefined;
    return { knowledge, view };
  }

  /** Judges what is assumed by what the view knows, once. Throws `EventsRefused`. */
  #judge(zoneAt: ZoneAt): Promise<void> {
    return (this.#judged ??= this.whatIf.judge(cutoffOf(this.asOf, this.#knownAt(zoneAt))));
  }

  /** The instant that `knownAt` means; undefined when it was not given. */
  #knownAt(zoneAt: ZoneAt): number | undefined {
    const { knownAt } = this.asOf;
    return knownAt === undefined ? undefined : knownAtInstant(knownAt, zoneAt);
  }

  /** The streams that match, hypothetical ones of the same prefix included, sorted. One query. */
  async streams(query: StreamQuery): Promise<readonly string[]> {
    const recorded = await this.streamStates.index.streams(query, this.head.position);
    const added = this.whatIf.streams.filter((stream) => stream.startsWith(query.prefix ?? ''));
    return added.length > 0 ? [...new Set([...recorded, ...added])].sort() : recorded;
  }

  /** Who belongs to which group, as known in the view. One query; O(area streams) once per `knownAt`. */
  async areas(view: View): Promise<AreaRegister> {
    return (await this.#areaKnowledge(view)).areas;
  }

  /** The areas by which measures can be on an area, or by it, in any state of knowledge. */
  async areaReach(code: string): Promise<ReadonlySet<string>> {
    return (await (this.#everStatedAreas ??= this.#loadEverStated())).reachOf(code);
  }

  /**
   * What the view of a negotiation depends on besides its own stream: the areas, and, when they are
   * loaded, the measures between its parties with the rulebooks of those that impose them.
   */
  async negotiationStreams(view: View, knowledge: KnowledgeView): Promise<NegotiationStreams> {
    const { areas, areaStreams } = await this.#areaKnowledge(view);
    return new NegotiationStreams(areas, areaStreams, async () => {
      const parties = [...statedParties(knowledge.streamState)];
      const reaches = await Promise.all(parties.map((code) => this.areaReach(code)));
      const reach = new Set(reaches.flatMap((codes) => [...codes]));
      return this.#measuresBetween(view, reach, reach);
    });
  }

  /** What a duty of one area on another depends on; of a code, without measures that cannot cover it. */
  async dutyStreams(
    view: View,
    imposedBy: string,
    on: string,
    hs?: string,
  ): Promise<RelatedStreams> {
    const [by, affected] = await Promise.all([this.areaReach(imposedBy), this.areaReach(on)]);
    const loaded = await this.#measuresBetween(view, by, affected, hs);
    return { ...loaded, ...(await this.#areaKnowledge(view)) };
  }

  async #measuresBetween(
    view: View,
    by: ReadonlySet<string>,
    on: ReadonlySet<string>,
    hs?: string,
  ) {
    const authorities = [...by].map((code) => `rulebook/${code}`);
    const [measures, rulebooks] = await Promise.all([
      this.#knowledge(measuresBetween(by, on, hs), view),
      this.#knowledge({ prefix: 'rulebook/', among: authorities }, view),
    ]);
    const byStream = new Map(rulebooks.map((each) => [each.streamState.stream, each]));
    return { measures, rulebook: (code: string) => byStream.get(`rulebook/${code}`) };
  }

  #areaKnowledge(view: View): Promise<AreaKnowledge> {
    let known = this.#areas.get(view.knownAt);
    if (!known) this.#areas.set(view.knownAt, (known = this.#loadAreas(view)));
    return known;
  }

  async #loadAreas(view: View): Promise<AreaKnowledge> {
    const areaStreams = await this.#knowledge({ prefix: 'area/' }, view);
    return { areas: this.streamStates.areaRegister(areaStreams), areaStreams };
  }

  async #loadEverStated(): Promise<AreaRegister> {
    const streams = await this.streams({ prefix: 'area/' });
    return everStatedAreas(await Promise.all(streams.map((stream) => this.#state(stream))));
  }

  async #knowledge(query: StreamQuery, view: View): Promise<readonly KnowledgeView[]> {
    const cutoff = this.#cutoff(view);
    const streams = await this.streams(query);
    return Promise.all(
      streams.map(async (stream) =>
        this.streamStates.knowledgeView(await this.#state(stream), cutoff),
      ),
    );
  }

  async #state(stream: string): Promise<StreamState> {
    return this.whatIf.apply(await this.streamStates.state(stream, this.head.position));
  }

  /** Whether the timestamp is closed. A log that cannot be written to, its disk full, can be read. */
  #closeTimestamp(instant: number): Promise<boolean> {
    return this.log.closeTimestamp(instant).catch((error: unknown) => {
      if (error instanceof LogNotWritable) return false;
      throw error;
    });
  }

  #cutoff(view: View): KnowledgeCutoff {
    const asked = this.asOf.knownAt === undefined ? Infinity : view.knownAt;
    const knownAt = this.upToHead ? Math.min(asked, this.head.recorded) : asked;
    return cutoffOf(this.asOf, knownAt === Infinity ? undefined : knownAt);
  }

  /**
   * Resolves the clocks in a zone. The zone is itself recorded knowledge: it is taken as known at
   * `knownAt`, so that a later correction of it cannot change a pinned answer. May write: a
   * `knownAt` in the past advances the closed timestamp. Throws `EventsRefused` when what is assumed
   * could not be appended to what the view knows.
   */
  async view(zoneAt: ZoneAt): Promise<View> {
    const { asOf, head, now } = this;
    await this.#judge(zoneAt);
    const asked = this.#knownAt(zoneAt);
    const knownAt = asked ?? Math.max(now, head.recorded);
    const zone = zoneAt(asked ?? (this.upToHead ? head.recorded : undefined));
    let position = head.position;
    let pinned = false;
    if (asOf.knownAt !== undefined) {
      const closed = Math.max(knownAt, timePointInstant(asOf.knownAt, 'UTC'));
      pinned = this.whatIf === NO_WHAT_IF && (await this.#closeTimestamp(closed));
      position = await this.log.positionAt(knownAt);
      const last = closed > knownAt ? await this.log.positionAt(closed) : position;
      if (pinned && last > head.position) this.#outdated = true;
    }
    return {
      at: asOf.at === undefined ? now : timePoint('at', asOf.at, zone),
      knownAt,
      publicAt: asOf.publicAt === undefined ? null : timePoint('publicAt', asOf.publicAt, zone),
      position,
      pinned,
      immutable: pinned && asOf.at !== undefined,
      dated:
        asOf.at !== undefined &&
        this.whatIf === NO_WHAT_IF &&
        (asOf.knownAt === undefined || pinned),
    };
  }
}
