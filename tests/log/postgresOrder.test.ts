/** Commits become visible in the order of their positions, because an append locks the head first. */
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { Clock, inPostgres, statement, summaries, until, uuid } from '../support/logFixtures.js';
import { changed, sql } from '../support/postgres.js';

let place: Awaited<ReturnType<typeof inPostgres>>;
let log: EventLog;

async function prepare(): Promise<void> {
  place = await inPostgres();
  log = await place.open(new Clock());
  await log.append({ events: [statement('one'), statement('two'), statement('three')] });
}

const run = (text: string) => sql(place.url, `SET search_path = ${place.name}; ${text}`);

describe('a transaction that began to append first', () => {
  let slow: pg.Client;
  let fast: Promise<unknown>;

  beforeEach(async () => {
    await prepare();
    slow = new pg.Client(changed(place.url, ({ searchParams }) => searchParams.delete('schema')));
    await slow.connect();
    await slow.query(`SET search_path = ${place.name}; BEGIN; SELECT lock_head()`);
    await slow.query(
      `INSERT INTO events SELECT 4, '${uuid(9)}', stream, 4, type, recorded + 1, hash, body FROM events WHERE position = 3`,
    );
    fast = log.append({ events: [statement('fast')] });
    await until(async () => {
      const waiting = await run(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%${place.name}.lock_head%'`,
      );
      return waiting.length === 1;
    });
  });
  afterEach(async () => {
    await slow.end();
    await log.close();
    await place.dispose();
  });

  it('makes later ones wait, so that positions appear in order', async () => {
    expect((await log.head()).position).toBe(3);
    expect(await summaries(log)).toHaveLength(3);
    await slow.query('COMMIT');
    expect(await fast).toMatchObject({ events: [{ position: 5 }] });
    expect((await log.head()).position).toBe(5);
  });

  it('leaves no gap when it is rolled back', async () => {
    await slow.query('ROLLBACK');
    expect(await fast).toMatchObject({ events: [{ position: 4 }] });
    expect(await verify(log)).toMatchObject({ ok: true, count: 4 });
  });
});
