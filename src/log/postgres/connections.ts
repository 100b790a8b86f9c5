/** The connection pool of one log in PostgreSQL. */
import pg from 'pg';
import { PostgresError } from './errors.js';

const { builtins, getTypeParser } = pg.types;

/** Reads bigint as number: positions and instants are below 2^53. Set per connection only. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === builtins.INT8 ? Number : (getTypeParser(oid, format) as (value: string) => unknown),
};

/** One writer at a time and a few readers; more would only wait for each other. */
const MAX_CONNECTIONS = 6;
const CONNECT_TIMEOUT_MS = 10_000;
/** A query without an answer counts as a lost connection. Longer than any wait for a lock. */
const QUERY_TIMEOUT_MS = 60_000;

const CLOSE_TIMEOUT_MS = 1_000;

export const connectionConfig = (connectionString: string): pg.ClientConfig => ({
  connectionString,
  types,
  application_name: 'parley',
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  keepAlive: true,
});

/** Waits up to a second for a connection to close; the other side may be gone. */
export async function closed(closing: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, CLOSE_TIMEOUT_MS);
  });
  await Promise.race([closing, timeout]).finally(() => clearTimeout(timer));
}

/** SQLSTATE of the only warning at a COMMIT: it is on disk here, and may not be on the standby. */
const CANCELLED_WAIT = '01000';

/** One connection, used by one caller. Every error is a {@link PostgresError}. */
export class Session {
  constructor(private readonly client: pg.ClientBase) {}

  /** One statement with values, as an unnamed prepared statement (poolers allow it). */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return (await this.send(text, [...values])).rows as Row[];
  }

  /** Several statements without values, in one round trip; the rows of the last. */
  async script<Row>(text: string): Promise<readonly Row[]> {
    const results: unknown = await this.send(text);
    const last = (Array.isArray(results) ? results.at(-1) : results) as pg.QueryResult;
    return last.rows as Row[];
  }

  /** The command tag: a COMMIT may be answered with ROLLBACK. */
  async command(text: string): Promise<string> {
    return (await this.send(text)).command;
  }

  /** COMMIT, and its tag. Throws as for a lost connection where the wait for a standby was cancelled. */
  async commit(): Promise<string> {
    let cancelled: Error | undefined;
    const noted = ({
      code,
      message,
    }: {
      code?: string | undefined;
      message?: string | undefined;
    }) => {
      if (code === CANCELLED_WAIT) cancelled = new Error(message);
    };
    this.client.on('notice', noted);
    try {
      const done = await this.command('COMMIT');
      if (cancelled) throw new PostgresError(cancelled);
      return done;
    } finally {
      this.client.off('notice', noted);
    }
  }

  private async send(text: string, values?: unknown[]): Promise<pg.QueryResult> {
    try {
      return await this.client.query(text, values);
    } catch (error) {
      throw new PostgresError(error as Error);
    }
  }
}

export class PostgresConnections {
  private readonly pool: pg.Pool;
  private readonly busy = new Set<Promise<unknown>>();

  /** Connects on first use. `lockTimeoutMs`: how long a statement may wait for a lock. */
  constructor(connectionString: string, lockTimeoutMs = 0) {
    this.pool = new pg.Pool({
      ...connectionConfig(connectionString),
      max: MAX_CONNECTIONS,
      query_timeout: Math.max(QUERY_TIMEOUT_MS, lockTimeoutMs * 2),
    });
    // The pool replaces an idle connection that breaks.
    this.pool.on('error', () => undefined);
    // A connection in use that breaks fails its query, which tells. Between the pool and whoever
    // takes it the connection has no listener of theirs: without this one the process would end.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /**
   * Runs `work` with a connection of its own. When `work` fails, its transaction is rolled back or
   * the connection discarded.
   */
  async using<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    const running = this.run(work);
    this.busy.add(running);
    try {
      return await running;
    } finally {
      this.busy.delete(running);
    }
  }

  private async run<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw new PostgresError(error as Error);
    });
    let broken = true;
    try {
      const session = new Session(client);
      try {
        const result = await work(session);
        broken = false;
        return result;
      } catch (error) {
        if (!(error instanceof PostgresError && error.isConnectionLost))
          broken = await session.command('ROLLBACK').then(
            () => false,
            () => true,
          );
        throw error;
      }
    } finally {
      client.release(broken);
    }
  }

  /** One idempotent statement; retried once when the connection was lost. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.twice((session) => session.query<Row>(text, values));
  }

  /** The same for one that writes: resolves when a standby that is waited for has it, too. */
  async commit(text: string, values: readonly unknown[]): Promise<void> {
    await this.twice(async (session) => {
      await session.script('BEGIN ISOLATION LEVEL READ COMMITTED');
      await session.query(text, values);
      await session.commit();
    });
  }

  private twice<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    return this.using(work).catch((error: unknown) => {
      if (error instanceof PostgresError && error.isConnectionLost) return this.using(work);
      throw error;
    });
  }

  /** Waits for running work, then up to a second for the connections to close. */
  async close(): Promise<void> {
    while (this.busy.size > 0) await Promise.allSettled(this.busy);
    await closed(this.pool.end());
  }
}
