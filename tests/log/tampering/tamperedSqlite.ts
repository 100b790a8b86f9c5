/** A log in SQLite, its triggers dropped. */
import Database from 'better-sqlite3';
import { onDisk } from '../../support/logFixtures.js';
import { fillIn, type HistoryOptions } from './history.js';
import { problemOf, repair } from './problemOf.js';
import type { Row, Table, TamperedLog, Value } from './tables.js';

const quoted = (name: string) => `"${name}"`;

function tablesOf(db: Database.Database): readonly Table[] {
  const names = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main'
         AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  const columns = db.prepare<[string], { name: string; pk: number }>(
    'SELECT name, pk FROM pragma_table_info(?)',
  );
  return names.map((name) => {
    const all = columns.all(name);
    const key = all.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    return {
      name,
      columns: all.map((column) => column.name),
      key: key.map((column) => column.name),
    };
  });
}

export async function tamperedSqlite(options?: HistoryOptions): Promise<TamperedLog> {
  const place = await onDisk();
  await fillIn(place, options);
  const db = new Database(place.path);
  // As an attacker would: without the checks that the tables themselves make.
  db.pragma('ignore_check_constraints = ON');
  db.pragma('foreign_keys = OFF');
  db.unsafeMode();
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck();
  for (const name of triggers.all()) db.exec(`DROP TRIGGER ${String(name)}`);
  return {
    tables: tablesOf(db),
    rows: async ({ name, key }) =>
      db
        .prepare<[], Row>(`SELECT * FROM ${quoted(name)} ORDER BY ${key.map(quoted).join(', ')}`)
        .all(),
    replace: async ({ name, columns }, rows) => {
      const places = columns.map(() => '?').join(', ');
      const names = columns.map(quoted).join(', ');
      const insert = db.prepare<Value[]>(
        `INSERT INTO ${quoted(name)} (${names}) VALUES (${places})`,
      );
      const all = db.transaction(() => {
        db.exec(`DELETE FROM ${quoted(name)}`);
        for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
      });
      try {
        all();
        return true;
      } catch (error) {
        if (/UNIQUE constraint failed/.test((error as Error).message)) return false;
        throw error;
      }
    },
    problem: () => problemOf(`sqlite:${place.path}`),
    repair: () => repair(`sqlite:${place.path}`),
    dispose: async () => {
      db.close();
      await place.dispose();
    },
  };
}
