/** Whether one measure applies to one good, other measures not considered. */
import { effectiveInstant } from '../../../events/time/bounds.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { MeasureTimeline, Terms } from '../measure/measureTimeline.js';
import { type Good, inScope } from '../measure/goodsScope.js';
import { latestRateAnnouncement, measureIdentity } from '../measure/measureView.js';
import { mayHaveBegun } from '../streamState/threeValued.js';
import type { Layer, LayerReason } from './layer.js';

/** A measure that is in force and covers the good, other measures not considered. */
export interface ApplicableMeasure {
  readonly knowledge: KnowledgeView;
  readonly slug: string;
  readonly terms: Terms;
  readonly setBy: Fact;
  readonly inTransit: boolean;
  readonly exemption: Fact<'ExemptionGranted'> | undefined;
}

const affects = (countries: readonly string[], on: string, imposedBy: string): boolean =>
  countries.includes(on) || (countries.includes('*') && on !== imposedBy);

/**
 * An applicable measure, a layer that does not apply, or undefined when the measure does not
 * concern the country. O(decisions + exemptions).
 */
export function assessApplicability(
  knowledge: KnowledgeView,
  timeline: MeasureTimeline,
  on: string,
  goods: Good,
  entry: number,
  decidedBy: number,
): ApplicableMeasure | Layer | undefined {
  const { slug, affects: identityAffects, imposedBy } = measureIdentity(knowledge);
  let state = timeline.stateAt(entry);
  if (!affects(state.terms?.affects ?? identityAffects, on, imposedBy ?? '')) return undefined;
  const notApplicable = (
    reason: LayerReason,
    setBy: Fact | undefined,
    rate?: number,
  ): Layer | undefined =>
    setBy && {
      measure: knowledge,
      slug,
      rate: rate ?? state.terms?.rate ?? null,
      applies: false,
      reason,
      setBy,
    };
  if (state.status === 'NONE') {
    const adopted = timeline.decisions.findLast((fact) => fact.type === 'MeasureAdopted');
    if (adopted) return notApplicable('NOT_YET', adopted, adopted.data.rate);
    const announcements = knowledge
      .factsOn('announcements')
      .filter((f) => mayHaveBegun(f.began, Math.min(entry, decidedBy)));
    const announced =
      latestRateAnnouncement(knowledge, Math.min(entry, decidedBy)) ?? announcements.at(-1);
    return notApplicable('NO_INSTRUMENT', announced, announced?.data.rate);
  }
  if (state.status === 'ENDED') return notApplicable('ENDED', state.setBy);
  if (state.status === 'SUSPENDED') return notApplicable('SUSPENDED', state.setBy);

  const clause = state.terms?.inTransit;
  const transitBy = state.inTransitSetBy;
  let inTransit = false;
  if (clause && transitBy && keepsEarlierTerms(clause, timeline, transitBy, goods, entry)) {
    const earlierState = timeline.stateAt(timeline.effectiveFrom(transitBy) - 1);
    if (
      earlierState.status !== 'ACTIVE' ||
      !affects(earlierState.terms?.affects ?? [], on, imposedBy ?? '')
    )
      return notApplicable('IN_TRANSIT', transitBy);
    state = earlierState;
    inTransit = true;
  }
  const { terms, rateSetBy: rateBy } = state;
  if (!terms || !rateBy) return undefined;
  if (!inScope(terms.goods, goods)) return notApplicable('OUT_OF_SCOPE', rateBy);
  const exemption = knowledge
    .factsOn('reliefs')
    .filter((fact) => fact.type === 'ExemptionGranted')
    .filter((fact) => exemptionCovers(fact, timeline.zone, entry, decidedBy))
    .findLast((fact) => inScope(fact.data.goods, goods));
  return {
    knowledge,
    slug,
    terms,
    setBy: inTransit && transitBy ? transitBy : rateBy,
    inTransit,
    exemption,
  };
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

function exemptionCovers(
  fact: Fact<'ExemptionGranted'>,
  zone: string,
  entry: number,
  decidedBy: number,
): boolean {
  const from = effectiveInstant(fact.data.effectiveFrom, zone);
  const until = fact.data.until === undefined ? Infinity : effectiveInstant(fact.data.until, zone);
  return (
    from <= entry && entry < until && (mayHaveBegun(fact.began, decidedBy) || from <= decidedBy)
  );
}
