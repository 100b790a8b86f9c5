/** What a SQLite log keeps beside the records: for `verify`. */
import type Database from 'better-sqlite3';
import { type Bookkeeping, SINGLE_ROWS } from '../core/bookkeeping.js';

/** Those of the engine. An older file that is opened read-only lacks some. */
const singleRowTables = (db: Database.Database): readonly string[] =>
  db
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main'")
    .pluck()
    .all()
    .filter((name) => name in SINGLE_ROWS);

/** One snapshot. O(rows). */
export function readBookkeeping(db: Database.Database): Bookkeeping {
  const all = <Row>(sql: string) => db.prepare<[], Row>(sql).all();
  const read = db.transaction((): Bookkeeping => {
    const [last] = all<NonNullable<Bookkeeping['last']>>(
      'SELECT position, hash, recorded FROM events ORDER BY position DESC LIMIT 1',
    );
    const count = (table: string) =>
      all<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`)[0]?.rows ?? 0;
    const [links] = all<{ last: number | null }>('SELECT max(position) AS last FROM stream_links');
    return {
      last,
      head: undefined,
      singleRows: Object.fromEntries(singleRowTables(db).map((table) => [table, count(table)])),
      keyedRanges: all(
        'SELECT first_position AS first, last_position AS last FROM idempotency_keys',
      ),
      targets: all('SELECT position, target FROM event_targets'),
      lastLink: links?.last ?? 0,
    };
  });
  return read.deferred();
}
