/** The problems for which an append was refused. */
import { expect } from 'vitest';
import { EventsRefused } from '../../src/app/errors.js';
import type { Scenario } from './given.js';

/** `path CODE` of each problem; fails when anything was written. */
export async function refusal(
  scenario: Scenario,
  ...events: readonly unknown[]
): Promise<readonly string[]> {
  const before = await scenario.parley.head();
  const error = await scenario.append(events).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(await scenario.parley.head()).toEqual(before);
  expect(error).toBeInstanceOf(EventsRefused);
  const { problems, message } = error as EventsRefused;
  for (const problem of problems) expect(problem.message).not.toBe('');
  expect(message).toContain('Nothing was written');
  return problems.map(({ path, code }) => `${path} ${code}`);
}
