/** Checkpoints, the signed heads of a log (https://c2sp.org/tlog-checkpoint), and their cosignatures. */
import { type Hash, type TreeHead } from './merkleTree.js';
import {
  BadNote,
  bytesOf,
  COSIGNATURE,
  ED25519,
  isSigned,
  type NoteSignature,
  parseNote,
  rawSignature,
  signatureLine,
  type SignedNote,
  signNote,
  type SigningKey,
  type VerifierKey,
  verifiedSignatures,
} from './signedNote.js';

export interface Checkpoint extends TreeHead {
  /** Names the log. */
  readonly origin: string;
}

const textOf = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

/** A head of the log that the key names, signed. */
export const signCheckpoint = ({ size, root }: TreeHead, key: SigningKey): string =>
  signNote(textOf({ origin: key.name, size, root }), key);

function parseText(text: string): Checkpoint {
  const [origin = '', size = '', base64 = '', ...rest] = text.split('\n');
  const root: Hash | undefined = bytesOf(base64);
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/u.test(size) || root?.length !== 32)
    throw new BadNote('It is no checkpoint: a name, a size and a hash, each on its line.');
  if (rest.slice(0, -1).includes('')) throw new BadNote('It holds an empty line.');
  return { origin, size: Number(size), root };
}

/** A checkpoint and its signatures, not verified. Throws `BadNote`. */
export function parseCheckpoint(note: string): { checkpoint: Checkpoint; note: SignedNote } {
  const parsed = parseNote(note);
  return { checkpoint: parseText(parsed.text), note: parsed };
}

const TIMESTAMP_BYTES = 8;

const cosigned = (text: string, time: bigint): string => `cosignature/v1\ntime ${time}\n${text}`;

/** The line by which a witness signs a checkpoint at a time, in seconds since 1970. */
export function cosignatureLine(text: string, key: SigningKey, time: number): string {
  const timestamp = Buffer.alloc(TIMESTAMP_BYTES);
  timestamp.writeBigUInt64BE(BigInt(time));
  const signature = rawSignature(cosigned(text, BigInt(time)), key);
  return signatureLine({ ...key, signature: Buffer.concat([timestamp, signature]) });
}

function isValid({ text }: SignedNote, { signature }: NoteSignature, key: VerifierKey): boolean {
  if (key.type === ED25519) return isSigned(text, signature, key);
  const bytes = Buffer.from(signature);
  if (bytes.length !== TIMESTAMP_BYTES + 64) return false;
  return isSigned(cosigned(text, bytes.readBigUInt64BE()), bytes.subarray(TIMESTAMP_BYTES), key);
}

export interface VerifiedCheckpoint extends Checkpoint {
  /** The witnesses, of those asked about, that signed it. */
  readonly witnesses: readonly VerifierKey[];
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
  const { checkpoint, note: parsed } = parseCheckpoint(note);
  const signers = verifiedSignatures(parsed, [log, ...witnesses], isValid);
  if (!signers.includes(log)) throw new BadNote(`It is not signed by ${log.name} (key ${log.id}).`);
  if (checkpoint.origin !== log.name)
    throw new BadNote(`It is a head of ${checkpoint.origin}, not of ${log.name}.`);
  return { ...checkpoint, witnesses: signers.filter(({ type }) => type === COSIGNATURE) };
}
