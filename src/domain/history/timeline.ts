/** Every instant at which anything in the picture changes, by an event or by the clock alone. */
import type { Fact } from '../streamState/knowledgeView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import { ComparisonSide } from './attribution.js';
import { type Change, changesBetween } from './diff.js';
import { flattenView, type Segment, segmentsOf, viewAt } from './segments.js';

export interface TimelinePoint {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly changes: readonly Change[];
}

/**
 * The points in `[from, to]`, oldest first: at each the picture differs from that of the
 * millisecond before. Parts that change apart are followed apart, so that a long record costs
 * what its parts cost.
 */
export function timelineOf(
  view: NegotiationView,
  from: number,
  to: number,
): readonly TimelinePoint[] {
  const points = new Map<number, Change[]>();
  const views = new Map<number, NegotiationView>();
  const at = (instant: number): NegotiationView => {
    let found = views.get(instant);
    if (!found) views.set(instant, (found = viewAt(view, instant)));
    return found;
  };
  for (const segment of segmentsOf(view))
    for (const { at: instant, changes } of segmentTimeline(segment, at, from, to)) {
      const known = points.get(instant);
      if (known) known.push(...changes);
      else points.set(instant, [...changes]);
    }
  return [...points]
    .map(([instant, changes]) => ({ at: instant, changes: changes.sort(byPath) }))
    .sort((a, b) => a.at - b.at);
}

const byPath = (a: Change, b: Change): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** How one part of the picture changes in `[from, to]`, oldest first. */
export function* segmentTimeline(
  segment: Segment,
  at: (instant: number) => NegotiationView,
  from: number,
  to: number,
): Generator<TimelinePoint> {
  const turns = new Map<number, Fact[]>();
  for (const [instant, fact] of segment.changePoints()) {
    if (!Number.isFinite(instant) || instant < from || instant > to) continue;
    const facts = turns.get(instant);
    if (facts) facts.push(fact);
    else turns.set(instant, [fact]);
  }
  const instants = [...turns.keys()].sort((a, b) => a - b);
  const [first] = instants;
  if (first === undefined) return;
  let before = new ComparisonSide(flattenView(at(first - 1), [segment]));
  for (const instant of instants) {
    const after = new ComparisonSide(flattenView(at(instant), [segment]));
    const changes = changesBetween(before, after, turns.get(instant));
    if (changes.length > 0) yield { at: instant, changes };
    before = after;
  }
}
