/** One measure and one good: does the measure bear on it, before others are looked at? */
import { effectiveInstant } from '../../../events/time/edtf.js';
import type { Fact, FactOn, Reading } from '../streamState/knowledgeView.js';
import type { Course, Terms } from '../measure/measureTimeline.js';
import { type Good, inScope } from '../measure/goodsScope.js';
import { announcedBy, identityOf } from '../measure/measureView.js';
import { hasBegun } from '../streamState/threeValued.js';
import type { Layer, LayerReason } from './layer.js';

/** A measure that is in force and speaks of the good, before others are looked at. */
export interface Candidate {
  readonly reading: Reading;
  readonly slug: string;
  readonly terms: Terms;
  readonly setBy: Fact;
  readonly inTransit: boolean;
  readonly exemption: FactOn<'exemptions'> | undefined;
}

const affects = (who: readonly string[], on: string, imposedBy: string): boolean =>
  who.includes(on) || (who.includes('*') && on !== imposedBy);

/** A measure as a candidate, as a layer that cannot apply, or undefined when it is no matter. */
export function candidate(
  reading: Reading,
  course: Course,
  on: string,
  goods: Good,
  entry: number,
  decidedBy: number,
): Candidate | Layer | undefined {
  const { slug, affects: said, imposedBy } = identityOf(reading);
  let state = course.stateAt(entry);
  if (!affects(state.terms?.affects ?? said, on, imposedBy ?? '')) return undefined;
  const idle = (reason: LayerReason, setBy: Fact | undefined, rate?: number): Layer | undefined =>
    setBy && {
      measure: reading,
      slug,
      rate: rate ?? state.terms?.rate ?? null,
      applies: false,
      reason,
      setBy,
    };
  if (state.standing === 'NONE') {
    const adopted = course.decisions.findLast((fact) => fact.type === 'MeasureAdopted');
    if (adopted) return idle('NOT_YET', adopted, adopted.data.rate);
    const spoken = reading
      .on('announcements')
      .filter((f) => hasBegun(f.at, Math.min(entry, decidedBy)));
    const announced = announcedBy(reading, Math.min(entry, decidedBy)) ?? spoken.at(-1);
    return idle('NO_INSTRUMENT', announced, announced?.data.rate);
  }
  if (state.standing === 'ENDED') return idle('ENDED', state.by);
  if (state.standing === 'SUSPENDED') return idle('SUSPENDED', state.by);

  const clause = state.terms?.inTransit;
  const transitBy = state.transitBy;
  let inTransit = false;
  if (clause && transitBy && keepsTermsBefore(clause, course, transitBy, goods, entry)) {
    const before = course.stateAt(course.from(transitBy) - 1);
    if (before.standing !== 'ACTIVE' || !affects(before.terms?.affects ?? [], on, imposedBy ?? ''))
      return idle('IN_TRANSIT', transitBy);
    state = before;
    inTransit = true;
  }
  const { terms, rateBy } = state;
  if (!terms || !rateBy) return undefined;
  if (!inScope(terms.goods, goods)) return idle('OUT_OF_SCOPE', rateBy);
  const exemption = reading
    .on('exemptions')
    .filter((fact) => covers(fact, course.zone, entry, decidedBy))
    .findLast((fact) => inScope(fact.data.goods, goods));
  return {
    reading,
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
  course: Course,
  decision: Parameters<Course['from']>[0],
  goods: Good,
  entry: number,
): boolean {
  const { loadedBefore, enteredBefore } = clause;
  const loadedLimit =
    loadedBefore === undefined
      ? course.from(decision)
      : effectiveInstant(loadedBefore, course.zone);
  return (
    goods.loadedAt !== undefined &&
    goods.loadedAt < loadedLimit &&
    (enteredBefore === undefined || entry < effectiveInstant(enteredBefore, course.zone))
  );
}

function covers(
  fact: FactOn<'exemptions'>,
  zone: string,
  entry: number,
  decidedBy: number,
): boolean {
  const from = effectiveInstant(fact.data.effectiveFrom, zone);
  const until = fact.data.until === undefined ? Infinity : effectiveInstant(fact.data.until, zone);
  return from <= entry && entry < until && (hasBegun(fact.at, decidedBy) || from <= decidedBy);
}
