/** Readiness: whether the server can answer and record. */
import type { Parley } from '../../app/parley.js';
import type { Head } from '../../log/core/eventLog.js';
import { DEFAULT_TIMEOUTS, type Timeouts } from '../limits.js';
import type { LogHealth } from './logHealth.js';

export type Readiness =
  | { readonly ready: true; readonly head: Head }
  | { readonly ready: false; readonly code: string; readonly reason: string };

const notReady = (code: string, reason: string): Readiness => ({ ready: false, code, reason });

/** The log did not return its head in time. */
class LogTimeout extends Error {
  constructor(readonly ms: number) {
    super(
      `The log did not return its head within ${ms / 1000} seconds. Check the load on its disk or its server.`,
    );
  }
}

/**
 * The server is ready while the log returns its head and is healthy (see {@link LogHealth}).
 * Checking folds no stream.
 *
 * While writes fail, a check probes them with a closed timestamp (`closeTimestamp`) for an instant after the
 * first failure: that has to be written, and changes no answer.
 */
export class ReadinessProbe {
  readonly #timeouts: Timeouts;
  #stopping = false;
  #probedAt = 0;

  constructor(
    readonly parley: Parley,
    readonly logHealth: LogHealth,
    timeouts: Partial<Timeouts> = {},
  ) {
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...timeouts };
  }

  /** From now on the server is not ready. */
  stop(): void {
    this.#stopping = true;
  }

  /** Takes at most `timeouts.head` milliseconds. */
  async check(): Promise<Readiness> {
    if (this.#stopping) return notReady('STOPPING', 'This server is stopping. Use another.');
    try {
      const reading = within(this.#timeouts.head, this.parley.head());
      const [head] = await Promise.all([reading, this.#probeWrites()]);
      const { worst } = this.logHealth;
      return worst ? notReady(worst.code, worst.reason) : { ready: true, head };
    } catch (error) {
      const { worst } = this.logHealth;
      if (worst) return notReady(worst.code, worst.reason);
      const reason = error instanceof Error ? error.message : String(error);
      return notReady(error instanceof LogTimeout ? 'LOG_TOO_SLOW' : 'LOG_UNREADABLE', reason);
    }
  }

  async #probeWrites(): Promise<void> {
    const { writeFailure } = this.logHealth;
    const now = Date.now();
    if (!writeFailure) return;
    const { since, last } = writeFailure;
    // Advancing the closed timestamp may need less disk space than the append that failed.
    if (now - Math.max(this.#probedAt, last) < this.#timeouts.recheck) return;
    this.#probedAt = now;
    // Halfway between then and now: after every earlier closed timestamp and, in time, in the past
    // of the log's clock, too, where that is behind.
    const instant = Math.ceil(since + (now - since) / 2);
    const written = this.parley.log.closeTimestamp(instant).then(
      (advanced) => {
        if (advanced) this.logHealth.writeSucceeded();
      },
      () => undefined,
    );
    await within(this.#timeouts.head, written).catch(() => undefined);
  }
}

/** Settles as the promise does, or rejects with {@link LogTimeout} after `ms` milliseconds. */
async function within<Result>(ms: number, promise: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LogTimeout(ms)), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
