/** The naive oracle on acts of which nobody can tell which was first. */
import type { OracleStream } from './oracle.js';
import { effects } from './oracleParties.js';

const HOUR = 3_600_000;

/**
 * Whether everything that may be so by the question leaves the same: whatever is dated to more than
 * a day is put before and after each other thing of these types that its date allows. The first
 * launch stays first.
 */
export function isSettled(
  oracle: OracleStream,
  types: readonly string[],
  state: (oracle: OracleStream) => unknown,
): boolean {
  const all = effects(oracle, types);
  const launch = all.find(({ fact }) => fact.type === 'NegotiationLaunched');
  const now = JSON.stringify(state(oracle));
  return all.every((vague) => {
    const { min, max } = vague.bounds;
    if (vague === launch || max - min < 30 * HOUR) return true;
    return all
      .filter((other) => other !== vague)
      .flatMap(({ order, fact }) => [order, oracle.placed(fact)])
      .filter((order) => order >= min && order < max && order <= oracle.question.at)
      .every((order) =>
        [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER].every(
          (position) =>
            (position < 0 && launch !== undefined && order <= launch.order) ||
            JSON.stringify(state(oracle.moved(vague.fact, order, position))) === now,
        ),
      );
  });
}
