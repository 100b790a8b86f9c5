import { describe, expect, it } from 'vitest';
import { SEED } from '../support/seed.js';
import { simulate } from './simulation.js';

const RUNS = 1_000;
/** A machine that does much else takes longer; nothing waits for real time. */
const TIMEOUT_MS = 300_000;

describe('the log, its tail, its read model and its subscriptions', () => {
  it(
    `keep every promise in ${RUNS} runs with faults`,
    async () => {
      const faults = new Set<string>();
      let events = 0;
      for (let seed = SEED; seed < SEED + RUNS; seed++) {
        const run = await simulate(seed);
        expect(run.problems, `again: npm run simulate -- --seed ${seed}`).toEqual([]);
        for (const fault of run.faults) faults.add(fault.split(' ')[1]!);
        events += run.events;
      }
      expect([...faults].sort()).toEqual([
        'clock-step',
        'database-restart',
        'failover',
        'server-crash',
        'server-stop',
      ]);
      expect(events).toBeGreaterThan(5 * RUNS);
    },
    TIMEOUT_MS,
  );
});

describe('a seed', () => {
  it('gives the same run again, and another seed another', async () => {
    const traces: string[] = [];
    for (const seed of [SEED, SEED + 1, SEED, SEED + 1]) traces.push((await simulate(seed)).trace);
    expect(traces.slice(2)).toEqual(traces.slice(0, 2));
    expect(traces[0]).not.toBe(traces[1]);
  });
});
