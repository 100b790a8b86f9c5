/** Keys that sign, and signatures made and verified at once: by the cryptography of Node. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { toBase64, utf8 } from './bytes.js';
import {
  checkpointText,
  cosignedText,
  TIMESTAMP_BYTES,
  unverifiedCheckpoint,
  type SignatureClaim,
  type VerifiedCheckpoint,
} from './checkpoint.js';
import type { TreeHead } from './merkleTree.js';
import {
  BadNote,
  ED25519,
  isName,
  keyId,
  keyParts,
  signatureLine,
  type SignatureType,
  type VerifierKey,
} from './signedNote.js';

export interface SigningKey extends VerifierKey {
  readonly privateKey: KeyObject;
}

// The fixed beginnings of an Ed25519 key in DER: RFC 8410.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const publicKeyOf = (privateKey: KeyObject): Uint8Array =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(SPKI.length);

const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

const PRIVATE = 'PRIVATE+KEY+';

/** Reads `PRIVATE+KEY+name+id+base64`. Throws `BadNote`, whose message holds nothing of the key. */
export function parseSigningKey(text: string): SigningKey {
  const trimmed = text.trim();
  if (!trimmed.startsWith(PRIVATE))
    throw new BadNote('It is no private key: it must begin with PRIVATE+KEY+.');
  const { name, id, type, bytes } = keyParts(trimmed.slice(PRIVATE.length));
  return signingKey(name, type, privateKeyOf(bytes), id);
}

function signingKey(name: string, type: SignatureType, privateKey: KeyObject, id?: string) {
  const publicKey = publicKeyOf(privateKey);
  const ownId = keyId(name, type, publicKey);
  if (id !== undefined && id !== ownId)
    throw new BadNote(`The private key of ${name} does not match its id: it was changed or cut.`);
  return { name, id: ownId, type, publicKey, privateKey };
}

/** A new key. Throws `BadNote` for a name with spaces or "+". */
export function generateSigningKey(name: string, type: SignatureType = ED25519): SigningKey {
  if (!isName(name))
    throw new BadNote('A key needs a name without spaces and "+", such as example.org/parley.');
  return signingKey(name, type, generateKeyPairSync('ed25519').privateKey);
}

export function signingKeyText({ name, id, type, privateKey }: SigningKey): string {
  const seed = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(PKCS8.length);
  return `${PRIVATE}${name}+${id}+${toBase64(Uint8Array.of(type, ...seed))}`;
}

/** The raw Ed25519 signature of a message. */
const rawSignature = (message: string | Uint8Array, key: SigningKey): Uint8Array =>
  sign(undefined, Buffer.from(message), key.privateKey);

/** Whether the key made this signature of the message. */
export function isSigned({ message, signature, key }: SignatureClaim): boolean {
  const der = Buffer.concat([SPKI, key.publicKey]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return signature.length === 64 && verify(undefined, Buffer.from(message), publicKey, signature);
}

/** A text, which ends with a newline, signed by a log's key. */
export const signNote = (text: string, key: SigningKey): string =>
  `${text}\n${signatureLine({ ...key, signature: rawSignature(text, key) })}`;

/** A head of the log that the key names, signed. */
export const signCheckpoint = ({ size, root }: TreeHead, key: SigningKey): string =>
  signNote(checkpointText({ origin: key.name, size, root }), key);

/** The line by which a witness signs a checkpoint at a time, in seconds since 1970. */
export function cosignatureLine(text: string, key: SigningKey, time: number): string {
  const timestamp = Buffer.alloc(TIMESTAMP_BYTES);
  timestamp.writeBigUInt64BE(BigInt(time));
  const signature = rawSignature(utf8(cosignedText(text, BigInt(time))), key);
  return signatureLine({ ...key, signature: Buffer.concat([timestamp, signature]) });
}

/**
 * The head that a note tells, signed by the log. Throws `BadNote` when it is no checkpoint, of another
 * log, not signed by the log's key, or a signature by a known key is wrong.
 */
export function openCheckpoint(
  note: string,
  log: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): VerifiedCheckpoint {
  const { claims, open } = unverifiedCheckpoint(note, log, witnesses);
  return open(claims.map(isSigned));
}
