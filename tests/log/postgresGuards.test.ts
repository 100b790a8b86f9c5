/** What PostgreSQL itself refuses: to the owner, to a server's role, to an older program. */
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import { openLog } from '../../src/log/openLog.js';
import { PostgresLog } from '../../src/log/postgres/postgresLog.js';
import { changed, newSchema, sql } from '../support/postgres.js';
import {
  Clock,
  inPostgres,
  NOON,
  OTHER_TALKS,
  retraction,
  statement,
  until,
  uuid,
} from '../support/logFixtures.js';
import { MIGRATIONS } from '../../src/log/postgres/schema.js';

let place: Awaited<ReturnType<typeof inPostgres>>;
let log: PostgresLog;

/** What is refused leaves everything as it was, so one log is enough for many tests. */
async function prepare(): Promise<void> {
  place = await inPostgres();
  log = await PostgresLog.open(place.url, new Clock());
  await log.closeTimestamp(NOON - 3_600_000);
  await log.append({
    idempotencyKey: 'k',
    events: [
      statement('one', { id: uuid(1), also: [OTHER_TALKS] }),
      statement('two', { id: uuid(2) }),
      retraction(uuid(1), { id: uuid(3) }),
    ],
  });
}

async function leave(): Promise<void> {
  await log.close();
  await place.dispose();
}

/** As whoever the URL says, with the log's tables named without their schema. */
const run = (text: string, url = place.url) => sql(url, `SET search_path = ${place.name}; ${text}`);

const CHANGES = [
  'UPDATE events SET body = body',
  'UPDATE events SET position = position + 100',
  'DELETE FROM events WHERE position = 3',
  'TRUNCATE events',
  'TRUNCATE events, stream_links, event_targets, idempotency_keys CASCADE',
  `INSERT INTO events SELECT 3, '${uuid(9)}', stream, revision, type, recorded, hash, body FROM events WHERE position = 2 ON CONFLICT (position) DO UPDATE SET body = ''`,
  `UPDATE stream_links SET stream = 'negotiation/x'`,
  'DELETE FROM stream_links',
  'TRUNCATE stream_links',
  'UPDATE event_targets SET position = 9',
  'DELETE FROM event_targets',
  'TRUNCATE event_targets',
  `UPDATE idempotency_keys SET digest = ''`,
  'DELETE FROM idempotency_keys',
  'TRUNCATE idempotency_keys',
  'UPDATE proposals SET proposed = 0',
  'TRUNCATE proposal_decisions',
  'UPDATE closed_timestamp SET instant = instant - 1',
  'UPDATE closed_timestamp SET instant = NULL',
  'DELETE FROM closed_timestamp',
  'TRUNCATE closed_timestamp',
  'UPDATE head SET position = 9',
  'UPDATE head SET position = 2',
  'DELETE FROM head',
  'TRUNCATE head',
  // Under the names of schema 1, which are views.
  `UPDATE guests SET stream = 'negotiation/x'`,
  'DELETE FROM abouts',
  'DELETE FROM idempotency',
  'UPDATE promise SET floor = NULL',
  `INSERT INTO head (singleton, position, hash) VALUES (true, 4, '')`,
];

describe('the owner of the tables', () => {
  beforeAll(prepare);
  afterAll(leave);

  it.each(CHANGES)('is refused: %s', async (text) => {
    await expect(run(text)).rejects.toThrow(/the log is append-only/);
    // A superuser who turns triggers off for a session is refused, too.
    const replica = run(`SET session_replication_role = replica; ${text}`);
    await expect(replica).rejects.toThrow(/the log is append-only/);
    expect(await verify(log)).toMatchObject({ ok: true, count: 3 });
  });

  const insert = (position: number, recorded: string) =>
    `INSERT INTO events SELECT ${position}, '${uuid(9)}', stream, 9, type, ${recorded}, hash, body FROM events WHERE position = 2`;

  it.each([
    ['leaves a gap', insert(5, 'recorded + 9'), /do not continue the log/],
    ['lies before the end', insert(2, 'recorded'), /duplicate key|do not continue/],
    ['was recorded earlier', insert(4, 'recorded - 9'), /never decrease/],
    ['has an id that is there', insert(4, 'recorded + 9').replace(uuid(9), uuid(1)), /duplicate/],
  ])('cannot add an event that %s', async (_, text, reason) => {
    await expect(run(text)).rejects.toThrow(reason);
    expect((await log.head()).position).toBe(3);
  });
});

describe('an owner who takes the guards away', () => {
  beforeEach(prepare);
  afterEach(leave);

  it.each<[string, string, number, RegExp]>([
    ['a changed word', `UPDATE events SET body = replace(body, 'two', 'TWO')`, 2, /hash/],
    ['a missing record', 'DELETE FROM events WHERE position = 2', 2, /missing/],
    ['a column', `UPDATE events SET stream = 'x' WHERE position = 2`, 2, /column stream/],
    ['a hidden history', 'DELETE FROM stream_links WHERE position = 1', 1, /not found there/],
    ['a hidden retraction', 'DELETE FROM event_targets', 3, /target index/],
  ])('is found out by verify: %s', async (_, text, position, problem) => {
    const tables = ['events', 'stream_links', 'event_targets'];
    await run(tables.map((name) => `ALTER TABLE ${name} DISABLE TRIGGER USER;`).join('') + text);
    const result = await verify(log);
    expect(result).toMatchObject({ ok: false, position, problem: expect.stringMatching(problem) });
  });
});

describe("a server's role", () => {
  const role = `test_${randomBytes(6).toString('hex')}`;
  let url: string;

  async function admit(): Promise<void> {
    await prepare();
    await run(
      `CREATE ROLE ${role} LOGIN PASSWORD 'its own'; ALTER ROLE ${role} SET synchronous_commit = off`,
    );
    await log.grant(role);
    url = changed(place.url, (there) => {
      there.username = role;
      there.password = 'its own';
    });
  }
  async function dismiss(): Promise<void> {
    await run(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await leave();
  }

  describe('with the rights that migrate grants', () => {
    beforeEach(admit);
    afterEach(dismiss);

    it('can do everything a server does', async () => {
      const server = await openLog(url, { now: () => NOON + 5_000 });
      const append = { events: [statement('three')], idempotencyKey: 'server' };
      await server.append(append);
      expect(await server.append(append)).toMatchObject({ repeated: true });
      expect(await server.closeTimestamp(NOON + 4_000)).toBe(true);
      expect(await server.streams()).toHaveLength(2);
      expect(await verify(server)).toMatchObject({ ok: true, count: 4 });
      let heard = 0;
      const listening = await server.listen(() => heard++);
      expect(listening.mode).toBe('notify');
      const before = heard;
      const { events } = await log.append({ events: [statement('from the owner')] });
      await until(() => heard > before);
      expect(events[0]?.recorded).toBe(NOON + 5_001);
      await listening.stop();
      await server.close();
    });

    it('acknowledges an append when it is on disk, whatever synchronous_commit of the role says', async () => {
      const begun = (before: string) =>
        run(`BEGIN; ${before} SELECT lock_head(); SHOW synchronous_commit`, url);
      expect(await begun('')).toEqual([{ synchronous_commit: 'on' }]);
      expect(await begun('SET LOCAL synchronous_commit = remote_apply;')).toEqual([
        { synchronous_commit: 'remote_apply' },
      ]);
    });

    it('is told to have the owner migrate when there is no log, or an older one', async () => {
      const other = await newSchema();
      const empty = changed(url, ({ searchParams }) => searchParams.set('schema', other.name));
      await expect(openLog(empty)).rejects.toThrow(/"parley migrate --log URL --grant ROLE"/);
      await run('DELETE FROM migrations');
      await expect(openLog(url)).rejects.toThrow(/"parley migrate --log URL --grant ROLE"/);
    });

    it('is told so, too, without the right to read or to append', async () => {
      await run(`REVOKE INSERT ON events FROM ${role}`);
      const server = await openLog(url);
      await expect(server.append({ events: [statement('a')] })).rejects.toThrow(
        /permission was denied/,
      );
      await server.close();
      await run(`REVOKE ALL ON SCHEMA ${place.name} FROM ${role}`);
      await expect(openLog(url)).rejects.toThrow(/permission was denied.*parley migrate/);
    });

    it('is refused a grant when it does not exist or has more rights', async () => {
      await expect(log.grant('nobody "of that name')).rejects.toThrow(/no role.*CREATE ROLE/);
      await run(`GRANT UPDATE ON events TO ${role}`);
      await log.grant(role);
      await expect(run('UPDATE events SET body = body', url)).rejects.toThrow(/permission denied/);
      await run(`ALTER ROLE ${role} SUPERUSER`);
      await expect(log.grant(role)).rejects.toThrow(/may still change the tables/);
    });
  });

  describe('that goes beyond', () => {
    beforeAll(admit);
    afterAll(dismiss);

    it.each([
      ...CHANGES,
      `INSERT INTO closed_timestamp VALUES (true, 1)`,
      `INSERT INTO snapshots VALUES ('', '', 1, '', '', '')`,
      'UPDATE snapshots SET position = 1',
      'DELETE FROM snapshots',
      'TRUNCATE snapshots',
      'DELETE FROM migrations',
      'INSERT INTO migrations VALUES (9)',
      'CREATE TABLE mine (n int)',
      'DROP TABLE events',
      'ALTER TABLE events DISABLE TRIGGER ALL',
      'SELECT advance_head()',
    ])('is refused: %s', async (text) => {
      await expect(run(text, url)).rejects.toThrow(/permission denied|must be owner/);
    });
  });
});

describe('the tables', () => {
  beforeEach(prepare);
  afterEach(leave);

  it('are created once, however many processes begin at the same time', async () => {
    const other = await newSchema();
    const logs = await Promise.all(Array.from({ length: 6 }, () => openLog(other.url)));
    await Promise.all(logs.map((each, n) => each.append({ events: [statement(`${n}`)] })));
    expect(await verify(logs[0]!)).toMatchObject({ ok: true, count: 6 });
    expect(await sql(other.url, `SELECT version FROM ${other.name}.migrations`)).toEqual(
      MIGRATIONS.map((_name, index) => ({ version: index + 1 })),
    );
    for (const each of logs) await each.close();
    await other.remove();
  });

  it('may be put into a schema that is there already', async () => {
    const other = await newSchema();
    await sql(other.url, `CREATE SCHEMA ${other.name}; CREATE TABLE ${other.name}.theirs (n int)`);
    const each = await openLog(other.url);
    expect((await each.head()).position).toBe(0);
    await each.close();
    await other.remove();
  });

  it('of a newer version are refused, and left as they are', async () => {
    await run(`INSERT INTO migrations VALUES (${MIGRATIONS.length + 1})`);
    for (const readonly of [false, true])
      await expect(openLog(place.url, { readonly })).rejects.toThrow(
        `newer Parley (schema ${MIGRATIONS.length + 1}`,
      );
  });
});
