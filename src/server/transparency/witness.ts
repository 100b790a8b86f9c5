/**
 * A witness: signs the heads of other people's logs, each only after it has seen that the log begins
 * with what it signed before. So a log cannot show one history to some and another to others unless
 * its witnesses help.
 */
import { cosignatureLine, openCheckpoint, type SigningKey } from '../../proof/signing.js';
import { EMPTY_ROOT, isConsistent, type TreeHead } from '../../proof/merkleTree.js';
import { BadNote, type VerifierKey } from '../../proof/signedNote.js';
import { parseRequest, SIZE_TYPE } from './witnessProtocol.js';

/** The newest head signed of each log, by its origin. */
export interface WitnessState {
  head(origin: string): TreeHead | undefined;
  /** On disk when it returns. */
  save(origin: string, head: TreeHead): void;
}

export interface WitnessAnswer {
  readonly status: number;
  readonly body: string;
  readonly type: string;
}

const TEXT = 'text/plain; charset=utf-8';
const answer = (status: number, body: string, type = TEXT): WitnessAnswer => ({
  status,
  body,
  type,
});

export class Witness {
  constructor(
    readonly key: SigningKey,
    readonly logs: readonly VerifierKey[],
    private readonly state: WitnessState,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Answers `add-checkpoint`. Runs to its end without waiting, so that of two requests at once one is
   * judged after the other was saved.
   */
  addCheckpoint(text: string): WitnessAnswer {
    try {
      return this.#judge(text);
    } catch (error) {
      if (error instanceof BadNote) return answer(400, `${error.message}\n`);
      throw error;
    }
  }

  #judge(text: string): WitnessAnswer {
    const { oldSize, proof, note, checkpoint } = parseRequest(text);
    const { origin } = checkpoint;
    const keys = this.logs.filter(({ name }) => name === origin);
    if (keys.length === 0) return answer(404, 'This witness does not know a log of that name.\n');
    const head = keys.map((key) => openedBy(note, key)).find((opened) => opened !== undefined);
    if (!head)
      return answer(403, 'The checkpoint is not signed by a key that is known of this log.\n');
    if (oldSize > head.size)
      return answer(400, 'The old size must not be greater than that of the checkpoint.\n');
    const known = this.state.head(origin) ?? { size: 0, root: EMPTY_ROOT };
    if (oldSize !== known.size) return answer(409, `${known.size}\n`, SIZE_TYPE);
    if (!isConsistent(known, head, proof))
      return oldSize === head.size
        ? answer(409, `${known.size}\n`, SIZE_TYPE)
        : answer(422, 'The proof does not show that the log begins with what was signed before.\n');
    this.state.save(origin, head);
    const body = note.slice(0, note.lastIndexOf('\n\n') + 1);
    return answer(200, cosignatureLine(body, this.key, Math.floor(this.now() / 1000)));
  }
}

function openedBy(note: string, key: VerifierKey): TreeHead | undefined {
  try {
    return openCheckpoint(note, key);
  } catch (error) {
    if (error instanceof BadNote) return undefined;
    throw error;
  }
}
