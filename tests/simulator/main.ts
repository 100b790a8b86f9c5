/**
 * Runs simulations for a night, or one again:
 *
 *     npm run simulate                   8 hours, from a seed of its own
 *     npm run simulate -- --minutes 5 --from 1
 *     npm run simulate -- --seed 4711    one run, with its faults
 */
import { parseArgs } from 'node:util';
import { type Run, simulate } from './simulation.js';

/** After so many the bug is plain. */
const ENOUGH_FAILURES = 10;
const SHOWN_PROBLEMS = 5;

function report({ seed, problems, faults, steps, events }: Run): void {
  const shown = problems.slice(0, SHOWN_PROBLEMS).map((problem) => `\n  ${problem}`);
  const rest = problems.length - shown.length;
  console.log(
    `seed ${seed}: ${events} events, ${steps} steps, ${problems.length} problems${shown.join('')}`,
    rest > 0 ? `\n  and ${rest} more` : '',
    `\n  faults: ${faults.join(', ') || 'none'}\n  again: npm run simulate -- --seed ${seed}`,
  );
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    from: { type: 'string', default: String(Date.now() % 1e9) },
    minutes: { type: 'string', default: '480' },
  },
});

let failures = 0;
if (values.seed === undefined) {
  const end = performance.now() + Number(values.minutes) * 60_000;
  const first = Number(values.from);
  let seed = first;
  for (; performance.now() < end && failures < ENOUGH_FAILURES; seed++) {
    const run = await simulate(seed);
    if (run.problems.length === 0) continue;
    failures += 1;
    report(run);
  }
  console.log(`${seed - first} runs from seed ${first}, ${failures} with problems`);
} else {
  const run = await simulate(Number(values.seed));
  failures = run.problems.length;
  report(run);
}
process.exitCode = failures > 0 ? 1 : 0;
