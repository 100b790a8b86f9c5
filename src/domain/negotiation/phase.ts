/**
 * The phase of a negotiation, set by events that happened and never by plans. An unexpected
 * transition is applied all the same; `findings.ts` reports it.
 */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import type { AgreementStatus } from '../agreement/agreementStates.js';
import { type AgreementStep, agreementSteps } from '../agreement/agreements.js';
import type { Answer, Fact, TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import { asLateAs, endOfInstant, byEffect, type Effect, effectOf } from '../streamState/effects.js';
import { dependsOnOrder } from '../streamState/order.js';
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

export interface Transition {
  readonly from: Phase;
  readonly to: Phase;
  readonly fact: Move['fact'];
}

type Writable<Of> = { -readonly [Key in keyof Of]: Of[Key] };

const rank = (phase: Phase): number => PHASES.indexOf(phase);

/** An event that may change the phase, and when it takes effect. */
interface Move extends Effect<TopicFact<'process'>> {
  /** The agreement's step; absent for events of the talks. */
  readonly agreement?: AgreementStep;
}

/**
 * The phase of the talks after an event, agreements aside; undefined when it does not change them.
 */
function talksReach({ type, data }: Move['fact'], phase: Phase): Phase | undefined {
  switch (type) {
    case 'NegotiationLaunched':
      return 'LAUNCHED';
    case 'TermsOfReferenceAgreed':
      return rank(phase) < rank('MANDATE_AGREED') ? 'MANDATE_AGREED' : undefined;
    case 'RoundHeld':
      return rank(phase) < rank('NEGOTIATING') ? 'NEGOTIATING' : undefined;
    case 'TalksResumed':
      return data.reopens ? 'NEGOTIATING' : undefined;
    default:
      return undefined;
  }
}

/**
 * The phase for each status of an agreement: a suspended one is in force, a lapsed one terminated.
 */
const PHASE_OF = {
  FRAMEWORK_AGREED: 'FRAMEWORK_AGREED',
  CONCLUDED: 'CONCLUDED',
  SIGNED: 'SIGNED',
  RATIFYING: 'RATIFYING',
  IN_FORCE: 'IN_FORCE',
  SUSPENDED: 'IN_FORCE',
  LAPSED: 'TERMINATED',
  TERMINATED: 'TERMINATED',
} as const satisfies Record<AgreementStatus, Phase>;

/**
 * The events and expiries that may have changed the phase by `at`, in order of effect, then of the
 * log.
 */
function movesBy(knowledge: KnowledgeView, areas: AreaRegister, at: number): readonly Move[] {
  const end = endOfInstant(at);
  const talks = talksMoves(knowledge).map((move): Move => asLateAs(move, end));
  const agreed = agreementSteps(knowledge, areas, at).flatMap(agreementMoves);
  return [...talks, ...agreed]
    .filter((move) => mayHaveBegun(move.bounds, end))
    .sort(
      (a, b) =>
        a.sortInstant - b.sortInstant ||
        Number(a.agreement?.end ?? false) - Number(b.agreement?.end ?? false) ||
        byEffect(a, b),
    );
}

const agreementMoves = weakMemoize((steps: readonly AgreementStep[]): readonly Move[] =>
  steps.map((step) => ({ ...step.effect, agreement: step })),
);

const TALKS: ReadonlySet<string> = new Set([
  'NegotiationLaunched',
  'TermsOfReferenceAgreed',
  'RoundHeld',
  'TalksResumed',
]);

const talksIn = (knowledge: KnowledgeView) =>
  knowledge.factsOn('process').filter(({ type }) => TALKS.has(type));

/** When the events of the talks take effect. O(facts), once for a knowledge view. */
const talksMoves = weakMemoize((knowledge: KnowledgeView): readonly Move[] =>
  talksIn(knowledge).map((fact) => effectOf(fact, knowledge)),
);

/** Everything whose order may decide the phase. O(facts), once for a knowledge view. */
const effectsIn = weakMemoize((knowledge: KnowledgeView): readonly Effect[] => {
  const talks = talksIn(knowledge);
  // A round moves the phase on in any place, unless the talks start over.
  const startsOver = talks.some(
    ({ type }, i) => i > 0 && (type === 'NegotiationLaunched' || type === 'TalksResumed'),
  );
  return [
    ...talks.filter(({ type }) => startsOver || type !== 'RoundHeld'),
    ...knowledge.factsOn('agreements'),
  ].map((fact) => effectOf(fact, knowledge));
});
/** The phase that each type of event reports. */
const REPORTS: Partial<Record<Fact['type'], Phase>> = {
  NegotiationLaunched: 'LAUNCHED',
  TermsOfReferenceAgreed: 'MANDATE_AGREED',
  RoundHeld: 'NEGOTIATING',
  FrameworkAgreed: 'FRAMEWORK_AGREED',
  AgreementConcluded: 'CONCLUDED',
  AgreementSigned: 'SIGNED',
  RatificationStepTaken: 'RATIFYING',
  AgreementEnteredIntoForce: 'IN_FORCE',
  AgreementTerminated: 'TERMINATED',
};

/** Whether an event is a setback: consent rejected, or a ratification withdrawn. */
const isSetback = ({ type, data }: Move['fact']): boolean =>
  type === 'RatificationStepTaken' && (data.outcome === 'REJECTED' || data.outcome === 'WITHDRAWN');

/**
 * Combines the phases of the talks and of the agreements: the furthest of them, leaving out
 * terminated agreements; TERMINATED once every agreement is terminated.
 */
class CombinedPhase {
  #talks: Phase = 'EXPLORATORY';
  readonly #agreements = new Map<string, Phase>();

  apply({ fact, agreement }: Move): void {
    if (agreement) {
      const { slug, status } = agreement;
      if (status === undefined) this.#agreements.delete(slug);
      // After talks started over, an agreement counts again from its next step.
      else if (
        this.#agreements.has(slug) ||
        PHASE_OF[status] === 'IN_FORCE' ||
        (!agreement.end && REPORTS[fact.type] !== undefined && !isSetback(fact))
      )
        this.#agreements.set(slug, PHASE_OF[status]);
      return;
    }
    // A launch or a reopening starts over; agreements in force remain in force.
    const reached = talksReach(fact, this.#talks);
    if (reached === undefined) return;
    this.#talks = reached;
    if (fact.type !== 'NegotiationLaunched' && fact.type !== 'TalksResumed') return;
    for (const [slug, phase] of this.#agreements)
      if (phase !== 'IN_FORCE') this.#agreements.delete(slug);
  }

  get phase(): Phase {
    let furthest = this.#talks;
    let areTerminated = this.#agreements.size > 0;
    for (const phase of this.#agreements.values()) {
      if (phase === 'TERMINATED') continue;
      areTerminated = false;
      if (rank(phase) > rank(furthest)) furthest = phase;
    }
    return areTerminated ? 'TERMINATED' : furthest;
  }
}

/**
 * Every phase up to `at`, oldest first; empty when the negotiation has not begun. Activity before
 * a launch makes it EXPLORATORY. O(facts log facts).
 */
export function phasesAt(
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): readonly PhaseSpan[] {
  const spans = phasesInOrder(knowledge, areas, at);
  const last = spans.at(-1);
  if (last?.certainty !== 'CERTAIN') return spans;
  const now = (placed: KnowledgeView) => phaseInOrder(placed, areas, at);
  return dependsOnOrder(knowledge, effectsIn(knowledge), at, now)
    ? [...spans.slice(0, -1), { ...last, certainty: 'POSSIBLE' }]
    : spans;
}

/** The phases if everything happened in the order in which it is dated. */
function phasesInOrder(
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): readonly PhaseSpan[] {
  const spans: Writable<PhaseSpan>[] = [];
  const [first] = factsBegunBy(knowledge.factsOn('activity'), at);
  if (!first) return spans;
  const combined = new CombinedPhase();
  for (const move of movesBy(knowledge, areas, at)) {
    combined.apply(move);
    const value = combined.phase;
    const last = spans.at(-1);
    if (value === (last?.value ?? 'EXPLORATORY')) {
      // Another report of the same step may have a more certain date.
      if (last && supports(move, value) && answerAt(move.bounds, at) === 'CERTAIN')
        last.certainty = 'CERTAIN';
      continue;
    }
    if (spans.length === 0 && first.sortInstant < move.sortInstant)
      spans.push(exploratory(first, at));
    const { bounds, edtf, fact } = move;
    spans.push({ value, since: edtf, certainty: answerAt(bounds, at), setBy: fact });
  }
  return spans.length > 0 ? spans : [exploratory(first, at)];
}

/** The last of those phases; undefined when the negotiation has not begun. */
function phaseInOrder(knowledge: KnowledgeView, areas: AreaRegister, at: number) {
  if (factsBegunBy(knowledge.factsOn('activity'), at).length === 0) return undefined;
  const combined = new CombinedPhase();
  for (const move of movesBy(knowledge, areas, at)) combined.apply(move);
  return combined.phase;
}

/** Whether a move reports a phase, even where it does not change it. */
const supports = ({ fact, agreement }: Move, phase: Phase): boolean =>
  !agreement?.end &&
  !isSetback(fact) &&
  phase === (REPORTS[fact.type] ?? talksReach(fact, 'EXPLORATORY'));

const exploratory = (first: Fact, at: number): PhaseSpan => ({
  value: 'EXPLORATORY',
  since: first.occurred,
  certainty: answerAt(first.began, at),
  setBy: first,
});

/** Every change of phase by `at`, oldest first: the input of findings. */
export function transitionsAt(
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): readonly Transition[] {
  const transitions: Transition[] = [];
  const combined = new CombinedPhase();
  for (const move of movesBy(knowledge, areas, at)) {
    const from = combined.phase;
    combined.apply(move);
    const to = combined.phase;
    if (to !== from) transitions.push({ from, to, fact: move.fact });
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
