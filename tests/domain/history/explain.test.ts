/** Explaining: whatever the picture holds has someone who said so. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/domain/history/explain.js';
import { flattenView } from '../../../src/domain/history/segments.js';
import { histories, questions, viewOf } from '../../support/histories.js';
import { SEED } from '../../support/seed.js';
import { NEGOTIATIONS } from '../../support/universe.js';

const cases = histories.chain((log) =>
  fc.tuple(fc.constant(log), questions(log), fc.constantFrom(...NEGOTIATIONS)),
);

describe('an explanation of a value', () => {
  it('always names the facts that report it, and marks the value as current', () => {
    fc.assert(
      fc.property(cases, ([log, question, stream]) => {
        const view = viewOf(log, stream, question);
        for (const [path, { value }] of flattenView(view)) {
          if (value === null) continue;
          const current = explain(view, path).filter((each) => each.current);
          const values = current.map((each) => each.value);
          // The total of a duty is explained by the layers that add up to it.
          if (/^duties\.[^.]+\.total$/.test(path))
            expect([path, values.reduce<number>((sum, each) => sum + Number(each), 0)]).toEqual([
              path,
              value,
            ]);
          else expect([path, values]).toEqual([path, [value]]);
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});
