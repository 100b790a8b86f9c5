import { expect, it } from 'vitest';
import { HeadSigner } from '../../src/app/transparency/headSigner.js';
import { TreeProofs } from '../../src/app/transparency/treeProofs.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { verify } from '../../src/log/core/verify.js';
import { openCheckpoint, generateSigningKey } from '../../src/proof/signing.js';
import { isConsistent, leafHash, rootOfList } from '../../src/proof/merkleTree.js';
import { checkRecordProof, entryOf } from '../../src/proof/recordProof.js';
import { statement, type SuiteContext } from '../support/logFixtures.js';

const key = generateSigningKey('example.org/parley');
const statements = (count: number, name: string) =>
  Array.from({ length: count }, (_, n) => statement(`${name} ${n}`));

/** More than a tile, so that the tree has a node. */
const FIRST = 300;
const SECOND = 230;

export function merkleTrees({ open }: SuiteContext): void {
  it('lead to a signed head that grows with the log and proves each record', async () => {
    const log = await open();
    const signer = new HeadSigner(log, key);
    const proofs = new TreeProofs(log);
    expect(await proofs.recordProof(1)).toBeUndefined();
    expect((await signer.extend()).size).toBe(0);
    await log.append({ events: statements(FIRST, 'first') });
    const first = await signer.extend();
    expect(openCheckpoint(first.note, key)).toMatchObject({ size: FIRST, root: first.root });
    await log.append({ events: statements(SECOND, 'second') });
    const second = await signer.extend();
    expect(second.size).toBe(FIRST + SECOND);
    const hashes = await log.tree.recordHashes(0, 1_000);
    expect(second.root).toEqual(rootOfList(hashes.map((hash) => leafHash(entryOf(hash)))));
    const consistency = await proofs.consistency(FIRST, second);
    expect(isConsistent(first, second, consistency)).toBe(true);
    for (const position of [1, 256, 257, 300, 512, 513, 530]) {
      const proof = await proofs.recordProof(position);
      const head = openCheckpoint(proof!.checkpoint, key);
      expect(head).toMatchObject({ size: second.size });
      checkRecordProof(proof!, head);
      expect(JSON.parse(proof!.body)).toMatchObject({ position });
      const moved = { ...proof!, index: position % second.size };
      expect(() => checkRecordProof(moved, head)).toThrow(/not at position/);
    }
    for (const position of [0, 531])
      await expect(proofs.recordProof(position)).rejects.toMatchObject({ code: 'NOT_IN_TREE' });
    expect(await verify(log)).toMatchObject({ ok: true });
  });

  it('go on from the stored head, and keep the newest', async () => {
    const log = await open();
    await log.append({ events: statements(512, 'a') });
    const first = await new HeadSigner(log, key).extend();
    await log.append({ events: statements(1, 'b') });
    const second = await new HeadSigner(log, key).extend();
    expect(await log.tree.head()).toMatchObject({ size: 513 });
    await log.tree.saveHead(first);
    expect(await log.tree.head()).toEqual({ size: 513, note: second.note });
    expect(await log.tree.nodes(1, 0, 10)).toHaveLength(2);
    expect(await log.tree.nodes(1, 1, 10)).toHaveLength(1);
    expect(await log.tree.nodes(1, 2, 10)).toEqual([]);
  });

  it('are made anew where what is stored of them is not as the records say', async () => {
    const log = await open();
    await log.append({ events: statements(FIRST, 'a') });
    const { root } = await new HeadSigner(log, key).extend();
    await log.tree.saveNodes([{ level: 1, index: 0, hash: 'f'.repeat(64) }]);
    expect(await verify(log)).toMatchObject({ ok: false, position: 1, isDerived: true });
    expect((await new HeadSigner(log, key).extend()).root).toEqual(root);
    expect(await verify(log)).toMatchObject({ ok: true });
  });

  it('are not signed when the records do not lead to a head that was', async () => {
    const log = await open();
    await log.append({ events: statements(3, 'a') });
    const other = new MemoryLog();
    await other.append({ events: statements(4, 'b') });
    const signed = await new HeadSigner(other, key).extend();
    await log.tree.saveHead(signed);
    await expect(new HeadSigner(log, key).extend()).rejects.toThrow(/records were cut off/);
    expect(await verify(log)).toMatchObject({ ok: false, position: 4, isDerived: false });
    await log.append({ events: statements(2, 'c') });
    await expect(new HeadSigner(log, key).extend()).rejects.toThrow(/were rewritten/);
    expect(await verify(log)).toMatchObject({ ok: false, position: 1, isDerived: false });
  });

  it('are begun anew by another key', async () => {
    const log = await open();
    await log.append({ events: statements(3, 'a') });
    await new HeadSigner(log, key).extend();
    const other = generateSigningKey('example.org/other');
    const { note } = await new HeadSigner(log, other).extend();
    expect((await log.tree.head())?.note).toBe(note);
    expect(openCheckpoint(note, other)).toMatchObject({ size: 3 });
  });
}
