/**
 * `npm run bench -- oracle`: 100,000 random questions about duties and measures, asked of the
 * product and of the oracle in tests/support/dutyOracle. Bounded by the count of different answers,
 * not by time. `SEED=n` asks others.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { AnyEvent } from '../../events/catalogue.js';
import { dutyIn, knowledgeOf, measureIn, relatedStreamsOf } from '../support/dutyOracle/product.js';
import {
  type DutyAsked,
  dutiesAsked,
  expectedDuty,
  dutyCases,
} from '../support/dutyOracle/questions.js';
import { measure } from '../support/dutyOracle/strip.js';
import { MEASURES } from '../support/dutyOracle/universe.js';
import type { Question } from '../support/oracle.js';
import { SEED } from '../support/seed.js';
import type { BenchResult } from './measure.js';

const QUESTIONS = 100_000;
/** Logs made at once. */
const BATCH = 200;

const cases = fc.tuple(dutyCases, dutiesAsked);

/** What the product and the oracle say where they differ; undefined where they agree. */
function difference(log: readonly AnyEvent[], question: Question, asked: DutyAsked) {
  const duty = expectedDuty(log, question, asked);
  const answers = [
    [dutyIn(relatedStreamsOf(log, question), question, asked, duty.range), duty],
    ...MEASURES.map((stream) => [
      measureIn(knowledgeOf(log, stream, question), question.at),
      measure(log, stream, question),
    ]),
  ];
  const differing = answers.find(([product, oracle]) => !isDeepStrictEqual(product, oracle));
  return differing && { product: differing[0], oracle: differing[1], question, asked, log };
}

/** How many questions are answered differently; the first is printed with its log. */
function differences(): BenchResult {
  let [asked, different] = [0, 0];
  for (let batch = 0; asked < QUESTIONS; batch++)
    for (const [[log, questions], goods] of fc.sample(cases, {
      numRuns: BATCH,
      seed: SEED + batch,
    }))
      for (const question of questions.slice(0, QUESTIONS - asked)) {
        asked += 1;
        const found = difference(log, question, goods);
        if (!found) continue;
        if (different === 0) console.error(JSON.stringify(found));
        different += 1;
      }
  return {
    name: 'questions that the oracle answers differently',
    unit: `of ${asked.toLocaleString('en')}`,
    runs: [different],
    median: different,
    ok: different === 0,
    bound: '<= 0',
  };
}

export const oracleBenches: readonly (() => BenchResult)[] = [differences];
