/** Signed notes with Ed25519: https://c2sp.org/signed-note. Reads them; `signing.ts` signs. */
import { bytesOf, concat, fromHex, toBase64, toHex, utf8 } from './bytes.js';
import { sha256 } from './sha256.js';

/** The signature types in use: of a log, and the timestamped one of a witness. */
export const ED25519 = 0x01;
export const COSIGNATURE = 0x04;
export type SignatureType = typeof ED25519 | typeof COSIGNATURE;

const isType = (type: number): type is SignatureType => type === ED25519 || type === COSIGNATURE;

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

export const isName = (name: string): boolean => name !== '' && !/[\s+]/u.test(name);

export const keyId = (name: string, type: SignatureType, publicKey: Uint8Array): string =>
  toHex(sha256(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).slice(0, 8);

/** The parts of `name+id+base64`, not checked against each other. Throws `BadNote`. */
export function keyParts(text: string) {
  const [, name = '', id = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  const bytes = bytesOf(base64);
  if (!bytes || !isName(name)) throw new BadNote('It is no key: write NAME+ID+BASE64.');
  const [type = 0] = bytes;
  if (!isType(type) || bytes.length !== 33)
    throw new BadNote('It is no Ed25519 key of a log (type 1) or of a witness (type 4).');
  return { name, id, type, bytes: bytes.subarray(1) };
}

/** Reads `name+id+base64`, as {@link verifierKeyText} writes it. Throws `BadNote`. */
export function parseVerifierKey(text: string): VerifierKey {
  const { name, id, type, bytes } = keyParts(text.trim());
  if (keyId(name, type, bytes) !== id)
    throw new BadNote(`The key of ${name} does not match its id ${id}: it was changed or cut.`);
  return { name, id, type, publicKey: Uint8Array.from(bytes) };
}

export const verifierKeyText = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${id}+${toBase64(Uint8Array.of(type, ...publicKey))}`;

export const signatureLine = ({ name, id, signature }: NoteSignature): string =>
  `— ${name} ${toBase64(concat(fromHex(id), signature))}\n`;

/** One line of a signature. Throws `BadNote`. */
export function parseSignatureLine(line: string): NoteSignature {
  const [, name = '', base64 = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = bytesOf(base64);
  if (!bytes || bytes.length < 5 || !isName(name))
    throw new BadNote('A line after the empty one is no signature.');
  return { name, id: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
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

/** The signatures of a note by these keys; those by others are left out. None is verified. */
export const signaturesBy = <Key extends VerifierKey>(note: SignedNote, keys: readonly Key[]) =>
  note.signatures.flatMap(({ name, id, signature }) => {
    const key = keys.find((each) => each.name === name && each.id === id);
    return key ? [{ key, signature }] : [];
  });
