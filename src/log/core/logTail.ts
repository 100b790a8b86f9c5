/**
 * Tails a log: one reader for every subscriber in this process. Notifications only say when to
 * read; the events come from the log, which is also polled in case a notification is lost.
 */
import type { AnyEvent } from '../../../events/catalogue.js';
import { SlowConsumer, PositionNotReached, ServerStopping } from './errors.js';
import type { EventLog, NotificationMode, AppendListener } from './eventLog.js';
import { PAGE_SIZE } from './paging.js';
import { NODE_TIMERS, type Timers } from './timers.js';

/** Milliseconds between reads without a notification. Short where there are none at all. */
const POLL_MS: Readonly<Record<NotificationMode, number>> = {
  direct: 5_000,
  notify: 3_000,
  poll: 200,
};

/** Events buffered for subscribers. */
const BUFFER_SIZE = 10_000;

export interface TailOptions {
  /** Events buffered for subscribers; 10,000 when absent. A slower one is closed with `SlowConsumer`. */
  readonly bufferSize?: number | undefined;
  /** Those of Node when absent. */
  readonly timers?: Timers | undefined;
}

/** Current state of the tail, for metrics. */
export interface TailState {
  /** The last position read; 0 before the tail is started. */
  readonly position: number;
  readonly mode: NotificationMode | 'idle';
  readonly subscribers: number;
  /** Message of the error of the last read; undefined when it succeeded. */
  readonly error: string | undefined;
}

export class LogTail {
  #position = 0;
  /** The last events in log order while there are subscribers; the last one is at `#position`. */
  #buffer: AnyEvent[] = [];
  #subscribers = 0;
  #error: string | undefined;
  #stopped = false;
  #started: Promise<AppendListener> | undefined;
  #listening: AppendListener | undefined;
  #cancelPoll: (() => void) | undefined;
  #reading: Promise<void> | undefined;
  #readAgain = false;
  readonly #waiting = new Set<() => void>();

  readonly #bufferSize: number;
  readonly #timers: Timers;

  constructor(
    readonly log: EventLog,
    { bufferSize = BUFFER_SIZE, timers = NODE_TIMERS }: TailOptions = {},
  ) {
    this.#bufferSize = bufferSize;
    this.#timers = timers;
  }

  state(): TailState {
    return {
      position: this.#position,
      mode: this.#listening?.mode ?? 'idle',
      subscribers: this.#subscribers,
      error: this.#error,
    };
  }

  /** Starts tailing at the log's head unless started. Rejects when the log cannot be read. */
  async start(): Promise<void> {
    this.#started ??= this.#connect();
    try {
      await this.#started;
    } catch (error) {
      this.#started = undefined;
      throw error;
    }
  }

  /** Reads what was appended, if the tail was started: a hint, as from the log. */
  wake(): void {
    if (this.#listening) this.#requestRead();
  }

  async #connect(): Promise<AppendListener> {
    const { position } = await this.log.head();
    const listening = await this.log.listen(() => this.#requestRead());
    this.#position = position;
    this.#listening = listening;
    this.#schedule(listening);
    // An append may fall between reading the head and listening.
    this.#requestRead();
    return listening;
  }

  /** Subscribes at the current position: events after it are buffered from now on. */
  async subscribe(): Promise<TailSubscriber> {
    await this.start();
    this.#subscribers += 1;
    let closed = false;
    const close = () => {
      if (closed) return;
      closed = true;
      this.#subscribers -= 1;
      if (this.#subscribers === 0) this.#buffer = [];
    };
    const position = () => this.#position;
    const stopped = () => this.#stopped;
    return {
      get position() {
        return position();
      },
      get stopped() {
        return stopped();
      },
      close,
      after: (from, signal) => this.#after(from, signal),
    };
  }

  /**
   * Waits until the log has reached a position. Rejects with `PositionNotReached` after
   * `timeoutMs` milliseconds.
   */
  async waitFor(position: number, timeoutMs: number): Promise<void> {
    if (this.#position >= position) return;
    const head = await this.log.head();
    if (head.position >= position) return;
    const timeout = new AbortController();
    const cancel = this.#timers.after(timeoutMs, () => timeout.abort());
    try {
      await this.start();
      while (this.#position < position) {
        if (timeout.signal.aborted) throw new PositionNotReached(position, this.#position);
        await this.#next(timeout.signal);
      }
    } finally {
      cancel();
    }
  }

  /** Ends every subscription with `ServerStopping`. */
  stop(): void {
    this.#stopped = true;
    this.#notify();
  }

  async close(): Promise<void> {
    this.stop();
    this.#cancelPoll?.();
    await this.#started?.then((listening) => listening.stop()).catch(() => undefined);
    await this.#reading;
  }

  /** At least one event after a position; empty once the signal is aborted. */
  async #after(position: number, signal: AbortSignal): Promise<readonly AnyEvent[]> {
    while (!signal.aborted) {
      if (this.#stopped) throw new ServerStopping(position);
      const waiting = this.#position - position;
      if (waiting > this.#buffer.length) throw new SlowConsumer(position, waiting);
      const start = this.#buffer.length - waiting;
      if (waiting > 0) return this.#buffer.slice(start, start + PAGE_SIZE);
      await this.#next(signal);
    }
    return [];
  }

  /** Resolves after the next append that is read, when the tail stops or the signal is aborted. */
  #next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }

  #notify(): void {
    for (const done of this.#waiting) done();
  }

  #schedule(listening: AppendListener): void {
    if (this.#stopped) return;
    const poll = () => {
      this.#requestRead();
      void this.#reading?.finally(() => this.#schedule(listening));
    };
    this.#cancelPoll = this.#timers.after(POLL_MS[listening.mode], poll, { background: true });
  }

  /** Coalesces requests: those that arrive during a read cause one more. */
  #requestRead(): void {
    this.#readAgain = true;
    this.#reading ??= this.#readUntilCurrent().finally(() => {
      this.#reading = undefined;
    });
  }

  async #readUntilCurrent(): Promise<void> {
    while (this.#readAgain && !this.#stopped) {
      this.#readAgain = false;
      try {
        await this.#read();
        this.#error = undefined;
      } catch (error) {
        // The poll timer retries; subscribers wait meanwhile.
        this.#error = error instanceof Error ? error.message : String(error);
      }
    }
  }

  async #read(): Promise<void> {
    const head = this.#subscribers === 0 ? await this.log.head() : undefined;
    // Someone may have subscribed during the await and needs the events between.
    if (head && this.#subscribers === 0) {
      this.#position = Math.max(this.#position, head.position);
      this.#notify();
      return;
    }
    for await (const page of this.log.read({ after: this.#position })) {
      this.#buffer.push(...page);
      if (this.#buffer.length > 2 * this.#bufferSize)
        this.#buffer = this.#buffer.slice(-this.#bufferSize);
      this.#position = page.at(-1)?.position ?? this.#position;
      this.#notify();
    }
  }
}

/** One subscription to a tail. */
export interface TailSubscriber {
  /** The last position read; everything before it is in the log. */
  readonly position: number;
  readonly stopped: boolean;
  /**
   * Waits for events after a position and returns those buffered. Empty only once the signal is
   * aborted. Rejects with `SlowConsumer` when more are waiting than are buffered, and with
   * `ServerStopping` when the tail was stopped.
   */
  after(position: number, signal: AbortSignal): Promise<readonly AnyEvent[]>;
  /** Releases the buffer. Must be called. */
  close(): void;
}
