/** Two views compared: what differs, and the events that made it so. */
import type { Fact } from '../streamState/knowledgeView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import { causes, Side } from './attribution.js';
import type { LeafValue } from './flatten.js';
import { leavesOf } from './segments.js';

export interface Change {
  readonly path: string;
  /** Null where the path held nothing. */
  readonly before: LeafValue;
  readonly after: LeafValue;
  readonly causedBy: readonly Fact[];
}

const same = (a: LeafValue, b: LeafValue): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));

/**
 * The changes that make one set of leaves into another, in order of path; `turning` are the facts
 * that have a date at the very instant which parts them, where it is one.
 */
export function changesBetween(
  from: Side,
  to: Side,
  turning: readonly Fact[] = [],
): readonly Change[] {
  const changes: Change[] = [];
  const compare = (path: string, before: LeafValue, after: LeafValue) => {
    // A path that appears holding nothing says nothing.
    if (!same(before, after))
      changes.push({ path, before, after, causedBy: causes(path, from, to, turning) });
  };
  for (const [path, { value }] of to.leaves)
    compare(path, from.leaves.get(path)?.value ?? null, value);
  for (const [path, { value }] of from.leaves) if (!to.leaves.has(path)) compare(path, value, null);
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What differs from one view to another; either may be before the negotiation began. */
export function diff(
  from: NegotiationView | undefined,
  to: NegotiationView | undefined,
): readonly Change[] {
  const side = (view: NegotiationView | undefined) =>
    new Side(view ? leavesOf(view) : new Map(), view);
  return changesBetween(side(from), side(to));
}
