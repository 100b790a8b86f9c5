/** A log in one SQLite file that several processes may write. */
import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { DatabaseLog } from '../core/databaseLog.js';
import { LogNotWritable } from '../core/errors.js';
import type { Append, EventLog, Head, AppendListener } from '../core/eventLog.js';
import type { Outcome } from '../core/groupCommit.js';
import { readBookkeeping } from './bookkeeping.js';
import type { Bookkeeping } from '../core/bookkeeping.js';
import { SqliteAppendStore } from './appendStore.js';
import { SqliteDutySteps } from './dutySteps.js';
import { SqliteProposals } from './proposals.js';
import { SqliteReads } from './reads.js';
import { SqliteStreamIndex } from './streamIndex.js';
import { SqliteTree } from './tree.js';
import { SqliteWebhooks } from './webhooks.js';
import { type DatabaseOptions, openDatabase } from './schema.js';
import { isClosed, planAppend } from '../core/planAppend.js';
import { isBusy, toLogUnavailable, withLogErrors } from './errors.js';

export interface SqliteOptions extends DatabaseOptions {
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
}

const BUSY_TIMEOUT_MS = 10_000;
/** SQLite's own busy timeout. Short, because it blocks the event loop. */
const BLOCKING_TIMEOUT_MS = 50;

export class SqliteLog extends DatabaseLog implements EventLog {
  private readonly db: Database.Database;
  private readonly store: SqliteAppendStore;
  protected readonly reads: SqliteReads;
  readonly index: SqliteStreamIndex;
  readonly proposals: SqliteProposals;
  readonly webhooks: SqliteWebhooks;
  readonly tree: SqliteTree;
  readonly dutySteps: SqliteDutySteps;
  private readonly now: () => number;
  private readonly busyTimeoutMs: number;

  /** Throws `LogUnavailable` when the file cannot be used. */
  constructor(
    url: string,
    private readonly path: string,
    options: SqliteOptions = {},
  ) {
    super(url, path, options.readonly ?? false);
    this.now = options.now ?? Date.now;
    this.busyTimeoutMs = options.busyTimeoutMs ?? BUSY_TIMEOUT_MS;
    this.db = withLogErrors(path, () => openDatabase(path, options));
    this.db.pragma(`busy_timeout = ${Math.min(BLOCKING_TIMEOUT_MS, this.busyTimeoutMs)}`);
    this.store = this.openStore();
    this.reads = new SqliteReads(this.db);
    this.index = new SqliteStreamIndex(this.db, (work) => this.query(work), !this.readonly);
    this.proposals = new SqliteProposals(this.db, (work) => this.query(work), this.readonly);
    this.webhooks = new SqliteWebhooks(this.db, (work) => this.query(work), this.readonly);
    this.tree = new SqliteTree(this.db, (work) => this.query(work), this.readonly);
    this.dutySteps = new SqliteDutySteps(this.db, (work) => this.query(work), this.readonly);
    if (!this.readonly) this.checkHead();
  }

  private openStore(): SqliteAppendStore {
    try {
      return withLogErrors(this.path, () => new SqliteAppendStore(this.db));
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  /** Appending needs an intact last record. */
  private checkHead(): void {
    try {
      withLogErrors(this.path, () => this.store.begin());
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  async head(): Promise<Head> {
    return this.query(() => {
      this.store.begin();
      return this.store.head;
    });
  }

  async closeTimestamp(instant: number): Promise<boolean> {
    if (this.readonly) return false;
    if (await this.query(() => this.isClosed(instant))) return true;
    if (!(instant < this.now())) return false;
    const close = this.db.transaction(() => {
      if (!this.isClosed(instant)) this.store.closeTimestamp(Math.floor(instant));
      return true;
    });
    try {
      return await this.query(() => close.immediate());
    } catch (error) {
      throw LogNotWritable.from(error);
    }
  }

  /** Other processes write the same file without notification, so listeners poll. */
  async listen(wake: () => void): Promise<AppendListener> {
    return { mode: 'poll', stop: this.notifier.add(wake) };
  }

  async bookkeeping(): Promise<Bookkeeping> {
    return this.query(() => readBookkeeping(this.db));
  }

  async close(): Promise<void> {
    if (!this.db.open) return;
    await this.group.flush();
    withLogErrors(this.path, () => this.db.close());
  }

  protected get isOpen(): boolean {
    return this.db.open;
  }

  private isClosed(instant: number): boolean {
    this.store.begin();
    return isClosed(this.store, instant);
  }

  protected commit(appends: readonly Append[]): readonly Outcome[] | Promise<readonly Outcome[]> {
    const writes = appends.some(({ dryRun }) => !dryRun);
    // One transaction, one fsync. Outcomes are delivered after the commit.
    const transaction = this.db.transaction(() => {
      this.store.begin();
      return appends.map((append) => this.attempt(append));
    });
    return this.translateErrors(() => {
      const outcomes = writes ? transaction.immediate() : transaction.deferred();
      if (writes) this.notifier.wake();
      return outcomes;
    });
  }

  private attempt(append: Append): Outcome {
    let plan;
    try {
      plan = planAppend(this.store, append, this.now());
    } catch (refused) {
      // An engine error may have ended the transaction, so the whole group fails.
      if (toLogUnavailable(this.path, refused) !== refused) throw refused;
      return { refused };
    }
    if (!append.dryRun) this.store.write(plan);
    return { appended: { events: plan.events, repeated: plan.repeated } };
  }

  protected translateErrors<Result>(
    work: () => Result | Promise<Result>,
  ): Result | Promise<Result> {
    try {
      return work();
    } catch (error) {
      if (isBusy(error)) return this.retryWhileBusy(work);
      throw toLogUnavailable(this.path, error);
    }
  }

  /** Retries until the file is free or the timeout passes, without blocking the event loop. */
  private async retryWhileBusy<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const started = performance.now();
    for (;;) {
      await pause(5 + Math.random() * 20);
      this.checkOpen();
      try {
        return await work();
      } catch (error) {
        if (!isBusy(error) || performance.now() - started > this.busyTimeoutMs)
          throw toLogUnavailable(this.path, error);
      }
    }
  }
}
