/** The agreements of a negotiation at a view: the status of each, and how it binds each party. */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import { partiesAt } from '../party/parties.js';
import { asLateAs, endOfInstant, effectOf } from '../streamState/effects.js';
import type { Answer, Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { dependsOnOrder } from '../streamState/order.js';
import { answerAt, mayHaveBegun, weakMemoize } from '../streamState/threeValued.js';
import { AgreementCourse, partiesNamed } from './agreementCourse.js';
import { type AgreementParty, listedParties, partyOf } from './agreementParties.js';
import type { Effect } from './agreementEffects.js';
import type { AgreementStatus, CourseSpan, ForceMode, Ratification } from './agreementStates.js';
import { type AgreementFacts, agreementFactsOf } from './agreementFacts.js';

export interface AgreementSpan {
  readonly status: AgreementStatus;
  readonly mode: ForceMode | null;
  /** EDTF, half-open. */
  readonly from: string;
  readonly until: string | null;
  /** The codes of the parties bound in it. */
  readonly parties: readonly string[];
  readonly exceptParts: readonly string[];
  readonly setBy: Fact;
}

export interface Agreement {
  readonly slug: string;
  readonly title: string;
  readonly status: AgreementStatus;
  /** EDTF: since when it has that status. */
  readonly since: string;
  /** Whether it certainly has that status by the view. */
  readonly certainty: Answer;
  readonly terms: readonly string[];
  readonly signatories: readonly string[];
  /** EDTF: the start of the latest unbroken period in force, else of the first planned one. */
  readonly inForceFrom: string | null;
  /** Whether it applies, or will apply, provisionally to every party that it binds. */
  readonly provisional: boolean;
  readonly byParty: readonly AgreementParty[];
  readonly spans: readonly AgreementSpan[];
  readonly ratification: readonly {
    readonly party: string;
    readonly body: string;
    readonly step: string;
    readonly vote: string | null;
    readonly outcome: Exclude<Ratification, 'NONE'>;
    readonly setBy: Fact;
  }[];
  readonly setBy: Fact;
}

/** Statuses of an agreement in force: a suspended one remains in force. */
const IN_FORCE_STATUSES: ReadonlySet<AgreementStatus> = new Set(['IN_FORCE', 'SUSPENDED']);

/** The instant whose parties are those of an agreement: its signature, else the view. */
function partiesAsOf({ facts }: AgreementFacts, at: number): number {
  const signed = facts.find((fact) => fact.type === 'AgreementSigned' && fact.began.min <= at);
  return signed ? Math.min(signed.sortInstant, at) : at;
}

interface CourseMemo {
  key: string;
  course: AgreementCourse | undefined;
  /** The earliest instant from which each fact counts, in the order of the facts; computed once. */
  countsFrom: readonly number[] | undefined;
  effects: readonly Effect[] | undefined;
}

const memoOf = weakMemoize((_agreement: AgreementFacts): CourseMemo => ({
  key: '',
  course: undefined,
  countsFrom: undefined,
  effects: undefined,
}));

/** When its facts take effect; worked out once. */
const effectsOf = (agreement: AgreementFacts, knowledge: KnowledgeView): readonly Effect[] =>
  (memoOf(agreement).effects ??= agreement.facts.map((fact) => effectOf(fact, knowledge)));

/**
 * The course as decided by `at`: of the facts that have occurred or taken effect by then. Returns
 * the same object as for the previous instant while facts, parties and groups are the same.
 */
function courseAt(
  agreement: AgreementFacts,
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): AgreementCourse {
  const memo = memoOf(agreement);
  const countsFrom = (memo.countsFrom ??= effectsOf(agreement, knowledge).map(({ fact, bounds }) =>
    Math.min(fact.began.min, bounds.min),
  ));
  const effects = effectsOf(agreement, knowledge)
    .filter((_, i) => (countsFrom[i] ?? Infinity) <= at)
    .map((effect) => asLateAs(effect, at));
  const asOf = partiesAsOf(agreement, at);
  const codes = partiesAt(knowledge, areas, asOf).map(({ code }) => code);
  const groups = new Map(
    partiesNamed(effects.map(({ fact }) => fact)).map((code) => [
      code,
      codes.find((group) => group !== code && areas.isMember(code, group, asOf)),
    ]),
  );
  const moving = effects.some(({ sortInstant }) => sortInstant === at);
  const key = [
    effects.length,
    moving ? at : '',
    ...codes,
    ...[...groups].map((pair) => pair.join('<')),
  ].join(' ');
  if (memo.key !== key || !memo.course) {
    memo.course = new AgreementCourse(effects, codes, (code) => groups.get(code), knowledge.zone);
    memo.key = key;
  }
  return memo.course;
}

const spanOf = (span: CourseSpan): AgreementSpan => ({
  status: span.status,
  mode: span.mode,
  from: span.from.edtf,
  until: span.until?.edtf ?? null,
  parties: span.bound,
  exceptParts: span.exceptParts,
  setBy: span.from.fact,
});

/** The first span of the unbroken run of matching spans that ends with the last span. */
function runStart(
  spans: readonly CourseSpan[],
  matches: (span: CourseSpan) => boolean,
): CourseSpan | undefined {
  let start: CourseSpan | undefined;
  for (const span of spans.toReversed()) {
    if (!matches(span)) break;
    start = span;
  }
  return start;
}

/**
 * The effect since which an agreement has the status of `at`; the first of several at one instant.
 */
function statusSince(
  course: AgreementCourse,
  status: AgreementStatus,
  at: number,
): Effect | undefined {
  const steps = course.steps().filter(({ effect }) => mayHaveBegun(effect.bounds, at));
  const before = steps.findLastIndex((step) => step.status !== status);
  return steps[before + 1]?.effect;
}

/** The status of one agreement after one effect or expiry. */
export interface AgreementStep {
  readonly slug: string;
  /** Undefined where nothing is agreed. */
  readonly status: AgreementStatus | undefined;
  readonly effect: Effect;
  /** Whether it is the expiry of the fact. */
  readonly end: boolean;
}

/** Every step of every agreement as decided by `at`, by agreement, then in order of time. */
export const agreementSteps = (
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): readonly AgreementStep[] =>
  agreementFactsOf(knowledge).flatMap((agreement) =>
    courseAt(agreement, knowledge, areas, endOfInstant(at))
      .steps()
      .map((step) => ({ ...step, slug: agreement.slug })),
  );

/** When the facts of every agreement take effect: which one an event means may rest on their order. */
const allEffects = weakMemoize((knowledge: KnowledgeView): readonly Effect[] =>
  knowledge.factsOn('agreements').map((fact) => effectOf(fact, knowledge)),
);

/** An agreement at `at`; undefined before anything was agreed. */
function agreementAt(
  agreement: AgreementFacts,
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): Agreement | undefined {
  const inOrder = agreementInOrder(agreement, knowledge, areas, at);
  if (inOrder?.certainty !== 'CERTAIN') return inOrder;
  const status = (placed: KnowledgeView) => {
    const same = agreementFactsOf(placed).find(({ slug }) => slug === agreement.slug);
    return same && agreementInOrder(same, placed, areas, at)?.status;
  };
  return dependsOnOrder(knowledge, allEffects(knowledge), at, status)
    ? { ...inOrder, certainty: 'POSSIBLE' }
    : inOrder;
}

/** An agreement if everything happened in the order in which it is dated. */
function agreementInOrder(
  agreement: AgreementFacts,
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): Agreement | undefined {
  const course = courseAt(agreement, knowledge, areas, at);
  const all = course.spans();
  const spans = all.filter(({ from }) => mayHaveBegun(from.bounds, at));
  const current = spans.at(-1);
  if (!current || (current.until && mayHaveBegun(current.until.bounds, at))) return undefined;
  const since = statusSince(course, current.status, at) ?? current.from;
  const inForce = (span: CourseSpan) => IN_FORCE_STATUSES.has(span.status);
  const last = spans.findLastIndex(inForce);
  const run = runStart(spans.slice(0, last + 1), inForce) ?? all.find(inForce);
  const mode = (inForce(current) ? current : run)?.mode;
  const parties = partiesAt(knowledge, areas, at);
  const begun = course.facts.filter((fact) => mayHaveBegun(fact.began, at));
  const titled = begun.findLast((fact) => 'title' in fact.data);
  return {
    slug: agreement.slug,
    title: titled && 'title' in titled.data ? titled.data.title : agreement.title,
    status: current.status,
    since: since.edtf,
    certainty: answerAt(since.bounds, at),
    terms: begun.findLast((fact) => fact.type === 'FrameworkAgreed')?.data.terms ?? [],
    signatories: begun.findLast((fact) => fact.type === 'AgreementSigned')?.data.signatories ?? [],
    inForceFrom: run?.from.edtf ?? null,
    provisional: mode === 'PROVISIONAL',
    byParty: listedParties(course).map((code) => partyOf(code, course, parties, areas, at)),
    spans: spans.map(spanOf),
    ratification: begun
      .filter((fact) => fact.type === 'RatificationStepTaken')
      .map((fact) => ({
        party: fact.data.party,
        body: fact.data.body,
        step: fact.data.step,
        vote: fact.data.vote ?? null,
        outcome: fact.data.outcome ?? 'ADVANCED',
        setBy: fact,
      })),
    setBy: since.fact,
  };
}

/** Agreements by `at`, in order of their first facts. O(facts² × parties), once per course. */
export const agreementsAt = (
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): readonly Agreement[] =>
  agreementFactsOf(knowledge).flatMap(
    (agreement) => agreementAt(agreement, knowledge, areas, endOfInstant(at)) ?? [],
  );
