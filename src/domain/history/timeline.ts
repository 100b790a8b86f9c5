/** The timeline of a negotiation: every instant at which its view changes, by an event or by time. */
import type { Fact } from '../streamState/knowledgeView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import { attribute, ComparisonSide } from './attribution.js';
import { type Change, changesBetween } from './changes.js';
import type { CausesOf, Segment } from './segment.js';
import { flattenView, segmentsOf, viewAt } from './segments.js';

export interface TimelinePoint {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly changes: readonly Change[];
}

/**
 * The points in `[from, to]` (epoch milliseconds), oldest first: at each the view differs from
 * that of the millisecond before. O(sum over segments of change points × facts of the segment).
 */
export function timelineOf(
  view: NegotiationView,
  from: number,
  to: number,
): readonly TimelinePoint[] {
  const points = new Map<number, Change[]>();
  const views = new Map<number, NegotiationView>();
  const at = (instant: number): NegotiationView => {
    let cached = views.get(instant);
    if (!cached) views.set(instant, (cached = viewAt(view, instant)));
    return cached;
  };
  for (const segment of segmentsOf(view))
    for (const { at: instant, changes } of segmentTimeline(segment, at, from, to)) {
      const existing = points.get(instant);
      if (existing) existing.push(...changes);
      else points.set(instant, [...changes]);
    }
  return [...points]
    .map(([instant, changes]) => ({ at: instant, changes: changes.sort(byPath) }))
    .sort((a, b) => a.at - b.at);
}

const byPath = (a: Change, b: Change): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** The changes of one segment in `[from, to]`, oldest first. */
export function* segmentTimeline(
  segment: Segment,
  at: (instant: number) => NegotiationView,
  from: number,
  to: number,
): Generator<TimelinePoint> {
  const factsByInstant = new Map<number, Fact[]>();
  for (const [instant, fact] of segment.changePoints()) {
    if (!Number.isFinite(instant) || instant < from || instant > to) continue;
    const facts = factsByInstant.get(instant);
    if (facts) facts.push(fact);
    else factsByInstant.set(instant, [fact]);
  }
  const instants = [...factsByInstant.keys()].sort((a, b) => a - b);
  const [first] = instants;
  if (first === undefined) return;
  let before = new ComparisonSide(flattenView(at(first - 1), [segment]));
  for (const instant of instants) {
    const after = new ComparisonSide(flattenView(at(instant), [segment]));
    let turning: CausesOf | undefined;
    const causesOf: CausesOf = (path) => {
      turning ??= segment.turning?.(at(instant - 1), at(instant));
      const causes = turning?.(path) ?? [];
      return causes.length > 0
        ? causes
        : attribute(path, before, after, factsByInstant.get(instant) ?? []);
    };
    const changes = changesBetween(before, after, causesOf);
    if (changes.length > 0) yield { at: instant, changes };
    before = after;
  }
}

/** All changes of one segment up to a view, oldest first: what held from the beginning, then each point. */
export function historyOf(segment: Segment, view: NegotiationView): readonly TimelinePoint[] {
  const at = (instant: number) => viewAt(view, instant);
  // A fact without a known beginning holds before the first change point.
  const instants = [...segment.changePoints()].map(([instant]) => instant).filter(Number.isFinite);
  const before = at(instants.reduce((a, b) => Math.min(a, b - 1), view.at));
  const initial = changesBetween(
    new ComparisonSide(new Map()),
    new ComparisonSide(flattenView(before, [segment]), before),
  );
  return [{ at: before.at, changes: initial }, ...segmentTimeline(segment, at, -Infinity, view.at)];
}
