/** What others met in practice, case by case: each named by its rule, its log read as it is. */
import { describe, expect, it } from 'vitest';
import { publicCases, shortfallsOf } from './publicCases.js';

describe('the public case', () => {
  it.each(publicCases())('$case: $rule', async (tried) => {
    expect(await shortfallsOf(tried)).toEqual([]);
  });
});
