/** How fresh the record of a negotiation is, in words. */
import { boundsOf, dateWords } from '../../time/edtfWords.js';

/**
 * How far someone looked for news, and what that says of the time since the newest event. Without a check
 * on record, silence says nothing; it is never told as "no news".
 */
export function checkedWords(
  checkedThrough: string | null,
  /** When the newest event happened; null where nothing has. */
  newest: string | null,
): string {
  if (checkedThrough === null)
    return 'No check of sources is on record, so that later news may be missing';
  const words = dateWords(checkedThrough);
  const checked = boundsOf(checkedThrough)?.to;
  const last = boundsOf(newest ?? '')?.to;
  if (checked === undefined || last === undefined) return `Sources checked through ${words}`;
  return checked >= last
    ? `Sources checked through ${words}; nothing since`
    : `Sources last checked through ${words}, before that event`;
}
