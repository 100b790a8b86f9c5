/** The possible states of an agreement and of its parties. */
import type { EventData } from '../../../events/catalogue.js';
import type { Effect } from './agreementEffects.js';

export type AgreementStatus =
  | 'FRAMEWORK_AGREED'
  | 'CONCLUDED'
  | 'SIGNED'
  | 'RATIFYING'
  | 'IN_FORCE'
  | 'SUSPENDED'
  | 'LAPSED'
  | 'TERMINATED';

export type ForceMode = EventData<'AgreementEnteredIntoForce'>['mode'];
export type Ratification = NonNullable<EventData<'RatificationStepTaken'>['outcome']> | 'NONE';
export type BoundState = 'NOT' | 'PROVISIONALLY' | 'DEFINITIVELY' | 'SUSPENDED' | 'WITHDRAWN';

/** How one party is bound. */
export interface PartyState {
  readonly bound: BoundState;
  /** What bound or released it, and when. */
  readonly from: Effect;
}

/** The state of an agreement at an instant. */
export interface CourseState {
  readonly status: AgreementStatus;
  readonly mode: ForceMode | null;
  /** The codes of the parties bound, in the order of the parties. */
  readonly bound: readonly string[];
  readonly exceptParts: readonly string[];
}

/** A period with one state. */
export interface CourseSpan extends CourseState {
  readonly from: Effect;
  /** What ends it; null while no end is known. */
  readonly until: Effect | null;
}

/** The status of an agreement after one effect or expiry. */
export interface CourseStep {
  readonly effect: Effect;
  /** Whether it is the expiry of the fact. */
  readonly end: boolean;
  readonly status: AgreementStatus | undefined;
}

/** The steps towards an agreement, and the status that each leads to. */
export const STATUS_OF = {
  FrameworkAgreed: 'FRAMEWORK_AGREED',
  AgreementConcluded: 'CONCLUDED',
  AgreementSigned: 'SIGNED',
} as const;

export const STEPS = ['FrameworkAgreed', 'AgreementConcluded', 'AgreementSigned'] as const;

/** Outcomes of a ratification step that advance ratification. */
export const ADVANCING_OUTCOMES: ReadonlySet<string> = new Set(['ADVANCED', 'COMPLETED']);

/** States in which a party is bound. */
export const BINDS: ReadonlySet<string> = new Set(['PROVISIONALLY', 'DEFINITIVELY', 'SUSPENDED']);

/** The code used for the parties of an agreement while none of them is known. */
export const ALL = '*';

export const sameState = (a: CourseState, b: CourseState): boolean =>
  a.status === b.status &&
  a.mode === b.mode &&
  a.bound.join() === b.bound.join() &&
  a.exceptParts.join('\n') === b.exceptParts.join('\n');
