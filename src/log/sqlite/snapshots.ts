/** Stream snapshots in the log's file: the only table whose rows are replaced. */
import type Database from 'better-sqlite3';
import type { StreamSnapshot } from '../core/eventLog.js';

const GET =
  'SELECT stream, version, position, record_hash AS recordHash, body, body_hash AS bodyHash FROM snapshots WHERE stream = ?';
const PUT =
  'INSERT OR REPLACE INTO snapshots (stream, version, position, record_hash, body, body_hash) VALUES (@stream, @version, @position, @recordHash, @body, @bodyHash)';

export class SqliteSnapshots {
  private getStatement: Database.Statement | undefined;
  private putStatement: Database.Statement | undefined;

  constructor(private readonly db: Database.Database) {}

  get(stream: string): StreamSnapshot | undefined {
    if (!this.getStatement && !this.hasTable()) return undefined;
    this.getStatement ??= this.db.prepare(GET);
    return this.getStatement.get(stream) as StreamSnapshot | undefined;
  }

  put(snapshot: StreamSnapshot): void {
    this.putStatement ??= this.db.prepare(PUT);
    this.putStatement.run(snapshot);
  }

  /** False in a file of schema 1 that is opened read-only. */
  private hasTable(): boolean {
    const count = this.db
      .prepare("SELECT count(*) FROM pragma_table_list WHERE name = 'snapshots'")
      .pluck()
      .get();
    return count !== 0;
  }
}
