/** Follows the log: whatever is recorded, each event once, through every lost connection. */
import type { RecordedEventsSubscription } from '../../generated/graphql.js';

/** An event, as those who follow hear of it. */
export type RecordedEvent = RecordedEventsSubscription['events'];

/** What comes over one connection. */
export interface ConnectionHandlers {
  opened(): void;
  /** Something came, if only a sign of life. */
  alive(): void;
  event(event: RecordedEvent): void;
  /** It is over. Where the server said from which cursor to go on, that; else null. */
  ended(after: string | null): void;
}

/** Opens a connection that tells of everything after a cursor; what it returns closes it. */
export type Line = (after: string, hearing: ConnectionHandlers) => () => void;

export type ConnectionState =
  | { readonly kind: 'connecting' | 'open' }
  /** Both in epoch milliseconds: when something was last heard, and when it is tried again. */
  | { readonly kind: 'lost'; readonly heardAt: number; readonly retryAt: number };

/** Who is told. */
export interface Listener {
  /** What was recorded, in log order: a burst at once. */
  events(events: readonly RecordedEvent[]): void;
  state(state: ConnectionState): void;
}

/** All in milliseconds. */
export const PACE = {
  /** Events that come closer together than this are told together, */
  burst: 150,
  /** but none waits longer than this. */
  longestBurst: 2_000,
  /** The server gives a sign of life every twelve seconds: after this long without, it is gone. */
  silence: 40_000,
  /** Before the first try after a loss; each further wait is twice as long, */
  firstRetry: 1_000,
  /** up to this. */
  longestRetry: 30_000,
  /** A connection that held this long was a good one. */
  good: 5_000,
} as const;

export class EventFollower {
  #after = '0';
  #close: (() => void) | undefined;
  #connection = 0;
  #openedAt: number | undefined;
  #heardAt = Date.now();
  #failures = 0;
  #waiting: readonly RecordedEvent[] = [];
  #waitingSince = 0;
  #lost = false;
  readonly #timers: Partial<Record<'burst' | 'silence' | 'retry', ReturnType<typeof setTimeout>>> =
    {};

  /** `random` spreads the tries of many who lost the same server, from 0 to 1. */
  constructor(
    readonly line: Line,
    readonly listener: Listener,
    readonly random: () => number = Math.random,
  ) {}

  /** Follows everything after a cursor, until stopped. */
  start(after: string): void {
    this.#after = after;
    this.#connect();
  }

  /** Nothing more is told. */
  stop(): void {
    this.#disconnect();
    clearTimeout(this.#timers.burst);
    clearTimeout(this.#timers.retry);
    this.#waiting = [];
  }

  /** Does not wait for the next try, where the connection is lost. */
  tryNow(): void {
    if (this.#lost) this.#connect();
  }

  #connect(): void {
    this.#disconnect();
    clearTimeout(this.#timers.retry);
    this.#lost = false;
    const connection = this.#connection;
    this.listener.state({ kind: 'connecting' });
    this.#awaitLife();
    // A connection that was given up may still have something to say.
    const mine = (hear: () => void) => {
      if (connection === this.#connection) hear();
    };
    this.#close = this.line(this.#after, {
      opened: () =>
        mine(() => {
          this.#openedAt = Date.now();
          this.#heard();
          this.listener.state({ kind: 'open' });
        }),
      alive: () => mine(() => this.#heard()),
      event: (event) => mine(() => this.#take(event)),
      ended: (after) => mine(() => this.#ended(after)),
    });
  }

  #disconnect(): void {
    this.#connection += 1;
    clearTimeout(this.#timers.silence);
    this.#close?.();
    this.#close = undefined;
    this.#openedAt = undefined;
  }

  #heard(): void {
    this.#heardAt = Date.now();
    this.#awaitLife();
  }

  #awaitLife(): void {
    clearTimeout(this.#timers.silence);
    this.#timers.silence = setTimeout(() => this.#ended(null), PACE.silence);
  }

  #take(event: RecordedEvent): void {
    this.#heard();
    this.#failures = 0;
    this.#after = event.cursor;
    if (this.#waiting.length === 0) this.#waitingSince = Date.now();
    this.#waiting = [...this.#waiting, event];
    clearTimeout(this.#timers.burst);
    const left = this.#waitingSince + PACE.longestBurst - Date.now();
    const tell = () => {
      const events = this.#waiting;
      this.#waiting = [];
      this.listener.events(events);
    };
    this.#timers.burst = setTimeout(tell, Math.max(0, Math.min(PACE.burst, left)));
  }

  #ended(after: string | null): void {
    if (this.#openedAt !== undefined && Date.now() - this.#openedAt >= PACE.good)
      this.#failures = 0;
    this.#disconnect();
    if (after !== null) this.#after = after;
    // Told where to go on, it goes on at once; one that is told so again and again waits, too.
    const wait = after !== null && this.#failures === 0 ? 0 : this.#pause();
    this.#failures += 1;
    if (wait > 0) {
      this.#lost = true;
      this.listener.state({ kind: 'lost', heardAt: this.#heardAt, retryAt: Date.now() + wait });
    }
    this.#timers.retry = setTimeout(() => this.#connect(), wait);
  }

  #pause(): number {
    const longest = Math.min(PACE.longestRetry, PACE.firstRetry * 2 ** this.#failures);
    return Math.round(longest * (0.5 + this.random() / 2));
  }
}
