/** The shipped record with a signed head, and proofs of what it answers. */
import { HeadSigner } from '../../src/app/transparency/headSigner.js';
import type { Parley } from '../../src/app/parley.js';
import { verifierKeyText } from '../../src/proof/signedNote.js';
import { generateSigningKey, type SigningKey } from '../../src/proof/signing.js';
import { shippedRecord } from './record.js';

export const LOG_KEY = generateSigningKey('example.org/parley');
export const LOG_KEY_TEXT = verifierKeyText(LOG_KEY);

/** In the middle of the shipped record, which goes on after it. */
export const PINNED = { at: '2025-09-10', knownAt: '2026-11-24' };

export async function signedRecord(key: SigningKey = LOG_KEY): Promise<Parley> {
  const parley = await shippedRecord();
  await new HeadSigner(parley.log, key).extend();
  return parley;
}

export async function negotiationProof(parley: Parley, slug: string, asOf = PINNED) {
  const result = await parley.negotiation(slug, asOf);
  if (!result) throw new Error(`${slug} had not begun at this view`);
  return parley.proofs.answers.ofNegotiation(result);
}
