/** Reads the Merkle tree of a log by tiles: hashes of records from the events, nodes as stored. */
import { LRUCache } from 'lru-cache';
import { LogUnavailable } from '../../log/core/errors.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { type Hash, leafHash, type NodeSource } from '../../proof/merkleTree.js';
import { entryOf } from '../../proof/recordProof.js';
import { nodeInTile, TILE_HEIGHT, TILE_WIDTH } from '../../proof/tiles.js';

/** Full tiles kept in memory, of 8 KiB each. */
const MAX_TILES = 1_000;

/** What is stored of the Merkle tree is not as the records say. The records may be intact. */
export class TreeDamaged extends LogUnavailable {
  constructor(what: string) {
    super(
      `The Merkle tree is not as the records say: ${what}. "parley verify" tells where; "parley verify --repair" makes it anew.`,
    );
    this.name = 'TreeDamaged';
  }
}

export class TreeReader {
  readonly #tiles = new LRUCache<string, readonly Hash[]>({ max: MAX_TILES });

  constructor(readonly log: EventLog) {}

  /** The hashes of the records from an index, as entries of the tree. */
  async entries(from: number, count: number): Promise<readonly Uint8Array[]> {
    return (await this.log.tree.recordHashes(from, count)).map(entryOf);
  }

  /**
   * The hashes of a tile: of records at level 0, else of full tiles of the level below. At most one
   * query. Throws `TreeDamaged` when nodes are missing.
   */
  async tile(level: number, index: number, width: number): Promise<readonly Hash[]> {
    const key = `${level}/${index}`;
    const kept = this.#tiles.get(key);
    if (kept) return kept.slice(0, width);
    const from = index * TILE_WIDTH;
    const hashes =
      level === 0
        ? (await this.entries(from, width)).map(leafHash)
        : (await this.log.tree.nodes(level, from, width)).map(entryOf);
    if (hashes.length < width)
      throw new TreeDamaged(`hash ${from + hashes.length} of level ${level} is missing`);
    if (width === TILE_WIDTH) this.#tiles.set(key, hashes);
    return hashes;
  }

  /** The nodes of the tree of the first `size` records. */
  nodes(size: number): NodeSource {
    return async (level, index) => {
      const tileLevel = Math.floor(level / TILE_HEIGHT);
      const height = level % TILE_HEIGHT;
      const perTile = TILE_WIDTH / 2 ** height;
      const tile = Math.floor(index / perTile);
      const present = Math.floor(size / TILE_WIDTH ** tileLevel) - tile * TILE_WIDTH;
      const hashes = await this.tile(tileLevel, tile, Math.min(present, TILE_WIDTH));
      return nodeInTile(hashes, height, index % perTile);
    };
  }

  /** Drops what was read: the stored nodes were written anew. */
  forget(): void {
    this.#tiles.clear();
  }
}
