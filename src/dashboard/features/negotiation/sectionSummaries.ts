/** What stands for a folded section, in one line of plain words. */
import { roundStatusWords } from '../../lib/words/roundStatus.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import {
  AGREEMENT_STATUS,
  capital,
  MEASURE_STATUS,
  MEETING_LEVEL,
  roundName,
} from '../../lib/words/labels.js';
import { targetCountWords } from '../../lib/words/targetWords.js';
import { PHASE_WORDS } from '../../lib/words/status.js';
import { dateWords, daysOnly, sinceWords } from '../../lib/time/edtfWords.js';

/** "2 in force, 1 ended": how many are in each state, in the order of the states. */
function countWords<S extends string>(
  items: readonly { readonly status: S }[],
  words: Readonly<Record<S, string>>,
): string {
  const states = Object.keys(words) as S[];
  return states
    .map((state) => [items.filter(({ status }) => status === state).length, words[state]] as const)
    .filter(([count]) => count > 0)
    .map(([count, state]) => `${count} ${state}`)
    .join(', ');
}

const day = (edtf: string): string => dateWords(daysOnly(edtf), 'session');

export const measuresSummary = (measures: Snapshot['measures']): string =>
  capital(countWords(measures, MEASURE_STATUS)) || 'None known';

export const targetsSummary = ({ targets }: Pick<Snapshot, 'targets'>): string =>
  capital(targetCountWords(targets)) || 'None set';

export const agreementsSummary = ({ agreements }: Pick<Snapshot, 'agreements'>): string =>
  agreements.map(({ title, status }) => `${title}: ${AGREEMENT_STATUS[status]}`).join('; ');

export function phasesSummary({ phase: { value, since } }: Pick<Snapshot, 'phase'>): string {
  return `${PHASE_WORDS[value]}, ${sinceWords(daysOnly(since), 'session')}`;
}

export function roundsSummary(rounds: Snapshot['rounds'], at: string): string {
  const last = rounds.at(-1);
  return last
    ? `Latest: ${roundName(last, 'a round')}, ${day(last.dates)}, ${roundStatusWords(last, at)}`
    : 'None known yet';
}

export function meetingsSummary({ meetings }: Pick<Snapshot, 'meetings'>): string {
  const last = meetings.at(-1);
  return last
    ? `Latest: ${MEETING_LEVEL[last.level].toLowerCase()}, ${day(last.dates)}`
    : 'None known yet';
}

export function statementsSummary({ statements }: Pick<Snapshot, 'statements'>): string {
  const last = statements.edges.at(-1)?.node;
  return last ? `Latest: ${last.speaker}, ${day(last.occurred)}` : 'None on record';
}
