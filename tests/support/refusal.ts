/** What an append was refused for. */
import { expect } from 'vitest';
import { Refused } from '../../src/app/errors.js';
import type { Known } from './given.js';

/** `path CODE` of each problem; fails when anything was written. */
export async function refusal(
  known: Known,
  ...events: readonly unknown[]
): Promise<readonly string[]> {
  const before = await known.parley.head();
  const error = await known.append(events).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(await known.parley.head()).toEqual(before);
  expect(error).toBeInstanceOf(Refused);
  const { problems, message } = error as Refused;
  for (const problem of problems) expect(problem.message).not.toBe('');
  expect(message).toContain('Nothing was written');
  return problems.map(({ path, code }) => `${path} ${code}`);
}
