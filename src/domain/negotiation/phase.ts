/**
 * The phase of a negotiation, set by events that happened and never by plans. An unexpected
 * transition is applied all the same; `findings.ts` reports it.
 */
import { moment } from '../../../events/time/bounds.js';
import type { Answer, Fact, TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import { answerAt, factsBegunBy, mayHaveBegun, weakMemoize } from '../streamState/threeValued.js';

/** In their usual order. */
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
  /** EDTF: when the phase began. */
  readonly since: string;
  /** Whether it has certainly begun by the view, by any report of it. */
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

/** The phase after an event; undefined when the event does not change it. */
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
      // Parties may still ratify an agreement that already applies provisionally.
      return unlessFurther('RATIFYING');
    case 'AgreementEnteredIntoForce':
      return 'IN_FORCE';
    case 'AgreementTerminated':
      return 'TERMINATED';
    case 'TalksResumed':
      return fact.data.reopens ? 'NEGOTIATING' : undefined;
  }
}

/** When a process event takes effect: an entry into force or a termination may state its own date. */
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

/** Every step on record, sorted by when it took effect. */
const allSteps = weakMemoize((knowledge: KnowledgeView) =>
  knowledge
    .factsOn('process')
    .map((fact) => ({ fact, ...effectiveDate(fact, knowledge.zone) }))
    .sort(
      (a, b) =>
        sortInstantOf(a.at) - sortInstantOf(b.at) || a.fact.event.position - b.fact.event.position,
    ),
);

/** The steps that may have taken effect by `at`. */
const stepsBy = (knowledge: KnowledgeView, at: number) =>
  allSteps(knowledge).filter((step) => mayHaveBegun(step.at, at));

const sortInstantOf = ({ min, max }: Fact['began']): number => (Number.isFinite(min) ? min : max);

/**
 * Every phase up to `at`, oldest first; empty when the negotiation has not begun. Activity before
 * a launch makes it EXPLORATORY. O(facts on the process).
 */
export function phasesOf(knowledge: KnowledgeView, at: number): readonly PhaseSpan[] {
  const spans: Writable<PhaseSpan>[] = [];
  const [first] = factsBegunBy(knowledge.factsOn('activity'), at);
  if (!first) return spans;
  for (const { fact, at: bounds, since } of stepsBy(knowledge, at)) {
    const last = spans.at(-1);
    // Another report of the same step may have a more certain date.
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

/** Every change of phase by `at`, oldest first: the input of findings. */
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

/** The status in the terms of the WTO's Regional Trade Agreements database (RTA-IS). */
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
