/** Whether the server runs, and whether it can answer and record. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Parley } from '../../app/parley.js';
import type { Head } from '../../log/core/eventLog.js';
import { DEFAULT_TIMEOUTS, type Timeouts } from '../limits.js';
import { sendJson } from '../http/httpError.js';
import type { LogHealth } from './logHealth.js';

/** The process runs and takes requests. */
export function health(request: IncomingMessage, response: ServerResponse): void {
  sendJson(request, response, 200, { status: 'ok' });
}

type Readiness =
  | { readonly ready: true; readonly head: Head }
  | { readonly ready: false; readonly code: string; readonly reason: string };

const not = (code: string, reason: string): Readiness => ({ ready: false, code, reason });

/** The log's head did not come in time. */
class TooSlow extends Error {
  constructor(readonly ms: number) {
    super(
      `The log did not say within ${ms / 1000} seconds where it ends. Look whether its disk or its server is overloaded.`,
    );
  }
}

/**
 * The server is ready when the log says where it ends, and when nothing that failed with it since
 * has not been seen to work again: an append or a read that the engine could not carry out makes
 * it unready until one succeeds. Nothing is folded to find out.
 *
 * While writing fails it is tried again when somebody asks, with a promise to readers (`pin`)
 * about an instant that lies after the failure: that has to be written, and changes no answer.
 */
export class ReadinessProbe {
  readonly #timeouts: Timeouts;
  #stopping = false;
  #tried = 0;

  constructor(
    readonly parley: Parley,
    readonly logHealth: LogHealth,
    timeouts: Partial<Timeouts> = {},
  ) {
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...timeouts };
  }

  /** From now on the server is not ready any more. */
  stop(): void {
    this.#stopping = true;
  }

  async now(): Promise<Readiness> {
    if (this.#stopping) return not('STOPPING', 'This server is stopping. Ask another.');
    try {
      const asked = within(this.#timeouts.head, this.parley.head());
      const [head] = await Promise.all([asked, this.#tryToWrite()]);
      const { worst } = this.logHealth;
      return worst ? not(worst.code, worst.reason) : { ready: true, head };
    } catch (error) {
      const { worst } = this.logHealth;
      if (worst) return not(worst.code, worst.reason);
      const reason = error instanceof Error ? error.message : String(error);
      return not(error instanceof TooSlow ? 'LOG_TOO_SLOW' : 'LOG_UNREADABLE', reason);
    }
  }

  /** For `/ready`: 200, or 503 with a code and what to do. */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const readiness = await this.now();
    if (readiness.ready) {
      const { position, recordedAt } = readiness.head;
      const body = { status: 'ready', position, recordedAt: recordedAt || null };
      sendJson(request, response, 200, body);
    } else {
      const { code, reason } = readiness;
      const body = { status: 'not ready', code, reason };
      sendJson(request, response, 503, body, { 'Retry-After': '5' });
    }
  }

  async #tryToWrite(): Promise<void> {
    const { unwritable } = this.logHealth;
    const now = Date.now();
    if (!unwritable) return;
    const { since, last } = unwritable;
    // A promise may need less room than an append that has only just failed.
    if (now - Math.max(this.#tried, last) < this.#timeouts.recheck) return;
    this.#tried = now;
    // Halfway between then and now: after everything promised before, and, sooner or later, in the
    // past of the log's clock, too, where that is behind.
    const instant = Math.ceil(since + (now - since) / 2);
    const promised = this.parley.log.closeTimestamp(instant).then(
      (kept) => {
        if (kept) this.logHealth.wrote();
      },
      () => undefined,
    );
    await within(this.#timeouts.head, promised).catch(() => undefined);
  }
}

/** What the promise gives, if it does so in time. */
async function within<Result>(ms: number, promise: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(ms)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
