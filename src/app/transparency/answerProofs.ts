/** Proofs of whole answers: see `src/proof/answerProof.ts` for what one holds. */
import { dutyAnswerJson, negotiationJson } from '../../domain/answers/answerJson.js';
import type { PinnedAsOf, Question } from '../../domain/answers/question.js';
import type { DutyView } from '../../domain/duty/duty.js';
import type { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { answerProofText, MAX_ANSWER_PROOF } from '../../proof/answerProof.js';
import type { Hash, TreeHead } from '../../proof/merkleTree.js';
import type { AsOfResult, View } from '../queries/asOf.js';
import { LogNotSigned, NotInTree, ProofTooLarge, ViewNotPinned } from './errors.js';

/** A question with its answer, and the view it was computed for. */
interface ProvableAnswer {
  readonly question: Question;
  readonly answer: () => object;
  readonly view: View;
}

/** The signed head, and that the tree under it begins with fewer records. */
interface Heads {
  head(): Promise<(TreeHead & { readonly note: string }) | undefined>;
  consistency(size: number, head: TreeHead): Promise<readonly Hash[]>;
}

export class AnswerProofs {
  constructor(
    readonly log: EventLog,
    readonly heads: Heads,
  ) {}

  /** The proof of where a negotiation stood. The answer must be complete. */
  ofNegotiation(result: AsOfResult<NegotiationView>): Promise<string> {
    const { subject, view, asOf } = result;
    const question = { negotiation: subject.slug, asOf: asOf as PinnedAsOf };
    return this.of({ question, view, answer: () => negotiationJson(result) });
  }

  /** The proof of a duty. */
  ofDuty({ subject, view, asOf }: AsOfResult<DutyView>): Promise<string> {
    const question = { duty: subject.question, asOf: asOf as PinnedAsOf };
    return this.of({ question, view, answer: () => dutyAnswerJson({ subject, view }) });
  }

  /**
   * The proof file of an answer. O(records up to the view). Throws `ViewNotPinned`, `LogNotSigned`,
   * `ProofTooLarge`, and `NotInTree` while the view is ahead of the signed head.
   */
  private async of({ question, answer, view }: ProvableAnswer): Promise<string> {
    if (!view.immutable) throw new ViewNotPinned();
    const head = await this.heads.head();
    if (!head) throw new LogNotSigned();
    if (view.position > head.size) throw new NotInTree(view.position, head.size);
    // The record after the view shows that no further one was known by then.
    const count = Math.min(view.position + 1, head.size);
    const records = await this.#bodies(count);
    const hashes = count === head.size ? [] : await this.heads.consistency(count, head);
    const text = answerProofText({
      question,
      answer: answer(),
      records,
      hashes,
      checkpoint: head.note,
    });
    if (text.length > MAX_ANSWER_PROOF) throw new ProofTooLarge(MAX_ANSWER_PROOF);
    return text;
  }

  async #bodies(count: number): Promise<readonly string[]> {
    const bodies: string[] = [];
    let length = 0;
    for await (const page of this.log.records()) {
      for (const { body } of page.slice(0, count - bodies.length)) {
        length += body.length;
        bodies.push(body);
      }
      if (length > MAX_ANSWER_PROOF) throw new ProofTooLarge(MAX_ANSWER_PROOF);
      if (bodies.length >= count) break;
    }
    return bodies;
  }
}
