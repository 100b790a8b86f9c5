/**
 * The proof of an answer: the question, the answer, and every record of the log up to the view with
 * the one after it, under a signed head. All records are there because the head commits to nothing
 * less: that a record does not bear on a question is seen from its content alone.
 *
 *     parley.answer-proof@v1
 *     question <JSON>
 *     answer <JSON>
 *     record <canonical JSON>        each record from position 1 on
 *     <hash in Base64>               that the tree of the head begins with these records
 *
 *     <checkpoint>
 */
import { bytesOf, toBase64, toHex } from './bytes.js';
import { equalHashes, type Hash, isConsistent, leafHash, rootOfList } from './merkleTree.js';
import type { TreeHead } from './merkleTree.js';
import { entryOfBody } from './recordProof.js';
import { BadNote } from './signedNote.js';

const FIRST_LINE = 'parley.answer-proof@v1';
const MAX_HASHES = 63;
/** A proof longer than this, in characters, is neither made nor read. */
export const MAX_ANSWER_PROOF = 2_000_000;

export interface AnswerProof {
  readonly question: unknown;
  readonly answer: unknown;
  /** Bodies of the records from position 1 on. */
  readonly records: readonly string[];
  /** That the tree of the head begins with these records. */
  readonly hashes: readonly Hash[];
  /** A signed note. */
  readonly checkpoint: string;
}

export const answerProofText = (proof: AnswerProof): string =>
  [
    FIRST_LINE,
    `question ${JSON.stringify(proof.question)}`,
    `answer ${JSON.stringify(proof.answer)}`,
    ...proof.records.map((body) => `record ${body}`),
    ...proof.hashes.map(toBase64),
    '',
    proof.checkpoint,
  ].join('\n');

/** Whether a text begins as such a proof does. */
export const isAnswerProof = (text: string): boolean => text.startsWith(`${FIRST_LINE}\n`);

function json(line: string | undefined, name: string): unknown {
  try {
    if (line?.startsWith(`${name} `)) return JSON.parse(line.slice(name.length + 1));
  } catch {
    // Reported below.
  }
  throw new BadNote(`It is no proof of an answer: a line with "${name}" and JSON is missing.`);
}

const RECORD = 'record ';

/** Reads a proof; nothing of it is verified. Throws `BadNote`. */
export function parseAnswerProof(text: string): AnswerProof {
  if (text.length > MAX_ANSWER_PROOF)
    throw new BadNote(
      `It is longer than ${MAX_ANSWER_PROOF} characters: no proof of an answer is.`,
    );
  const end = text.indexOf('\n\n');
  const [first, question, answer, ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  if (first !== FIRST_LINE)
    throw new BadNote(`It is no proof of an answer: it must begin with ${FIRST_LINE}.`);
  const count = lines.findIndex((line) => !line.startsWith(RECORD));
  const records = lines.slice(0, count < 0 ? undefined : count);
  const hashes = lines.slice(records.length).map(bytesOf);
  if (hashes.length > MAX_HASHES || hashes.some((hash) => hash?.length !== 32))
    throw new BadNote('After its records, a proof holds hashes in Base64, each on its line.');
  return {
    question: json(question, 'question'),
    answer: json(answer, 'answer'),
    records: records.map((line) => line.slice(RECORD.length)),
    hashes: hashes as Hash[],
    checkpoint: text.slice(end + 2),
  };
}

/** A record under a head. */
export interface ProvedRecord {
  readonly body: string;
  /** SHA-256 of the body, in hex. */
  readonly hash: string;
}

interface Numbered {
  readonly id: unknown;
  readonly stream: unknown;
  readonly position: unknown;
  readonly revision: unknown;
  readonly recordedAt: string;
}

/** That positions, revisions and recorded instants run on without a gap, as in every sound log. */
class Order {
  #position = 0;
  #recorded = -Infinity;
  readonly #ids = new Set<unknown>();
  readonly #revisions = new Map<unknown, number>();

  next({ id, stream, position, revision, recordedAt }: Numbered): boolean {
    const nextRevision = (this.#revisions.get(stream) ?? 0) + 1;
    const recorded = Date.parse(recordedAt);
    const isNext =
      position === ++this.#position &&
      revision === nextRevision &&
      recorded >= this.#recorded &&
      !this.#ids.has(id);
    this.#ids.add(id);
    this.#revisions.set(stream, nextRevision);
    this.#recorded = recorded;
    return isNext;
  }
}

/**
 * The records of a proof, shown to be those with which the tree of a head begins, none left out. O(records).
 * Throws `BadNote` otherwise.
 */
export function checkRecords(
  { records, hashes }: Pick<AnswerProof, 'records' | 'hashes'>,
  head: TreeHead,
): readonly ProvedRecord[] {
  const entries = records.map(entryOfBody);
  const first = { size: records.length, root: rootOfList(entries.map(leafHash)) };
  const holds = first.size === head.size ? equalHashes(first.root, head.root) : first.size > 0;
  if (!holds || !isConsistent(first, head, hashes))
    throw new BadNote(
      `Its ${first.size} records are not the first of the ${head.size} under the signed head: one was changed, added or left out.`,
    );
  const order = new Order();
  return records.map((body, index) => {
    if (!order.next(numbered(body, index)))
      throw new BadNote(
        `The log is not sound at position ${index + 1}: its number, its revision, its id or its recorded instant does not follow.`,
      );
    return { body, hash: toHex(entries[index] ?? new Uint8Array()) };
  });
}

function numbered(body: string, index: number): Numbered {
  try {
    return JSON.parse(body) as Numbered;
  } catch {
    throw new BadNote(`The record at position ${index + 1} is no JSON.`);
  }
}
