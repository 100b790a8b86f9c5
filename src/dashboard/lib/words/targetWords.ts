/** How a target stands, where an event may have met it without anyone having said so. */
import type { TargetStatus } from '../../generated/graphql.js';
import { dateWords } from '../time/edtfWords.js';
import { TARGET_STATUS } from './labels.js';

/** The finding that a target may be met. */
export const PERHAPS_MET = 'TARGET_PERHAPS_MET';

interface Target {
  readonly status: TargetStatus;
  readonly perhapsMetBy: { readonly summary: string; readonly occurred: string } | null;
}

const PERHAPS = 'perhaps met, no word';

/** "not due yet", "overdue, no word"; "perhaps met, no word" where an event may have met it. */
export const targetStatusWords = ({ status, perhapsMetBy }: Target): string =>
  perhapsMetBy ? PERHAPS : TARGET_STATUS[status];

/** "Signed: India-US trade agreement, 24 November 2026"; null where no event may have met it. */
export const perhapsMetWords = ({ perhapsMetBy }: Target): string | null =>
  perhapsMetBy && `${perhapsMetBy.summary}, ${dateWords(perhapsMetBy.occurred)}`;

/** "1 overdue, no word, 1 not due yet": how many targets stand in each way. */
export function targetCountWords(targets: readonly Target[]): string {
  const stands = targets.map(targetStatusWords);
  return [...Object.values(TARGET_STATUS), PERHAPS]
    .map((words) => [stands.filter((each) => each === words).length, words] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}
