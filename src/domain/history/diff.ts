/** Two views compared: what differs, and the events that made it so. */
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
 * The changes that make one set of leaves into another, in order of path; `turning` are the facts
 * that have a date at the very instant which parts them, where it is one.
 */
export function changesBetween(
  from: ComparisonSide,
  to: ComparisonSide,
  turning: readonly Fact[] = [],
): readonly Change[] {
  const changes: Change[] = [];
  const compare = (path: string, before: FlatValue, after: FlatValue) => {
    // A path that appears holding nothing says nothing.
    if (!sameValue(before, after))
      changes.push({ path, before, after, causedBy: attribute(path, from, to, turning) });
  };
  for (const [path, { value }] of to.flat) compare(path, from.flat.get(path)?.value ?? null, value);
  for (const [path, { value }] of from.flat) if (!to.flat.has(path)) compare(path, value, null);
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What differs from one view to another; either may be before the negotiation began. */
export function diff(
  from: NegotiationView | undefined,
  to: NegotiationView | undefined,
): readonly Change[] {
  const side = (view: NegotiationView | undefined) =>
    new ComparisonSide(view ? flattenView(view) : new Map(), view);
  return changesBetween(side(from), side(to));
}
