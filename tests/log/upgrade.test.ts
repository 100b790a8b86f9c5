/** Logs of released schema versions (see fixtures/README.md) are upgraded with their data. */
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventDraft } from '../../events/parse.js';
import type { AppendPlan } from '../../src/log/core/planAppend.js';
import { planAppend } from '../../src/log/core/planAppend.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { sha256 } from '../../src/log/core/recordCodec.js';
import { verify } from '../../src/log/core/verify.js';
import { openLog } from '../../src/log/openLog.js';
import { newSchema, type Schema, sql } from '../support/postgres.js';
import {
  collect,
  OTHER_TALKS,
  pause,
  retraction,
  statement,
  uuid,
} from '../support/logFixtures.js';

const fixture = (name: string) => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

const HEAD = {
  position: 20,
  hash: 'c9db4c2f3e478ccf8d90af5af8346859339f9f4c3f89e477487c2da9601a29a3',
};
const EU_TALKS = 'negotiation/in-eu-fta';
const IN_US_TALKS = 'negotiation/in-us-bta';
const CLOSED = Date.parse('2026-11-24T12:30:00Z');
const CORRECTED = '01a20245-0b28-7175-b9b7-6a7b33caeca3';

/** The append that the fixtures hold under the idempotency key `fixture 2`. */
const REPEATED = {
  idempotencyKey: 'fixture 2',
  events: [
    pause({ id: uuid(5), stream: EU_TALKS, certainty: 'REPORTED' as const }),
  ] as readonly EventDraft[],
};

/** The clock lies before the closed timestamp. */
const now = () => Date.parse('2026-11-24T12:10:00Z');

async function holdsEverything(log: EventLog): Promise<void> {
  expect(await verify(log, { expectedHead: HEAD })).toEqual({ ok: true, count: 20, head: HEAD });
  expect(await log.streams()).toEqual([
    { stream: 'measure/us-232-metals', revision: 1 },
    { stream: 'measure/us-recip-baseline', revision: 1 },
    { stream: 'measure/us-recip-in', revision: 2 },
    { stream: EU_TALKS, revision: 3 },
    { stream: IN_US_TALKS, revision: 13 },
  ]);
  const talks = await collect(log, { streams: [IN_US_TALKS] });
  expect(talks.map(({ position }) => position)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 16, 17, 18, 19,
  ]);
  expect((await log.byTarget([CORRECTED])).map(({ type }) => type)).toEqual([
    'EventCorrected',
    'SourceAdded',
  ]);
  expect(await log.snapshot(IN_US_TALKS)).toEqual({
    stream: IN_US_TALKS,
    version: 'fixture',
    position: 20,
    recordHash: HEAD.hash,
    body: '[]',
    bodyHash: sha256('[]'),
  });
  expect(await log.append({ ...REPEATED, dryRun: true })).toMatchObject({ repeated: true });
}

async function takesAppends(log: EventLog): Promise<void> {
  expect(await log.append(REPEATED)).toMatchObject({ repeated: true, events: [{ position: 20 }] });
  await expect(log.append({ ...REPEATED, events: [statement('other')] })).rejects.toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  });
  const { events } = await log.append({
    events: [statement('new', { also: [OTHER_TALKS] }), retraction(CORRECTED)],
    idempotencyKey: 'new',
    expectedRevisions: [{ stream: IN_US_TALKS, revision: 13 }],
  });
  expect(events.map(({ position, recorded }) => [position, recorded])).toEqual([
    [21, CLOSED + 1],
    [22, CLOSED + 2],
  ]);
  expect(await log.closeTimestamp(CLOSED)).toBe(true);
  expect(await verify(log, { expectedHead: HEAD })).toMatchObject({ ok: true, count: 22 });
}

/** What the version before would write for one append, on a log that ends at the fixtures' head. */
function oldPlan(): AppendPlan {
  return planAppend(
    {
      head: { ...HEAD, recorded: CLOSED - 1, recordedAt: '' },
      closedTimestamp: CLOSED,
      revision: () => 13,
      links: (id) =>
        id === CORRECTED
          ? { position: 6, stream: IN_US_TALKS, also: [], target: undefined }
          : undefined,
      idempotencyRecord: () => undefined,
      isViolated: () => false,
      events: () => [],
    },
    {
      events: [
        statement('old', { stream: IN_US_TALKS, also: [EU_TALKS], id: uuid(31) }),
        retraction(CORRECTED, { stream: IN_US_TALKS, id: uuid(32) }),
      ],
      idempotencyKey: 'old',
    },
    now(),
  );
}

describe('a SQLite file of schema 2', () => {
  let directory: string;
  let path: string;
  const logs: EventLog[] = [];
  const open = async (readonly = false) => {
    const log = await openLog(`sqlite:${path}`, { readonly, now });
    logs.push(log);
    return log;
  };

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-upgrade-'));
    path = join(directory, 'log.db');
    await copyFile(fixture('sqlite-2.db'), path);
  });
  afterEach(async () => {
    for (const log of logs.splice(0)) await log.close();
    await rm(directory, { recursive: true });
  });

  it('is upgraded when it is opened, keeps its head hash and takes appends', async () => {
    const log = await open();
    await holdsEverything(log);
    await takesAppends(log);
  });

  it('is read and verified without being changed when it is opened read-only', async () => {
    const before = await readFile(path);
    await holdsEverything(await open(true));
    expect(await readFile(path)).toEqual(before);
  });

  it('is upgraded once when several processes open it', async () => {
    const [one, other] = [await open(), await open()];
    await holdsEverything(one);
    await takesAppends(other);
    expect((await one.head()).position).toBe(22);
  });

  it('still serves a process of the version before that has it open', async () => {
    const raw = new Database(path);
    const old = {
      event: raw.prepare(
        'INSERT INTO events (position, id, stream, revision, type, recorded, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ),
      guest: raw.prepare('INSERT INTO guests (stream, position) VALUES (?, ?)'),
      about: raw.prepare('INSERT INTO abouts (target, position) VALUES (?, ?)'),
      remember: raw.prepare(
        'INSERT INTO idempotency (key, digest, first, last) VALUES (?, ?, ?, ?)',
      ),
      raise: raw.prepare('UPDATE promise SET floor = ?'),
      floor: raw.prepare('SELECT floor FROM promise').pluck(),
      put: raw.prepare(
        'INSERT OR REPLACE INTO checkpoints (stream, version, position, at, body, hash) VALUES (@stream, @version, @position, @at, @body, @hash)',
      ),
      names: raw.prepare('SELECT DISTINCT stream FROM guests ORDER BY stream').pluck(),
    };
    const log = await open();
    const { records, head, idempotency } = oldPlan();
    expect(old.floor.get()).toBe(CLOSED);
    for (const { record, target, streamLinks } of records) {
      const { position, id, stream, revision, type, recorded, hash, body } = record;
      old.event.run(position, id, stream, revision, type, recorded, hash, body);
      for (const link of streamLinks) old.guest.run(link, position);
      if (target !== undefined) old.about.run(target, position);
    }
    old.remember.run('old', idempotency!.digest, idempotency!.first, idempotency!.last);
    old.raise.run(CLOSED + 60_000);
    old.put.run({ stream: EU_TALKS, version: '1', position: 22, at: 'a', body: '[]', hash: 'b' });
    expect(old.names.all()).toContain(EU_TALKS);
    raw.close();
    expect(await verify(log, { expectedHead: head })).toMatchObject({ ok: true, count: 22 });
    expect(await log.snapshot(EU_TALKS)).toMatchObject({ recordHash: 'a', bodyHash: 'b' });
    const { events } = await log.append({ events: [statement('next')] });
    expect(events[0]?.recorded).toBe(CLOSED + 60_001);
  });
});

describe('a PostgreSQL schema of version 1', () => {
  let schema: Schema;
  const logs: EventLog[] = [];
  const open = async (readonly = false) => {
    const log = await openLog(schema.url, { readonly, now });
    logs.push(log);
    return log;
  };

  beforeEach(async () => {
    schema = await newSchema();
    const dump = await readFile(fixture('postgres-1.sql'), 'utf8');
    await sql(
      schema.url,
      dump
        .replace(/\bparley\.(?=[a-z_]+\b)/g, `${schema.name}.`)
        .replace(/\bSCHEMA parley\b/g, `SCHEMA ${schema.name}`)
        .replace("'parley_appended'", `'${schema.name}_appended'`),
    );
  });
  afterEach(async () => {
    for (const log of logs.splice(0)) await log.close();
    await schema.remove();
  });

  it('is upgraded by its owner, keeps its head hash and takes appends', async () => {
    const log = await open();
    await holdsEverything(log);
    await takesAppends(log);
  });

  it('is refused read-only with the command that upgrades it, and left as it is', async () => {
    await expect(open(true)).rejects.toThrow(/schema 1 of 2\)\. Run "parley migrate/);
    expect(await sql(schema.url, `SELECT version FROM ${schema.name}.migrations`)).toEqual([
      { version: 1 },
    ]);
  });

  it('keeps the rights of the roles that serve it, under the old names and the new', async () => {
    const role = `${schema.name}_server`;
    await sql(
      schema.url,
      `CREATE ROLE ${role};
       GRANT USAGE ON SCHEMA ${schema.name} TO ${role};
       GRANT SELECT ON ALL TABLES IN SCHEMA ${schema.name} TO ${role};
       GRANT INSERT ON ${['events', 'guests', 'abouts', 'idempotency'].map((name) => `${schema.name}.${name}`).join(', ')} TO ${role};
       GRANT EXECUTE ON FUNCTION ${schema.name}.begin_append(), ${schema.name}.pin(bigint), ${schema.name}.keep_checkpoint(text, text, bigint, text, text, text) TO ${role}`,
    );
    try {
      await open();
      const rights = await sql<{ name: string; select: boolean; insert: boolean }>(
        schema.url,
        `SELECT relname AS name, has_table_privilege('${role}', c.oid, 'SELECT') AS select,
           has_table_privilege('${role}', c.oid, 'INSERT') AS insert
         FROM pg_class c WHERE relnamespace = '${schema.name}'::regnamespace AND relkind IN ('r', 'v')
         ORDER BY 1`,
      );
      expect(rights.filter(({ select }) => !select)).toEqual([]);
      expect(rights.filter(({ insert }) => insert).map(({ name }) => name)).toEqual([
        'abouts',
        'event_targets',
        'events',
        'guests',
        'idempotency',
        'idempotency_keys',
        'stream_links',
      ]);
      const functions = await sql<{ name: string }>(
        schema.url,
        `SELECT proname AS name FROM pg_proc p WHERE pronamespace = '${schema.name}'::regnamespace
           AND has_function_privilege('${role}', p.oid, 'EXECUTE') ORDER BY 1`,
      );
      expect(functions.map(({ name }) => name)).toEqual([
        'begin_append',
        'close_timestamp',
        'keep_checkpoint',
        'lock_head',
        'pin',
        'save_snapshot',
      ]);
    } finally {
      await sql(schema.url, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });

  it('still serves a running server of the version before', async () => {
    const log = await open();
    const { records, head, idempotency } = oldPlan();
    const old = (text: string, values: unknown[] = []) => sql(schema.url, text, values);
    const { name } = schema;
    const [locked] = await old(`SELECT * FROM ${name}.begin_append()`);
    expect(locked).toMatchObject({ position: '20', hash: HEAD.hash, floor: String(CLOSED) });
    for (const { record, target, streamLinks } of records)
      await old(
        `WITH event AS (
           INSERT INTO ${name}.events (position, id, stream, revision, type, recorded, hash, body)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ), guest AS (
           INSERT INTO ${name}.guests (stream, position) SELECT stream, $1 FROM unnest($9::text[]) AS l(stream)
         )
         INSERT INTO ${name}.abouts (target, position) SELECT target, $1 FROM unnest($10::text[]) AS t(target)`,
        [
          record.position,
          record.id,
          record.stream,
          record.revision,
          record.type,
          record.recorded,
          record.hash,
          record.body,
          streamLinks,
          target === undefined ? [] : [target],
        ],
      );
    await old(
      `INSERT INTO ${name}.idempotency (name, digest, first, last) VALUES ($1, $2, $3, $4)`,
      [sha256(JSON.stringify('old')), idempotency!.digest, idempotency!.first, idempotency!.last],
    );
    await old(`SELECT ${name}.pin($1)`, [CLOSED + 60_000]);
    await old(`SELECT ${name}.keep_checkpoint($1, '1', 22, 'a', '[]', 'b')`, [EU_TALKS]);
    expect(await old(`SELECT floor FROM ${name}.promise`)).toEqual([
      { floor: String(CLOSED + 60_000) },
    ]);
    expect(
      await old(`SELECT at, hash FROM ${name}.checkpoints WHERE stream = $1`, [EU_TALKS]),
    ).toEqual([{ at: 'a', hash: 'b' }]);
    expect(await verify(log, { expectedHead: head })).toMatchObject({ ok: true, count: 22 });
    const { events } = await log.append({ events: [statement('next')] });
    expect(events[0]?.recorded).toBe(CLOSED + 60_001);
  });
});
