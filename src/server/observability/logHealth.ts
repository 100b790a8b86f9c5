/**
 * Current health of the log: failures that no later success has cleared. Reading the head proves
 * little, since it often succeeds while the disk is full or a page is damaged.
 */
import { LogDamaged, LogUnavailable } from '../../log/core/errors.js';

/** SQLite's and PostgreSQL's codes for a damaged database; damage does not heal. */
const DAMAGE = /^(?:SQLITE_CORRUPT|SQLITE_NOTADB|XX001|XX002)/;

export type LogProblemCode = 'LOG_UNREADABLE' | 'LOG_NOT_WRITABLE' | 'LOG_DAMAGED';

export interface LogProblem {
  readonly code: LogProblemCode;
  /** What happened and what to do about it. */
  readonly reason: string;
}

/** A record whose hash does not match, or an engine's damage code anywhere in the causes. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof LogDamaged) return true;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && DAMAGE.test(code)) || isDamage(error.cause);
}

export class LogHealth {
  #damage: LogProblem | undefined;
  #readProblem: LogProblem | undefined;
  #writeProblem: (LogProblem & { readonly since: number; readonly last: number }) | undefined;

  /** `onChange` gets the worst problem whenever that changes, and undefined when all are cleared. */
  constructor(readonly onChange: (problem: LogProblem | undefined, error?: unknown) => void) {}

  /** The worst problem at present. Damage stays until the server is restarted. */
  get worst(): LogProblem | undefined {
    return this.#damage ?? this.#writeProblem ?? this.#readProblem;
  }

  /** When writes first and last failed, in epoch milliseconds; undefined when they succeed. */
  get writeFailure(): { readonly since: number; readonly last: number } | undefined {
    return this.#writeProblem;
  }

  /** A read succeeded. */
  readSucceeded(): void {
    this.#change(() => (this.#readProblem = undefined));
  }

  /** A durable write succeeded: reads work, too. */
  writeSucceeded(): void {
    this.#change(() => {
      this.#readProblem = undefined;
      this.#writeProblem = undefined;
    });
  }

  /** A read or a write failed; only failures of the engine itself count. */
  failed(access: 'read' | 'write', error: unknown): void {
    if (!(error instanceof LogUnavailable)) return;
    const reason = error.message;
    this.#change(() => {
      if (isDamage(error)) this.#damage = { code: 'LOG_DAMAGED', reason };
      else if (access === 'write') {
        const last = Date.now();
        const since = this.#writeProblem?.since ?? last;
        this.#writeProblem = { code: 'LOG_NOT_WRITABLE', reason, since, last };
      } else this.#readProblem = { code: 'LOG_UNREADABLE', reason };
    }, error);
  }

  #change(update: () => void, error?: unknown): void {
    const before = this.worst?.code;
    update();
    const { worst } = this;
    if (worst?.code !== before) this.onChange(worst, error);
  }
}
