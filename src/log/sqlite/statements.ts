/** Prepared statements by their text. Where a text depends on what is asked, there may be many. */
import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

const MAX_STATEMENTS = 300;

export class Statements {
  readonly #prepared = new LRUCache<string, Database.Statement>({ max: MAX_STATEMENTS });

  constructor(readonly db: Database.Database) {}

  /** The statement, prepared unless it was among the last few hundred. */
  get(sql: string): Database.Statement {
    let statement = this.#prepared.get(sql);
    if (!statement) this.#prepared.set(sql, (statement = this.db.prepare(sql)));
    return statement;
  }
}
