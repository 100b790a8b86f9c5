/** A log in PostgreSQL that any number of processes may write and follow. */
import { DatabaseLog } from '../core/databaseLog.js';
import { LogNotWritable } from '../core/errors.js';
import type { Append, EventLog, Head, AppendListener } from '../core/eventLog.js';
import type { Outcome } from '../core/groupCommit.js';
import { selectHead, PostgresAppends } from './appends.js';
import type { Bookkeeping } from '../core/bookkeeping.js';
import { readBookkeeping } from './bookkeeping.js';
import { PostgresConnections } from './connections.js';
import { type HeadRow, PostgresAppendStore } from './appendStore.js';
import { PostgresListener } from './listener.js';
import { grantServing, migrate } from './migrations.js';
import { PostgresDutySteps } from './dutySteps.js';
import { PostgresProposals } from './proposals.js';
import { PostgresReads } from './reads.js';
import { PostgresStreamIndex } from './streamIndex.js';
import { PostgresTree } from './tree.js';
import { PostgresWebhooks } from './webhooks.js';
import { channelOf } from './schema.js';
import { toLogUnavailable } from './errors.js';
import { parsePostgresUrl, type PostgresUrl } from './url.js';
import { isClosed } from '../core/planAppend.js';

export interface PostgresOptions {
  readonly readonly?: boolean;
  /** The clock, in epoch milliseconds. */
  readonly now?: () => number;
  /** How long to wait for other writers; 10 seconds when absent. */
  readonly busyTimeoutMs?: number;
}

const BUSY_TIMEOUT_MS = 10_000;

export class PostgresLog extends DatabaseLog implements EventLog {
  private readonly connections: PostgresConnections;
  protected readonly reads: PostgresReads;
  readonly index: PostgresStreamIndex;
  readonly proposals: PostgresProposals;
  readonly webhooks: PostgresWebhooks;
  readonly tree: PostgresTree;
  readonly dutySteps: PostgresDutySteps;
  private readonly appends: PostgresAppends;
  private readonly now: () => number;
  private listener: PostgresListener | undefined;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly location: PostgresUrl,
    options: PostgresOptions,
  ) {
    const { schema } = location;
    const { busyTimeoutMs = BUSY_TIMEOUT_MS } = options;
    super(location.shown, location.shown, options.readonly ?? false);
    this.now = options.now ?? Date.now;
    this.connections = new PostgresConnections(location.connection, busyTimeoutMs);
    this.reads = new PostgresReads(this.connections, schema);
    this.index = new PostgresStreamIndex(
      this.connections,
      schema,
      (work) => this.query(work),
      !this.readonly,
    );
    this.proposals = new PostgresProposals(
      this.connections,
      schema,
      (work) => this.query(work),
      this.readonly,
    );
    this.webhooks = new PostgresWebhooks(
      this.connections,
      schema,
      (work) => this.query(work),
      this.readonly,
    );
    this.tree = new PostgresTree(
      this.connections,
      schema,
      (work) => this.query(work),
      this.readonly,
    );
    this.dutySteps = new PostgresDutySteps(
      this.connections,
      schema,
      (work) => this.query(work),
      this.readonly,
    );
    this.appends = new PostgresAppends(this.connections, { schema, busyTimeoutMs, now: this.now });
  }

  /**
   * Opens the log at a URL, and creates or upgrades its tables unless `readonly`. Rejects with
   * `LogUnavailable` when it cannot be used.
   */
  static async open(url: string, options: PostgresOptions = {}): Promise<PostgresLog> {
    const log = new PostgresLog(parsePostgresUrl(url), options);
    try {
      await log.query(() => migrate(log.connections, log.location, log.readonly));
      return log;
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  async head(): Promise<Head> {
    return this.query(() => this.reads.head());
  }

  async closeTimestamp(instant: number): Promise<boolean> {
    if (this.readonly) return false;
    return this.query(async () => {
      const { schema } = this.location;
      const closed = await this.connections.using(async (session) => {
        const head = await session.query<HeadRow>(selectHead(schema));
        return isClosed(new PostgresAppendStore(session, schema, head), instant);
      });
      if (closed) return true;
      if (!(instant < this.now())) return false;
      try {
        await this.connections.commit(`SELECT ${schema}.close_timestamp($1)`, [
          Math.floor(instant),
        ]);
      } catch (error) {
        throw LogNotWritable.from(toLogUnavailable(this.url, error));
      }
      return true;
    });
  }

  async bookkeeping(): Promise<Bookkeeping> {
    const { schema } = this.location;
    return this.query(() => readBookkeeping(this.connections, schema));
  }

  /** Wakes at once for appends through this log, and on PostgreSQL's notification for others. */
  async listen(wake: () => void): Promise<AppendListener> {
    this.checkOpen();
    const remove = this.notifier.add(wake);
    const { listen, schema } = this.location;
    if (listen === undefined) return { mode: 'poll', stop: remove };
    this.listener ??= new PostgresListener(listen, channelOf(schema), this.connections, () =>
      this.notifier.wake(),
    );
    const { listener } = this;
    await listener.start();
    return {
      get mode() {
        return listener.mode;
      },
      stop: async () => {
        await remove();
        if (this.notifier.size > 0 || this.listener !== listener) return;
        this.listener = undefined;
        await listener.stop();
      },
    };
  }

  /** Grants a role the rights of a server, and no others. Rejects with `LogUnavailable`. */
  async grant(role: string): Promise<void> {
    await this.query(() => grantServing(this.connections, this.location, role));
  }

  /** Commits waiting appends first. */
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
      if (!writes) return await this.appends.dryRun(appends);
      const outcomes = await this.appends.commit(appends);
      this.notifier.wake();
      return outcomes;
    } catch (error) {
      throw toLogUnavailable(this.url, error);
    }
  }

  protected async translateErrors<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw toLogUnavailable(this.url, error);
    }
  }

  protected get isOpen(): boolean {
    return this.closing === undefined;
  }
}
