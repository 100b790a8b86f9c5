/** Groups of appends, each in one transaction that holds the head until it is on disk. */
import { setTimeout as pause } from 'node:timers/promises';
import { LogUnavailable } from '../core/errors.js';
import type { Append, Head } from '../core/eventLog.js';
import type { Outcome } from '../core/groupCommit.js';
import type { PostgresConnections, Session } from './connections.js';
import { type HeadRow, PostgresLedger } from './ledger.js';
import { EngineTrouble } from './errors.js';
import { stamp } from '../core/planAppend.js';

export interface AppendsOptions {
  readonly schema: string;
  /** The clock, in epoch milliseconds. */
  readonly now: () => number;
  /** How long to wait for others that append, and to find out whether a group was recorded. */
  readonly busyTimeoutMs: number;
}

/** For so long, at most, a group that was surely not recorded is tried again. */
const PATIENCE_MS = 2_000;
/** A session that stalls with the head locked is ended: others wait for it. */
const STALLED_MS = 5_000;

/** The connection was lost while the group was being committed: it may be recorded or not. */
class Undecided extends EngineTrouble {
  constructor(
    { original }: EngineTrouble,
    readonly outcomes: readonly Outcome[],
    /** The last record of the group. */
    readonly last: Head,
  ) {
    super(original);
  }
}

export class PostgresAppends {
  constructor(
    private readonly connections: PostgresConnections,
    private readonly options: AppendsOptions,
  ) {}

  /**
   * Records a group; what became of each append is known when it is on disk. What is surely not
   * recorded is tried again for a while; what may be is looked for first. Throws
   * {@link EngineTrouble} when nothing was recorded, `LogUnavailable` when that cannot be found out.
   */
  async commit(group: readonly Append[]): Promise<readonly Outcome[]> {
    const started = performance.now();
    let doubt: Undecided | undefined;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.connections.using((session) => this.attempt(session, group, doubt));
      } catch (error) {
        if (!(error instanceof EngineTrouble)) throw error;
        if (error instanceof Undecided) doubt = error;
        const { busyTimeoutMs } = this.options;
        const patience = doubt ? busyTimeoutMs : Math.min(PATIENCE_MS, busyTimeoutMs);
        const delay = Math.min(500, 20 * 2 ** attempt) * (0.5 + Math.random());
        const late = performance.now() - started + delay > patience;
        if (late || !error.mayBeRepeated) throw doubt ? unknown(doubt, error) : error;
        await pause(delay);
      }
    }
  }

  /** Checks a group without locking or writing anything. */
  async tryOut(group: readonly Append[]): Promise<readonly Outcome[]> {
    return this.connections.using(async (session) => {
      const { schema } = this.options;
      const head = await session.script<HeadRow>(
        `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${headOf(schema)}`,
      );
      const ledger = new PostgresLedger(session, schema, head);
      await ledger.lookUp(group);
      const outcomes = group.map((append) => this.outcome(ledger, append));
      await session.command('ROLLBACK');
      return outcomes;
    });
  }

  private async attempt(
    session: Session,
    group: readonly Append[],
    doubt: Undecided | undefined,
  ): Promise<readonly Outcome[]> {
    const { schema } = this.options;
    const head = await session.script<HeadRow>(this.begin());
    // With the head in hand nobody else commits, so what is not there now never will be.
    if (doubt && (await this.wasRecorded(session, doubt.last))) {
      await session.command('ROLLBACK');
      return doubt.outcomes;
    }
    const ledger = new PostgresLedger(session, schema, head);
    await ledger.lookUp(group);
    const outcomes = group.map((append) => this.outcome(ledger, append));
    if (!ledger.hasNews) {
      await session.command('ROLLBACK');
      return outcomes;
    }
    await ledger.write();
    await commit(session, outcomes, ledger.head);
    return outcomes;
  }

  private begin(): string {
    const { schema, busyTimeoutMs } = this.options;
    return `BEGIN ISOLATION LEVEL READ COMMITTED;
      SET LOCAL lock_timeout = ${Math.max(1, Math.floor(busyTimeoutMs))};
      SET LOCAL idle_in_transaction_session_timeout = ${STALLED_MS};
      SELECT * FROM ${schema}.begin_append()`;
  }

  private async wasRecorded(session: Session, { position, hash }: Head): Promise<boolean> {
    const { schema } = this.options;
    const found = await session.query(
      `SELECT FROM ${schema}.events WHERE position = $1 AND hash = $2`,
      [position, hash],
    );
    return found.length > 0;
  }

  private outcome(ledger: PostgresLedger, append: Append): Outcome {
    try {
      const stamped = stamp(ledger, append, this.options.now());
      if (!append.dryRun) ledger.add(stamped);
      return { appended: { events: stamped.events, repeated: stamped.repeated } };
    } catch (refused) {
      return { refused };
    }
  }
}

/** The head and the promise, as `begin_append` tells them. */
export const headOf = (schema: string): string =>
  `SELECT h.position, h.hash, h.recorded, e.body, p.floor
   FROM ${schema}.head h CROSS JOIN ${schema}.promise p
   LEFT JOIN ${schema}.events e ON e.position = h.position`;

async function commit(session: Session, outcomes: readonly Outcome[], last: Head): Promise<void> {
  let done: string;
  try {
    done = await session.command('COMMIT');
  } catch (error) {
    if (error instanceof EngineTrouble && error.lost) throw new Undecided(error, outcomes, last);
    throw error;
  }
  if (done !== 'COMMIT')
    throw new EngineTrouble(new Error(`the server answered ${done} when it was to commit`));
}

function unknown({ last }: Undecided, trouble: EngineTrouble): LogUnavailable {
  return new LogUnavailable(
    `The connection was lost while events up to position ${last.position} were being recorded, and whether they were cannot be found out at present. Send the same again with the same idempotencyKey when the log can be reached: it will not be recorded twice. (${trouble.message})`,
    { cause: trouble.original },
  );
}
