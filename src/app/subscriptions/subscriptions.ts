/** The record as it grows: followed event by event, or watched as a negotiation that changes. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { EventLog, Head } from '../../log/core/eventLog.js';
import { type TailState, LogTail } from '../../log/core/logTail.js';
import { type AsOf, checkAsOf } from '../queries/asOf.js';
import { AS_RECORDED } from '../queries/whatIf.js';
import { type Dossiers, keep } from '../readModel/streamStateCache.js';
import type { EventFilter } from '../queries/eventFilter.js';
import { followEvents } from './eventSubscription.js';
import { Sight } from '../queries/readBasis.js';
import { type Look, type NegotiationUpdate, watchNegotiation } from './negotiationSubscription.js';

export type { TailState } from '../../log/core/logTail.js';

/** How long a read waits for a position that was seen elsewhere, in milliseconds. */
const WAIT_MS = 5_000;
/** How many of the last looks at negotiations are shared by all who watch. */
const LOOKS = 64;

export class Live {
  readonly #tail: LogTail;
  /** Many watch the same: what one event makes of it is worked out once. */
  readonly #looks = new Map<string, Promise<Look>>();

  constructor(
    readonly log: EventLog,
    readonly dossiers: Dossiers,
    readonly now: () => number,
  ) {
    this.#tail = new LogTail(log);
  }

  /**
   * The events after a position that a filter lets through, then those to come: see
   * {@link followEvents}. Only those to come where no position is given.
   */
  follow(
    filter: EventFilter,
    after: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<readonly AnyEvent[], void, undefined> {
    return followEvents(this.#ground, filter, after, signal);
  }

  /** Throws `BadTimePoint` unless a view can be watched. */
  check(asOf: AsOf): void {
    checkAsOf(asOf);
  }

  /** A negotiation at a view and each change of it: see {@link watchNegotiation}. */
  watch(
    slug: string,
    asOf: AsOf,
    signal: AbortSignal,
  ): AsyncGenerator<NegotiationUpdate, void, undefined> {
    const question = JSON.stringify([slug, asOf.at, asOf.knownAt, asOf.publicAt]);
    const look = (head: Head, afresh: boolean): Promise<Look> => {
      const key = `${head.position} ${question}`;
      const known = afresh ? undefined : this.#looks.get(key);
      if (known) return known;
      const looking = this.#look(slug, asOf, head);
      looking.catch(() => this.#looks.delete(key));
      return keep(this.#looks, key, looking, LOOKS);
    };
    return watchNegotiation(this.#ground, slug, look, signal);
  }

  async #look(slug: string, asOf: AsOf, head: Head): Promise<Look> {
    const sight = new Sight(this.log, this.dossiers, head, asOf, this.now(), AS_RECORDED, true);
    const { knowledge, view } = await sight.of(`negotiation/${slug}`);
    const subject = knowledge && new NegotiationView(knowledge, view.at, await sight.world(view));
    if (sight.overtaken) return this.#look(slug, asOf, await this.log.head());
    return { subject: subject?.hasBegun ? subject : undefined, view, asOf };
  }

  get #ground() {
    return { log: this.log, dossiers: this.dossiers, tail: this.#tail };
  }

  /**
   * Waits until the log has a position that was seen elsewhere, some seconds at most. Throws
   * `PositionNotReached`.
   */
  reached(position: number): Promise<void> {
    return this.#tail.waitFor(position, WAIT_MS);
  }

  /** Begins to follow the log, so that {@link following} tells how. */
  start(): Promise<void> {
    return this.#tail.start();
  }

  /** How the log is followed at present. */
  following(): TailState {
    return this.#tail.state();
  }

  /** Ends every `follow` and `watch` with `ServerStopping`, for good. */
  end(): void {
    this.#tail.stop();
  }

  close(): Promise<void> {
    return this.#tail.close();
  }
}
