/** The Merkle tree beside a log in memory. */
import type { StoredHead, TreeNode, TreeStore } from '../core/tree/treeStore.js';

const keyOf = (level: number, index: number): string => `${level}/${index}`;

export class MemoryTree implements TreeStore {
  readonly #nodes = new Map<string, string>();
  #head: StoredHead | undefined;

  constructor(
    private readonly records: (
      after: number,
      count: number,
    ) => readonly { readonly hash: string }[],
  ) {}

  async recordHashes(after: number, limit: number): Promise<readonly string[]> {
    return this.records(after, limit).map(({ hash }) => hash);
  }

  async nodes(level: number, from: number, limit: number): Promise<readonly string[]> {
    const hashes: string[] = [];
    for (let index = from; index < from + limit; index++) {
      const hash = this.#nodes.get(keyOf(level, index));
      if (hash === undefined) break;
      hashes.push(hash);
    }
    return hashes;
  }

  async saveNodes(nodes: readonly TreeNode[]): Promise<void> {
    for (const { level, index, hash } of nodes) this.#nodes.set(keyOf(level, index), hash);
  }

  async head(): Promise<StoredHead | undefined> {
    return this.#head;
  }

  async saveHead({ size, note }: StoredHead): Promise<void> {
    if (size >= (this.#head?.size ?? 0)) this.#head = { size, note };
  }
}
