/**
 * The duty on one good, in percentage points of one customs value: layers that add, never
 * compound. Every layer that does not apply is returned too, with the reason and the event.
 */
import { effectiveInstant } from '../../../events/time/bounds.js';
import type { TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import { MeasureTimeline } from '../measure/measureTimeline.js';
import { timelineDecidedBy, measureIdentity } from '../measure/measureView.js';
import { mayHaveBegun } from '../streamState/threeValued.js';
import { type ApplicableMeasure, assessApplicability } from './applicability.js';
import { PrecedenceResolution } from './precedenceResolution.js';
import type { DutyQuestion, Layer, DutyRules } from './layer.js';

/** A measure's course as far as the question looks: see {@link timelinesDecidedBy}. */
export type TimelineLookup = (knowledge: KnowledgeView) => MeasureTimeline;

/**
 * Courses made once per measure. With an instant, only decisions taken or effective by then are
 * carried out; without one, all that are known.
 */
export function timelinesDecidedBy(decidedBy: number): TimelineLookup {
  const courses = new Map<KnowledgeView, MeasureTimeline>();
  return (knowledge) => {
    let timeline = courses.get(knowledge);
    if (!timeline) {
      timeline =
        decidedBy === Infinity
          ? new MeasureTimeline(knowledge)
          : timelineDecidedBy(knowledge, decidedBy);
      courses.set(knowledge, timeline);
    }
    return timeline;
  };
}

/** The duty's layers at the instant of entry, as decided by another: MFN first, then by slug. */
export function layersAt(
  rules: DutyRules,
  { goods = {}, mfnRate, on, imposedBy }: DutyQuestion,
  entry: number,
  decidedBy: number,
  timelineOf: TimelineLookup,
): readonly Layer[] {
  const notApplicable: Layer[] = [];
  const applicable: ApplicableMeasure[] = [];
  for (const knowledge of rules.measures) {
    if (measureIdentity(knowledge).imposedBy !== imposedBy) continue;
    const outcome = assessApplicability(
      knowledge,
      timelineOf(knowledge),
      on,
      goods,
      entry,
      decidedBy,
    );
    if (outcome === undefined) continue;
    if ('reason' in outcome) notApplicable.push(outcome);
    else applicable.push(outcome);
  }
  const resolution = new PrecedenceResolution(
    applicable,
    precedenceAt(rules.rulebook, entry, decidedBy),
  );
  const resolved = applicable.map((each) => resolution.layer(each, goods, mfnRate));
  const mfn: Layer[] =
    mfnRate === undefined
      ? []
      : [{ measure: null, slug: '', rate: mfnRate, applies: true, reason: 'MFN', setBy: null }];
  return [...mfn, ...[...resolved, ...notApplicable].sort((a, b) => (a.slug < b.slug ? -1 : 1))];
}

/** The authority's order of precedence at an instant: of those that cover it, the latest set. */
function precedenceAt(
  rulebook: KnowledgeView | undefined,
  entry: number,
  decidedBy: number,
): TopicFact<'precedence'> | undefined {
  return rulebook?.factsOn('precedence').findLast((fact) => {
    const from = effectiveInstant(fact.data.effectiveFrom, rulebook.zone);
    return from <= entry && (mayHaveBegun(fact.began, decidedBy) || from <= decidedBy);
  });
}
