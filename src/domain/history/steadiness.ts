/** Between which instants an answer stays as it is, by the clock: nothing changes but at a change point. */
import type { DutyView } from '../duty/duty.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import type { Fact } from '../streamState/knowledgeView.js';
import { TOPICS } from '../streamState/topics.js';
import { type ChangePoint, changePointsOf } from './changePoints.js';
import { dutyChangePoints } from './dutyHistory.js';
import { ownSegments, segmentsOf } from './segments.js';

/** A stretch of time, half-open, in epoch milliseconds; infinite where nothing bounds it. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

const intersection = (a: Stretch, b: Stretch): Stretch => ({
  from: Math.max(a.from, b.from),
  until: Math.min(a.until, b.until),
});

/** Within all of these; the whole of time where there are none. */
export const withinAll = (stretches: readonly Stretch[]): Stretch =>
  stretches.reduce(intersection, { from: -Infinity, until: Infinity });

/** The longest stretch around `at` that none of these divides. O(instants). */
function around(at: number, instants: Iterable<number>): Stretch {
  let [from, until] = [-Infinity, Infinity];
  for (const instant of instants)
    if (instant <= at) from = Math.max(from, instant);
    else until = Math.min(until, instant);
  return { from, until };
}

function* instantsOf(points: Iterable<ChangePoint>): Generator<number> {
  for (const [instant] of points) yield instant;
}

/**
 * Around the instant of a view of a negotiation: whatever is told of it from its own events and the
 * areas is the same, with `trade` also of the measures and duties between its parties, which must be
 * loaded. What counts time up to the view, as the length of a pause does, is not. O(facts).
 */
export function steadyNegotiation(view: NegotiationView, trade: boolean): Stretch {
  const segments = trade ? segmentsOf(view) : ownSegments(view);
  const points = [
    // Also of what no segment tells, such as the latest happening.
    changePointsOf(TOPICS.flatMap((topic): readonly Fact[] => view.knowledge.factsOn(topic))),
    ...segments.map((segment) => segment.changePoints()),
  ];
  return withinAll(points.map((each) => around(view.at, instantsOf(each))));
}

/** Around the instant of a view of a duty, all of it but its schedule. O(facts of its measures). */
export function steadyDuty(duty: DutyView, at: number): Stretch {
  return around(at, instantsOf(dutyChangePoints(duty.restsOn(), duty.question)));
}
