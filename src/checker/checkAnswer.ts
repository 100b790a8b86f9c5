/** Checks the proof of an answer: the log holds these records, and the answer follows from them. */
import { eventInBody } from '../../events/recordBody.js';
import { answerFrom } from '../domain/answers/answerFrom.js';
import type { Question } from '../domain/answers/question.js';
import { type AnswerProof, checkRecords } from '../proof/answerProof.js';
import type { TreeHead } from '../proof/merkleTree.js';
import { BadNote } from '../proof/signedNote.js';

/** Where two JSON values first differ, as a path; undefined where they do not. */
function difference(expected: unknown, found: unknown, path: string): string | undefined {
  if (Object.is(expected, found)) return undefined;
  if (!isContainer(expected) || !isContainer(found)) return path;
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const inside = difference(expected[key], found[key], path === '' ? key : `${path}.${key}`);
    if (inside !== undefined) return inside;
  }
  return Array.isArray(expected) === Array.isArray(found) ? undefined : path;
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

interface View {
  readonly position: number;
  readonly knownAt: string;
}

function computed(proof: AnswerProof, head: TreeHead): object {
  const events = checkRecords(proof, head).map(({ body, hash }) => eventInBody(body, hash));
  let answer: object | undefined;
  try {
    answer = answerFrom(events, proof.question as Question);
  } catch (error) {
    throw new BadNote(`The question cannot be answered from its records: ${String(error)}`);
  }
  if (!answer) throw new BadNote('By its records the negotiation had not begun at this view.');
  return JSON.parse(JSON.stringify(answer)) as object;
}

/**
 * The answer that a proof shows, computed again from its records. Throws `BadNote` when they are not
 * all that the log held at the view, or another answer follows from them.
 */
export function checkAnswer(proof: AnswerProof, head: TreeHead): unknown {
  const answer = computed(proof, head);
  const wrong = difference(answer, proof.answer, '');
  if (wrong !== undefined)
    throw new BadNote(
      `Another answer follows from the records: it differs at ${wrong || 'the top'}.`,
    );
  const { position, knownAt } = (answer as { readonly view: View }).view;
  const count = proof.records.length;
  if (position === count && count < head.size)
    throw new BadNote(
      `Records after position ${position} may have been known at ${knownAt}, too: the one that follows is left out.`,
    );
  return answer;
}
