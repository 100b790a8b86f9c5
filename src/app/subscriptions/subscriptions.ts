/** Subscriptions to a growing record: to its events, and to a negotiation as it changes. */
import { LRUCache } from 'lru-cache';
import type { AnyEvent } from '../../../events/catalogue.js';
import { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { EventLog, Head } from '../../log/core/eventLog.js';
import { LogTail, type TailOptions, type TailState } from '../../log/core/logTail.js';
import { NODE_TIMERS, type Timers } from '../../log/core/timers.js';
import { type AsOf, checkAsOf } from '../queries/asOf.js';
import type { EventFilter } from '../queries/events/eventFilter.js';
import { ReadBasis } from '../queries/readBasis.js';
import { NO_WHAT_IF } from '../queries/whatIf.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';
import { type SubscriptionDeps, subscribeToEvents } from './eventSubscription.js';
import {
  isRecent,
  type NegotiationState,
  type NegotiationUpdate,
  subscribeToNegotiation,
} from './negotiationSubscription.js';

export type { TailState } from '../../log/core/logTail.js';

/** How long a read waits for a position that another server has reported, in milliseconds. */
const POSITION_WAIT_MS = 5_000;
/** Number of negotiation states shared by their subscribers. */
const MAX_SHARED_STATES = 64;

export class Subscriptions {
  readonly #tail: LogTail;
  readonly #timers: Timers;
  /** Subscribers to the same view of a negotiation share the state at each head. */
  readonly #states = new LRUCache<string, Promise<NegotiationState>>({ max: MAX_SHARED_STATES });

  constructor(
    readonly log: EventLog,
    readonly streamStates: StreamStateCache,
    readonly now: () => number,
    tailOptions: TailOptions,
  ) {
    this.#timers = tailOptions.timers ?? NODE_TIMERS;
    this.#tail = new LogTail(log, tailOptions);
  }

  /**
   * The events after a position that match a filter, in log order and in pages, then those appended
   * later; only later ones when no position is given. Ends when the signal is aborted. Throws
   * `SlowConsumer` when more than 10,000 events are waiting and `ServerStopping` after `stop`, both
   * with the position to resume from; `BadTimePoint`, `BadTimeRange`.
   */
  events(
    filter: EventFilter,
    after: number | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<readonly AnyEvent[], void, undefined> {
    return subscribeToEvents(this.#deps, filter, after, signal);
  }

  /**
   * A negotiation at a view, then each change of it, by an event or by the clock alone. Ends when the
   * signal is aborted or the view can no longer change. Throws `BadTimePoint`, `SlowConsumer` and
   * `ServerStopping`.
   */
  negotiation(
    slug: string,
    asOf: AsOf,
    signal: AbortSignal,
  ): AsyncGenerator<NegotiationUpdate, void, undefined> {
    const request = JSON.stringify([slug, asOf.at, asOf.knownAt, asOf.publicAt]);
    const keyOf = ({ position }: Head): string => `${position} ${request}`;
    const load = async (head: Head, refresh: boolean): Promise<NegotiationState> => {
      const key = keyOf(head);
      const shared = this.#states.get(key);
      if (shared && (!refresh || isRecent(await shared, this.now()))) return shared;
      // Another subscriber may have begun to load it meanwhile.
      const latest = this.#states.get(key);
      if (latest && latest !== shared) return latest;
      const loading = this.#load(slug, asOf, head);
      loading.catch(() => this.#states.delete(key));
      this.#states.set(key, loading);
      return loading;
    };
    const shared = (head: Head) => this.#states.get(keyOf(head));
    const source = { load, shared, now: this.now, timers: this.#timers };
    return subscribeToNegotiation(this.#deps, slug, source, signal);
  }

  /** Throws `BadTimePoint` unless `negotiation` accepts the clocks. */
  checkAsOf(asOf: AsOf): void {
    checkAsOf(asOf);
  }

  async #load(slug: string, asOf: AsOf, head: Head): Promise<NegotiationState> {
    const { log, streamStates } = this;
    const basis = new ReadBasis(log, streamStates, head, asOf, this.now(), NO_WHAT_IF, true);
    const { knowledge, view } = await basis.resolve(`negotiation/${slug}`);
    const related = knowledge && (await basis.negotiationStreams(view, knowledge));
    await related?.load();
    const subject = related && new NegotiationView(knowledge, view.at, related);
    if (basis.outdated) return this.#load(slug, asOf, await log.head());
    return { subject: subject?.hasBegun ? subject : undefined, view, asOf };
  }

  get #deps(): SubscriptionDeps {
    return { log: this.log, streamStates: this.streamStates, tail: this.#tail };
  }

  /**
   * Waits until the log has reached a position that another server has reported. Throws
   * `PositionNotReached` after 5 seconds.
   */
  waitForPosition(position: number): Promise<void> {
    return this.#tail.waitFor(position, POSITION_WAIT_MS);
  }

  /** Starts tailing the log, so that {@link state} reports on it. Rejects when it cannot be read. */
  start(): Promise<void> {
    return this.#tail.start();
  }

  /** Something was appended through another connection of this process: reads it without delay. */
  wake(): void {
    this.#tail.wake();
  }

  /** Current state of the tail, for metrics and health. */
  state(): TailState {
    return this.#tail.state();
  }

  /** Ends every subscription with `ServerStopping`, for good. */
  stop(): void {
    this.#tail.stop();
  }

  /** Stops tailing the log. */
  close(): Promise<void> {
    return this.#tail.close();
  }
}
