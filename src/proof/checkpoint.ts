/** Checkpoints, the signed heads of a log (https://c2sp.org/tlog-checkpoint), and their cosignatures. */
import { bytesOf, toBase64 } from './bytes.js';
import { type Hash, type TreeHead } from './merkleTree.js';
import {
  BadNote,
  COSIGNATURE,
  ED25519,
  parseNote,
  signaturesBy,
  type SignedNote,
  type VerifierKey,
} from './signedNote.js';

export interface Checkpoint extends TreeHead {
  /** Names the log. */
  readonly origin: string;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

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

/** The bytes of a cosignature that tell its time. */
export const TIMESTAMP_BYTES = 8;

/** What a witness signs. */
export const cosignedText = (text: string, time: bigint): string =>
  `cosignature/v1\ntime ${time}\n${text}`;

/** A signature to be verified. */
export interface SignatureClaim {
  readonly key: VerifierKey;
  readonly message: string;
  readonly signature: Uint8Array;
}

function claimOf(text: string, key: VerifierKey, signature: Uint8Array): SignatureClaim {
  if (key.type === ED25519 || signature.length < TIMESTAMP_BYTES)
    return { key, message: text, signature };
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return { key, message: cosignedText(text, time), signature: signature.subarray(TIMESTAMP_BYTES) };
}

export interface VerifiedCheckpoint extends Checkpoint {
  /** The witnesses, of those asked about, that signed it. */
  readonly witnesses: readonly VerifierKey[];
}

export interface UnverifiedCheckpoint {
  /** The signatures by the keys that are known. */
  readonly claims: readonly SignatureClaim[];
  /**
   * The head, once it is known of each claim whether it holds. Throws `BadNote` where one does not,
   * or the log did not sign.
   */
  readonly open: (holds: readonly boolean[]) => VerifiedCheckpoint;
}

/** A checkpoint and what must hold for it to be believed. Throws `BadNote` when it is none. */
export function unverifiedCheckpoint(
  text: string,
  log: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): UnverifiedCheckpoint {
  const { checkpoint, note } = parseCheckpoint(text);
  const claims = signaturesBy(note, [log, ...witnesses]).map(({ key, signature }) =>
    claimOf(note.text, key, signature),
  );
  const open = (holds: readonly boolean[]): VerifiedCheckpoint => {
    const wrong = claims.find((_, index) => !holds[index]);
    if (wrong)
      throw new BadNote(`The signature of ${wrong.key.name} is wrong: the text was changed.`);
    const signers = claims.map(({ key }) => key);
    if (!signers.includes(log))
      throw new BadNote(`It is not signed by ${log.name} (key ${log.id}).`);
    if (checkpoint.origin !== log.name)
      throw new BadNote(`It is a head of ${checkpoint.origin}, not of ${log.name}.`);
    return { ...checkpoint, witnesses: signers.filter(({ type }) => type === COSIGNATURE) };
  };
  return { claims, open };
}
