/**
 * Proofs of the records of a log, up to the newest signed head. They need no key: whoever reads one
 * verifies the signature of the head and the way to it.
 */
import type { EventLog } from '../../log/core/eventLog.js';
import { concat } from '../../proof/bytes.js';
import { parseCheckpoint } from '../../proof/checkpoint.js';
import {
  consistencyProof,
  type Hash,
  inclusionProof,
  type TreeHead,
} from '../../proof/merkleTree.js';
import type { RecordProof } from '../../proof/recordProof.js';
import { BadNote } from '../../proof/signedNote.js';
import { entryBundle, type Tile, TILE_WIDTH, tileHashes } from '../../proof/tiles.js';
import { AnswerProofs } from './answerProofs.js';
import { NotInTree } from './errors.js';
import { TreeDamaged, TreeReader } from './treeReader.js';

export interface StoredTreeHead extends TreeHead {
  /** The checkpoint: a signed note, not verified here. */
  readonly note: string;
}

export class TreeProofs {
  readonly #reader: TreeReader;
  /** Proofs of whole answers. */
  readonly answers: AnswerProofs;

  constructor(readonly log: EventLog) {
    this.#reader = new TreeReader(log);
    this.answers = new AnswerProofs(log, this);
  }

  /**
   * The newest signed head; undefined where none was ever signed. One query. Throws `TreeDamaged` when
   * what is stored is no checkpoint.
   */
  async head(): Promise<StoredTreeHead | undefined> {
    const stored = await this.log.tree.head();
    if (!stored) return undefined;
    try {
      return { ...parseCheckpoint(stored.note).checkpoint, note: stored.note };
    } catch (error) {
      if (error instanceof BadNote) throw new TreeDamaged('the stored head is no checkpoint');
      throw error;
    }
  }

  /** A tile as it is served; undefined where the signed head does not reach it. At most two queries. */
  async tile({ level, index, width }: Tile): Promise<Buffer | undefined> {
    const size = (await this.head())?.size ?? 0;
    if (index * TILE_WIDTH + width > tileHashes(size, level === 'entries' ? 0 : level))
      return undefined;
    return Buffer.from(
      level === 'entries'
        ? entryBundle(await this.#reader.entries(index * TILE_WIDTH, width))
        : concat(...(await this.#reader.tile(level, index, width))),
    );
  }

  /**
   * That the record at a position is under the signed head; undefined where none was ever signed.
   * O(log records) tiles. Throws `NotInTree`, and `TreeDamaged` when hashes are missing.
   */
  async recordProof(position: number): Promise<RecordProof | undefined> {
    const head = await this.head();
    return head && this.#proofUnder(head, position);
  }

  /** The same of several records under one head, in the order given; what {@link recordProof} throws is returned. */
  async recordProofs(
    positions: readonly number[],
  ): Promise<readonly (RecordProof | undefined | Error)[]> {
    const head = await this.head();
    if (!head) return positions.map(() => undefined);
    return Promise.all(
      positions.map((position) =>
        this.#proofUnder(head, position).catch((error: unknown) =>
          error instanceof Error ? error : new Error(String(error)),
        ),
      ),
    );
  }

  async #proofUnder(head: StoredTreeHead, position: number): Promise<RecordProof> {
    const index = position - 1;
    if (!(index >= 0 && index < head.size)) throw new NotInTree(position, head.size);
    const hashes = await inclusionProof(index, head.size, this.#reader.nodes(head.size));
    for await (const [record] of this.log.records(index, 1))
      if (record) return { index, hashes, checkpoint: head.note, body: record.body };
    throw new NotInTree(position, head.size);
  }

  /** That the tree of `size` records is how the tree under a head begins. Throws `NotInTree`. */
  async consistency(size: number, head: TreeHead): Promise<readonly Hash[]> {
    if (size > head.size) throw new NotInTree(size, head.size);
    return size === 0 ? [] : consistencyProof(size, head.size, this.#reader.nodes(head.size));
  }
}
