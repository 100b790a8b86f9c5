/**
 * What went wrong with the log and has not been seen to work since. The end of a log can often
 * still be read when its disk is full or a page of it is damaged, so that reading it is no proof.
 */
import { LogDamaged, LogUnavailable } from '../../log/core/errors.js';

/** Codes with which SQLite and PostgreSQL tell of damage: it does not go away by itself. */
const DAMAGE = /^(?:SQLITE_CORRUPT|SQLITE_NOTADB|XX001|XX002)/;

export type LogProblemCode = 'LOG_UNREADABLE' | 'LOG_NOT_WRITABLE' | 'LOG_DAMAGED';

export interface LogProblem {
  readonly code: LogProblemCode;
  /** What happened and what to do about it. */
  readonly reason: string;
}

/** A record that is not what its hash says, or the engine's own code in the chain of causes. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof LogDamaged) return true;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && DAMAGE.test(code)) || isDamage(error.cause);
}

export class LogHealth {
  #damage: LogProblem | undefined;
  #reading: LogProblem | undefined;
  #writing: (LogProblem & { readonly since: number; readonly last: number }) | undefined;

  /** `told` hears of each trouble when it begins, and with undefined when all are over. */
  constructor(readonly told: (trouble: LogProblem | undefined, error?: unknown) => void) {}

  /** The worst at present. Damage stays until the server is started again. */
  get worst(): LogProblem | undefined {
    return this.#damage ?? this.#writing ?? this.#reading;
  }

  /** When writing first and last failed, in epoch milliseconds; undefined when it works. */
  get unwritable(): { readonly since: number; readonly last: number } | undefined {
    return this.#writing;
  }

  /** Something was read: whatever kept it from being read is over. */
  read(): void {
    this.#change(() => (this.#reading = undefined));
  }

  /** Something was written durably. */
  wrote(): void {
    this.#change(() => {
      this.#reading = undefined;
      this.#writing = undefined;
    });
  }

  /** Reading or writing failed; only the engine's own failures count. */
  failed(doing: 'reading' | 'writing', error: unknown): void {
    if (!(error instanceof LogUnavailable)) return;
    const reason = error.message;
    this.#change(() => {
      if (isDamage(error)) this.#damage = { code: 'LOG_DAMAGED', reason };
      else if (doing === 'writing') {
        const last = Date.now();
        const since = this.#writing?.since ?? last;
        this.#writing = { code: 'LOG_NOT_WRITABLE', reason, since, last };
      } else this.#reading = { code: 'LOG_UNREADABLE', reason };
    }, error);
  }

  #change(make: () => void, error?: unknown): void {
    const before = this.worst?.code;
    make();
    const { worst } = this;
    if (worst?.code !== before) this.told(worst, error);
  }
}
