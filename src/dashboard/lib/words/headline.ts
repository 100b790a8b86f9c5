/**
 * Where a negotiation stands, as a newspaper would print it. A pure function of the state: no code, slug
 * or instant of the record reaches the sentence, and what is only possible is said as such.
 */
import type { AgreementStatus, BoundState, RatificationState } from '../../generated/graphql.js';
import { capital, partyName } from './labels.js';
import { type ActivityStatus, BEFORE_A_DEAL, meansOf, type PhaseStatus } from './status.js';
import { boundsOf, daysOnly, sinceWords, whenWords } from '../time/edtfWords.js';

interface Party {
  readonly code: string;
  readonly name: string;
}

interface AgreementState {
  readonly slug: string;
  readonly status: AgreementStatus;
  readonly inForceFrom: string | null;
  readonly provisional: boolean;
  readonly byParty: readonly {
    readonly ratification: RatificationState;
    readonly bound: BoundState;
  }[];
}

export interface HeadlineState {
  readonly parties: readonly Party[];
  readonly phase: PhaseStatus;
  readonly activity: ActivityStatus & { readonly since: string };
  readonly agreements: readonly AgreementState[];
}

/** A clause of the sentence, with what it tells of and what joins it to the clause before. */
export interface HeadlineClause {
  readonly about: 'phase' | 'activity' | 'agreement';
  readonly joint: string;
  readonly words: string;
}

type Phase = PhaseStatus['value'];

/** More parties than this are counted, not named. */
const NAMED_PARTIES = 3;

/** "India and the United States", "the 14 parties". */
function partiesWords(parties: readonly Party[]): string {
  if (parties.length === 0) return 'the parties';
  if (parties.length > NAMED_PARTIES) return `the ${parties.length} parties`;
  const names = parties.map(partyName);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** What the parties did on a date: in the past tense, and after "may have". */
const DONE: Readonly<Partial<Record<Phase, string>>> = {
  LAUNCHED: 'launched talks',
  MANDATE_AGREED: 'agreed on terms of reference',
  FRAMEWORK_AGREED: 'agreed on a framework',
  CONCLUDED: 'concluded the text of an agreement',
  SIGNED: 'signed an agreement',
};

function phaseClause({ parties, phase, agreements }: HeadlineState): string {
  const { value, certainty } = phase;
  const date = daysOnly(phase.since);
  const since = sinceWords(date, meansOf(value));
  const when = whenWords(date);
  const maybe = certainty === 'POSSIBLE';
  const who = partiesWords(parties);
  const done = DONE[value];
  if (done !== undefined) return `${who} ${maybe ? 'may have ' : ''}${done} ${when}`;
  const have = maybe ? 'may have' : parties.length === 1 ? 'has' : 'have';
  const has = maybe ? 'may have' : 'has';
  const theirAgreement =
    parties.length === 0
      ? 'the agreement'
      : parties.length === 1
        ? `the agreement of ${who}`
        : `the agreement ${parties.length === 2 ? 'between' : 'among'} ${who}`;
  switch (value) {
    case 'NEGOTIATING':
      return `${who} ${have} been negotiating ${since}`;
    case 'RATIFYING':
      return `ratification of ${theirAgreement} ${has} been under way ${since}`;
    case 'IN_FORCE': {
      const inForce = agreements.filter(({ status }) => status === 'IN_FORCE');
      const provisionally = inForce.length > 0 && inForce.every(({ provisional }) => provisional);
      const how = provisionally ? 'provisionally ' : '';
      const first = inForce.find(({ inForceFrom }) => inForceFrom === phase.since);
      const bound = first ? boundIn(first) : 0;
      // Where parties are counted and not all are bound, the sentence counts those that are.
      if (parties.length > NAMED_PARTIES && bound > 0 && bound < parties.length)
        return `the agreement ${maybe ? 'may be' : 'is'} in force ${how}among ${bound} of ${parties.length} parties, first ${since}`;
      return `${theirAgreement} ${has} been in force ${how}${since}`;
    }
    case 'TERMINATED':
      return `${theirAgreement} ${maybe ? 'may have ended' : 'ended'} ${when}`;
    default:
      return `${who} ${have} been exploring whether to negotiate ${since}`;
  }
}

const TALKS = { ALL: 'talks', FORMAL_ROUNDS: 'formal rounds', IN_PERSON: 'meetings in person' };

/** Null where an agreement has been made and nothing says that talks stopped. */
function talksClause({ phase, activity }: HeadlineState): string | null {
  const { value, scope, certainty } = activity;
  const talks = TALKS[scope ?? 'ALL'];
  const date = daysOnly(activity.since);
  const may = certainty === 'POSSIBLE';
  switch (value) {
    case 'PAUSED':
      return `${talks} ${may ? 'may have' : 'have'} been paused ${sinceWords(date)}`;
    case 'TERMINATED':
      return `${talks} ${may ? 'may have been' : 'were'} broken off ${whenWords(date)}`;
    case 'ACTIVE':
      if (!BEFORE_A_DEAL.has(phase.value)) return null;
      return phase.value === 'NEGOTIATING' ? null : `${talks} ${may ? 'may continue' : 'continue'}`;
    case 'UNKNOWN':
      if (!BEFORE_A_DEAL.has(phase.value)) return null;
      return `nothing is on record of the ${talks} ${sinceWords(date, 'session')}`;
  }
}

const count = (
  { byParty }: AgreementState,
  fits: (party: AgreementState['byParty'][number]) => boolean,
): number => byParty.filter(fits).length;

const boundIn = (agreement: AgreementState): number =>
  count(agreement, ({ bound }) => /^(?:PROVISIONALLY|DEFINITIVELY)$/.test(bound));

/** What has been agreed and is still open; null where nothing is. `at` is in epoch milliseconds. */
function agreementClause({ parties, phase, agreements }: HeadlineState, at: number): string | null {
  const coming = agreements
    .filter(({ inForceFrom }) => (boundsOf(inForceFrom ?? '')?.from ?? -Infinity) > at)
    .map(({ inForceFrom }) => daysOnly(inForceFrom ?? ''));
  const [only] = agreements;
  switch (phase.value) {
    case 'FRAMEWORK_AGREED':
    case 'CONCLUDED':
      return 'no signature is on record';
    case 'SIGNED':
    case 'RATIFYING': {
      if (coming[0] !== undefined) return `it is to enter into force ${whenWords(coming[0])}`;
      if (agreements.length !== 1 || !only || only.byParty.length === 0) return null;
      const ratified = count(only, ({ ratification }) => ratification === 'COMPLETED');
      return ratified === 0
        ? 'no ratification is on record'
        : `${ratified} of ${only.byParty.length} parties ${ratified === 1 ? 'has' : 'have'} ratified it`;
    }
    case 'IN_FORCE': {
      if (agreements.length > 0 && agreements.every(({ status }) => status === 'SUSPENDED'))
        return 'it is suspended';
      if (agreements.length !== 1 || !only || only.status !== 'IN_FORCE') return null;
      const bound = boundIn(only);
      if (parties.length > NAMED_PARTIES || bound === 0 || bound === only.byParty.length)
        return null;
      return `it binds ${bound} of its ${only.byParty.length} parties`;
    }
    default:
      return null;
  }
}

/** The clauses of the sentence, in their order; `at` is the instant of the view in epoch milliseconds. */
export function headlineClauses(state: HeadlineState, at: number): readonly HeadlineClause[] {
  const talks = talksClause(state);
  const agreement = agreementClause(state, at);
  const isOpen = agreement?.startsWith('no ') === true && state.activity.value === 'ACTIVE';
  return [
    { about: 'phase', joint: '', words: capital(phaseClause(state)) },
    ...(talks === null ? [] : [{ about: 'activity' as const, joint: '; ', words: talks }]),
    ...(agreement === null
      ? []
      : [
          {
            about: 'agreement' as const,
            joint: talks === null ? '; ' : isOpen ? ', but ' : ', and ',
            words: agreement,
          },
        ]),
  ];
}

/** "India and the United States agreed on a framework on 6 February 2026; talks continue, but …" */
export const headline = (state: HeadlineState, at: number): string =>
  `${headlineClauses(state, at)
    .map(({ joint, words }) => joint + words)
    .join('')}.`;
