/**
 * The phase of a negotiation: moved by what happened, never by what was hoped. An unexpected
 * transition is carried out all the same; `findings.ts` reports it.
 */
import { moment } from '../../../events/time/bounds.js';
import type { Answer, Fact, TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import { answerAt, factsBegunBy, mayHaveBegun, weakMemoize } from '../streamState/threeValued.js';

/** In the order a negotiation usually passes through them. */
export const PHASES = [
  'EXPLORATORY',
  'LAUNCHED',
  'MANDATE_AGREED',
  'NEGOTIATING',
  'FRAMEWORK_AGREED',
  'CONCLUDED',
  'SIGNED',
  'RATIFYING',
  'IN_FORCE',
  'TERMINATED',
] as const;
export type Phase = (typeof PHASES)[number];

export interface PhaseSpan {
  readonly value: Phase;
  /** EDTF: when the phase began, as far as known. */
  readonly since: string;
  /** How sure it is that it had begun by then, by any report of it. */
  readonly certainty: Answer;
  readonly setBy: Fact;
}

type Writable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

export interface Transition {
  readonly from: Phase;
  readonly to: Phase;
  readonly fact: TopicFact<'process'>;
}

const rank = (phase: Phase): number => PHASES.indexOf(phase);

/** The phase an event leads to from another; undefined when it leaves the phase as it is. */
function nextPhase(fact: TopicFact<'process'>, phase: Phase): Phase | undefined {
  const unlessFurther = (to: Phase) => (rank(phase) < rank(to) ? to : undefined);
  switch (fact.type) {
    case 'NegotiationLaunched':
      return 'LAUNCHED';
    case 'TermsOfReferenceAgreed':
      return unlessFurther('MANDATE_AGREED');
    case 'RoundHeld':
      return unlessFurther('NEGOTIATING');
    case 'FrameworkAgreed':
      return 'FRAMEWORK_AGREED';
    case 'AgreementConcluded':
      return 'CONCLUDED';
    case 'AgreementSigned':
      return 'SIGNED';
    case 'RatificationStepTaken':
      // Others may still ratify what already applies provisionally.
      return unlessFurther('RATIFYING');
    case 'AgreementEnteredIntoForce':
      return 'IN_FORCE';
    case 'AgreementTerminated':
      return 'TERMINATED';
    case 'TalksResumed':
      return fact.data.reopens ? 'NEGOTIATING' : undefined;
  }
}

/** When a process event bites: an agreement's entry into force or end may name its own date. */
function effectiveDate(
  fact: TopicFact<'process'>,
  zone: string,
): { at: Fact['began']; since: string } {
  if (
    (fact.type === 'AgreementEnteredIntoForce' || fact.type === 'AgreementTerminated') &&
    fact.data.effectiveFrom !== undefined
  )
    return {
      at: moment(fact.data.effectiveFrom, fact.event.timeZone ?? zone),
      since: fact.data.effectiveFrom,
    };
  return { at: fact.began, since: fact.occurred };
}

/** Every step on record, in order of when it bit. */
const allSteps = weakMemoize((knowledge: KnowledgeView) =>
  knowledge
    .factsOn('process')
    .map((fact) => ({ fact, ...effectiveDate(fact, knowledge.zone) }))
    .sort(
      (a, b) =>
        sortInstantOf(a.at) - sortInstantOf(b.at) || a.fact.event.position - b.fact.event.position,
    ),
);

/** Those that may have been taken by `at`. */
const stepsBy = (knowledge: KnowledgeView, at: number) =>
  allSteps(knowledge).filter((step) => mayHaveBegun(step.at, at));

const sortInstantOf = ({ min, max }: Fact['began']): number => (Number.isFinite(min) ? min : max);

/**
 * The whole course up to `at`, oldest first; empty when the negotiation has not begun. What
 * happened before a launch makes it EXPLORATORY.
 */
export function phasesOf(knowledge: KnowledgeView, at: number): readonly PhaseSpan[] {
  const spans: Writable<PhaseSpan>[] = [];
  const [first] = factsBegunBy(knowledge.factsOn('activity'), at);
  if (!first) return spans;
  for (const { fact, at: bounds, since } of stepsBy(knowledge, at)) {
    const last = spans.at(-1);
    // Another report of the same step may be surer of its date.
    if (last && last.value === nextPhase(fact, 'EXPLORATORY')) {
      if (answerAt(bounds, at) === 'CERTAIN') last.certainty = 'CERTAIN';
      continue;
    }
    const value = nextPhase(fact, last?.value ?? 'EXPLORATORY');
    if (value === undefined) continue;
    if (spans.length === 0 && first.sortInstant < sortInstantOf(bounds))
      spans.push(exploratory(first, at));
    spans.push({ value, since, certainty: answerAt(bounds, at), setBy: fact });
  }
  return spans.length > 0 ? spans : [exploratory(first, at)];
}

const exploratory = (first: Fact, at: number): PhaseSpan => ({
  value: 'EXPLORATORY',
  since: first.occurred,
  certainty: answerAt(first.began, at),
  setBy: first,
});

/** Every change of phase by `at`, for findings to judge. */
export function transitionsOf(knowledge: KnowledgeView, at: number): readonly Transition[] {
  const transitions: Transition[] = [];
  let from: Phase = 'EXPLORATORY';
  for (const { fact } of stepsBy(knowledge, at)) {
    const to = nextPhase(fact, from);
    if (to === undefined || to === from) continue;
    transitions.push({ from, to, fact });
    from = to;
  }
  return transitions;
}

/** The status in the words of the WTO's RTA-IS database. */
export function rtaStatus(phase: Phase): string {
  switch (phase) {
    case 'SIGNED':
    case 'RATIFYING':
      return 'Early announcement-Signed';
    case 'IN_FORCE':
      return 'In Force';
    case 'TERMINATED':
      return 'Inactive';
    default:
      return 'Early announcement-Under negotiation';
  }
}
