/** A measure at a view: its status (announced, pending, in force, suspended, ended) and its terms. */
import type { EventData } from '../../../events/catalogue.js';
import { moment } from '../../../events/time/bounds.js';
import type { Answer, Fact, TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import { expressionText } from '../../../events/duty/expressionText.js';
import type { GoodsScope } from '../../../events/families/measures/scope.js';
import type { MeasureForm, MeasureRole } from '../../../events/families/measures/terms.js';
import { alternativeOrders } from './decisionOrder.js';
import { MeasureTimeline } from './measureTimeline.js';
import { type ReliefView, reliefViews } from './reliefView.js';
import { amountKey, expressionOf, type Terms } from './terms.js';
import { answerAt, mayHaveBegun, weakMemoize } from '../streamState/threeValued.js';

export type MeasureStatus =
  'THREATENED' | 'ANNOUNCED' | 'PENDING' | 'IN_FORCE' | 'SUSPENDED' | 'ENDED';

export interface MeasureTerm {
  /** Percent ad valorem; null where it is no plain percentage. */
  readonly rate: number | null;
  /** How much, in words; null for what takes nothing, such as a ban, and for a schedule. */
  readonly expression: string | null;
  /** Epoch milliseconds; half-open. */
  readonly from: number;
  readonly until: number | null;
  /** PENDING when it begins after the view. */
  readonly status: Extract<MeasureStatus, 'PENDING' | 'IN_FORCE' | 'SUSPENDED'>;
  readonly setBy: Fact;
}

export interface MeasureView {
  readonly slug: string;
  readonly title: string;
  /** Null while unreported. */
  readonly imposedBy: string | null;
  readonly affects: readonly string[];
  /** Areas left out of `affects`. */
  readonly exceptFor: readonly string[];
  readonly kind: EventData<'MeasureAdopted'>['kind'] | null;
  readonly form: MeasureForm;
  readonly role: MeasureRole;
  readonly status: MeasureStatus;
  readonly certainty: Answer;
  /** Percent ad valorem in force; null when nothing is, or it is no plain percentage. */
  readonly rate: number | null;
  /** How much is in force: `7 INR/kg`; null as for its terms. */
  readonly expression: string | null;
  readonly announcedRate: number | null;
  readonly pending: readonly MeasureTerm[];
  readonly terms: readonly MeasureTerm[];
  /** The goods of the terms in effect, else of those decided last; null for all goods, or where none say. */
  readonly goods: GoodsScope | null;
  readonly reliefs: readonly ReliefView[];
  readonly endedHow: string | null;
  /** Adopted, and its legal basis not taken away; what has expired or was lifted was lawful. */
  readonly lawful: boolean;
  readonly collected: boolean;
  readonly setBy: Fact;
  /** The fact that set `announcedRate`. */
  readonly announcedBy: Fact | null;
  /** The fact that invalidated the legal basis, unless a later adoption restored it. */
  readonly unlawfulBy: Fact | null;
  /** The IANA zone of its authority, in which its times are legal time. */
  readonly zone: string;
}

/** A measure of a negotiation, with the knowledge view it comes from. */
export interface NegotiationMeasure extends MeasureView {
  readonly knowledge: KnowledgeView;
}

/** The instant from which each decision counts: taken or effective, whichever is earlier. */
const decisionInstantsOf = weakMemoize((knowledge: KnowledgeView) => {
  const timeline = new MeasureTimeline(knowledge, []);
  const from = knowledge
    .factsOn('decisions')
    .map((decision) => Math.min(decision.began.min, timeline.effectiveFrom(decision)));
  return { from, timeline };
});

/**
 * The timeline as decided by `at`: by decisions taken or effective by then. O(decisions); returns
 * the timeline of the last instant asked about while the decisions are the same.
 */
export function timelineDecidedBy(knowledge: KnowledgeView, at: number): MeasureTimeline {
  const decisionInstants = decisionInstantsOf(knowledge);
  const decisions = knowledge
    .factsOn('decisions')
    .filter((_, i) => (decisionInstants.from[i] ?? Infinity) <= at);
  if (decisions.length !== decisionInstants.timeline.decisions.length)
    decisionInstants.timeline = new MeasureTimeline(knowledge, decisions);
  return decisionInstants.timeline;
}

type Identity = Pick<
  MeasureView,
  'slug' | 'title' | 'imposedBy' | 'affects' | 'exceptFor' | 'kind' | 'form' | 'role'
>;

/** Title, imposing authority, affected countries and kind, whenever reported. Computed once a view. */
export const measureIdentity = weakMemoize((knowledge: KnowledgeView): Identity => {
  const adopted = knowledge.factsOn('decisions').filter((fact) => fact.type === 'MeasureAdopted');
  const announcements = knowledge.factsOn('announcements');
  const last = <Key extends 'title' | 'imposedBy' | 'affects' | 'exceptFor' | 'form'>(key: Key) =>
    adopted.at(-1)?.data[key] ??
    announcements.findLast((fact) => fact.data[key] !== undefined)?.data[key];
  const slug = knowledge.streamState.stream.slice('measure/'.length);
  return {
    slug,
    title: last('title') ?? slug,
    imposedBy: last('imposedBy') ?? null,
    affects: last('affects') ?? [],
    exceptFor: last('exceptFor') ?? [],
    kind: adopted.at(-1)?.data.kind ?? null,
    form: last('form') ?? 'IMPORT_DUTY',
    role: adopted.at(-1)?.data.role ?? 'ADDITIONAL',
  };
});

/** Every code that a measure is said to affect at some time, as known. Computed once a view. */
export const everAffected = weakMemoize((knowledge: KnowledgeView): readonly string[] => [
  ...new Set(
    [...knowledge.factsOn('decisions'), ...knowledge.factsOn('announcements')].flatMap(
      ({ data }) => ('affects' in data ? (data.affects ?? []) : []),
    ),
  ),
]);

/** The terms as a step function of time: consecutive steps, merged where nothing changes. */
export function measureTerms(timeline: MeasureTimeline, at: number): readonly MeasureTerm[] {
  const terms: { -readonly [Key in keyof MeasureTerm]: MeasureTerm[Key] }[] = [];
  const instants = timeline.changeInstants();
  instants.forEach((from, i) => {
    const {
      status: standing,
      terms: currentTerms,
      setBy: by,
      rateSetBy: rateBy,
    } = timeline.stateAt(from);
    if ((standing !== 'ACTIVE' && standing !== 'SUSPENDED') || !currentTerms || !by || !rateBy)
      return;
    const rate = currentTerms.rate ?? null;
    const expression = howMuch(currentTerms);
    const until = instants[i + 1] ?? null;
    const suspended = standing === 'SUSPENDED';
    const setBy = suspended ? by : rateBy;
    const last = terms.at(-1);
    const continues =
      last?.until === from &&
      last.rate === rate &&
      last.expression === expression &&
      (last.status === 'SUSPENDED') === suspended;
    // An extended suspension is one period, set by the decision that last moved its end.
    if (continues && (suspended || last.setBy === setBy)) Object.assign(last, { until, setBy });
    else {
      const status = suspended ? 'SUSPENDED' : from > at ? 'PENDING' : 'IN_FORCE';
      terms.push({ rate, expression, from, until, status, setBy });
    }
  });
  return terms;
}

/** From when a decision takes the legal basis away; never, where it only ends collection. */
const basisGoneFrom = (decision: TopicFact<'decisions'>, timeline: MeasureTimeline): number => {
  if (decision.type !== 'MeasureEnded') return Infinity;
  const { legalEffectFrom, how } = decision.data;
  if (legalEffectFrom !== undefined) return moment(legalEffectFrom, timeline.zone).min;
  return how === 'INVALIDATED' ? timeline.effectiveFrom(decision) : Infinity;
};

/** The decision that took the legal basis away by `at`, unless a later one restored it. */
function invalidatedBy(timeline: MeasureTimeline, at: number): Fact | null {
  const { decisions } = timeline;
  const index = decisions.findLastIndex((decision) => basisGoneFrom(decision, timeline) <= at);
  const restored = decisions
    .slice(index + 1)
    .some(
      (later) =>
        (later.type === 'MeasureAdopted' || later.type === 'MeasureReinstated') &&
        timeline.effectiveFrom(later) <= at,
    );
  return restored ? null : (decisions[index] ?? null);
}

/** The status and the fact that set it; undefined when nothing is reported by `at`. */
function statusOf(
  knowledge: KnowledgeView,
  timeline: MeasureTimeline,
  at: number,
): { status: MeasureStatus; setBy: Fact } | undefined {
  const { status: standing, setBy: by } = timeline.stateAt(at);
  if (by && standing === 'ACTIVE') return { status: 'IN_FORCE', setBy: by };
  if (by && standing === 'SUSPENDED') return { status: 'SUSPENDED', setBy: by };
  if (by && standing === 'ENDED') return { status: 'ENDED', setBy: by };
  const adopted = timeline.decisions.findLast((decision) => decision.type === 'MeasureAdopted');
  if (adopted) return { status: 'PENDING', setBy: adopted };
  const announcements = knowledge
    .factsOn('announcements')
    .filter((fact) => mayHaveBegun(fact.began, at));
  const announced = announcements.findLast((fact) => fact.type === 'MeasureAnnounced');
  if (announced) return { status: 'ANNOUNCED', setBy: announced };
  const threatened = announcements.at(-1);
  return threatened && { status: 'THREATENED', setBy: threatened };
}

/** The last announcement of a rate by `at`, whether or not a legal act followed. O(announcements). */
export function latestRateAnnouncement(
  knowledge: KnowledgeView,
  at: number,
): Extract<TopicFact<'announcements'>, { type: 'MeasureAnnounced' }> | undefined {
  return knowledge
    .factsOn('announcements')
    .filter((fact) => fact.type === 'MeasureAnnounced')
    .findLast((fact) => fact.data.rate !== undefined && mayHaveBegun(fact.began, at));
}

/** The measure at `at`; undefined when nothing is reported by then. O(decisions + announcements). */
export function measureView(knowledge: KnowledgeView, at: number): MeasureView | undefined {
  const timeline = timelineDecidedBy(knowledge, at);
  const current = statusOf(knowledge, timeline, at);
  if (!current) return undefined;
  const state = timeline.stateAt(at);
  const { status, setBy } = current;
  const identity = measureIdentity(knowledge);
  const terms = measureTerms(timeline, at);
  const announced = latestRateAnnouncement(knowledge, at);
  const unlawfulBy = invalidatedBy(timeline, at);
  const adopted = timeline.decisions.some((decision) => decision.type === 'MeasureAdopted');
  const rateBy = status === 'IN_FORCE' ? (state.rateSetBy ?? setBy) : setBy;
  return {
    ...identity,
    affects: state.terms?.affects ?? identity.affects,
    exceptFor: (state.terms ? state.terms.exceptFor : identity.exceptFor) ?? [],
    status,
    certainty: certaintyOf(knowledge, timeline, current, at),
    rate: status === 'IN_FORCE' ? (state.terms?.rate ?? null) : null,
    expression: status === 'IN_FORCE' && state.terms ? howMuch(state.terms) : null,
    announcedRate: announced?.data.rate ?? null,
    pending: terms.filter((term) => term.from > at),
    terms,
    goods: goodsOf(knowledge, timeline, state.terms),
    reliefs: reliefViews(knowledge, at),
    endedHow: state.endedHow ?? null,
    lawful: adopted && unlawfulBy === null,
    collected: status === 'IN_FORCE' && state.terms?.collection !== 'SECURED',
    setBy: rateBy,
    announcedBy: announced ?? null,
    unlawfulBy,
    zone: knowledge.zone,
  };
}

/** Before any term is in effect, the goods are those of the last decision that names them. */
function goodsOf(
  knowledge: KnowledgeView,
  { decisions }: MeasureTimeline,
  current: Terms | undefined,
): GoodsScope | null {
  if (current) return current.goods ?? null;
  const said = [...knowledge.factsOn('announcements'), ...decisions];
  const naming = said.findLast(({ data }) => 'goods' in data && data.goods !== undefined);
  return (naming?.data as { goods?: GoodsScope } | undefined)?.goods ?? null;
}

/** POSSIBLE where a date leaves the status open, or another order of the decisions would change it. */
function certaintyOf(
  knowledge: KnowledgeView,
  timeline: MeasureTimeline,
  { status, setBy }: { readonly status: MeasureStatus; readonly setBy: Fact },
  at: number,
): Answer {
  const key = (each: MeasureTimeline) => {
    const { status: standing, terms } = each.stateAt(at);
    return `${standing} ${terms ? amountKey(terms) : ''}`;
  };
  const isOrderOpen = alternativeOrders(timeline.decisions).some(
    (order) => key(new MeasureTimeline(knowledge, order)) !== key(timeline),
  );
  if (isOrderOpen) return 'POSSIBLE';
  return status === 'IN_FORCE' || status === 'SUSPENDED'
    ? 'CERTAIN'
    : answerAt(boundsOfSetting(setBy), at);
}

/** How much the terms take, in words; null for what takes nothing and for a schedule. */
function howMuch({ rate, duty, charge, schedules }: Terms): string | null {
  if (schedules) return null;
  const expression = expressionOf({ rate, duty }) ?? charge;
  return expression ? expressionText(expression) : null;
}

/** An end takes effect at an exact instant; everything else is as certain as its date. */
const boundsOfSetting = (fact: Fact): Fact['began'] =>
  fact.type === 'MeasureEnded' ? { min: -Infinity, max: -Infinity } : fact.began;
