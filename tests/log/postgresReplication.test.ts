/** A primary that waits for a standby: nothing is acknowledged that a failover could lose. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { openLog } from '../../src/log/openLog.js';
import { statement, until } from '../support/logFixtures.js';
import { sql } from '../support/postgres.js';
import { type RunningPostgres, startPostgres } from '../support/postgresServer.js';

let postgres: RunningPostgres;
let log: EventLog;

/** Process ids of the sessions that wait for the standby. */
const waiting = async (): Promise<readonly number[]> =>
  (
    await sql<{ pid: number }>(
      postgres.url,
      `SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'`,
    )
  ).map(({ pid }) => pid);

/** Makes each commit wait for a standby that is not there, or for none. */
async function awaitStandby(name: string): Promise<void> {
  // A setting of the server is no transaction: this does not wait itself.
  await sql(postgres.url, `ALTER SYSTEM SET synchronous_standby_names = '${name}'`);
  await sql(postgres.url, 'SELECT pg_reload_conf()');
  if (name !== '') while (!(await commitWaits()));
}

/** Whether a commit waits: PostgreSQL's processes take the setting up one after the other. */
async function commitWaits(): Promise<boolean> {
  const commit = sql(postgres.url, `SELECT pg_logical_emit_message(true, 'test', '')`);
  const done = commit.then(() => 'done' as const);
  for (;;) {
    const found = await Promise.race([done, waiting()]);
    if (found === 'done') return false;
    if (found[0] === undefined) continue;
    await sql(postgres.url, 'SELECT pg_cancel_backend($1)', [found[0]]);
    await done;
    return true;
  }
}

beforeAll(async () => {
  postgres = await startPostgres();
  log = await openLog(postgres.url, { busyTimeoutMs: 60_000 });
}, 60_000);
afterAll(async () => {
  await log.close();
  await postgres.stop();
});

describe('an append whose wait for the standby is broken off', () => {
  it.each(['pg_terminate_backend', 'pg_cancel_backend'])(
    'by %s is acknowledged only once the standby has it, and recorded once',
    async (breakOff) => {
      const { position } = await log.head();
      await awaitStandby('absent');
      let acknowledged = false;
      const append = log
        .append({ idempotencyKey: breakOff, events: [statement(breakOff)] })
        .then(({ events }) => {
          acknowledged = true;
          return events.map((event) => event.position);
        });
      await until(async () => (await waiting()).length > 0);
      const [first = 0] = await waiting();
      await sql(postgres.url, `SELECT ${breakOff}($1)`, [first]);
      // It is asked for again, and that waits, too.
      await until(async () => (await waiting()).some((pid) => pid !== first));
      expect((await log.head()).position).toBe(position + 1);
      expect(acknowledged).toBe(false);
      await awaitStandby('');
      expect(await append).toEqual([position + 1]);
      expect((await log.head()).position).toBe(position + 1);
    },
    60_000,
  );

  it('is not repeated as recorded before the standby has it', async () => {
    const { position } = await log.head();
    const again = { idempotencyKey: 'pg_cancel_backend', events: [statement('pg_cancel_backend')] };
    await awaitStandby('absent');
    let acknowledged = false;
    const repeated = log.append(again).then((result) => {
      acknowledged = true;
      return result.repeated;
    });
    await until(async () => (await waiting()).length > 0);
    expect(acknowledged).toBe(false);
    await awaitStandby('');
    expect(await repeated).toBe(true);
    expect((await log.head()).position).toBe(position);
  }, 60_000);
});

describe('an instant whose closing is broken off while it waits for the standby', () => {
  it('is promised only once the standby has it', async () => {
    const instant = Date.now() - 1;
    await awaitStandby('absent');
    let promised = false;
    const closed = log.closeTimestamp(instant).then((result) => {
      promised = true;
      return result;
    });
    await until(async () => (await waiting()).length > 0);
    const [first = 0] = await waiting();
    await sql(postgres.url, 'SELECT pg_cancel_backend($1)', [first]);
    await until(async () => (await waiting()).some((pid) => pid !== first));
    expect(promised).toBe(false);
    await awaitStandby('');
    expect(await closed).toBe(true);
  }, 60_000);
});
