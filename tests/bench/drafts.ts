/** Precision and recall of the rules that read reports. */
import { scoreReports, totalsOf } from '../support/draftScore.js';
import type { BenchResult } from './measure.js';

function readReports(): readonly BenchResult[] {
  const scores = scoreReports();
  const { precision, recall } = totalsOf(scores);
  for (const { name, drafts, facts, right, wrong, missed } of scores) {
    console.log(`${name}: ${right} of ${drafts} drafts need no change; ${right} of ${facts} facts`);
    for (const { type, occurred, data } of wrong)
      console.log(`  wrong: ${type} ${occurred ?? ''} ${JSON.stringify(data)}`);
    for (const { type, occurred, data } of missed)
      console.log(`  missed: ${type} ${occurred ?? ''} ${JSON.stringify(data)}`);
  }
  const result = (name: string, unit: string, value: number, least: number, runs: number[]) => ({
    name,
    unit,
    runs,
    median: value,
    ok: value >= least,
    bound: `>= ${least}`,
  });
  return [
    result(
      'precision',
      'of drafts',
      precision,
      0.9,
      scores.map((each) => each.right / each.drafts),
    ),
    result(
      'recall',
      'of facts',
      recall,
      0.5,
      scores.map((each) => each.right / each.facts),
    ),
  ];
}

export const draftBenches = [readReports];
