/** One measure and one good: does the measure bear on it, before others are looked at? */
import { effectiveInstant } from '../../../events/time/bounds.js';
import type { Fact, TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { MeasureTimeline, Terms } from '../measure/measureTimeline.js';
import { type Good, inScope } from '../measure/goodsScope.js';
import { announcedBy, measureIdentity } from '../measure/measureView.js';
import { mayHaveBegun } from '../streamState/threeValued.js';
import type { Layer, LayerReason } from './layer.js';

/** A measure that is in force and speaks of the good, before others are looked at. */
export interface ApplicableMeasure {
  readonly knowledge: KnowledgeView;
  readonly slug: string;
  readonly terms: Terms;
  readonly setBy: Fact;
  readonly inTransit: boolean;
  readonly exemption: TopicFact<'exemptions'> | undefined;
}

const affects = (who: readonly string[], on: string, imposedBy: string): boolean =>
  who.includes(on) || (who.includes('*') && on !== imposedBy);

/** A measure as a candidate, as a layer that cannot apply, or undefined when it is no matter. */
export function assessApplicability(
  knowledge: KnowledgeView,
  timeline: MeasureTimeline,
  on: string,
  goods: Good,
  entry: number,
  decidedBy: number,
): ApplicableMeasure | Layer | undefined {
  const { slug, affects: said, imposedBy } = measureIdentity(knowledge);
  let state = timeline.stateAt(entry);
  if (!affects(state.terms?.affects ?? said, on, imposedBy ?? '')) return undefined;
  const idle = (reason: LayerReason, setBy: Fact | undefined, rate?: number): Layer | undefined =>
    setBy && {
      measure: knowledge,
      slug,
      rate: rate ?? state.terms?.rate ?? null,
      applies: false,
      reason,
      setBy,
    };
  if (state.standing === 'NONE') {
    const adopted = timeline.decisions.findLast((fact) => fact.type === 'MeasureAdopted');
    if (adopted) return idle('NOT_YET', adopted, adopted.data.rate);
    const spoken = knowledge
      .factsOn('announcements')
      .filter((f) => mayHaveBegun(f.began, Math.min(entry, decidedBy)));
    const announced = announcedBy(knowledge, Math.min(entry, decidedBy)) ?? spoken.at(-1);
    return idle('NO_INSTRUMENT', announced, announced?.data.rate);
  }
  if (state.standing === 'ENDED') return idle('ENDED', state.by);
  if (state.standing === 'SUSPENDED') return idle('SUSPENDED', state.by);

  const clause = state.terms?.inTransit;
  const transitBy = state.inTransitSetBy;
  let inTransit = false;
  if (clause && transitBy && keepsTermsBefore(clause, timeline, transitBy, goods, entry)) {
    const before = timeline.stateAt(timeline.effectiveFrom(transitBy) - 1);
    if (before.standing !== 'ACTIVE' || !affects(before.terms?.affects ?? [], on, imposedBy ?? ''))
      return idle('IN_TRANSIT', transitBy);
    state = before;
    inTransit = true;
  }
  const { terms, rateSetBy: rateBy } = state;
  if (!terms || !rateBy) return undefined;
  if (!inScope(terms.goods, goods)) return idle('OUT_OF_SCOPE', rateBy);
  const exemption = knowledge
    .factsOn('exemptions')
    .filter((fact) => covers(fact, timeline.zone, entry, decidedBy))
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

/** Loaded before one instant and entered before another: such goods keep the terms before. */
function keepsTermsBefore(
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

function covers(
  fact: TopicFact<'exemptions'>,
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
