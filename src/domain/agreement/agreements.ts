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
  /** The steps of the course; computed once. */
  steps: readonly AgreementStep[] | undefined;
  /** When its facts take effect, and the earliest instant from which each counts; worked out once. */
  effects: readonly Effect[] | undefined;
  countsFrom: readonly number[];
  /** Whether no effect is placed by the view. */
  areStartsKnown: boolean;
  /** Those that count, as of the previous instant. */
  counting: readonly Effect[];
}

const memoOf = weakMemoize((_agreement: AgreementFacts): CourseMemo => ({
  key: '',
  course: undefined,
  steps: undefined,
  effects: undefined,
  countsFrom: [],
  areStartsKnown: false,
  counting: [],
}));

/** The parties that events name. */
const namedBy = weakMemoize((effects: readonly Effect[]) =>
  partiesNamed(effects.map(({ fact }) => fact)),
);

/** The effects that count at `at`: the same list as for the previous instant while they are the same. */
function effectsAt(
  agreement: AgreementFacts,
  knowledge: KnowledgeView,
  at: number,
): readonly Effect[] {
  const memo = memoOf(agreement);
  if (!memo.effects) {
    memo.effects = agreement.facts.map((fact) => effectOf(fact, knowledge));
    memo.countsFrom = memo.effects.map(({ fact, bounds }) => Math.min(fact.began.min, bounds.min));
    memo.areStartsKnown = memo.effects.every(
      ({ bounds, sortInstant }) => bounds.min === sortInstant,
    );
  }
  const { countsFrom, areStartsKnown } = memo;
  // What counts goes on counting: as many are the same ones.
  const count = countsFrom.reduce((sum, from) => sum + (from <= at ? 1 : 0), 0);
  if (areStartsKnown && count === memo.counting.length) return memo.counting;
  memo.counting = memo.effects
    .filter((_, i) => (countsFrom[i] ?? Infinity) <= at)
    .map((effect) => asLateAs(effect, at));
  return memo.counting;
}

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
  const effects = effectsAt(agreement, knowledge, at);
  const asOf = partiesAsOf(agreement, at);
  const codes = partiesAt(knowledge, areas, asOf).map(({ code }) => code);
  const groups = new Map(
    namedBy(effects).map((code) => [
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
    memo.steps = undefined;
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

/** The steps of every agreement as decided by `at`, in order of time: a list for each agreement. */
export const agreementSteps = (
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): readonly (readonly AgreementStep[])[] =>
  agreementFactsOf(knowledge).map((agreement) => {
    const course = courseAt(agreement, knowledge, areas, endOfInstant(at));
    const memo = memoOf(agreement);
    return (memo.steps ??= course.steps().map((step) => ({ ...step, slug: agreement.slug })));
  });

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
    return same && currentSpan(courseAt(same, placed, areas, at), at)?.status;
  };
  return dependsOnOrder(knowledge, allEffects(knowledge), at, status)
    ? { ...inOrder, certainty: 'POSSIBLE' }
    : inOrder;
}

const spansBegunBy = (course: AgreementCourse, at: number): readonly CourseSpan[] =>
  course.spans().filter(({ from }) => mayHaveBegun(from.bounds, at));

/** The span of a course at `at`; undefined before anything was agreed. */
function currentSpan(course: AgreementCourse, at: number): CourseSpan | undefined {
  const current = spansBegunBy(course, at).at(-1);
  return current?.until && mayHaveBegun(current.until.bounds, at) ? undefined : current;
}

/** An agreement if everything happened in the order in which it is dated. */
function agreementInOrder(
  agreement: AgreementFacts,
  knowledge: KnowledgeView,
  areas: AreaRegister,
  at: number,
): Agreement | undefined {
  const course = courseAt(agreement, knowledge, areas, at);
  const current = currentSpan(course, at);
  if (!current) return undefined;
  const all = course.spans();
  const spans = spansBegunBy(course, at);
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
