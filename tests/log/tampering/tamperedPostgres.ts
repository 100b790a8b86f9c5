/** A log in PostgreSQL, its triggers and checks dropped. */
import pg from 'pg';
import { plainUrl } from '../../support/postgres.js';
import { inPostgres } from '../../support/logFixtures.js';
import { fillIn, type HistoryOptions } from './history.js';
import { problemOf, repair } from './problemOf.js';
import type { Row, Table, TamperedLog } from './tables.js';

const UNIQUE_VIOLATION = '23505';

const TABLES = `
  SELECT c.relname AS name,
    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    (SELECT array_agg(a.attname::text ORDER BY array_position(i.indkey::int[], a.attnum::int))
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = c.oid AND i.indisprimary) AS key
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = $1::regnamespace ORDER BY c.relname`;

/** As an attacker who owns the schema would: without what the tables check themselves. */
const UNGUARD = `
  SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass) AS command
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.relnamespace = $1::regnamespace AND NOT t.tgisinternal
  UNION ALL
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
    FROM pg_constraint WHERE connamespace = $1::regnamespace AND contype IN ('c', 'f')`;

export async function tamperedPostgres(options?: HistoryOptions): Promise<TamperedLog> {
  const place = await inPostgres();
  await fillIn(place, options);
  const owner = new pg.Client(plainUrl(place.url));
  await owner.connect();
  const run = async <Found extends object>(text: string, values?: unknown[]): Promise<Found[]> =>
    (await owner.query<Found>(text, values)).rows;
  for (const { command } of await run<{ command: string }>(UNGUARD, [place.name]))
    await run(command);
  const named = ({ name }: Table) => `${place.name}.${name}`;
  return {
    tables: await run<Table>(TABLES, [place.name]),
    rows: async (table) => {
      const found = await run<{ row: Row }>(
        `SELECT to_jsonb(t) AS row FROM ${named(table)} t ORDER BY ${table.key.join(', ')}`,
      );
      return found.map(({ row }) => row);
    },
    replace: async (table, rows) => {
      await run(`DELETE FROM ${named(table)}`);
      const inserted = run(
        `INSERT INTO ${named(table)} SELECT * FROM jsonb_populate_recordset(NULL::${named(table)}, $1)`,
        [JSON.stringify(rows)],
      );
      return inserted.then(
        () => true,
        (error: unknown) => {
          if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false;
          throw error;
        },
      );
    },
    problem: () => problemOf(place.url),
    repair: () => repair(place.url),
    dispose: async () => {
      await owner.end();
      await place.dispose();
    },
  };
}
