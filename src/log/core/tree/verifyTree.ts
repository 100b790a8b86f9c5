/** Compares what is stored of a log's Merkle tree with the tree of its records. */
import { parseCheckpoint } from '../../../proof/checkpoint.js';
import { equalHashes } from '../../../proof/merkleTree.js';
import { BadNote } from '../../../proof/signedNote.js';
import type { StoredRecord } from '../eventLog.js';
import type { StoredHead, TreeNode, TreeStore } from './treeStore.js';
import { TreeWriter } from './treeWriter.js';

/** What is wrong with the stored tree, and from which position on. */
export interface TreeProblem {
  readonly position: number;
  readonly problem: string;
  /** Whether the nodes are wrong, which follow from the records, and not the signed head. */
  readonly isDerived: boolean;
}

export class TreeVerification {
  readonly #writer = new TreeWriter();
  readonly #nodes: TreeNode[] = [];
  #root: Uint8Array | undefined;

  private constructor(
    private readonly store: TreeStore,
    private readonly head: (StoredHead & { readonly root: Uint8Array }) | undefined,
    /** Why the stored head is none. */
    private readonly badHead: string | undefined,
  ) {}

  static async of(store: TreeStore): Promise<TreeVerification> {
    const head = await store.head();
    try {
      if (!head) return new TreeVerification(store, undefined, undefined);
      const { size, root } = parseCheckpoint(head.note).checkpoint;
      const problem = size === head.size ? undefined : `its note is of ${size} records`;
      return new TreeVerification(store, { ...head, root }, problem);
    } catch (error) {
      if (!(error instanceof BadNote)) throw error;
      return new TreeVerification(store, undefined, error.message);
    }
  }

  /** Adds a record that is known to be intact, in order. */
  add(record: StoredRecord): void {
    if (!this.head) return;
    if (record.position > this.head.size) return;
    this.#nodes.push(...this.#writer.add(record));
    if (record.position === this.head.size) this.#root = this.#writer.root();
  }

  /** The first thing that is wrong, after all records were added. Reads each stored node once. */
  async firstWrong(): Promise<TreeProblem | undefined> {
    const { head, badHead } = this;
    if (badHead !== undefined)
      return {
        position: 0,
        problem: `the signed head cannot be read: ${badHead}`,
        isDerived: false,
      };
    if (!head) return undefined;
    if (head.size > this.#writer.position)
      return {
        position: this.#writer.position + 1,
        problem: `the log ends here, but a head of ${head.size} records was signed`,
        isDerived: false,
      };
    const root = this.#root ?? this.#writer.root();
    if (!equalHashes(root, head.root))
      return {
        position: 1,
        problem: `the first ${head.size} records do not lead to the head that was signed: they were rewritten, or the head was`,
        isDerived: false,
      };
    return this.#firstWrongNode();
  }

  async #firstWrongNode(): Promise<TreeProblem | undefined> {
    for (const level of new Set(this.#nodes.map((node) => node.level))) {
      const nodes = this.#nodes.filter((node) => node.level === level);
      const stored = await this.store.nodes(level, 0, nodes.length);
      const wrong = nodes.find(({ index, hash }) => stored[index] !== hash);
      if (wrong)
        return {
          position: wrong.index * 256 ** level + 1,
          problem: `node ${wrong.index} of level ${level} of the Merkle tree is ${stored[wrong.index] === undefined ? 'missing' : 'not that of its records'}. "parley verify --repair" makes it anew`,
          isDerived: true,
        };
    }
    return undefined;
  }
}
