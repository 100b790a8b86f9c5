/** Writes the stream index in SQLite, inside a transaction of the caller. */
import type Database from 'better-sqlite3';
import { INDEX_VERSION } from '../../../events/indexKeys.js';
import type { IndexBatch, IndexState } from '../core/streamIndex/streamIndex.js';

export const SELECT_STATE =
  'SELECT version, position, record_hash AS recordHash FROM stream_index_state';

/** The state of an index that was never written. */
export const NO_INDEX: IndexState = { version: 0, position: 0, recordHash: '' };

const prepare = (db: Database.Database) => ({
  state: db.prepare<[], IndexState>(SELECT_STATE),
  setState: db.prepare<[number, number, string]>(
    `INSERT INTO stream_index_state (singleton, version, position, record_hash) VALUES (1, ?, ?, ?)
     ON CONFLICT DO UPDATE SET version = excluded.version, position = excluded.position,
       record_hash = excluded.record_hash`,
  ),
  addKey: db.prepare<[string, string, number]>(
    'INSERT OR IGNORE INTO stream_keys (key, stream, position) VALUES (?, ?, ?)',
  ),
  setHead: db.prepare<[string, number, number]>(
    `INSERT INTO stream_heads (stream, revision, position) VALUES (?, ?, ?)
     ON CONFLICT (stream) DO UPDATE
       SET revision = max(revision, excluded.revision), position = excluded.position`,
  ),
  addText: db.prepare<[number, string]>('INSERT INTO event_text (rowid, text) VALUES (?, ?)'),
  clearTexts: db.prepare("INSERT INTO event_text (event_text) VALUES ('delete-all')"),
  clearKeys: db.prepare('DELETE FROM stream_keys'),
  clearHeads: db.prepare('DELETE FROM stream_heads'),
});

export class SqliteIndexWriter {
  /** Prepared on the first write: an older file that is opened read-only has no tables. */
  private prepared: ReturnType<typeof prepare> | undefined;

  constructor(private readonly db: Database.Database) {}

  private get sql() {
    return (this.prepared ??= prepare(this.db));
  }

  /** Adds a batch; false unless the index is of this version and ends where the batch begins. */
  write({ after, position, recordHash, heads, rows, texts }: IndexBatch): boolean {
    if (position === after) return true;
    const state = this.sql.state.get();
    const isNew = state?.version === 0 && state.position === 0 && after === 0;
    if (state?.position !== after || (state.version !== INDEX_VERSION && !isNew)) return false;
    for (const head of heads) this.sql.setHead.run(head.stream, head.revision, head.position);
    for (const row of rows) this.sql.addKey.run(row.key, row.stream, row.position);
    for (const each of texts) this.sql.addText.run(each.position, each.text);
    this.sql.setState.run(INDEX_VERSION, position, recordHash);
    return true;
  }

  /** Empties the index, unless its state is another by now. */
  clear({ version, position, recordHash }: IndexState): void {
    const state = this.sql.state.get() ?? NO_INDEX;
    if (state.version !== version || state.position !== position || state.recordHash !== recordHash)
      return;
    this.sql.clearKeys.run();
    this.sql.clearHeads.run();
    this.sql.clearTexts.run();
    this.sql.setState.run(INDEX_VERSION, 0, '');
  }
}
