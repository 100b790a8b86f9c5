/** Where an agreement and its parties can stand. */
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

/** How one party is bound. `effect` is what made it so. */
export interface PartyState {
  readonly bound: BoundState;
  readonly from: Effect;
  readonly until: string | null;
}

/** Where an agreement stands at an instant. */
export interface CourseState {
  readonly status: AgreementStatus;
  readonly mode: ForceMode | null;
  /** Who is bound, by code, in the order of the parties. */
  readonly bound: readonly string[];
  readonly exceptParts: readonly string[];
}

/** A stretch of time with one state. */
export interface CourseSpan extends CourseState {
  readonly from: Effect;
  /** What ends it; null while nothing known does. */
  readonly until: Effect | null;
}

/** Where one thing leaves an agreement. */
export interface CourseStep {
  readonly effect: Effect;
  /** Whether what the fact says runs out. */
  readonly end: boolean;
  readonly status: AgreementStatus | undefined;
}

/** Steps that make an agreement, and the status that each brings. */
export const STATUS_OF = {
  FrameworkAgreed: 'FRAMEWORK_AGREED',
  AgreementConcluded: 'CONCLUDED',
  AgreementSigned: 'SIGNED',
} as const;

export const STEPS = ['FrameworkAgreed', 'AgreementConcluded', 'AgreementSigned'] as const;

/** Outcomes of a ratification step that move on. */
export const MOVES_ON: ReadonlySet<string> = new Set(['ADVANCED', 'COMPLETED']);

/** States in which a party is bound. */
export const BINDS: ReadonlySet<string> = new Set(['PROVISIONALLY', 'DEFINITIVELY', 'SUSPENDED']);

/** Stands for the parties of an agreement while none of them is known. */
export const ALL = '*';

export const sameState = (a: CourseState, b: CourseState): boolean =>
  a.status === b.status &&
  a.mode === b.mode &&
  a.bound.join() === b.bound.join() &&
  a.exceptParts.join('\n') === b.exceptParts.join('\n');
