/** Three-valued answers: whether something dated only so well has happened by an instant. */
import type { Bounds } from '../../../events/time/edtf.js';
import type { Answer, Fact } from './knowledgeView.js';

/** Whether it may have happened by `at`. */
export const mayHaveBegun = (bounds: Bounds, at: number): boolean => bounds.min <= at;

/** How sure it is that it has happened by `at`, given that it may have. */
export const answerAt = (bounds: Bounds, at: number): Answer =>
  at >= bounds.max ? 'CERTAIN' : 'POSSIBLE';

/** A function of something that does not change, worked out once for each. */
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
  // What has no known beginning may always have been so, and is placed by its end.
  inOrder: facts.every(({ began: at }) => Number.isFinite(at.min)),
  begun: facts.slice(0, 0),
}));

/** How many of these, which are in order, are placed by `at`. */
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
 * Of a reading's facts on a topic those that may have begun by `at`; the same list as at the last
 * instant asked about while none has been added, so that what it says need not be worked out again.
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
  // Of these facts, whatever they are.
  return progress.begun as readonly Fact[] as readonly F[];
}
