/** Ratios measured within one run: the two sides take turns, so that both meet the same machine. */

export interface BenchResult {
  readonly name: string;
  /** What `runs` counts, such as "times raw". */
  readonly unit: string;
  readonly runs: readonly number[];
  readonly median: number;
  readonly ok: boolean;
  readonly bound: string;
}

const RUNS = 7;
const SIDE_MS = 200;

export const median = (runs: readonly number[]): number =>
  [...runs].sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? NaN;

/** Milliseconds per call, over calls enough to fill a while. */
async function perCall(work: () => unknown): Promise<number> {
  const start = performance.now();
  let calls = 0;
  do {
    await work();
    calls += 1;
  } while (performance.now() - start < SIDE_MS);
  return (performance.now() - start) / calls;
}

/** How many times as long one side takes as the other; it passes at `most` times or fewer. */
export async function atMost(
  name: string,
  unit: string,
  most: number,
  ours: () => unknown,
  theirs: () => unknown,
): Promise<BenchResult> {
  await perCall(ours);
  await perCall(theirs);
  const runs: number[] = [];
  while (runs.length < RUNS) {
    const mine = await perCall(ours);
    runs.push(mine / (await perCall(theirs)));
  }
  const middle = median(runs);
  return { name, unit, runs, median: middle, ok: middle <= most, bound: `<= ${most}` };
}

const READS_PER_RUN = 40;

/** The same where only the first call after a preparation counts, which both sides share. */
export async function atMostAfter(
  prepare: () => Promise<unknown>,
  name: string,
  unit: string,
  most: number,
  ours: () => unknown,
  theirs: () => unknown,
): Promise<BenchResult> {
  const timed = async (work: () => unknown): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const run = async (): Promise<number> => {
    const [mine, other]: [number[], number[]] = [[], []];
    for (let i = 0; i < READS_PER_RUN; i++) {
      await prepare();
      // Whichever comes first wakes the machine.
      if (i % 2 === 0) mine.push(await timed(ours));
      other.push(await timed(theirs));
      if (i % 2 === 1) mine.push(await timed(ours));
    }
    return median(mine) / median(other);
  };
  await run();
  const runs: number[] = [];
  while (runs.length < RUNS) runs.push(await run());
  const middle = median(runs);
  return { name, unit, runs, median: middle, ok: middle <= most, bound: `<= ${most}` };
}

/** One line per result, as `npm run bench` prints them. */
export function line({ name, unit, runs, median: middle, ok, bound }: BenchResult): string {
  const all = runs.map((run) => run.toFixed(2)).join(' ');
  return `${ok ? 'ok  ' : 'FAIL'} ${name}: ${middle.toFixed(2)} ${unit} (${bound}; runs ${all})`;
}
