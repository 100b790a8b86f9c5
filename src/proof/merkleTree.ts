/**
 * Merkle trees over the records of a log: RFC 6962, section 2.1, with SHA-256. Positions of leaves
 * count from 0; a node at `level` l and `index` i covers the leaves from i * 2^l, 2^l of them.
 */
import { sha256 } from './sha256.js';

/** 32 bytes. */
export type Hash = Uint8Array;

/** The hash of the complete node at a level and an index; only nodes within the tree are asked for. */
export type NodeSource = (level: number, index: number) => Promise<Hash>;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The root of a tree without leaves. */
export const EMPTY_ROOT: Hash = sha256();

export const leafHash = (entry: Uint8Array): Hash => sha256(LEAF, entry);

export const nodeHash = (left: Hash, right: Hash): Hash => sha256(NODE, left, right);

export const equalHashes = (a: Hash, b: Hash): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** The greatest power of two below `size`, for sizes above 1. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

const isPowerOfTwo = (size: number): boolean => {
  let power = 1;
  while (power < size) power *= 2;
  return power === size;
};

/** The root over these hashes as if they were leaves. */
export function rootOfList(hashes: readonly Hash[]): Hash {
  const [first = EMPTY_ROOT] = hashes;
  if (hashes.length <= 1) return first;
  const middle = splitOf(hashes.length);
  return nodeHash(rootOfList(hashes.slice(0, middle)), rootOfList(hashes.slice(middle)));
}

/** The root of the leaves from `begin` to `end`, which begin where a node of that size does. O(log size). */
export async function subtreeRoot(begin: number, end: number, nodes: NodeSource): Promise<Hash> {
  const size = end - begin;
  if (size === 0) return EMPTY_ROOT;
  if (isPowerOfTwo(size)) return nodes(Math.log2(size), begin / size);
  const middle = begin + splitOf(size);
  return nodeHash(await subtreeRoot(begin, middle, nodes), await subtreeRoot(middle, end, nodes));
}

/**
 * That the leaf at `index` is in the tree of `size` leaves (RFC 6962, 2.1.1): hashes from its sibling
 * up. Needs 0 <= index < size. O(log² size) nodes.
 */
export async function inclusionProof(
  index: number,
  size: number,
  nodes: NodeSource,
): Promise<readonly Hash[]> {
  const path = async (begin: number, end: number): Promise<Hash[]> => {
    if (end - begin === 1) return [];
    const middle = begin + splitOf(end - begin);
    return index < middle
      ? [...(await path(begin, middle)), await subtreeRoot(middle, end, nodes)]
      : [...(await path(middle, end)), await subtreeRoot(begin, middle, nodes)];
  };
  return path(0, size);
}

/**
 * That the tree of `first` leaves is how the tree of `second` leaves begins (RFC 6962, 2.1.2). Needs
 * 0 < first <= second; empty for equal sizes.
 */
export async function consistencyProof(
  first: number,
  second: number,
  nodes: NodeSource,
): Promise<readonly Hash[]> {
  const proof = async (begin: number, end: number, whole: boolean): Promise<Hash[]> => {
    if (end === first) return whole ? [] : [await subtreeRoot(begin, end, nodes)];
    const middle = begin + splitOf(end - begin);
    return first <= middle
      ? [...(await proof(begin, middle, whole)), await subtreeRoot(middle, end, nodes)]
      : [...(await proof(middle, end, false)), await subtreeRoot(begin, middle, nodes)];
  };
  return proof(0, second, true);
}

/** The root that an inclusion proof leads to; undefined when it has another number of hashes than it must. */
export function rootOfInclusion(
  index: number,
  size: number,
  leaf: Hash,
  proof: readonly Hash[],
): Hash | undefined {
  if (!(index >= 0 && index < size)) return undefined;
  let position = index;
  let last = size - 1;
  let root = leaf;
  // RFC 9162, 2.1.3.2.
  for (const hash of proof) {
    if (last === 0) return undefined;
    if (position % 2 === 1 || position === last) {
      root = nodeHash(hash, root);
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else root = nodeHash(root, hash);
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? root : undefined;
}

export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

/** Whether a consistency proof shows that the second tree begins with the first. RFC 9162, 2.1.4.2. */
export function isConsistent(first: TreeHead, second: TreeHead, proof: readonly Hash[]): boolean {
  if (first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && equalHashes(first.root, second.root);
  if (first.size === 0) return proof.length === 0 && equalHashes(first.root, EMPTY_ROOT);
  const path = isPowerOfTwo(first.size) ? [first.root, ...proof] : [...proof];
  let position = first.size - 1;
  let last = second.size - 1;
  while (position % 2 === 1) {
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  const [start, ...rest] = path;
  if (!start) return false;
  let firstRoot = start;
  let secondRoot = start;
  for (const hash of rest) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      firstRoot = nodeHash(hash, firstRoot);
      secondRoot = nodeHash(hash, secondRoot);
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else secondRoot = nodeHash(secondRoot, hash);
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalHashes(firstRoot, first.root) && equalHashes(secondRoot, second.root);
}
