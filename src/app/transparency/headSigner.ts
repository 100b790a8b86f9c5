/**
 * Signs the heads of the Merkle tree over the records of a log. Nothing stored of it is believed:
 * the tree goes on from a stored head only when this key signed it and the stored hashes lead to it;
 * else it is computed from all records. What is added is read from the records, each held by its hash
 * and that of the record before it.
 */
import { LogDamaged } from '../../log/core/errors.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { openCheckpoint, signCheckpoint, type SigningKey } from '../../proof/signing.js';
import { equalHashes, type Hash, type TreeHead } from '../../proof/merkleTree.js';
import { entryOf } from '../../proof/recordProof.js';
import { BadNote } from '../../proof/signedNote.js';
import { nodeInTile, TILE_HEIGHT, TILE_WIDTH, tileHashes } from '../../proof/tiles.js';
import { TreeDamaged, TreeReader } from './treeReader.js';
import { remakeTree } from '../../log/core/tree/remakeTree.js';
import { TreeWriter } from '../../log/core/tree/treeWriter.js';

export interface SignedHead extends TreeHead {
  /** The checkpoint: a signed note. */
  readonly note: string;
}

export class HeadSigner {
  readonly #reader: TreeReader;
  #writer: TreeWriter | undefined;
  #head: SignedHead | undefined;
  #extending: Promise<SignedHead> | undefined;

  constructor(
    readonly log: EventLog,
    readonly key: SigningKey,
  ) {
    this.#reader = new TreeReader(log);
  }

  /** The newest signed head; undefined before the first {@link extend}. */
  get head(): SignedHead | undefined {
    return this.#head;
  }

  /**
   * Extends the tree to the end of the log and signs its head. O(new records); the first time O(1), or
   * O(records) where the stored head cannot be believed. Concurrent calls share one. Throws
   * `LogDamaged` when a record does not match its hash or does not follow the one before it.
   */
  extend(): Promise<SignedHead> {
    return (this.#extending ??= this.#extend().finally(() => {
      this.#extending = undefined;
    }));
  }

  async #extend(): Promise<SignedHead> {
    const writer = (this.#writer ??= await this.#resume());
    try {
      for await (const page of this.log.records(writer.position))
        await this.log.tree.saveNodes(page.flatMap((record) => writer.add(record)));
    } catch (error) {
      // Nodes may be missing: the next call begins with what is stored.
      this.#writer = undefined;
      throw error;
    }
    const size = writer.position;
    if (this.#head?.size === size) return this.#head;
    const head = { size, root: writer.root() };
    const signed = { ...head, note: signCheckpoint(head, this.key) };
    await this.log.tree.saveHead(signed);
    return (this.#head = signed);
  }

  /** Keeps a head with the signatures of witnesses, unless a newer one was signed meanwhile. */
  async keepCosigned({ size, note }: Pick<SignedHead, 'size' | 'note'>): Promise<void> {
    if (this.#head?.size !== size) return;
    this.#head = { ...this.#head, note };
    await this.log.tree.saveHead({ size, note });
  }

  /** A writer at the stored head, or at the beginning where this key signed none. */
  async #resume(): Promise<TreeWriter> {
    const stored = await this.log.tree.head();
    const head = stored && this.#signedByUs(stored.note);
    if (!head) return new TreeWriter();
    const writer = await this.#writerAt(head).catch((error: unknown) => {
      if (error instanceof TreeDamaged) return this.#rebuild(head);
      throw error;
    });
    this.#head = { ...head, note: stored.note };
    return writer;
  }

  #signedByUs(note: string): TreeHead | undefined {
    try {
      return openCheckpoint(note, this.key);
    } catch (error) {
      if (error instanceof BadNote) return undefined;
      throw error;
    }
  }

  /** Throws `TreeDamaged` unless the stored hashes lead to the head. */
  async #writerAt({ size, root }: TreeHead): Promise<TreeWriter> {
    if (size === 0) return new TreeWriter();
    const edge: Hash[][] = [];
    for (let level = 0; tileHashes(size, level) > 0; level++) {
      const count = tileHashes(size, level);
      const index = Math.floor(count / TILE_WIDTH);
      edge.push([...(await this.#reader.tile(level, index, count % TILE_WIDTH))]);
    }
    if (size % TILE_WIDTH === 0) await this.#checkFullTile(size / TILE_WIDTH - 1);
    const [last] = await this.log.tree.recordHashes(size - 1, 1);
    const writer = new TreeWriter(size, last, edge);
    if (equalHashes(writer.root(), root)) return writer;
    throw new TreeDamaged(`its hashes do not lead to the signed head of ${size} records`);
  }

  /**
   * Makes the nodes anew from the records. Throws `LogDamaged` when the records do not lead to the
   * head either: then they were cut or rewritten after it was signed, and nothing more is signed.
   */
  async #rebuild({ size, root }: TreeHead): Promise<TreeWriter> {
    const writer = await remakeTree(this.log, size);
    this.#reader.forget();
    if (writer.position < size)
      throw new LogDamaged(
        `it holds ${writer.position} records, but a head of ${size} was signed: records were cut off`,
      );
    if (!equalHashes(writer.root(), root))
      throw new LogDamaged(
        `its first ${size} records do not lead to the head that was signed: they were rewritten`,
      );
    return writer;
  }

  /** Where no tile of records is begun, the last one holds the record that the next must follow. */
  async #checkFullTile(index: number): Promise<void> {
    const leaves = await this.#reader.tile(0, index, TILE_WIDTH);
    const [node] = await this.log.tree.nodes(1, index, 1);
    if (!node || !equalHashes(nodeInTile(leaves, TILE_HEIGHT, 0), entryOf(node)))
      throw new TreeDamaged(`node ${index} of level 1 is not that of its records`);
  }
}
