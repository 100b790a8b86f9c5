/** The Merkle tree of a log in its file. */
import type Database from 'better-sqlite3';
import {
  contiguous,
  type StoredHead,
  type TreeNode,
  type TreeStore,
} from '../core/tree/treeStore.js';

type Run = <Result>(work: () => Result) => Result | Promise<Result>;

export class SqliteTree implements TreeStore {
  constructor(
    private readonly db: Database.Database,
    /** Runs a query with the engine's errors translated. */
    private readonly query: Run,
    private readonly readonly: boolean,
  ) {}

  async recordHashes(after: number, limit: number): Promise<readonly string[]> {
    return this.query(() =>
      this.db
        .prepare<number[], string>(
          'SELECT hash FROM events WHERE position > ? ORDER BY position LIMIT ?',
        )
        .pluck()
        .all(after, limit),
    );
  }

  async nodes(level: number, from: number, limit: number): Promise<readonly string[]> {
    return this.query(() => {
      if (!this.#exists()) return [];
      const rows = this.db
        .prepare<number[], { index: number; hash: string }>(
          'SELECT "index", hash FROM tree_nodes WHERE level = ? AND "index" >= ? ORDER BY "index" LIMIT ?',
        )
        .all(level, from, limit);
      return contiguous(rows, from);
    });
  }

  async saveNodes(nodes: readonly TreeNode[]): Promise<void> {
    if (this.readonly || nodes.length === 0) return;
    await this.query(() => {
      const save = this.db.prepare(
        'INSERT INTO tree_nodes (level, "index", hash) VALUES (@level, @index, @hash) ON CONFLICT DO UPDATE SET hash = excluded.hash',
      );
      this.db.transaction(() => nodes.forEach((node) => save.run(node))).immediate();
    });
  }

  async head(): Promise<StoredHead | undefined> {
    return this.query(() =>
      this.#exists()
        ? this.db.prepare<[], StoredHead>('SELECT size, note FROM tree_head').get()
        : undefined,
    );
  }

  async saveHead(head: StoredHead): Promise<void> {
    if (this.readonly) return;
    await this.query(() =>
      this.db
        .prepare(
          `INSERT INTO tree_head (singleton, size, note) VALUES (1, @size, @note)
           ON CONFLICT DO UPDATE SET size = excluded.size, note = excluded.note
           WHERE tree_head.size <= excluded.size`,
        )
        .run(head),
    );
  }

  /** False in an older file that is opened read-only. */
  #exists(): boolean {
    const count = this.db
      .prepare("SELECT count(*) FROM pragma_table_list WHERE name = 'tree_nodes'")
      .pluck()
      .get();
    return count !== 0;
  }
}
