/** Compares two flat views: the paths that differ, and the facts that caused each difference. */
import type { Fact } from '../streamState/knowledgeView.js';
import { attribute, type ComparisonSide } from './attribution.js';
import type { FlatValue } from './flatten.js';
import type { CausesOf } from './segment.js';

export interface Change {
  readonly path: string;
  /** Null where the path held nothing. */
  readonly before: FlatValue;
  readonly after: FlatValue;
  readonly causedBy: readonly Fact[];
}

export const sameValue = (a: FlatValue, b: FlatValue): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));

/** The changes from one side to another, sorted by path. O(paths). */
export function changesBetween(
  from: ComparisonSide,
  to: ComparisonSide,
  causesOf: CausesOf = (path) => attribute(path, from, to, []),
): readonly Change[] {
  const changes: Change[] = [];
  const compare = (path: string, before: FlatValue, after: FlatValue) => {
    // A path that appears with null is no change.
    if (!sameValue(before, after)) changes.push({ path, before, after, causedBy: causesOf(path) });
  };
  for (const [path, { value }] of to.flat) compare(path, from.flat.get(path)?.value ?? null, value);
  for (const [path, { value }] of from.flat) if (!to.flat.has(path)) compare(path, value, null);
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}
