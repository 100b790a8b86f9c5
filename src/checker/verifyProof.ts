/**
 * `parley-verify`: checks proofs offline, without the server, the log or a network, in browsers and
 * in Node. It imports no module of the platform.
 */
import type { Question } from '../domain/answers/question.js';
import { isAnswerProof, parseAnswerProof } from '../proof/answerProof.js';
import { unverifiedCheckpoint, type VerifiedCheckpoint } from '../proof/checkpoint.js';
import { checkRecordProof, parseRecordProof } from '../proof/recordProof.js';
import { BadNote, parseVerifierKey, type VerifierKey } from '../proof/signedNote.js';
import { checkAnswer } from './checkAnswer.js';
import { isSigned } from './webSignature.js';

/** A proof does not hold, or a key cannot be read. The message says why. */
export { BadNote as BadProof };

export interface Keys {
  /** The public key of the log, as `parley key show` prints it. */
  readonly key: string;
  /** The public keys of witnesses that must have signed the head, too. */
  readonly witnesses?: readonly string[];
}

interface UnderHead {
  /** The log that signed the head. */
  readonly origin: string;
  /** The number of records under the head. */
  readonly size: number;
  /** The names of the witnesses that signed it. */
  readonly witnesses: readonly string[];
}

/** What a proof shows. */
export type Proved = UnderHead &
  (
    | { readonly kind: 'record'; readonly position: number; readonly body: string }
    | {
        readonly kind: 'answer';
        readonly question: Question;
        readonly answer: unknown;
        /** The number of records that it was computed from. */
        readonly records: number;
      }
  );

async function openedHead(
  checkpoint: string,
  log: VerifierKey,
  witnesses: readonly VerifierKey[],
): Promise<VerifiedCheckpoint> {
  const { claims, open } = unverifiedCheckpoint(checkpoint, log, witnesses);
  const head = open(await Promise.all(claims.map(isSigned)));
  const missing = witnesses.find((witness) => !head.witnesses.includes(witness));
  if (missing) throw new BadNote(`The head is not signed by the witness ${missing.name}.`);
  return head;
}

/** What a proof shows of a record or of an answer. Rejects with `BadProof` when it does not hold. */
export async function verifyProof(text: string, keys: Keys): Promise<Proved> {
  const log = parseVerifierKey(keys.key);
  const witnesses = (keys.witnesses ?? []).map(parseVerifierKey);
  const isAnswer = isAnswerProof(text);
  const proof = isAnswer ? parseAnswerProof(text) : parseRecordProof(text);
  const head = await openedHead(proof.checkpoint, log, witnesses);
  const under = {
    origin: head.origin,
    size: head.size,
    witnesses: head.witnesses.map(({ name }) => name),
  };
  if ('index' in proof) {
    checkRecordProof(proof, head);
    return { ...under, kind: 'record', position: proof.index + 1, body: proof.body };
  }
  const answer = checkAnswer(proof, head);
  const question = proof.question as Question;
  return { ...under, kind: 'answer', question, answer, records: proof.records.length };
}
