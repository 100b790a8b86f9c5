/** The status of a round in words, at the date of a view. */
import type { RoundStatus } from '../../generated/graphql.js';
import { boundsOf } from '../time/edtfWords.js';
import { ROUND_STATUS } from './labels.js';

/** A plan whose dates have passed without a word is no plan any more, and not held either. */
export function roundStatusWords(
  { status, dates }: { readonly status: RoundStatus; readonly dates: string },
  at: string,
): string {
  const isOver = status === 'SCHEDULED' && (boundsOf(dates)?.to ?? Infinity) < Date.parse(at);
  return isOver ? 'was planned; no word since' : ROUND_STATUS[status];
}
