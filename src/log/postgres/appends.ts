/** Commits groups of appends, each in one transaction that locks the head until it is on disk. */
import { setTimeout as pause } from 'node:timers/promises';
import { LogUnavailable } from '../core/errors.js';
import type { Append, Head } from '../core/eventLog.js';
import type { Outcome } from '../core/groupCommit.js';
import type { PostgresConnections, Session } from './connections.js';
import { type HeadRow, PostgresAppendStore } from './appendStore.js';
import { PostgresError } from './errors.js';
import { planAppend } from '../core/planAppend.js';

export interface AppendsOptions {
  readonly schema: string;
  /** The clock, in epoch milliseconds. */
  readonly now: () => number;
  /** How long to wait for other writers, and to find out whether a group was recorded. */
  readonly busyTimeoutMs: number;
}

/** How long a group that was certainly not recorded is retried. */
const RETRY_MS = 2_000;
/** The server ends a session that idles with the head locked, because other writers wait. */
const STALLED_MS = 5_000;

/** The connection was lost during COMMIT: the group may or may not be recorded. */
class CommitUnknown extends PostgresError {
  constructor(
    { original }: PostgresError,
    readonly outcomes: readonly Outcome[],
    /** The head after the group. */
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
   * Records a group; resolves with the outcome of each append when it is on disk. Retries a group
   * that was not recorded, and looks it up first after a lost COMMIT. Throws {@link PostgresError}
   * when nothing was recorded, `LogUnavailable` when that cannot be found out.
   */
  async commit(group: readonly Append[]): Promise<readonly Outcome[]> {
    const started = performance.now();
    let unknown: CommitUnknown | undefined;
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.connections.using((session) => this.attempt(session, group, unknown));
      } catch (error) {
        if (!(error instanceof PostgresError)) throw error;
        if (error instanceof CommitUnknown) unknown = error;
        const { busyTimeoutMs } = this.options;
        const timeoutMs = unknown ? busyTimeoutMs : Math.min(RETRY_MS, busyTimeoutMs);
        const delay = Math.min(500, 20 * 2 ** attempt) * (0.5 + Math.random());
        const late = performance.now() - started + delay > timeoutMs;
        if (late || !error.isRetryable) throw unknown ? outcomeUnknown(unknown, error) : error;
        await pause(delay);
      }
    }
  }

  /** Plans a group without locking or writing. */
  async dryRun(group: readonly Append[]): Promise<readonly Outcome[]> {
    return this.connections.using(async (session) => {
      const { schema } = this.options;
      const head = await session.script<HeadRow>(
        `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${selectHead(schema)}`,
      );
      const store = new PostgresAppendStore(session, schema, head);
      await store.lookUp(group);
      const outcomes = group.map((append) => this.outcome(store, append));
      await session.command('ROLLBACK');
      return outcomes;
    });
  }

  private async attempt(
    session: Session,
    group: readonly Append[],
    unknown: CommitUnknown | undefined,
  ): Promise<readonly Outcome[]> {
    const { schema } = this.options;
    const head = await session.script<HeadRow>(this.begin());
    // The head is locked: a group that is not recorded by now never will be.
    if (unknown && (await this.wasRecorded(session, unknown.last))) {
      await commit(session, unknown.outcomes, unknown.last);
      return unknown.outcomes;
    }
    const store = new PostgresAppendStore(session, schema, head);
    await store.lookUp(group);
    const outcomes = group.map((append) => this.outcome(store, append));
    if (store.isChanged) await store.write();
    else if (outcomes.every((outcome) => 'refused' in outcome)) {
      await session.command('ROLLBACK');
      return outcomes;
    }
    await commit(session, outcomes, store.head);
    return outcomes;
  }

  private begin(): string {
    const { schema, busyTimeoutMs } = this.options;
    return `BEGIN ISOLATION LEVEL READ COMMITTED;
      SET LOCAL lock_timeout = ${Math.max(1, Math.floor(busyTimeoutMs))};
      SET LOCAL idle_in_transaction_session_timeout = ${STALLED_MS};
      SELECT position, hash, recorded, body, closed_timestamp AS "closedTimestamp" FROM ${schema}.lock_head()`;
  }

  private async wasRecorded(session: Session, { position, hash }: Head): Promise<boolean> {
    const { schema } = this.options;
    const found = await session.query(
      `SELECT FROM ${schema}.events WHERE position = $1 AND hash = $2`,
      [position, hash],
    );
    return found.length > 0;
  }

  private outcome(store: PostgresAppendStore, append: Append): Outcome {
    try {
      const plan = planAppend(store, append, this.options.now());
      if (!append.dryRun) store.add(plan);
      return { appended: { events: plan.events, repeated: plan.repeated } };
    } catch (refused) {
      return { refused };
    }
  }
}

/** Selects a {@link HeadRow} without locking. */
export const selectHead = (schema: string): string =>
  `SELECT h.position, h.hash, h.recorded, e.body, c.instant AS "closedTimestamp"
   FROM ${schema}.head h CROSS JOIN ${schema}.closed_timestamp c
   LEFT JOIN ${schema}.events e ON e.position = h.position`;

/**
 * Commits, also where nothing is written: what an earlier session recorded may not have reached the
 * synchronous standby when that session ended. A commit waits for all before it, as locking the head
 * makes it one that is written.
 */
async function commit(session: Session, outcomes: readonly Outcome[], last: Head): Promise<void> {
  let done: string;
  try {
    done = await session.commit();
  } catch (error) {
    if (error instanceof PostgresError && error.isConnectionLost)
      throw new CommitUnknown(error, outcomes, last);
    throw error;
  }
  if (done !== 'COMMIT') throw new PostgresError(new Error(`COMMIT was answered with ${done}`));
}

function outcomeUnknown({ last }: CommitUnknown, error: PostgresError): LogUnavailable {
  return new LogUnavailable(
    `The connection was lost while events up to position ${last.position} were being recorded, and whether they were recorded cannot be found out at present. Send the same again with the same idempotencyKey when the log can be reached: it is not recorded twice. (${error.message})`,
    { cause: error.original },
  );
}
