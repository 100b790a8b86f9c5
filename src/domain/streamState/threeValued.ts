/** Three-valued logic over uncertain dates: not begun, POSSIBLE, CERTAIN. */
import type { Bounds } from '../../../events/time/edtf.js';
import type { Answer, Fact } from './knowledgeView.js';

/** Whether something with these bounds may have begun by `at`. */
export const mayHaveBegun = (bounds: Bounds, at: number): boolean => bounds.min <= at;

/** How certain it is to have begun by `at`, given that it may have. */
export const answerAt = (bounds: Bounds, at: number): Answer =>
  at >= bounds.max ? 'CERTAIN' : 'POSSIBLE';

/** Caches a pure function of an immutable object for as long as the object lives. O(1) once cached. */
export function weakMemoize<Key extends object, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const cache = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let entry = cache.get(key);
    if (!entry) cache.set(key, (entry = { value: compute(key) }));
    return entry.value;
  };
}

const progressOf = weakMemoize((facts: readonly Fact[]) => ({
  // A fact without a known beginning sorts by its end, but may have begun before.
  inOrder: facts.every(({ began, sortInstant }) => began.min === sortInstant),
  begun: facts.slice(0, 0),
}));

/** How many facts of a sorted list have a sort key of at most `at`. O(log facts). */
function countSortedBy(facts: readonly Fact[], at: number): number {
  let [low, high] = [0, facts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((facts[middle]?.sortInstant ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The facts of a sorted list that may have begun by `at`. Returns the same array as for the last
 * instant asked about while the result is equal, so that results derived from it can be cached by
 * identity. O(log facts) when every beginning is bounded, O(facts) otherwise.
 */
export function factsBegunBy<F extends Fact>(facts: readonly F[], at: number): readonly F[] {
  const progress = progressOf(facts);
  const count = progress.inOrder
    ? countSortedBy(facts, at)
    : facts.reduce((sum, fact) => sum + (mayHaveBegun(fact.began, at) ? 1 : 0), 0);
  if (count === facts.length) return facts;
  if (count !== progress.begun.length)
    progress.begun = progress.inOrder
      ? facts.slice(0, count)
      : facts.filter((fact) => mayHaveBegun(fact.began, at));
  return progress.begun as readonly Fact[] as readonly F[];
}
