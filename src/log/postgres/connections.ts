/** Connections to PostgreSQL, shared by all who read and write one log. */
import pg from 'pg';
import { EngineTrouble } from './errors.js';

const { builtins, getTypeParser } = pg.types;

/** Positions and instants are whole numbers below 2^53. Per connection, never process-wide. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === builtins.INT8 ? Number : (getTypeParser(oid, format) as (value: string) => unknown),
};

/** One writer at a time and a few readers: more would only wait for each other. */
const MOST = 6;
const CONNECT_MS = 10_000;
/** No answer for so long, and the connection counts as lost. Longer than any wait for a lock. */
const ANSWER_MS = 60_000;

const FAREWELL_MS = 1_000;

export const connectionConfig = (connectionString: string): pg.ClientConfig => ({
  connectionString,
  types,
  application_name: 'parley',
  connectionTimeoutMillis: CONNECT_MS,
  keepAlive: true,
});

/** Waits for a connection to end, and not for one whose other side is gone. */
export async function briefly(ending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, FAREWELL_MS);
  });
  await Promise.race([ending, enough]).finally(() => clearTimeout(timer));
}

/** One connection, in one hand. Every error is an {@link EngineTrouble}. */
export class Session {
  constructor(private readonly client: pg.ClientBase) {}

  /** One statement with values; it is prepared for this once, under no name. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return (await this.send(text, [...values])).rows as Row[];
  }

  /** Several statements without values, in one round trip; the rows of the last. */
  async script<Row>(text: string): Promise<readonly Row[]> {
    const results: unknown = await this.send(text);
    const last = (Array.isArray(results) ? results.at(-1) : results) as pg.QueryResult;
    return last.rows as Row[];
  }

  /** What the server says it did: a COMMIT can turn out to be a ROLLBACK. */
  async command(text: string): Promise<string> {
    return (await this.send(text)).command;
  }

  private async send(text: string, values?: unknown[]): Promise<pg.QueryResult> {
    try {
      return await this.client.query(text, values);
    } catch (error) {
      throw new EngineTrouble(error as Error);
    }
  }
}

export class PostgresConnections {
  private readonly pool: pg.Pool;
  private readonly busy = new Set<Promise<unknown>>();

  /** Connects when first asked. `patienceMs`: how long a statement may wait for a lock. */
  constructor(connectionString: string, patienceMs = 0) {
    this.pool = new pg.Pool({
      ...connectionConfig(connectionString),
      max: MOST,
      query_timeout: Math.max(ANSWER_MS, patienceMs * 2),
    });
    // A connection that breaks while nobody uses it is replaced when one is needed.
    this.pool.on('error', () => undefined);
  }

  /**
   * Runs `work` with a connection that nobody else uses meanwhile. A transaction that `work` leaves
   * behind when it fails is rolled back, or the connection given up.
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
      throw new EngineTrouble(error as Error);
    });
    // Errors of the connection itself come with those of the queries; alone they say nothing new.
    const ignore = () => undefined;
    client.on('error', ignore);
    let broken = true;
    try {
      const session = new Session(client);
      try {
        const result = await work(session);
        broken = false;
        return result;
      } catch (error) {
        if (!(error instanceof EngineTrouble && error.lost))
          broken = await session.command('ROLLBACK').then(
            () => false,
            () => true,
          );
        throw error;
      }
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  /** One statement on its own, for reading: asked again once when the connection was lost. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const ask = () => this.using((session) => session.query<Row>(text, values));
    return ask().catch((error: unknown) => {
      if (error instanceof EngineTrouble && error.lost) return ask();
      throw error;
    });
  }

  /** Waits for what is under way, and not for a server that does not hear the farewell. */
  async close(): Promise<void> {
    while (this.busy.size > 0) await Promise.allSettled(this.busy);
    await briefly(this.pool.end());
  }
}
