/** The status of talks in one sentence. */
import type { ActivityState, Answer, Phase, TalksScope } from '../../generated/graphql.js';
import { type IntervalMeans, sinceWords, whenWords } from '../time/edtfWords.js';

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  EXPLORATORY: 'Exploring whether to negotiate',
  LAUNCHED: 'Launched',
  MANDATE_AGREED: 'Terms of reference agreed',
  NEGOTIATING: 'Negotiating',
  FRAMEWORK_AGREED: 'Framework agreed',
  CONCLUDED: 'Text concluded',
  SIGNED: 'Signed',
  RATIFYING: 'Being ratified',
  IN_FORCE: 'In force',
  TERMINATED: 'Agreement ended',
};

/** Activity in words, by scope. */
const ACTIVITY_WORDS: Readonly<Record<ActivityState, Readonly<Record<TalksScope, string>>>> = {
  ACTIVE: {
    ALL: 'talks going on',
    FORMAL_ROUNDS: 'formal rounds going on',
    IN_PERSON: 'meetings in person going on',
  },
  PAUSED: {
    ALL: 'talks paused',
    FORMAL_ROUNDS: 'formal rounds paused',
    IN_PERSON: 'meetings in person paused',
  },
  TERMINATED: {
    ALL: 'talks broken off',
    FORMAL_ROUNDS: 'formal rounds broken off',
    IN_PERSON: 'meetings in person broken off',
  },
  UNKNOWN: {
    ALL: 'no news of the talks for over nine months',
    FORMAL_ROUNDS: 'no news of formal rounds for over nine months',
    IN_PERSON: 'no news of meetings in person for over nine months',
  },
};

/** Phases stated with "since"; the others with the day on which they were reached. */
const LASTING: ReadonlySet<Phase> = new Set([
  'EXPLORATORY',
  'NEGOTIATING',
  'RATIFYING',
  'IN_FORCE',
]);

/** Phases in which a deal is still to be made: whether talks go on is part of where it stands. */
export const BEFORE_A_DEAL: ReadonlySet<Phase> = new Set([
  'EXPLORATORY',
  'LAUNCHED',
  'MANDATE_AGREED',
  'NEGOTIATING',
  'FRAMEWORK_AGREED',
  'CONCLUDED',
]);

/** Phases that a round or a meeting can start: their dates are the days of that session. */
const SESSION_PHASES: ReadonlySet<Phase> = new Set(['NEGOTIATING']);

export interface PhaseStatus {
  readonly value: Phase;
  readonly since: string;
  readonly certainty: Answer;
}

export interface ActivityStatus {
  readonly value: ActivityState;
  readonly scope: TalksScope | null;
  readonly certainty: Answer;
}

export const meansOf = (phase: Phase): IntervalMeans =>
  SESSION_PHASES.has(phase) ? 'session' : 'window';

/**
 * "Negotiating since 26–29 March 2025", "Framework agreed on 6 February 2026"; "possibly" when the
 * dates leave it open.
 */
export function phaseWords({ value, since, certainty }: PhaseStatus): string {
  const when = LASTING.has(value) ? sinceWords(since, meansOf(value)) : whenWords(since);
  const words = `${PHASE_WORDS[value]} ${when}`;
  return certainty === 'POSSIBLE' ? `Possibly ${lower(words)}` : words;
}

/** "formal rounds possibly paused". */
export function activityWords({ value, scope, certainty }: ActivityStatus): string {
  const words = ACTIVITY_WORDS[value][scope ?? 'ALL'];
  if (certainty === 'CERTAIN' || value === 'UNKNOWN') return words;
  return words.replace(/(paused|broken off|going on)/, 'possibly $1');
}

/**
 * Both: "Negotiating since April 2025; formal rounds possibly paused". Once a deal is made nobody
 * expects talks: then only that they were paused or broken off is told.
 */
export function statusWords(phase: PhaseStatus, activity: ActivityStatus): string {
  const stopped = activity.value === 'PAUSED' || activity.value === 'TERMINATED';
  return stopped || BEFORE_A_DEAL.has(phase.value)
    ? `${phaseWords(phase)}; ${activityWords(activity)}`
    : phaseWords(phase);
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
