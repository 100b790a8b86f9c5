/** Ratios measured within one run: the two sides take turns, so that both meet the same machine. */

export interface Measured {
  readonly name: string;
  /** One per run: time of the first side over time of the second. */
  readonly ratios: readonly number[];
}

const RUNS = 7;
const ROUND_MS = 200;

function timed(work: () => unknown, forMs: number): number {
  const start = process.hrtime.bigint();
  let calls = 0;
  do {
    work();
    calls += 1;
  } while (Number(process.hrtime.bigint() - start) < forMs * 1e6);
  return Number(process.hrtime.bigint() - start) / calls;
}

/** Time per call of `ours` over time per call of `theirs`, in each of at least five runs. */
export function ratio(name: string, ours: () => unknown, theirs: () => unknown): Measured {
  timed(ours, ROUND_MS);
  timed(theirs, ROUND_MS);
  const ratios = Array.from({ length: RUNS }, () => {
    const mine = timed(ours, ROUND_MS);
    return mine / timed(theirs, ROUND_MS);
  });
  return { name, ratios };
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
