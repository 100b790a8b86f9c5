/** The fixed basis of one read: the head of the log, the clocks asked for, and the assumptions. */
import { timePointInstant } from '../../../events/time/bounds.js';
import { isInstant } from '../../../events/time/edtf.js';
import { knownAreas } from '../../domain/area/knownAreas.js';
import type { RelatedStreams } from '../../domain/negotiation/negotiationView.js';
import type { KnowledgeCutoff, KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import type { StreamState } from '../../domain/streamState/streamState.js';
import { LogNotWritable } from '../../log/core/errors.js';
import type { EventLog, Head } from '../../log/core/eventLog.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';
import { type AsOf, checkAsOf, cutoffOf, timePoint, type View } from './asOf.js';
import { NO_WHAT_IF, type WhatIf } from './whatIf.js';

/** The zone in which dates are read, as known at an instant; undefined for all that is known. */
type ZoneAt = (knownAt: number | undefined) => string;

export class ReadBasis {
  /** By `knownAt`: the instant that a date means differs with the zone of the subject. */
  readonly #related = new Map<number, Promise<RelatedStreams>>();
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
    if (knownAt === undefined) return undefined;
    // Reading a date needs a zone, which needs a `knownAt`: the close of that day in UTC.
    const inUtc = timePointInstant(knownAt, 'UTC');
    return isInstant(knownAt) ? inUtc : timePointInstant(knownAt, zoneAt(inUtc));
  }

  /** Names of the streams with a prefix, hypothetical ones included, sorted. */
  async streams(prefix: string): Promise<readonly string[]> {
    const recorded = await this.streamStates.streams(prefix, this.head.position);
    const added = this.whatIf.streams.filter(
      (stream) => stream.startsWith(prefix) && !recorded.includes(stream),
    );
    return added.length > 0 ? [...new Set([...recorded, ...added])].sort() : recorded;
  }

  /** All measures, rulebooks and areas as known in the view. O(streams), once per `knownAt`. */
  relatedStreams(view: View): Promise<RelatedStreams> {
    let related = this.#related.get(view.knownAt);
    if (!related) this.#related.set(view.knownAt, (related = this.#loadRelated(view)));
    return related;
  }

  async #loadRelated(view: View): Promise<RelatedStreams> {
    const cutoff = this.#cutoff(view);
    const load = async (prefix: string) =>
      Promise.all(
        (await this.streams(prefix)).map(async (stream) =>
          this.streamStates.knowledgeView(await this.#state(stream), cutoff),
        ),
      );
    const [measures, rulebooks, areas] = await Promise.all([
      load('measure/'),
      load('rulebook/'),
      load('area/'),
    ]);
    return {
      measures,
      rulebook: (code) =>
        rulebooks.find(({ streamState }) => streamState.stream === `rulebook/${code}`),
      areas: knownAreas(areas),
      areaStreams: areas,
    };
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
    };
  }
}
