/**
 * Every column of every table that an answer can rest on, changed in every kind of row; rows removed
 * and added: `verify` notices each. What rests beside the log (proposals, webhooks, the keys of
 * retries) is no part of an answer.
 */
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventDraft } from '../../events/parse.js';
import { HeadSigner } from '../../src/app/transparency/headSigner.js';
import { verify } from '../../src/log/core/verify.js';
import { openLog } from '../../src/log/openLog.js';
import { generateSigningKey } from '../../src/proof/signing.js';
import { onDisk, OTHER_TALKS, retraction, statement, TALKS, uuid } from '../support/logFixtures.js';

/** A tile and a bit, so that the Merkle tree has a node. */
const RECORDS = 258;

/** The tables, each with what names a row of it. */
const TABLES = {
  events: ['position'],
  stream_links: ['stream', 'position'],
  event_targets: ['target', 'position'],
  stream_keys: ['key', 'stream'],
  stream_heads: ['stream'],
  tree_nodes: ['level', '"index"'],
  tree_head: ['singleton'],
} as const;
type Table = keyof typeof TABLES;

const LAUNCH: EventDraft = {
  stream: TALKS,
  type: 'NegotiationLaunched',
  occurred: '2025-02-13',
  data: { title: 'Talks', parties: ['IN', 'US'] },
  sources: statement('').sources,
};

let place: Awaited<ReturnType<typeof onDisk>>;
let original: string;

beforeAll(async () => {
  place = await onDisk();
  const log = await place.open();
  await log.append({
    events: [
      LAUNCH,
      statement('one', { id: uuid(1), also: [OTHER_TALKS] }),
      ...Array.from({ length: RECORDS - 3 }, (_, n) => statement(`word ${n}`)),
      retraction(uuid(1)),
    ],
  });
  await new HeadSigner(log, generateSigningKey('example.org/parley')).extend();
  await log.close();
  const db = new Database(place.path);
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck();
  for (const name of triggers.all()) db.exec(`DROP TRIGGER ${String(name)}`);
  db.close();
  original = path.join(path.dirname(place.path), 'original.db');
  copyFileSync(place.path, original);
});
afterAll(() => place.dispose());

/** What `verify` says of a copy in which this was done; undefined when it finds nothing wrong. */
async function problemAfter(change: (db: Database.Database) => void): Promise<string | undefined> {
  copyFileSync(original, place.path);
  const db = new Database(place.path);
  // As an attacker would: without the checks that the tables themselves make.
  db.pragma('ignore_check_constraints = ON');
  change(db);
  db.close();
  const log = await openLog(`sqlite:${place.path}`, { readonly: true });
  try {
    const result = await verify(log);
    return result.ok ? undefined : result.problem;
  } finally {
    await log.close();
  }
}

const columnsOf = (db: Database.Database, table: Table) =>
  db
    .prepare<[string], { name: string; type: string }>(
      'SELECT name, type FROM pragma_table_info(?)',
    )
    .all(table);

/** The first row and the last one by its key. */
const named = (table: Table, last: boolean) => {
  const order = TABLES[table].map((column) => `${column} ${last ? 'DESC' : 'ASC'}`).join(', ');
  const keys = TABLES[table].join(', ');
  return `(${keys}) = (SELECT ${keys} FROM ${table} ORDER BY ${order} LIMIT 1)`;
};

const cases = (Object.keys(TABLES) as Table[]).flatMap((table) =>
  [false, true].map((last) => ({ table, last, row: last ? 'last' : 'first' })),
);

describe('verify notices', () => {
  it.each(cases)('every column of the $row row of $table changed', async ({ table, last }) => {
    const db = new Database(original, { readonly: true });
    const columns = columnsOf(db, table);
    db.close();
    const unnoticed: string[] = [];
    for (const { name, type } of columns) {
      if (table === 'tree_head' && name === 'singleton') continue;
      const other = type === 'INTEGER' ? `"${name}" + 1000` : `"${name}" || 'x'`;
      const change = `UPDATE ${table} SET "${name}" = ${other} WHERE ${named(table, last)}`;
      const problem = await problemAfter((opened) => {
        expect(opened.prepare(change).run().changes).toBe(1);
      });
      if (problem === undefined) unnoticed.push(name);
    }
    expect(unnoticed).toEqual([]);
  });

  it.each(cases.filter(({ table }) => table !== 'tree_head'))(
    'the $row row of $table removed',
    async ({ table, last }) => {
      const problem = await problemAfter((db) => {
        db.exec(`DELETE FROM ${table} WHERE ${named(table, last)}`);
      });
      expect(problem).toMatch(/missing|not found|ends here|does not hold|instead of/);
    },
  );

  it('the head of the log cut off, with all that belongs to the record', async () => {
    const problem = await problemAfter((db) => {
      for (const table of ['events', 'stream_links', 'event_targets', 'stream_keys'])
        db.exec(`DELETE FROM ${table} WHERE position = ${RECORDS}`);
      db.exec('UPDATE stream_index_state SET version = version - 1');
    });
    expect(problem).toContain(`a head of ${RECORDS} records was signed`);
  });

  it('two records that changed places', async () => {
    const problem = await problemAfter((db) => {
      db.exec('UPDATE events SET position = -position WHERE position IN (10, 11)');
      db.exec('UPDATE events SET position = 21 + position WHERE position < 0');
    });
    expect(problem).toContain('does not match');
  });

  it('nothing where nothing was changed', async () => {
    expect(await problemAfter(() => undefined)).toBeUndefined();
  });
});
