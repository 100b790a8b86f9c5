/** Parley.append refuses 1,000 malformed events, each with its problems, and writes nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventsRefused } from '../../src/app/errors.js';
import { given, type Scenario, talks } from '../support/given.js';
import { samples } from '../support/golden.js';
import { SEED } from '../support/seed.js';
import { mutateEvent } from '../support/mutateEvent.js';

const all = samples.flatMap(({ event }) => mutateEvent(event()).map(({ sent }) => sent));
const spoiled = fc.constantFrom(...all);
const LAUNCH = talks.NegotiationLaunched('2025-02-13');
const GOOD = talks.RoundHeld('2025-05-19/2025-05-22', { round: 1 });

async function refused(
  scenario: Scenario,
  events: readonly unknown[],
  path: RegExp,
): Promise<void> {
  const before = await scenario.parley.head();
  const error = await scenario.parley.append(events).then(
    () => 'taken',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(EventsRefused);
  const { problems } = error as EventsRefused;
  expect(problems).not.toHaveLength(0);
  for (const problem of problems) {
    expect(problem.path).toMatch(path);
    expect(problem.code).toMatch(/^[A-Z_]+$/);
    expect(problem.message).not.toBe('');
  }
  expect(await scenario.parley.head()).toEqual(before);
}

describe('a malformed event', () => {
  it('is refused with its path, and nothing is written (1,000 cases)', async () => {
    const scenario = await given(LAUNCH);
    await fc.assert(
      fc.asyncProperty(spoiled, (event) => refused(scenario, [event], /^events\[0\]/)),
      { seed: SEED, numRuns: 1000 },
    );
    expect((await scenario.parley.head()).position).toBe(1);
  });

  it('is refused together with the valid events of the same append', async () => {
    const scenario = await given(LAUNCH);
    await fc.assert(
      fc.asyncProperty(spoiled, (event) => refused(scenario, [GOOD, event], /^events\[1\]/)),
      { seed: SEED, numRuns: 100 },
    );
    expect((await scenario.append([GOOD])).events).toHaveLength(1);
  });

  it('is refused in a dry run, and leaves its idempotency key unused', async () => {
    const scenario = await given(LAUNCH);
    const bad = { ...GOOD, occurred: 'soon' };
    for (const request of [{ dryRun: true }, { idempotencyKey: 'k' }])
      await expect(scenario.append([bad], request)).rejects.toMatchObject({ code: 'REFUSED' });
    const { repeated } = await scenario.append([GOOD], { idempotencyKey: 'k' });
    expect(repeated).toBe(false);
  });
});

describe('an append without events', () => {
  it('is refused', async () => {
    const scenario = await given(LAUNCH);
    await expect(scenario.append([])).rejects.toBeInstanceOf(EventsRefused);
    expect((await scenario.parley.head()).position).toBe(1);
  });
});
