/** Follows the log: delivers every recorded event exactly once and reconnects when the connection is lost. */
import type { RecordedEventsSubscription } from '../../generated/graphql.js';

/** An event as the subscription delivers it. */
export type RecordedEvent = RecordedEventsSubscription['events'];

/** Callbacks of one connection. */
export interface ConnectionHandlers {
  opened(): void;
  /** Bytes arrived, a keep-alive at least. */
  alive(): void;
  event(event: RecordedEvent): void;
  /** The connection ended. `after` is the cursor to resume from, if the server sent one. */
  ended(after: string | null): void;
}

/** Opens a connection that delivers every event after a cursor; returns a function that closes it. */
export type OpenConnection = (after: string, handlers: ConnectionHandlers) => () => void;

export type ConnectionState =
  | { readonly kind: 'connecting' | 'open' }
  /** Both in epoch milliseconds: when bytes last arrived, and when the next attempt is made. */
  | { readonly kind: 'lost'; readonly lastReceivedAt: number; readonly retryAt: number };

/** Receives events and changes of the connection's state. */
export interface Listener {
  /** Recorded events in log order, batched. */
  events(events: readonly RecordedEvent[]): void;
  state(state: ConnectionState): void;
}

/** All in milliseconds. */
export const PACE = {
  /** Events that arrive closer together than this are delivered in one batch. */
  burst: 150,
  /** The longest time that an event waits for its batch. */
  longestBurst: 2_000,
  /** The server sends a keep-alive every 12 s: after this long without bytes, the connection is lost. */
  silence: 40_000,
  /** Delay before the first reconnect; each further delay is twice as long. */
  firstRetry: 1_000,
  /** The longest delay before a reconnect. */
  longestRetry: 30_000,
  /** A connection that stayed open this long resets the delay. */
  stable: 5_000,
} as const;

export class EventFollower {
  #after = '0';
  #close: (() => void) | undefined;
  #connection = 0;
  #openedAt: number | undefined;
  #lastReceivedAt = Date.now();
  #failures = 0;
  #waiting: readonly RecordedEvent[] = [];
  #waitingSince = 0;
  #lost = false;
  readonly #timers: Partial<Record<'burst' | 'silence' | 'retry', ReturnType<typeof setTimeout>>> =
    {};

  /** `random` returns 0 to 1 and spreads the reconnects of many clients of one server. */
  constructor(
    readonly open: OpenConnection,
    readonly listener: Listener,
    readonly random: () => number = Math.random,
  ) {}

  /** Delivers every event after a cursor until `stop`. */
  start(after: string): void {
    this.#after = after;
    this.#connect();
  }

  /** Closes the connection and drops undelivered events. */
  stop(): void {
    this.#disconnect();
    clearTimeout(this.#timers.burst);
    clearTimeout(this.#timers.retry);
    this.#waiting = [];
  }

  /** Reconnects at once if the connection is lost. */
  tryNow(): void {
    if (this.#lost) this.#connect();
  }

  #connect(): void {
    this.#disconnect();
    clearTimeout(this.#timers.retry);
    this.#lost = false;
    const connection = this.#connection;
    this.listener.state({ kind: 'connecting' });
    this.#restartSilenceTimer();
    // A connection that was abandoned may still call back.
    const ifCurrent = (handle: () => void) => {
      if (connection === this.#connection) handle();
    };
    this.#close = this.open(this.#after, {
      opened: () =>
        ifCurrent(() => {
          this.#openedAt = Date.now();
          this.#received();
          this.listener.state({ kind: 'open' });
        }),
      alive: () => ifCurrent(() => this.#received()),
      event: (event) => ifCurrent(() => this.#batch(event)),
      ended: (after) => ifCurrent(() => this.#ended(after)),
    });
  }

  #disconnect(): void {
    this.#connection += 1;
    clearTimeout(this.#timers.silence);
    this.#close?.();
    this.#close = undefined;
    this.#openedAt = undefined;
  }

  #received(): void {
    this.#lastReceivedAt = Date.now();
    this.#restartSilenceTimer();
  }

  #restartSilenceTimer(): void {
    clearTimeout(this.#timers.silence);
    this.#timers.silence = setTimeout(() => this.#ended(null), PACE.silence);
  }

  #batch(event: RecordedEvent): void {
    this.#received();
    this.#failures = 0;
    this.#after = event.cursor;
    if (this.#waiting.length === 0) this.#waitingSince = Date.now();
    this.#waiting = [...this.#waiting, event];
    clearTimeout(this.#timers.burst);
    const left = this.#waitingSince + PACE.longestBurst - Date.now();
    const deliver = () => {
      const events = this.#waiting;
      this.#waiting = [];
      this.listener.events(events);
    };
    this.#timers.burst = setTimeout(deliver, Math.max(0, Math.min(PACE.burst, left)));
  }

  #ended(after: string | null): void {
    if (this.#openedAt !== undefined && Date.now() - this.#openedAt >= PACE.stable)
      this.#failures = 0;
    this.#disconnect();
    if (after !== null) this.#after = after;
    // With a cursor to resume from, reconnects at once, but only after a connection that worked.
    const wait = after !== null && this.#failures === 0 ? 0 : this.#retryDelay();
    this.#failures += 1;
    if (wait > 0) {
      this.#lost = true;
      this.listener.state({
        kind: 'lost',
        lastReceivedAt: this.#lastReceivedAt,
        retryAt: Date.now() + wait,
      });
    }
    this.#timers.retry = setTimeout(() => this.#connect(), wait);
  }

  #retryDelay(): number {
    const longest = Math.min(PACE.longestRetry, PACE.firstRetry * 2 ** this.#failures);
    return Math.round(longest * (0.5 + this.random() / 2));
  }
}
