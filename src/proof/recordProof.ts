/** The proof that a log holds a record: https://c2sp.org/tlog-proof. */
import { bytesOf, fromHex, toBase64, utf8 } from './bytes.js';
import { equalHashes, type Hash, leafHash, rootOfInclusion, type TreeHead } from './merkleTree.js';
import { sha256 } from './sha256.js';
import { BadNote } from './signedNote.js';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
const MAX_HASHES = 63;

export interface RecordProof {
  /** From 0: the position of the record less one. */
  readonly index: number;
  readonly hashes: readonly Hash[];
  /** A signed note. */
  readonly checkpoint: string;
  /** What was recorded: canonical JSON. */
  readonly body: string;
}

/** With the body of the record as its extra data, so that the proof says what it proves. */
export const recordProofText = ({ index, hashes, checkpoint, body }: RecordProof): string =>
  [
    FIRST_LINE,
    `extra ${toBase64(utf8(body))}`,
    `index ${index}`,
    ...hashes.map(toBase64),
    '',
    checkpoint,
  ].join('\n');

/** Reads a proof; nothing of it is verified. Throws `BadNote`. */
export function parseRecordProof(text: string): RecordProof {
  const end = text.indexOf('\n\n');
  const [first, extra = '', place = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  if (first !== FIRST_LINE) throw new BadNote(`It is no proof: it must begin with ${FIRST_LINE}.`);
  const body = extra.startsWith('extra ') ? bytesOf(extra.slice('extra '.length)) : undefined;
  if (!body)
    throw new BadNote('The proof does not hold the record: a line with "extra" and Base64.');
  const [, index] = /^index (0|[1-9]\d{0,14})$/u.exec(place) ?? [];
  const hashes = lines.map((line) => bytesOf(line));
  if (index === undefined || hashes.length > MAX_HASHES || hashes.some((h) => h?.length !== 32))
    throw new BadNote('It is no proof: an index, then hashes in Base64, each on its line.');
  return {
    index: Number(index),
    hashes: hashes as Hash[],
    checkpoint: text.slice(end + 2),
    body: new TextDecoder().decode(body),
  };
}

/** What a log proves of a record: the SHA-256 of its body, given in hex. */
export const entryOf = (recordHash: string): Uint8Array => fromHex(recordHash);

/** What a log proves of a record, by its body. */
export const entryOfBody = (body: string): Uint8Array => sha256(utf8(body));

/** Throws `BadNote` unless a proof shows its record to be under a head. */
export function checkRecordProof({ index, hashes, body }: RecordProof, head: TreeHead): void {
  const root = rootOfInclusion(index, head.size, leafHash(entryOfBody(body)), hashes);
  if (!root || !equalHashes(root, head.root))
    throw new BadNote(
      `The record is not at position ${index + 1} of the ${head.size} records under this head.`,
    );
}
