/** One read: the head it was made at, the clocks asked for, and what it assumes. */
import { timePointInstant } from '../../../events/time/bounds.js';
import { isInstant } from '../../../events/time/edtf.js';
import type { KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import type { RelatedStreams } from '../../domain/negotiation/negotiationView.js';
import { LogNotWritable } from '../../log/core/errors.js';
import type { EventLog, Head } from '../../log/core/eventLog.js';
import { type AsOf, checkAsOf, knowledgeOf, timePoint, type View } from './asOf.js';
import { AS_RECORDED, type Assumed } from './whatIf.js';
import type { Dossiers } from '../readModel/streamStateCache.js';

export class Sight {
  #world: Promise<RelatedStreams> | undefined;
  #overtaken = false;

  constructor(
    readonly log: EventLog,
    readonly dossiers: Dossiers,
    readonly head: Head,
    readonly asOf: AsOf,
    readonly now: number,
    readonly assumed: Assumed = AS_RECORDED,
    /** Whether only what was recorded up to `head` counts, whatever has come since. */
    readonly bounded = false,
  ) {
    checkAsOf(asOf);
  }

  /**
   * Whether something that counts was recorded after the head was read and before it was promised
   * that nothing more would be: what was answered lacks it, and must be asked again.
   */
  get overtaken(): boolean {
    return this.#overtaken;
  }

  /** A stream's reading and the view it gives; no reading where nothing was ever recorded. */
  async of(stream: string): Promise<{ knowledge: KnowledgeView | undefined; view: View }> {
    const streamState = await this.#dossier(stream);
    const view = await this.view(
      (knownAt) => this.dossiers.reading(streamState, knowledgeOf({}, knownAt)).zone,
    );
    const knowledge =
      Object.keys(streamState.eventsByTopic).length > 0
        ? this.dossiers.reading(streamState, this.#knowledge(view))
        : undefined;
    return { knowledge, view };
  }

  /** Streams of a kind, those that exist only by assumption included. */
  async streams(prefix: string): Promise<readonly string[]> {
    const recorded = await this.dossiers.streams(prefix, this.head.position);
    const added = this.assumed.streams.filter(
      (stream) => stream.startsWith(prefix) && !recorded.includes(stream),
    );
    return added.length > 0 ? [...new Set([...recorded, ...added])].sort() : recorded;
  }

  /** Every measure and rulebook, as known in the view; worked out once for the read. */
  world(view: View): Promise<RelatedStreams> {
    // `knownAt` as a date differs with the zone, so a world belongs to the instant it became.
    if (this.asOf.knownAt !== undefined && !isInstant(this.asOf.knownAt)) return this.#look(view);
    return (this.#world ??= this.#look(view));
  }

  async #look(view: View): Promise<RelatedStreams> {
    const cutoff = this.#knowledge(view);
    const readings = async (prefix: string) =>
      Promise.all(
        (await this.streams(prefix)).map(async (stream) =>
          this.dossiers.reading(await this.#dossier(stream), cutoff),
        ),
      );
    const [measures, rulebooks] = await Promise.all([readings('measure/'), readings('rulebook/')]);
    return {
      measures,
      rulebook: (code) =>
        rulebooks.find(({ streamState }) => streamState.stream === `rulebook/${code}`),
    };
  }

  async #dossier(stream: string) {
    return this.assumed.apply(await this.dossiers.dossier(stream, this.head.position));
  }

  /** A log that cannot write down a promise, its disk being full, can still be read. */
  #promised(instant: number): Promise<boolean> {
    return this.log.closeTimestamp(instant).catch((error: unknown) => {
      if (error instanceof LogNotWritable) return false;
      throw error;
    });
  }

  #knowledge(view: View) {
    const asked = this.asOf.knownAt === undefined ? Infinity : view.knownAt;
    const known = this.bounded ? Math.min(asked, this.head.recorded) : asked;
    return knowledgeOf(this.asOf, known === Infinity ? undefined : known);
  }

  /**
   * Fills in the clocks. The zone in which dates are read is itself something known: it is taken
   * as known at `knownAt`, so that a later correction of it cannot change a pinned answer.
   */
  async view(zoneAt: (knownAt: number | undefined) => string): Promise<View> {
    const { asOf, head, now } = this;
    let knownAt = Math.max(now, head.recorded);
    let position = head.position;
    let pinned = false;
    let zone: string;
    if (asOf.knownAt === undefined) zone = zoneAt(this.bounded ? head.recorded : undefined);
    else {
      // To read a date in a zone the zone must be known: take it as known at that day's end in UTC.
      const about = timePointInstant(asOf.knownAt, 'UTC');
      knownAt = isInstant(asOf.knownAt) ? about : timePointInstant(asOf.knownAt, zoneAt(about));
      zone = zoneAt(knownAt);
      const settled = Math.max(knownAt, about);
      pinned = this.assumed === AS_RECORDED && (await this.#promised(settled));
      position = await this.log.positionAt(knownAt);
      const last = settled > knownAt ? await this.log.positionAt(settled) : position;
      if (pinned && last > head.position) this.#overtaken = true;
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
