/** The agreements of a negotiation at a view: the status of each, and how it binds each party. */
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import type { Bounds } from '../../../events/time/edtf.js';
import { type Party, partiesAt } from '../party/parties.js';
import type { Answer, Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { answerAt, mayHaveBegun, weakMemoize } from '../streamState/threeValued.js';
import { AgreementCourse, partiesNamed } from './agreementCourse.js';
import { type Effect, effectOf } from './agreementEffects.js';
import type {
  AgreementStatus,
  BoundState,
  CourseSpan,
  ForceMode,
  Ratification,
} from './agreementStates.js';
import { type AgreementFact, type AgreementFacts, agreementFactsOf } from './agreementFacts.js';

export interface AgreementParty {
  readonly party: Pick<Party, 'code' | 'name' | 'kind'>;
  /** EDTF: when it signed; null while no signature of it is known. */
  readonly signed: string | null;
  /** Its signature; null while none of it is known. */
  readonly signedBy: Fact | null;
  /** The outcome of its latest ratification step. */
  readonly ratification: Ratification;
  readonly bound: BoundState;
  /** EDTF: since when `bound` holds; null where it never was bound. */
  readonly from: string | null;
  /** EDTF, exclusive: until when `bound` holds; null while no end is known. */
  readonly until: string | null;
  /** Whether it certainly is bound so, or no longer bound, by the view. */
  readonly certainty: Answer;
  /** What bound or released it, else its last step, else its signature; null where there is none. */
  readonly setBy: Fact | null;
}

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

const earliest = ({ min, max }: Bounds): number => (Number.isFinite(min) ? min : max);

/** The instant whose parties are those of an agreement: its signature, else the view. */
function partiesAsOf({ facts }: AgreementFacts, at: number): number {
  const signed = facts.find((fact) => fact.type === 'AgreementSigned' && fact.began.min <= at);
  return signed ? earliest(signed.began) : at;
}

interface CourseMemo {
  key: string;
  course: AgreementCourse | undefined;
  /** The earliest instant from which each fact counts, in the order of the facts; computed once. */
  countsFrom: readonly number[] | undefined;
}

const memoOf = weakMemoize((_agreement: AgreementFacts): CourseMemo => ({
  key: '',
  course: undefined,
  countsFrom: undefined,
}));

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
  const countsFrom = (memo.countsFrom ??= agreement.facts.map((fact) =>
    Math.min(fact.began.min, effectOf(fact, knowledge.zone).bounds.min),
  ));
  const facts = agreement.facts.filter((_, i) => (countsFrom[i] ?? Infinity) <= at);
  const asOf = partiesAsOf(agreement, at);
  const codes = partiesAt(knowledge, areas, asOf).map(({ code }) => code);
  const groups = new Map(
    partiesNamed(facts).map((code) => [
      code,
      codes.find((group) => group !== code && areas.isMember(code, group, asOf)),
    ]),
  );
  const key = [facts.length, ...codes, ...[...groups].map((pair) => pair.join('<'))].join(' ');
  if (memo.key !== key || !memo.course) {
    memo.course = new AgreementCourse(facts, codes, (code) => groups.get(code), knowledge.zone);
    memo.key = key;
  }
  return memo.course;
}

/** The codes of the parties to list: each group is followed by its members that events name. */
function listedParties(course: AgreementCourse): readonly string[] {
  const others = course.allParties().filter((code) => !course.parties.includes(code));
  const members = (group: string) => others.filter((code) => course.groupOf(code) === group);
  const rest = others.filter((code) => course.groupOf(code) === undefined);
  return [...course.parties.flatMap((code) => [code, ...members(code)]), ...rest];
}

/** The signature of a party. A signature that names no party by its code is one of all parties. */
function signatureOf(code: string, course: AgreementCourse, at: number): AgreementFact | undefined {
  const signed = course.facts.filter(
    (fact) => fact.type === 'AgreementSigned' && fact.began.min <= at,
  );
  const names = ({ data }: AgreementFact) =>
    ('signatories' in data ? (data.signatories ?? []) : []).filter((name) =>
      course.allParties().includes(name),
    );
  return signed.find((fact) => {
    const named = names(fact);
    return named.length === 0 ? course.parties.includes(code) : named.includes(code);
  });
}

function partyOf(
  code: string,
  course: AgreementCourse,
  parties: readonly Party[],
  areas: AreaRegister,
  at: number,
): AgreementParty {
  const known = parties.find((party) => party.code === code);
  const signed = signatureOf(code, course, at);
  const step = course.ratifications(at).get(code);
  const state = course.party(code, at);
  return {
    party: known ?? {
      code,
      name: areas.name(code),
      kind: areas.isKnownGroup(code) ? 'GROUP' : code.startsWith('x-') ? 'OTHER' : 'COUNTRY',
    },
    signed: signed?.occurred ?? null,
    signedBy: signed ?? null,
    ratification: step ? (step.data.outcome ?? 'ADVANCED') : 'NONE',
    bound: state?.bound ?? 'NOT',
    from: state?.from.edtf ?? null,
    until: state?.until ?? null,
    certainty: state ? answerAt(state.from.bounds, at) : 'CERTAIN',
    setBy: state?.from.fact ?? step ?? signed ?? null,
  };
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
  readonly bounds: Bounds;
  readonly since: string;
  readonly fact: AgreementFact;
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
    courseAt(agreement, knowledge, areas, at)
      .steps()
      .map(({ effect, end, status }) => ({
        ...{ slug: agreement.slug, status, end },
        ...{ bounds: effect.bounds, since: effect.edtf, fact: effect.fact },
      })),
  );

/** An agreement at `at`; undefined before anything was agreed. */
function agreementAt(
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
    (agreement) => agreementAt(agreement, knowledge, areas, at) ?? [],
  );
