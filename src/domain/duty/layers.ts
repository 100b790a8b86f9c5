/**
 * The layers of the duty on one good, in percentage points of one customs value. Layers add and
 * never compound. Layers that do not apply are returned too, each with its reason and event.
 */
import { effectiveInstant } from '../../../events/time/bounds.js';
import type { TopicFact, KnowledgeView } from '../streamState/knowledgeView.js';
import { MeasureTimeline } from '../measure/measureTimeline.js';
import { timelineDecidedBy, measureIdentity } from '../measure/measureView.js';
import { mayHaveBegun } from '../streamState/threeValued.js';
import { type ApplicableMeasure, assessApplicability } from './applicability.js';
import { PrecedenceResolution } from './precedenceResolution.js';
import type { DutyQuestion, Layer, DutyRules } from './layer.js';

/** Looks up the timeline of a measure: see {@link timelinesDecidedBy}. */
export type TimelineLookup = (knowledge: KnowledgeView) => MeasureTimeline;

/**
 * Timelines, computed once a measure: of decisions taken or effective by `decidedBy`, or of all
 * known decisions when it is Infinity.
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

/**
 * The layers of a duty on goods entered at `entry`, by decisions taken by `decidedBy` (both epoch
 * milliseconds): MFN first, then by slug. O(measures × decisions).
 */
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

/** The authority's order of precedence at `entry`: the latest that covers it. */
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
