/** The Merkle tree of a log in its schema. */
import {
  contiguous,
  type StoredHead,
  type TreeNode,
  type TreeStore,
} from '../core/tree/treeStore.js';
import type { PostgresConnections } from './connections.js';

export class PostgresTree implements TreeStore {
  constructor(
    private readonly connections: PostgresConnections,
    private readonly schema: string,
    /** Runs a query with the engine's errors translated. */
    private readonly run: <Result>(work: () => Promise<Result>) => Result | Promise<Result>,
    private readonly readonly: boolean,
  ) {}

  async recordHashes(after: number, limit: number): Promise<readonly string[]> {
    const rows = await this.#query<{ hash: string }>(
      `SELECT hash FROM ${this.schema}.events WHERE position > $1 ORDER BY position LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ hash }) => hash);
  }

  async nodes(level: number, from: number, limit: number): Promise<readonly string[]> {
    const rows = await this.#query<{ index: number; hash: string }>(
      `SELECT index, hash FROM ${this.schema}.tree_nodes WHERE level = $1 AND index >= $2 ORDER BY index LIMIT $3`,
      [level, from, limit],
    );
    return contiguous(rows, from);
  }

  async saveNodes(nodes: readonly TreeNode[]): Promise<void> {
    if (this.readonly || nodes.length === 0) return;
    await this.#query(`SELECT ${this.schema}.save_tree_nodes($1, $2, $3)`, [
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => hash),
    ]);
  }

  async head(): Promise<StoredHead | undefined> {
    const [head] = await this.#query<StoredHead>(`SELECT size, note FROM ${this.schema}.tree_head`);
    return head;
  }

  async saveHead({ size, note }: StoredHead): Promise<void> {
    if (this.readonly) return;
    await this.#query(`SELECT ${this.schema}.save_tree_head($1, $2)`, [size, note]);
  }

  async #query<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.run(() => this.connections.query<Row & object>(text, [...values]));
  }
}
