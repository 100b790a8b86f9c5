/** Histories that a log shows to some and takes back from others: what a witness refuses, a checker misses. */
import { describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { verifyProof } from '../../src/checker/verifyProof.js';
import type { TreeHead } from '../../src/proof/merkleTree.js';
import { COSIGNATURE, verifierKeyText } from '../../src/proof/signedNote.js';
import { generateSigningKey } from '../../src/proof/signing.js';
import { Witness } from '../../src/server/transparency/witness.js';
import { requestText } from '../../src/server/transparency/witnessProtocol.js';
import { LOG_KEY, LOG_KEY_TEXT, negotiationProof, signedRecord } from '../support/provedAnswers.js';
import { HeadSigner } from '../../src/app/transparency/headSigner.js';
import { INDIA_US, shippedRecord } from '../support/record.js';

const WITNESS_KEY = generateSigningKey('witness.example.org', COSIGNATURE);
const keys = { key: LOG_KEY_TEXT, witnesses: [verifierKeyText(WITNESS_KEY)] };

function newWitness(): Witness {
  const heads = new Map<string, TreeHead>();
  const state = {
    head: (origin: string) => heads.get(origin),
    save: (origin: string, head: TreeHead) => void heads.set(origin, head),
  };
  return new Witness(WITNESS_KEY, [LOG_KEY], state);
}

/** Has the head of a log signed, as its server does, and keeps what the witness adds. */
async function witnessed(parley: Parley, witness: Witness, known = 0) {
  const signer = new HeadSigner(parley.log, LOG_KEY);
  const head = await signer.extend();
  const proof = known > head.size ? [] : await parley.proofs.consistency(known, head);
  const { status, body } = witness.addCheckpoint(
    requestText({ oldSize: known, proof, note: head.note }),
  );
  if (status === 200) await signer.keepCosigned({ size: head.size, note: head.note + body });
  return status;
}

/** A log of the same name and key that holds less, or something else. */
async function otherHistory(): Promise<Parley> {
  const parley = await shippedRecord(undefined, INDIA_US);
  await new HeadSigner(parley.log, LOG_KEY).extend();
  return parley;
}

describe('with a witness, the offline checker catches', () => {
  it('a split view: of two histories the second is not witnessed', async () => {
    const [first, second] = [await signedRecord(), await otherHistory()];
    const witness = newWitness();
    expect(await witnessed(first, witness)).toBe(200);
    expect(await witnessed(second, witness)).toBe(409);
    const [shown, other] = await Promise.all(
      [first, second].map((parley) => negotiationProof(parley, 'in-us-bta')),
    );
    expect(await verifyProof(shown!, keys)).toMatchObject({ witnesses: ['witness.example.org'] });
    expect(await verifyProof(other!, { key: LOG_KEY_TEXT })).toMatchObject({ witnesses: [] });
    await expect(verifyProof(other!, keys)).rejects.toThrow(
      'not signed by the witness witness.example.org',
    );
  });

  it('a log that was rolled back: its older head is not witnessed again', async () => {
    const [whole, rolledBack] = [await signedRecord(), await otherHistory()];
    const witness = newWitness();
    expect(await witnessed(whole, witness)).toBe(200);
    const { position } = await whole.head();
    expect(await witnessed(rolledBack, witness, position)).toBe(400);
    await expect(
      verifyProof(await negotiationProof(rolledBack, 'in-us-bta'), keys),
    ).rejects.toThrow('not signed by the witness');
  });
});
