/**
 * Following a log: one look at it for all who follow, whoever appended. Hints say when to look;
 * what happened is read from the log, and it is looked at now and then without a hint, too.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { AnyEvent } from '../../../events/catalogue.js';
import { FellBehind, PositionNotReached, StoppedFollowing } from './errors.js';
import type { EventLog, HintMode, Listening } from './eventLog.js';
import { PAGE_SIZE } from './paging.js';

/** How often to look without a hint, in milliseconds. A hint can be lost; where none come at all, often. */
const LOOK_EVERY: Readonly<Record<HintMode, number>> = { direct: 5_000, notify: 3_000, poll: 200 };

/** How many events are kept for those who follow; whoever falls further behind is let go. */
export const KEPT = 10_000;

/** How a log is followed at present, for whoever watches the server. */
export interface Following {
  /** The last position looked at; 0 while nobody follows. */
  readonly position: number;
  readonly mode: HintMode | 'idle';
  readonly followers: number;
  /** Why the log cannot be read at present. */
  readonly trouble: string | undefined;
}

export class Tail {
  #position = 0;
  /** The last events in log order, while anyone follows; the last of them is at `#position`. */
  #kept: AnyEvent[] = [];
  #followers = 0;
  #trouble: string | undefined;
  #stopped = false;
  #started: Promise<Listening> | undefined;
  #listening: Listening | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  readonly #waiting = new Set<() => void>();

  constructor(
    readonly log: EventLog,
    readonly kept = KEPT,
  ) {}

  state(): Following {
    return {
      position: this.#position,
      mode: this.#listening?.mode ?? 'idle',
      followers: this.#followers,
      trouble: this.#trouble,
    };
  }

  /** Begins to follow from the log's head, if nobody did yet. Rejects when the log cannot be read. */
  async start(): Promise<void> {
    this.#started ??= this.#begin();
    try {
      await this.#started;
    } catch (error) {
      this.#started = undefined;
      throw error;
    }
  }

  async #begin(): Promise<Listening> {
    const { position } = await this.log.head();
    const listening = await this.log.listen(() => this.#look());
    this.#position = position;
    this.#listening = listening;
    this.#schedule(listening);
    // Between the head and the listening something may have come.
    this.#look();
    return listening;
  }

  /**
   * Follows the log from where it is: from now on, its events are kept for the one who follows.
   */
  async follow(): Promise<Follower> {
    await this.start();
    this.#followers += 1;
    let left = false;
    const leave = () => {
      if (left) return;
      left = true;
      this.#followers -= 1;
      if (this.#followers === 0) this.#kept = [];
    };
    const here = () => this.#position;
    const stopped = () => this.#stopped;
    return {
      get position() {
        return here();
      },
      get stopped() {
        return stopped();
      },
      leave,
      after: (position, signal) => this.#after(position, signal),
    };
  }

  /**
   * Waits until the log has reached a position. Rejects with `PositionNotReached` when it has not
   * within `ms` milliseconds.
   */
  async reached(position: number, ms: number): Promise<void> {
    if (this.#position >= position) return;
    const head = await this.log.head();
    if (head.position >= position) return;
    const timeout = new AbortController();
    const late = pause(ms, undefined, { signal: timeout.signal }).then(
      () => 'late' as const,
      () => 'done' as const,
    );
    try {
      await this.start();
      while (this.#position < position)
        if ((await Promise.race([late, this.#next(timeout.signal)])) === 'late')
          throw new PositionNotReached(position, this.#position);
    } finally {
      timeout.abort();
    }
  }

  /** Lets everyone go who follows: they are told with `StoppedFollowing`. */
  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  async close(): Promise<void> {
    this.stop();
    clearTimeout(this.#timer);
    await this.#started?.then((listening) => listening.stop()).catch(() => undefined);
    await this.#looking;
  }

  /** Events after a position, some of them at least; empty once the signal is aborted. */
  async #after(position: number, signal: AbortSignal): Promise<readonly AnyEvent[]> {
    while (!signal.aborted) {
      if (this.#stopped) throw new StoppedFollowing(position);
      const waiting = this.#position - position;
      if (waiting > this.#kept.length) throw new FellBehind(position, waiting);
      const start = this.#kept.length - waiting;
      if (waiting > 0) return this.#kept.slice(start, start + PAGE_SIZE);
      await this.#next(signal);
    }
    return [];
  }

  /** When something was appended, the tail was stopped, or the signal was aborted. */
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

  #wake(): void {
    for (const done of this.#waiting) done();
  }

  #schedule(listening: Listening): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#look();
      void this.#looking?.finally(() => this.#schedule(listening));
    }, LOOK_EVERY[listening.mode]);
    this.#timer.unref();
  }

  /** Looks once for all the hints that come while it looks. */
  #look(): void {
    this.#lookAgain = true;
    this.#looking ??= this.#lookUntilQuiet().finally(() => {
      this.#looking = undefined;
    });
  }

  async #lookUntilQuiet(): Promise<void> {
    while (this.#lookAgain && !this.#stopped) {
      this.#lookAgain = false;
      try {
        await this.#read();
        this.#trouble = undefined;
      } catch (error) {
        // Looked at again when its time comes: those who follow wait meanwhile.
        this.#trouble = error instanceof Error ? error.message : String(error);
      }
    }
  }

  async #read(): Promise<void> {
    const head = this.#followers === 0 ? await this.log.head() : undefined;
    // Someone may have come meanwhile, who needs what lies between.
    if (head && this.#followers === 0) {
      this.#position = Math.max(this.#position, head.position);
      this.#wake();
      return;
    }
    for await (const page of this.log.read({ after: this.#position })) {
      this.#kept.push(...page);
      if (this.#kept.length > 2 * this.kept) this.#kept = this.#kept.slice(-this.kept);
      this.#position = page.at(-1)?.position ?? this.#position;
      this.#wake();
    }
  }
}

/** One who follows a log. */
export interface Follower {
  /** The last position looked at: what lies before it is in the log. */
  readonly position: number;
  readonly stopped: boolean;
  /**
   * The next events after a position: waits for one, and gives what has
   * come since. Empty only once the signal is aborted. Rejects with `FellBehind` when more wait
   * than are kept, and with `StoppedFollowing` when the log is no longer followed.
   */
  after(position: number, signal: AbortSignal): Promise<readonly AnyEvent[]>;
  /** Must be called in the end. */
  leave(): void;
}
