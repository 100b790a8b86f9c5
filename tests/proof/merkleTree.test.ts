/** The tree of RFC 6962, checked with published hashes and against its definition. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  EMPTY_ROOT,
  type Hash,
  inclusionProof,
  isConsistent,
  leafHash,
  nodeHash,
  type NodeSource,
  rootOfInclusion,
  subtreeRoot,
} from '../../src/proof/merkleTree.js';

/** The entries and roots that implementations of Certificate Transparency test with. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** RFC 6962, 2.1, word for word: the hash of a list. */
function definition(entries: readonly Uint8Array[]): Hash {
  if (entries.length === 0) return createHash('sha256').digest();
  if (entries.length === 1) return leafHash(entries[0]!);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return nodeHash(definition(entries.slice(0, k)), definition(entries.slice(k)));
}

const nodesOf =
  (entries: readonly Uint8Array[]): NodeSource =>
  (level, index) =>
    Promise.resolve(definition(entries.slice(index * 2 ** level, (index + 1) * 2 ** level)));

const rootOf = (entries: readonly Uint8Array[]) => subtreeRoot(0, entries.length, nodesOf(entries));
const hex = (hash: Hash | undefined) => hash && Buffer.from(hash).toString('hex');
const entriesOf = (size: number) =>
  Array.from({ length: size }, (_, n) => Buffer.from(`entry ${n}`));

const sizes = fc.integer({ min: 1, max: 70 });

describe('the root of a tree', () => {
  it.each(ROOTS.map((root, size) => ({ size, root })))(
    'of $size published entries is the published one',
    async ({ size, root }) => {
      expect(hex(await rootOf(ENTRIES.slice(0, size)))).toBe(root);
    },
  );

  it('of nothing is the hash of nothing', () => {
    expect(hex(EMPTY_ROOT)).toBe(ROOTS[0]);
  });

  it('is that of the definition for any number of entries', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        expect(hex(await rootOf(entriesOf(size)))).toBe(hex(definition(entriesOf(size))));
      }),
    );
  });
});

describe('a proof of inclusion', () => {
  it('leads from every leaf to the root, and from nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, seed, other) => {
        const entries = entriesOf(size);
        const index = seed % size;
        const leaf = leafHash(entries[index]!);
        const root = hex(await rootOf(entries));
        const proof = await inclusionProof(index, size, nodesOf(entries));
        const to = (i: number, s: number, l: Hash, p: readonly Hash[]) =>
          hex(rootOfInclusion(i, s, l, p));
        expect(to(index, size, leaf, proof)).toBe(root);
        expect(to(index, size, leafHash(Buffer.from('forged')), proof)).not.toBe(root);
        expect(to(index, size, leaf, [...proof, leaf])).toBeUndefined();
        if (proof.length > 0) expect(to(index, size, leaf, proof.slice(1))).not.toBe(root);
        const elsewhere = other % size;
        if (elsewhere !== index) expect(to(elsewhere, size, leaf, proof)).not.toBe(root);
      }),
    );
  });

  it('holds for no position outside the tree', () => {
    expect(rootOfInclusion(1, 1, EMPTY_ROOT, [])).toBeUndefined();
    expect(rootOfInclusion(-1, 1, EMPTY_ROOT, [])).toBeUndefined();
  });
});

describe('a proof of consistency', () => {
  it('shows that a tree begins with an earlier one, and with no other', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, seed, changed) => {
        const entries = entriesOf(size);
        const before = 1 + (seed % size);
        const nodes = nodesOf(entries);
        const first = { size: before, root: await subtreeRoot(0, before, nodes) };
        const second = { size, root: await rootOf(entries) };
        const proof = await consistencyProof(before, size, nodes);
        expect(isConsistent(first, second, proof)).toBe(true);
        const rewritten = [...entries];
        rewritten[changed % before] = Buffer.from('forged');
        const forged = { size, root: await rootOf(rewritten) };
        const forgedProof = await consistencyProof(before, size, nodesOf(rewritten));
        expect(isConsistent(first, forged, forgedProof)).toBe(false);
        expect(isConsistent(first, second, [...proof, first.root])).toBe(false);
        if (before < size) expect(isConsistent(second, first, proof)).toBe(false);
      }),
    );
  });

  it('of an empty tree is empty', () => {
    const empty = { size: 0, root: EMPTY_ROOT };
    const one = { size: 1, root: leafHash(Buffer.from('a')) };
    expect(isConsistent(empty, one, [])).toBe(true);
    expect(isConsistent(empty, one, [one.root])).toBe(false);
    expect(isConsistent({ size: 0, root: one.root }, one, [])).toBe(false);
  });
});
