/** Compares two views: the paths that differ, and the facts that caused each difference. */
import type { Fact } from '../streamState/knowledgeView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import { attribute, ComparisonSide } from './attribution.js';
import type { FlatValue } from './flatten.js';
import { flattenView } from './segments.js';

export interface Change {
  readonly path: string;
  /** Null where the path held nothing. */
  readonly before: FlatValue;
  readonly after: FlatValue;
  readonly causedBy: readonly Fact[];
}

const sameValue = (a: FlatValue, b: FlatValue): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));

/**
 * The changes from one side to another, sorted by path. O(paths).
 *
 * @param turning the facts due at the instant between the sides, when they are adjacent
 */
export function changesBetween(
  from: ComparisonSide,
  to: ComparisonSide,
  turning: readonly Fact[] = [],
): readonly Change[] {
  const changes: Change[] = [];
  const compare = (path: string, before: FlatValue, after: FlatValue) => {
    // A path that appears with null is no change.
    if (!sameValue(before, after))
      changes.push({ path, before, after, causedBy: attribute(path, from, to, turning) });
  };
  for (const [path, { value }] of to.flat) compare(path, from.flat.get(path)?.value ?? null, value);
  for (const [path, { value }] of from.flat) if (!to.flat.has(path)) compare(path, value, null);
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The changes from one view to another; undefined stands for a time before the negotiation. */
export function diff(
  from: NegotiationView | undefined,
  to: NegotiationView | undefined,
): readonly Change[] {
  const side = (view: NegotiationView | undefined) =>
    new ComparisonSide(view ? flattenView(view) : new Map(), view);
  return changesBetween(side(from), side(to));
}
