/** Checkpoints beside the log, in its file: the one table whose rows are replaced. */
import type Database from 'better-sqlite3';
import type { Checkpoint } from '../core/eventLog.js';

export class SqliteCheckpoints {
  private sql: { get: Database.Statement; put: Database.Statement } | undefined;

  constructor(private readonly db: Database.Database) {}

  get(stream: string): Checkpoint | undefined {
    return this.statements()?.get.get(stream) as Checkpoint | undefined;
  }

  put(checkpoint: Checkpoint): void {
    this.statements()?.put.run(checkpoint);
  }

  /** None where the file was written before there were checkpoints and cannot be changed. */
  private statements() {
    if (this.sql) return this.sql;
    const there = this.db
      .prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'checkpoints'")
      .pluck()
      .get();
    if (there === 0) return undefined;
    return (this.sql = {
      get: this.db.prepare(
        'SELECT stream, version, position, at, body, hash FROM checkpoints WHERE stream = ?',
      ),
      put: this.db.prepare(
        'INSERT OR REPLACE INTO checkpoints (stream, version, position, at, body, hash) VALUES (@stream, @version, @position, @at, @body, @hash)',
      ),
    });
  }
}
