/** The oracle on acts of which nobody can tell which was first: one is put after another. */
import type { OracleFact, OracleStream } from '../oracle.js';

/** A fact that came after another, as its vague date allows. */
export interface Move {
  readonly id: string;
  readonly after: string;
}

export function inOrder(
  facts: readonly OracleFact[],
  move: Move | undefined,
): readonly OracleFact[] {
  const late = facts.find(({ event }) => event.id === move?.id);
  if (!late) return facts;
  return facts
    .filter((fact) => fact !== late)
    .flatMap((fact) => (fact.event.id === move?.after ? [fact, late] : [fact]));
}

/** Every order of these that has one of more than a day stand later, within its date. */
export function* movesOf(oracle: OracleStream, facts: readonly OracleFact[]): Generator<Move> {
  for (const [i, late] of facts.entries()) {
    const { min, max } = oracle.when(late);
    if (max - min < 1.5 * 86_400_000) continue;
    for (const other of facts.slice(i + 1)) {
      if (oracle.placed(other) > max) break;
      yield { id: late.event.id, after: other.event.id };
    }
  }
}
