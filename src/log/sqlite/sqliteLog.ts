/** A log in one SQLite file, which several processes may write. */
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { DatabaseLog } from '../core/databaseLog.js';
import { LogNotWritable } from '../core/errors.js';
import type { Append, Checkpoint, EventLog, Head, Listening } from '../core/eventLog.js';
import type { Outcome } from '../core/groupCommit.js';
import { SqliteCheckpoints } from './snapshots.js';
import { SqliteLedger } from './ledger.js';
import { SqliteReads } from './reads.js';
import { type DatabaseOptions, openDatabase } from './schema.js';
import { isSettled, stamp } from '../core/planAppend.js';
import { guarded, isBusy, unavailable } from './errors.js';

export interface SqliteOptions extends DatabaseOptions {
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
}

const BUSY_TIMEOUT_MS = 10_000;
/** SQLite waits no longer by itself, since nothing else can be done meanwhile. */
const STILL_MS = 50;

export class SqliteLog extends DatabaseLog implements EventLog {
  private readonly db: Database.Database;
  private readonly ledger: SqliteLedger;
  protected readonly reads: SqliteReads;
  private readonly checkpoints: SqliteCheckpoints;
  private readonly now: () => number;
  private readonly patienceMs: number;

  /** Throws `LogUnavailable` when the file cannot be used. */
  constructor(
    url: string,
    private readonly path: string,
    options: SqliteOptions = {},
  ) {
    super(url, path, options.readonly ?? false);
    this.now = options.now ?? Date.now;
    this.patienceMs = options.busyTimeoutMs ?? BUSY_TIMEOUT_MS;
    this.db = guarded(path, () => openDatabase(path, options));
    this.db.pragma(`busy_timeout = ${Math.min(STILL_MS, this.patienceMs)}`);
    this.ledger = new SqliteLedger(this.db);
    this.reads = new SqliteReads(this.db);
    this.checkpoints = new SqliteCheckpoints(this.db);
    if (!this.readonly) this.checkEnd();
  }

  /** Nothing can be added to a log whose last record is damaged. */
  private checkEnd(): void {
    try {
      guarded(this.path, () => this.ledger.begin());
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  async head(): Promise<Head> {
    return this.asking(() => {
      this.ledger.begin();
      return this.ledger.head;
    });
  }

  async pin(instant: number): Promise<boolean> {
    if (this.readonly) return false;
    if (await this.asking(() => this.settled(instant))) return true;
    if (!(instant < this.now())) return false;
    const promise = this.db.transaction(() => {
      if (!this.settled(instant)) this.ledger.raiseFloor(Math.floor(instant));
      return true;
    });
    try {
      return await this.asking(() => promise.immediate());
    } catch (error) {
      throw LogNotWritable.from(error);
    }
  }

  /** Other processes write the same file and tell nobody, so whoever follows it must look. */
  async listen(wake: () => void): Promise<Listening> {
    return { mode: 'poll', stop: this.hints.add(wake) };
  }

  async checkpoint(stream: string): Promise<Checkpoint | undefined> {
    return this.asking(() => this.checkpoints.get(stream));
  }

  async keepCheckpoint(checkpoint: Checkpoint): Promise<void> {
    if (!this.readonly) await this.asking(() => this.checkpoints.put(checkpoint));
  }

  async close(): Promise<void> {
    if (!this.db.open) return;
    await this.group.flush();
    guarded(this.path, () => this.db.close());
  }

  protected get isOpen(): boolean {
    return this.db.open;
  }

  private settled(instant: number): boolean {
    this.ledger.begin();
    return isSettled(this.ledger, instant);
  }

  protected commit(appends: readonly Append[]): readonly Outcome[] | Promise<readonly Outcome[]> {
    const writes = appends.some(({ dryRun }) => !dryRun);
    // One transaction, one fsync; what it promises is kept back until it is on disk.
    const transaction = this.db.transaction(() => {
      this.ledger.begin();
      return appends.map((append) => this.record(append));
    });
    return this.trying(() => {
      const outcomes = writes ? transaction.immediate() : transaction.deferred();
      if (writes) this.hints.wake();
      return outcomes;
    });
  }

  private record(append: Append): Outcome {
    let stamped;
    try {
      stamped = stamp(this.ledger, append, this.now());
    } catch (refused) {
      // An error of the engine may have ended the transaction: nothing more goes into it.
      if (unavailable(this.path, refused) !== refused) throw refused;
      return { refused };
    }
    if (!append.dryRun) this.ledger.write(stamped);
    return { appended: { events: stamped.events, repeated: stamped.repeated } };
  }

  protected trying<Result>(work: () => Result | Promise<Result>): Result | Promise<Result> {
    try {
      return work();
    } catch (error) {
      if (isBusy(error)) return this.waiting(work);
      throw unavailable(this.path, error);
    }
  }

  /** Tries again until the other process is out of the way; whoever else asks is served meanwhile. */
  private async waiting<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const started = performance.now();
    for (;;) {
      await pause(5 + Math.random() * 20);
      this.checkOpen();
      try {
        return await work();
      } catch (error) {
        if (!isBusy(error) || performance.now() - started > this.patienceMs)
          throw unavailable(this.path, error);
      }
    }
  }
}
