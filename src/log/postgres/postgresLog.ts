/** A log in PostgreSQL, which any number of processes may write and follow. */
import { DatabaseLog } from '../core/databaseLog.js';
import { LogNotWritable } from '../core/errors.js';
import type { Append, Checkpoint, EventLog, Head, Listening } from '../core/eventLog.js';
import type { Outcome } from '../core/groupCommit.js';
import { headOf, PostgresAppends } from './appends.js';
import { PostgresConnections } from './connections.js';
import { type HeadRow, PostgresLedger } from './ledger.js';
import { PostgresListener } from './listener.js';
import { grantServing, migrate } from './migrations.js';
import { PostgresReads } from './reads.js';
import { channelOf } from './schema.js';
import { unavailable } from './errors.js';
import { parsePostgresUrl, type PostgresUrl } from './url.js';
import { isSettled } from '../core/planAppend.js';

export interface PostgresOptions {
  readonly readonly?: boolean;
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
  /** How long to wait for other processes that append; 10 seconds when absent. */
  readonly busyTimeoutMs?: number;
}

const BUSY_TIMEOUT_MS = 10_000;

export class PostgresLog extends DatabaseLog implements EventLog {
  private readonly connections: PostgresConnections;
  protected readonly reads: PostgresReads;
  private readonly appends: PostgresAppends;
  private readonly now: () => number;
  private listener: PostgresListener | undefined;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly at: PostgresUrl,
    options: PostgresOptions,
  ) {
    const { schema } = at;
    const { busyTimeoutMs = BUSY_TIMEOUT_MS } = options;
    super(at.shown, at.shown, options.readonly ?? false);
    this.now = options.now ?? Date.now;
    this.connections = new PostgresConnections(at.connection, busyTimeoutMs);
    this.reads = new PostgresReads(this.connections, schema);
    this.appends = new PostgresAppends(this.connections, { schema, busyTimeoutMs, now: this.now });
  }

  /**
   * Opens the log at a URL, and creates or upgrades its tables unless `readonly`. Rejects with
   * `LogUnavailable` when it cannot be used.
   */
  static async open(url: string, options: PostgresOptions = {}): Promise<PostgresLog> {
    const log = new PostgresLog(parsePostgresUrl(url), options);
    try {
      await log.asking(() => migrate(log.connections, log.at, log.readonly));
      return log;
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  async head(): Promise<Head> {
    return this.asking(() => this.reads.head());
  }

  async pin(instant: number): Promise<boolean> {
    if (this.readonly) return false;
    return this.asking(async () => {
      const { schema } = this.at;
      const settled = await this.connections.using(async (session) => {
        const head = await session.query<HeadRow>(headOf(schema));
        return isSettled(new PostgresLedger(session, schema, head), instant);
      });
      if (settled) return true;
      if (!(instant < this.now())) return false;
      try {
        // Asked twice it promises the same, so a lost connection does no harm.
        await this.connections.query(`SELECT ${schema}.pin($1)`, [Math.floor(instant)]);
      } catch (error) {
        throw LogNotWritable.from(unavailable(this.url, error));
      }
      return true;
    });
  }

  /** Appends through this log are heard at once; others', as soon as PostgreSQL tells of them. */
  async listen(wake: () => void): Promise<Listening> {
    this.checkOpen();
    const forget = this.hints.add(wake);
    const { listen, schema } = this.at;
    if (listen === undefined) return { mode: 'poll', stop: forget };
    this.listener ??= new PostgresListener(listen, channelOf(schema), this.connections, () =>
      this.hints.wake(),
    );
    const { listener } = this;
    await listener.start();
    return {
      get mode() {
        return listener.mode;
      },
      stop: async () => {
        await forget();
        if (this.hints.size > 0 || this.listener !== listener) return;
        this.listener = undefined;
        await listener.stop();
      },
    };
  }

  async checkpoint(stream: string): Promise<Checkpoint | undefined> {
    return this.asking(() => this.reads.checkpoint(stream));
  }

  async keepCheckpoint(checkpoint: Checkpoint): Promise<void> {
    if (this.readonly) return;
    const { stream, version, position, at, body, hash } = checkpoint;
    const values = [stream, version, position, at, body, hash];
    await this.asking(() =>
      this.connections.query(
        `SELECT ${this.at.schema}.keep_checkpoint($1, $2, $3, $4, $5, $6)`,
        values,
      ),
    );
  }

  /** Lets a role serve this log and no more. Rejects with `LogUnavailable`. */
  async grant(role: string): Promise<void> {
    await this.asking(() => grantServing(this.connections, this.at, role));
  }

  /** Finishes what waits. */
  async close(): Promise<void> {
    this.closing ??= (async () => {
      await this.listener?.stop();
      await this.group.flush();
      await this.connections.close();
    })();
    await this.closing;
  }

  protected async commit(appends: readonly Append[]): Promise<readonly Outcome[]> {
    const writes = appends.some(({ dryRun }) => !dryRun);
    try {
      if (!writes) return await this.appends.tryOut(appends);
      const outcomes = await this.appends.commit(appends);
      this.hints.wake();
      return outcomes;
    } catch (error) {
      throw unavailable(this.url, error);
    }
  }

  protected async trying<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw unavailable(this.url, error);
    }
  }

  protected get isOpen(): boolean {
    return this.closing === undefined;
  }
}
