/** A duty explained: by what stands behind it, no more firmly than the figure says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/domain/history/explain.js';
import { given, type InterchangeEvent, measure, talks } from '../../support/given.js';
import { dutyHistories, questions, viewOf } from '../../support/histories.js';
import { SEED } from '../../support/seed.js';

const TOTAL = 'duties.US-IN.total';
const launch = talks.NegotiationLaunched('2025-01-01', { timeZone: 'UTC' });
const base = measure('us-base');
const adopted = base.MeasureAdopted('2025-02-01', { rate: 25, effectiveFrom: '2025-02-01' });

/** Value, act, certainty, and whether it is current. */
async function explained(at: string, path: string, ...events: readonly InterchangeEvent[]) {
  const view = await (await given(...events)).negotiation(at);
  return explain(view, path).map(({ value, setBy, certainty, current }) => [
    value,
    setBy.type,
    certainty,
    current,
  ]);
}

describe('the certainty of an explained duty', () => {
  it('is, at the least of what adds up to it, that of the figure', () => {
    const cases = dutyHistories.chain((log) => fc.tuple(fc.constant(log), questions(log)));
    const seen = new Set<unknown>();
    fc.assert(
      fc.property(cases, ([log, question]) => {
        const view = viewOf(log, 'negotiation/a', question);
        if (!view.hasBegun) return;
        for (const { imposedBy, on, leastCertainty } of view.duties) {
          const path = `duties.${imposedBy}-${on}.total`;
          const layers = explain(view, path).filter(({ current }) => current);
          const least = ['DISPUTED', 'INFERRED', 'REPORTED', 'CONFIRMED'].find((certainty) =>
            layers.some((layer) => layer.certainty === certainty),
          );
          expect([path, least ?? null]).toEqual([path, leastCertainty]);
          seen.add(leastCertainty);
        }
      }),
      { seed: SEED, numRuns: 100 },
    );
    expect(seen.size).toBeGreaterThan(2);
  });

  const rival = base.MeasureAnnounced('2025-03-01', { rate: 18, effectiveFrom: '2025-03-01' });
  const disputed = measure('us-oil').MeasureAdopted(
    '2025-02-02',
    { rate: 5, effectiveFrom: '2025-02-02' },
    { certainty: 'DISPUTED' },
  );

  it('is disputed where another rate is announced as in effect, which follows the layer', async () => {
    expect(await explained('2025-04-01', TOTAL, launch, adopted, rival)).toEqual([
      [25, 'MeasureAdopted', 'DISPUTED', true],
      [18, 'MeasureAnnounced', 'REPORTED', false],
    ]);
    const layer = 'duties.US-IN.layers.us-base.rate';
    expect(await explained('2025-04-01', layer, launch, adopted, rival)).toEqual([
      [25, 'MeasureAdopted', 'DISPUTED', true],
      [18, 'MeasureAnnounced', 'REPORTED', false],
    ]);
  });

  it('is disputed for the layer whose event is, and for no other', async () => {
    const layers = await explained('2025-04-01', TOTAL, launch, adopted, disputed);
    expect(layers.filter(([, , , current]) => current)).toEqual([
      [25, 'MeasureAdopted', 'REPORTED', true],
      [5, 'MeasureAdopted', 'DISPUTED', true],
    ]);
  });
});

describe('the certainty of an explained count of rounds', () => {
  it('is disputed where the count is shown as disputed', async () => {
    const counts = [6, 5].map((count, i) =>
      talks.RoundsReported(`2025-03-0${i + 1}`, { count, by: 'a minister' }),
    );
    const current = (
      await explained('2025-04-01', 'roundsCompleted.reported', launch, ...counts)
    ).filter(([, , , isCurrent]) => isCurrent);
    expect(current.map(([, , certainty]) => certainty)).toEqual(['DISPUTED']);
  });
});

describe('a duty as it stood when the talks began', () => {
  it('is told with the launch, as the timeline tells it', async () => {
    const before = base.MeasureAdopted('2024-12-01', { rate: 25, effectiveFrom: '2024-12-01' });
    const next = measure('us-oil').MeasureAdopted('2025-06-01', {
      ...{ rate: 5, effectiveFrom: '2025-06-01' },
    });
    expect(await explained('2025-07-01', TOTAL, launch, before, next)).toContainEqual([
      ...[25, 'NegotiationLaunched', 'REPORTED', false],
    ]);
  });
});
