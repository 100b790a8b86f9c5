/** A schema of a released version (see fixtures/README.md) is upgraded with its data. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { sha256 } from '../../src/log/core/recordCodec.js';
import { verify } from '../../src/log/core/verify.js';
import { openLog } from '../../src/log/openLog.js';
import { statement } from '../support/logFixtures.js';
import { newSchema, type Schema, sql } from '../support/postgres.js';
import {
  CLOSED,
  EU_TALKS,
  expectAllData,
  expectAppends,
  fixture,
  HEAD,
  now,
  oldPlan,
} from './upgradeFixtures.js';
import { MIGRATIONS } from '../../src/log/postgres/schema.js';

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
    await expectAllData(log);
    await expectAppends(log);
  });

  it('is refused read-only with the command that upgrades it, and left as it is', async () => {
    await expect(open(true)).rejects.toThrow(
      `schema 1 of ${MIGRATIONS.length}). Run "parley migrate`,
    );
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
        'proposal_decisions',
        'proposal_texts',
        'proposals',
        'stream_links',
        'webhooks',
      ]);
      const functions = await sql<{ name: string }>(
        schema.url,
        `SELECT proname AS name FROM pg_proc p WHERE pronamespace = '${schema.name}'::regnamespace
           AND has_function_privilege('${role}', p.oid, 'EXECUTE') ORDER BY 1`,
      );
      expect(functions.map(({ name }) => name)).toEqual([
        'begin_append',
        'claim_webhook',
        'clear_stream_index',
        'close_timestamp',
        'keep_checkpoint',
        'lock_head',
        'pin',
        'remove_webhook',
        'replace_duty_steps',
        'resume_webhook',
        'save_snapshot',
        'save_tree_head',
        'save_tree_nodes',
        'save_webhook',
        'write_stream_index',
        'write_text_index',
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
    expect(await old(`SELECT FROM ${name}.checkpoints`)).toEqual([]);
    expect(await verify(log, { expectedHead: head })).toMatchObject({ ok: true, count: 22 });
    const { events } = await log.append({ events: [statement('next')] });
    expect(events[0]?.recorded).toBe(CLOSED + 60_001);
  });
});
