import { describe, expect, it } from 'vitest';
import { scoreReports, totalsOf } from '../../support/draftScore.js';

describe('reports that the rules were not written on', () => {
  it('give drafts of which nine in ten need no change', () => {
    const scores = scoreReports();
    expect(scores).toHaveLength(10);
    const { precision, recall } = totalsOf(scores);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.5);
  });
});
