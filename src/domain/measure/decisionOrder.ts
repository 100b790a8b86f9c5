/** The orders that decisions may have been taken in, where a date is too vague to tell. */
import { DAY_MS } from '../../../events/time/days.js';
import type { Fact } from '../streamState/knowledgeView.js';

/** Longer than any calendar day: decisions of one day are taken in the order of the log. */
const LONGER_THAN_A_DAY = DAY_MS * 1.5;

/**
 * Every other order in which one vaguely dated decision stands later among the rest, as its date
 * allows. Decisions come in the order of their earliest dates. O(vague × decisions).
 */
export function alternativeOrders<Decision extends Fact>(
  decisions: readonly Decision[],
): readonly (readonly Decision[])[] {
  return decisions.flatMap((decision, index) => {
    const { min, max } = decision.began;
    if (!(max - min > LONGER_THAN_A_DAY)) return [];
    const orders: Decision[][] = [];
    for (let after = index + 1; after < decisions.length; after++) {
      const other = decisions[after];
      if (!other || other.sortInstant > max) break;
      const order = decisions.toSpliced(index, 1);
      order.splice(after, 0, decision);
      orders.push(order);
    }
    return orders;
  });
}
