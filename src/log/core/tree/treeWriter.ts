/** Adds records to a Merkle tree, and tells the nodes that become complete. Holds 256 hashes a level. */
import { LogDamaged } from '../errors.js';
import type { StoredRecord } from '../eventLog.js';
import { sha256 } from '../recordCodec.js';
import { GENESIS_HASH, type RecordBody } from '../../../../events/recordBody.js';
import type { TreeNode } from './treeStore.js';
import { EMPTY_ROOT, type Hash, leafHash, rootOfList } from '../../../proof/merkleTree.js';
import { entryOf } from '../../../proof/recordProof.js';
import { nodeInTile, TILE_HEIGHT, TILE_WIDTH, tileHashes } from '../../../proof/tiles.js';

export class TreeWriter {
  /**
   * @param size Records in the tree.
   * @param last The hash of the last of them.
   * @param edge The hashes of the last tile of each level while it is not full, from records up.
   */
  constructor(
    private size = 0,
    private last = GENESIS_HASH,
    private readonly edge: Hash[][] = [],
  ) {}

  get position(): number {
    return this.size;
  }

  /** Adds the next record. Throws `LogDamaged` unless it matches its hash and follows the last one. */
  add({ position, hash, body }: StoredRecord): readonly TreeNode[] {
    if (position !== this.size + 1 || sha256(body) !== hash || !this.#follows(body))
      throw new LogDamaged(
        `record ${position} does not match its hash, or does not follow record ${this.size}`,
      );
    this.size = position;
    this.last = hash;
    const nodes: TreeNode[] = [];
    this.#push(0, leafHash(entryOf(hash)), nodes);
    return nodes;
  }

  /** The root of the tree. O(levels * 256) hashes. */
  root(): Hash {
    let root: Hash | undefined;
    for (const hashes of this.edge) {
      const list = root ? [...hashes, root] : hashes;
      if (list.length > 0) root = rootOfList(list);
    }
    return root ?? EMPTY_ROOT;
  }

  #follows(body: string): boolean {
    return (JSON.parse(body) as RecordBody).previous === this.last;
  }

  #push(level: number, hash: Hash, nodes: TreeNode[]): void {
    const tile = (this.edge[level] ??= []);
    if (tile.push(hash) < TILE_WIDTH) return;
    this.edge[level] = [];
    const node = nodeInTile(tile, TILE_HEIGHT, 0);
    const above = level + 1;
    nodes.push({
      level: above,
      index: tileHashes(this.size, above) - 1,
      hash: Buffer.from(node).toString('hex'),
    });
    this.#push(above, node, nodes);
  }
}
