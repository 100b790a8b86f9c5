/** What a log and a witness say to each other: https://c2sp.org/tlog-witness. */
import { type Checkpoint, parseCheckpoint } from '../../proof/checkpoint.js';
import type { Hash } from '../../proof/merkleTree.js';
import { BadNote } from '../../proof/signedNote.js';
import { bytesOf } from '../../proof/bytes.js';

export interface AddCheckpoint {
  /** The size of the newest checkpoint that the log knows the witness to have signed. */
  readonly oldSize: number;
  /** That the new tree begins with the old one. */
  readonly proof: readonly Hash[];
  /** A signed note. */
  readonly note: string;
}

const MAX_HASHES = 63;
/** The type of the answer that tells the size a witness knows. */
export const SIZE_TYPE = 'text/x.tlog.size';

export const requestText = ({ oldSize, proof, note }: AddCheckpoint): string =>
  [`old ${oldSize}`, ...proof.map((hash) => Buffer.from(hash).toString('base64')), '', note].join(
    '\n',
  );

/** Reads a request; no signature and no proof is verified. Throws `BadNote`. */
export function parseRequest(text: string): AddCheckpoint & { readonly checkpoint: Checkpoint } {
  const end = text.indexOf('\n\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  const [, oldSize] = /^old (0|[1-9]\d{0,14})$/u.exec(first) ?? [];
  const proof = lines.flatMap((line) => bytesOf(line) ?? []).filter(({ length }) => length === 32);
  if (oldSize === undefined || proof.length !== lines.length || proof.length > MAX_HASHES)
    throw new BadNote(
      'Write "old SIZE", at most 63 hashes in Base64, an empty line, a checkpoint.',
    );
  const note = text.slice(end + 2);
  return { oldSize: Number(oldSize), proof, note, checkpoint: parseCheckpoint(note).checkpoint };
}
