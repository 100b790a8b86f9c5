/** What is sent in words: the text of drafts, and the reason of a decision. */
import { isStorable, UNSTORABLE } from '../../../events/envelope.js';
import { LogDamaged } from '../../log/core/errors.js';
import { sha256 } from '../../log/core/recordCodec.js';
import type { ProposalStore } from '../../log/core/stores/proposalStore.js';
import { EventsRefused } from '../errors.js';
import { MAX_TEXT } from './proposal.js';

/** The text that drafts rest on. */
export interface TextOfDrafts {
  readonly text: string;
  /** Whether the text may be kept; otherwise only its hash and the words quoted are. */
  readonly keep?: boolean | undefined;
  /** The day of the report, `YYYY-MM-DD`: dates such as "last week" are counted from it. */
  readonly day?: string | undefined;
}

/** Longest reason of a decision. */
const MAX_REASON = 2_000;

/** Throws `EventsRefused` for a reason that is blank or too long. */
export function checkReason(reason: string | undefined): void {
  if (reason === undefined) return;
  const wrong =
    reason.trim() === ''
      ? 'is blank: say why'
      : reason.length > MAX_REASON
        ? `has ${reason.length} characters: at most ${MAX_REASON}`
        : isStorable(reason)
          ? undefined
          : UNSTORABLE;
  if (wrong !== undefined)
    throw new EventsRefused([{ path: 'reason', code: 'INVALID', message: wrong }]);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Throws `EventsRefused` for a text that is blank or too long, and for a day that is none. */
export function checkText({ text, day }: TextOfDrafts): void {
  const problem = (path: string, code: string, message: string) =>
    new EventsRefused([{ path, code, message }]);
  if (text.trim() === '')
    throw problem('text', 'INVALID', 'is blank: send the words of the report');
  if (text.length > MAX_TEXT)
    throw problem('text', 'INVALID', `has ${text.length} characters: at most ${MAX_TEXT}`);
  if (!isStorable(text)) throw problem('text', 'INVALID', UNSTORABLE);
  if (day !== undefined && !(DAY.test(day) && !Number.isNaN(Date.parse(day))))
    throw problem('day', 'INVALID', 'is not a day, such as 2025-11-05');
}

/** A text that was kept; undefined when it was not. Throws `LogDamaged` for one that has another hash. */
export async function keptText(store: ProposalStore, hash: string): Promise<string | undefined> {
  const text = await store.text(hash);
  if (text !== undefined && sha256(text) !== hash)
    throw new LogDamaged(`the text kept under the hash ${hash} has another`);
  return text;
}
