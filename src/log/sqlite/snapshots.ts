/** Stream snapshots in the log's file: the only table whose rows are replaced. */
import type Database from 'better-sqlite3';
import type { StreamSnapshot } from '../core/eventLog.js';

export class SqliteSnapshots {
  private sql: { get: Database.Statement; put: Database.Statement } | undefined;

  constructor(private readonly db: Database.Database) {}

  get(stream: string): StreamSnapshot | undefined {
    return this.statements()?.get.get(stream) as StreamSnapshot | undefined;
  }

  put(snapshot: StreamSnapshot): void {
    this.statements()?.put.run(snapshot);
  }

  /** Undefined in a read-only file whose schema has no snapshots. */
  private statements() {
    if (this.sql) return this.sql;
    const count = this.db
      .prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'checkpoints'")
      .pluck()
      .get();
    if (count === 0) return undefined;
    return (this.sql = {
      get: this.db.prepare(
        'SELECT stream, version, position, at AS recordHash, body, hash AS bodyHash FROM checkpoints WHERE stream = ?',
      ),
      put: this.db.prepare(
        'INSERT OR REPLACE INTO checkpoints (stream, version, position, at, body, hash) VALUES (@stream, @version, @position, @recordHash, @body, @bodyHash)',
      ),
    });
  }
}
