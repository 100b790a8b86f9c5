/**
 * The naive oracle (tests/support/dutyOracle) and the product give the same answers about measures
 * and duties, on random logs and random questions. `npm run bench -- oracle` asks 100,000.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutyRulesOf } from '../../../src/domain/negotiation/negotiationView.js';
import { dutyView } from '../../../src/domain/duty/duty.js';
import { Ledger } from '../../support/dutyOracle/ledger.js';
import {
  dutyIn,
  knowledgeOf,
  measureIn,
  relatedStreamsOf,
} from '../../support/dutyOracle/product.js';
import {
  dutiesAsked,
  dutyCases,
  expectedDuty,
  withQuestions,
} from '../../support/dutyOracle/questions.js';
import { measure } from '../../support/dutyOracle/strip.js';
import { MEASURES } from '../../support/dutyOracle/universe.js';
import { logs } from '../../support/logs.js';
import { SEED } from '../../support/seed.js';

const cases = fc.oneof(withQuestions(logs), dutyCases);

describe('the naive oracle agrees on', () => {
  it('measures', () => {
    fc.assert(
      fc.property(cases, ([log, questions]) => {
        for (const question of questions)
          for (const stream of MEASURES)
            expect(measureIn(knowledgeOf(log, stream, question), question.at)).toEqual(
              measure(log, stream, question),
            );
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('duties, their layers and pending changes', () => {
    fc.assert(
      fc.property(cases, dutiesAsked, ([log, questions], asked) => {
        for (const question of questions) {
          const expected = expectedDuty(log, question, asked);
          const related = relatedStreamsOf(log, question);
          expect(dutyIn(related, question, asked, expected.range)).toEqual(expected);
        }
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('the schedule of a duty', () => {
    fc.assert(
      fc.property(cases, dutiesAsked, ([log, questions], { from, on, goods, mfnRate }) => {
        const question = questions[0]!;
        const rules = dutyRulesOf(relatedStreamsOf(log, question), from, on);
        const good = { ...goods, enteredAt: undefined };
        const duty = dutyView(rules, { imposedBy: from, on, goods: good, mfnRate }, 0);
        const [first, last] = [Date.UTC(2025, 1, 20), Date.UTC(2026, 7, 20)];
        const steps = duty.schedule(first, last);
        expect(steps[0]!.from).toBe(first);
        for (const [i, step] of steps.entries())
          if (i > 0) expect(step.from).toBe(steps[i - 1]!.until);
        const ledger = new Ledger(log, { ...question, at: Infinity }, { from, on });
        for (const { at } of questions) {
          if (at >= last) continue;
          const step = steps.find((each) => each.from <= at && at < (each.until ?? last));
          expect(step!.total).toBe(ledger.layers(at, good, mfnRate).total);
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
  });
});
