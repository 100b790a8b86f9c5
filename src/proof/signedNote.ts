/** Signed notes with Ed25519: https://c2sp.org/signed-note. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

/** The signature types in use: of a log, and the timestamped one of a witness. */
export const ED25519 = 0x01;
export const COSIGNATURE = 0x04;
type SignatureType = typeof ED25519 | typeof COSIGNATURE;

/** A note longer than this is refused. */
const MAX_NOTE = 100_000;

export interface VerifierKey {
  /** A name without spaces and "+": a URL without its scheme, by custom. */
  readonly name: string;
  /** Eight hex digits. */
  readonly id: string;
  readonly type: SignatureType;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

export interface SigningKey extends VerifierKey {
  readonly privateKey: KeyObject;
}

export interface NoteSignature {
  readonly name: string;
  readonly id: string;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A text is no key, or no signed note. The message says what is wrong with it. */
export class BadNote extends Error {
  readonly code = 'BAD_NOTE';
  constructor(message: string) {
    super(message);
    this.name = 'BadNote';
  }
}

const isName = (name: string): boolean => name !== '' && !/[\s+]/u.test(name);

// The fixed beginnings of an Ed25519 key in DER: RFC 8410.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function keyId(name: string, type: SignatureType, publicKey: Uint8Array): string {
  const hash = createHash('sha256').update(`${name}\n`).update(Uint8Array.of(type));
  return hash.update(publicKey).digest('hex').slice(0, 8);
}

const publicKeyOf = (privateKey: KeyObject): Uint8Array =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(SPKI.length);

const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

/** The bytes of standard Base64; undefined for any other text. */
export function bytesOf(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return base64 !== '' && bytes.toString('base64') === base64 ? bytes : undefined;
}

function keyOf(text: string): { name: string; id: string; type: SignatureType; bytes: Buffer } {
  const [, name = '', id = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  const bytes = bytesOf(base64);
  if (!bytes || !isName(name)) throw new BadNote('It is no key: write NAME+ID+BASE64.');
  const [type] = bytes;
  if ((type !== ED25519 && type !== COSIGNATURE) || bytes.length !== 33)
    throw new BadNote('It is no Ed25519 key of a log (type 1) or of a witness (type 4).');
  return { name, id, type, bytes: bytes.subarray(1) };
}

/** Reads `name+id+base64`, as {@link verifierKeyText} writes it. Throws `BadNote`. */
export function parseVerifierKey(text: string): VerifierKey {
  const { name, id, type, bytes } = keyOf(text.trim());
  if (keyId(name, type, bytes) !== id)
    throw new BadNote(`The key of ${name} does not match its id ${id}: it was changed or cut.`);
  return { name, id, type, publicKey: Uint8Array.from(bytes) };
}

export const verifierKeyText = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${id}+${Buffer.from([type, ...publicKey]).toString('base64')}`;

const PRIVATE = 'PRIVATE+KEY+';

/** Reads `PRIVATE+KEY+name+id+base64`. Throws `BadNote`, whose message holds nothing of the key. */
export function parseSigningKey(text: string): SigningKey {
  const trimmed = text.trim();
  if (!trimmed.startsWith(PRIVATE))
    throw new BadNote('It is no private key: it must begin with PRIVATE+KEY+.');
  const { name, id, type, bytes } = keyOf(trimmed.slice(PRIVATE.length));
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
  return `${PRIVATE}${name}+${id}+${Buffer.from([type, ...seed]).toString('base64')}`;
}

/** The raw Ed25519 signature of a message. */
export const rawSignature = (message: string | Uint8Array, key: SigningKey): Uint8Array =>
  sign(undefined, Buffer.from(message), key.privateKey);

export function isSigned(message: string, signature: Uint8Array, key: VerifierKey): boolean {
  const der = Buffer.concat([SPKI, key.publicKey]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return signature.length === 64 && verify(undefined, Buffer.from(message), publicKey, signature);
}

export const signatureLine = ({ name, id, signature }: NoteSignature): string =>
  `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}\n`;

/** A text, which ends with a newline, signed by a log's key. */
export const signNote = (text: string, key: SigningKey): string =>
  `${text}\n${signatureLine({ ...key, signature: rawSignature(text, key) })}`;

/** One line of a signature. Throws `BadNote`. */
export function parseSignatureLine(line: string): NoteSignature {
  const [, name = '', base64 = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = bytesOf(base64);
  if (!bytes || bytes.length < 5 || !isName(name))
    throw new BadNote('A line after the empty one is no signature.');
  return { name, id: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}

/** Reads a note; its signatures are not verified. Throws `BadNote`. */
export function parseNote(note: string): SignedNote {
  if (note.length > MAX_NOTE) throw new BadNote('It is too long for a signed note.');
  if (/[\u0000-\u0009\u000b-\u001f]/u.test(note))
    throw new BadNote('It holds control characters, which a signed note may not.');
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n'))
    throw new BadNote('It is no signed note: a text, an empty line, and lines of signatures.');
  const lines = note.slice(split + 2, -1).split('\n');
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignatureLine) };
}

/**
 * The signatures of a note by these keys, all verified; those of other keys are left out. Throws
 * `BadNote` when one by a known key is wrong.
 */
export function verifiedSignatures<Key extends VerifierKey>(
  note: SignedNote,
  keys: readonly Key[],
  isValid: (note: SignedNote, signature: NoteSignature, key: Key) => boolean,
): readonly Key[] {
  return note.signatures.flatMap((signature) => {
    const key = keys.find(({ name, id }) => name === signature.name && id === signature.id);
    if (!key) return [];
    if (!isValid(note, signature, key))
      throw new BadNote(`The signature of ${key.name} is wrong: the text was changed.`);
    return [key];
  });
}
