/**
 * The Merkle tree over a log's records, as far as it is stored beside them: nodes, and the newest
 * signed head. All of it follows from the records, or is signed; whoever reads it verifies it.
 */

/** A node: the hash, in hex, over the records of one full tile of 256 hashes of the level below. */
export interface TreeNode {
  /** 1 for a tile of records, 2 for a tile of such nodes, and so on. */
  readonly level: number;
  readonly index: number;
  readonly hash: string;
}

/** A signed head: a checkpoint as https://c2sp.org/tlog-checkpoint writes it. */
export interface StoredHead {
  /** How many records it is about. */
  readonly size: number;
  readonly note: string;
}

export interface TreeStore {
  /** Hashes of the records after a position, in order, at most `limit`. */
  recordHashes(after: number, limit: number): Promise<readonly string[]>;
  /** Hashes of nodes of a level from an index, in order, at most `limit`; ends before one that is missing. */
  nodes(level: number, from: number, limit: number): Promise<readonly string[]>;
  /** Adds nodes, or replaces them. Does nothing on a read-only log. */
  saveNodes(nodes: readonly TreeNode[]): Promise<void>;
  /** The newest signed head; undefined where none was saved. */
  head(): Promise<StoredHead | undefined>;
  /** Replaces a head of the same size or a smaller one. Does nothing on a read-only log. */
  saveHead(head: StoredHead): Promise<void>;
}

/** The hashes of rows that follow one another from an index. */
export function contiguous(
  rows: readonly { readonly index: number; readonly hash: string }[],
  from: number,
): readonly string[] {
  const gap = rows.findIndex(({ index }, at) => index !== from + at);
  return rows.slice(0, gap < 0 ? undefined : gap).map(({ hash }) => hash);
}
