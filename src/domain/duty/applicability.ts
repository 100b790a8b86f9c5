/** Whether one measure bears on one good, other measures not considered. */
import Big from 'big.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import type { DutyExpression } from '../../../events/duty/dutyExpression.js';
import { IMPORT_DUTY_FORMS } from '../../../events/families/measures/importDutyForms.js';
import type { MeasureRole } from '../../../events/families/measures/terms.js';
import { extentOf, imposesFor } from '../area/areaReach.js';
import type { Good } from '../measure/goodsScope.js';
import { matchScope } from '../measure/goodsScope.js';
import type { MeasureState, MeasureTimeline } from '../measure/measureTimeline.js';
import { latestRateAnnouncement, measureIdentity } from '../measure/measureView.js';
import { amountForGood, expressionOf, percent, type Terms } from '../measure/terms.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { mayHaveBegun } from '../streamState/threeValued.js';
import { type Charge, chargeOf, comparable, NOTHING, pointsOf } from './charge.js';
import { type Asked, type Layer, type LayerReason, toNumber } from './layer.js';
import { type FittingReliefs, fittingReliefs } from './reliefFit.js';

/** A measure in force that covers the good, other measures not considered. */
export interface ApplicableMeasure {
  readonly knowledge: KnowledgeView;
  readonly slug: string;
  readonly role: MeasureRole;
  readonly terms: Terms;
  readonly charge: Charge;
  /** The most and the least that it takes of some of the goods, where lines under a code differ. */
  readonly most: Charge | null;
  readonly least: Charge | null;
  /** Digits of the code under which it covers the good. */
  readonly digits: number;
  readonly setBy: Fact;
  readonly inTransit: boolean;
  readonly transshipped: boolean;
  /** Whether it covers only some of what is asked about, or takes an unknown part of the value. */
  readonly isPartial: boolean;
  /** Whether it is open that it covers any of it. */
  readonly isUncertain: boolean;
  readonly reliefs: FittingReliefs;
}

/**
 * The part of the customs value that a duty is taken on; null where it depends on contents that are
 * not given. What a duty leaves out is for the importer to show: without contents it is taken on the
 * whole value (HTSUS 9903.01.34: the US content is entered under a heading of its own).
 */
function shareOf({ valueShare }: Terms, { content }: Good): Big | null {
  if (!valueShare) return new Big(1);
  if (!content) return valueShare.exceptOf ? new Big(1) : null;
  const named = valueShare.of ?? valueShare.exceptOf ?? [];
  const sum = content
    .filter(({ of }) => named.includes(of))
    .reduce((total, { share }) => total.plus(share), new Big(0));
  return valueShare.of ? sum : new Big(1).minus(sum);
}

const rateOf = (charge: Charge | null, good: Good): number | null => {
  const points = charge && pointsOf(charge, good);
  return points && toNumber(points);
};

/** A layer of a measure; `rate` follows from the charge. */
export const layerOf = (layer: Omit<Layer, 'rate'>, good: Good): Layer => ({
  ...layer,
  rate: rateOf(layer.charge, good),
});

/**
 * An applicable measure, a layer that does not apply, or undefined when the measure does not
 * concern the pair or is no duty on imports. O(decisions + reliefs).
 */
export function assessApplicability(
  knowledge: KnowledgeView,
  timeline: MeasureTimeline,
  asked: Asked,
): ApplicableMeasure | Layer | undefined {
  const { rules, question, goods, entry, decidedBy } = asked;
  const { areas } = rules;
  const identity = measureIdentity(knowledge);
  const { slug, imposedBy } = identity;
  if (!imposesFor(areas, imposedBy, question.imposedBy, entry)) return undefined;
  let state = timeline.stateAt(entry);
  // Goods in transit keep the role of the earlier terms too.
  const role = (): MeasureRole => (state.terms ?? identity).role ?? 'ADDITIONAL';
  const { form = 'IMPORT_DUTY' } = state.terms ?? identity;
  if (!IMPORT_DUTY_FORMS.has(form)) return undefined;
  const extentAt = ({ terms }: MeasureState) =>
    extentOf(areas, { imposedBy, ...whom(terms ?? identity) }, question.on, entry);
  let extent = extentAt(state);
  if (extent === 'NONE') return undefined;
  const chargeIn = (terms: Terms | undefined) =>
    terms && chargeFor(terms, { ...goods, transshipped: false })?.charge;
  const notApplicable = (
    reason: LayerReason,
    setBy: Fact | undefined,
    charge: Charge | null | undefined = chargeIn(state.terms),
  ): Layer | undefined =>
    setBy &&
    layerOf(
      {
        measure: knowledge,
        slug,
        role: role(),
        charge: charge ?? null,
        applies: false,
        reason,
        setBy,
      },
      goods,
    );
  if (state.status === 'NONE') {
    const adopted = timeline.decisions.findLast((fact) => fact.type === 'MeasureAdopted');
    if (adopted) return notApplicable('NOT_YET', adopted, expressionCharge(adopted.data));
    const by = Math.min(entry, decidedBy);
    const announced =
      latestRateAnnouncement(knowledge, by) ??
      knowledge.factsOn('announcements').findLast((fact) => mayHaveBegun(fact.began, by));
    return notApplicable('NO_INSTRUMENT', announced, announced && expressionCharge(announced.data));
  }
  if (state.status === 'ENDED') return notApplicable('ENDED', state.setBy);
  if (state.status === 'SUSPENDED') return notApplicable('SUSPENDED', state.setBy);

  let transitBy: Fact | undefined;
  for (;;) {
    const clauseBy = state.inTransitSetBy;
    const clause = state.terms?.inTransit;
    if (!clause || !clauseBy || !keepsEarlierTerms(clause, timeline, clauseBy, goods, entry)) break;
    const earlier = timeline.stateAt(timeline.effectiveFrom(clauseBy) - 1);
    extent = extentAt(earlier);
    if (earlier.status !== 'ACTIVE' || extent === 'NONE')
      return notApplicable('IN_TRANSIT', clauseBy);
    state = earlier;
    transitBy = clauseBy;
  }
  const { terms, rateSetBy } = state;
  if (!terms || !rateSetBy) return undefined;
  const scope = matchScope(terms.goods, goods);
  const found = chargeFor(terms, goods);
  if (scope.match === 'NONE' || !found) return notApplicable('OUT_OF_SCOPE', rateSetBy);
  if (terms.collection === 'SECURED') return notApplicable('SECURED', rateSetBy);
  return {
    knowledge,
    slug,
    role: role(),
    terms,
    charge: found.charge,
    most: found.most,
    least: found.least,
    digits: found.digits,
    setBy: transitBy ?? rateSetBy,
    inTransit: transitBy !== undefined,
    transshipped: found.transshipped,
    isPartial: scope.match === 'PART' || extent === 'PART' || found.isPartial,
    isUncertain: scope.isUncertain || found.isUncertain,
    reliefs: fittingReliefs(knowledge, asked, found.share),
  };
}

/** Whom terms or an identity name. */
const whom = ({
  affects,
  exceptFor,
}: {
  readonly affects: readonly string[];
  readonly exceptFor?: readonly string[] | undefined;
}) => ({
  affects,
  exceptFor,
});

const expressionCharge = (data: object): Charge | null => {
  const expression = expressionOf(data);
  return expression ? chargeOf(expression) : null;
};

/**
 * What the terms take of a good; undefined where a schedule has no line for it. Where longer codes
 * have lines of their own, also the least and the most of them; without a line for all, the most.
 */
function chargeFor(terms: Terms, goods: Good) {
  const { match, duty, under = [], digits } = amountForGood(terms, goods.hs);
  const known = shareOf(terms, goods);
  const share = known ?? new Big(1);
  const isDiverted = goods.transshipped === true && terms.transshipmentRate !== undefined;
  if (match === 'NONE' || (match === 'ALL' && !duty && !isDiverted)) return undefined;
  const take = (each: DutyExpression) => chargeOf(each, share);
  const lines = under.map(take);
  const isPartial = match === 'PART';
  const own = duty && take(duty);
  const most = extreme(own ? [own, ...lines] : lines, goods, 1);
  const least = extreme(own ? [own, ...lines] : lines, goods, -1);
  const facts = { digits, share, transshipped: isDiverted, isPartial, isUncertain: known === null };
  if (isDiverted)
    return {
      charge: take(percent(terms.transshipmentRate ?? 0)),
      most: null,
      least: null,
      ...facts,
    };
  return { charge: own ?? most ?? lines[0] ?? NOTHING, most, least, ...facts };
}

/** The highest (1) or lowest (-1) of several charges; null where there is nothing to choose. */
function extreme(charges: readonly Charge[], goods: Good, sign: 1 | -1): Charge | null {
  const [first, ...rest] = charges;
  if (!first || rest.length === 0) return null;
  return rest.reduce(
    (best, each) => (comparable(each, goods).cmp(comparable(best, goods)) === sign ? each : best),
    first,
  );
}

/** Whether goods in transit keep the earlier terms: loaded before one instant, entered before another. */
function keepsEarlierTerms(
  clause: NonNullable<Terms['inTransit']>,
  timeline: MeasureTimeline,
  decision: Parameters<MeasureTimeline['effectiveFrom']>[0],
  goods: Good,
  entry: number,
): boolean {
  const { loadedBefore, enteredBefore } = clause;
  const loadedLimit =
    loadedBefore === undefined
      ? timeline.effectiveFrom(decision)
      : effectiveInstant(loadedBefore, timeline.zone);
  return (
    goods.loadedAt !== undefined &&
    goods.loadedAt < loadedLimit &&
    (enteredBefore === undefined || entry < effectiveInstant(enteredBefore, timeline.zone))
  );
}
