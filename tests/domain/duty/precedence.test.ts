/** An authority's order among its measures: the first that applies excludes the later ones. */
import { describe, expect, it } from 'vitest';
import { given, iso, measure, published, rulebook } from '../../support/given.js';

const us = rulebook('US');
const adopted = (slug: string, rate: number, hs?: readonly string[]) =>
  measure(slug).MeasureAdopted('2025-01-10', {
    rate,
    effectiveFrom: '2025-02-01',
    ...(hs && { goods: { hs: [...hs] } }),
  });
const AUTOS = adopted('us-232-autos', 25, ['8703']);
const STEEL = adopted('us-232-metals', 50, ['72', '8703']);
const BORDER = adopted('us-border', 20);
const OTHER = adopted('us-other', 3);
const MEASURES = [AUTOS, STEEL, BORDER, OTHER];

const ORDER = us.PrecedenceSet('2025-04-29', {
  order: [['us-232-autos'], ['us-border'], ['us-232-metals']],
  effectiveFrom: '2025-05-01',
});
const car = { goods: { hs: '8703' } };

describe('an order of precedence', () => {
  it('lets the first that applies exclude the later ones, and leaves others alone', async () => {
    const scenario = await given(...MEASURES, ORDER);
    expect(await scenario.layers('2025-05-02', car)).toEqual([
      'us-232-autos 25 IN_FORCE',
      '-us-232-metals 50 PRECEDED',
      '-us-border 20 PRECEDED',
      'us-other 3 IN_FORCE',
    ]);
    expect(await scenario.total('2025-05-02', car)).toBe(28);
  });

  it('passes to the next where the first does not cover the good', async () => {
    const scenario = await given(...MEASURES, ORDER);
    expect(await scenario.total('2025-05-02', { goods: { hs: '7208' } })).toBe(23);
    expect(await scenario.total('2025-05-02', { goods: { hs: '6109' } })).toBe(23);
  });

  it('holds from its own instant', async () => {
    const scenario = await given(...MEASURES, ORDER);
    expect(await scenario.total('2025-05-01T03:59:59Z', car)).toBe(98);
    expect(await scenario.total('2025-05-01T04:00:00Z', car)).toBe(28);
    const { pending } = await scenario.duty('2025-04-30', car);
    expect(pending.map(({ at, total }) => [iso(at), total])).toEqual([
      ['2025-05-01T04:00:00Z', 28],
    ]);
  });

  it('is not foreseen before it is decided', async () => {
    const scenario = await given(...MEASURES, ORDER);
    expect((await scenario.duty('2025-04-28', car)).pending).toEqual([]);
    expect((await scenario.duty('2025-04-29', car)).pending).toHaveLength(1);
  });

  it('names the order as what set a layer aside', async () => {
    const scenario = await given(...MEASURES, ORDER);
    const { layers } = await scenario.duty('2025-05-02', car);
    const aside = layers.filter(({ reason }) => reason === 'PRECEDED');
    expect(aside.map(({ setBy }) => setBy?.event.id)).toEqual([ORDER.id, ORDER.id]);
  });

  it('lets measures of one group add', async () => {
    const scenario = await given(
      ...MEASURES,
      us.PrecedenceSet('2025-04-29', {
        order: [['us-232-*'], ['us-border']],
        effectiveFrom: '2025-05-01',
      }),
    );
    expect(await scenario.total('2025-05-02', car)).toBe(78);
  });

  it('passes over a measure that is suspended or wholly exempt', async () => {
    const scenario = await given(
      ...MEASURES,
      ORDER,
      measure('us-232-autos').MeasureSuspended('2025-06-01', {
        effectiveFrom: '2025-06-02',
        until: '2025-07-01',
      }),
      measure('us-232-autos').ExemptionGranted('2025-07-10', {
        effectiveFrom: '2025-07-15',
        goods: { hs: ['870380'] },
      }),
    );
    expect(await scenario.total('2025-06-02', car)).toBe(23);
    expect(await scenario.total('2025-07-01', car)).toBe(28);
    expect(await scenario.total('2025-07-15', { goods: { hs: '87038000' } })).toBe(23);
  });

  it('of another authority decides nothing here', async () => {
    const scenario = await given(
      ...MEASURES,
      rulebook('CA').PrecedenceSet('2025-04-29', {
        order: [['us-232-autos'], ['us-border']],
        effectiveFrom: '2025-05-01',
      }),
    );
    expect(await scenario.total('2025-05-02', car)).toBe(98);
  });
});

describe('an order of precedence changed with effect from before', () => {
  const CHANGED = us.PrecedenceSet(
    '2025-06-03',
    { order: [['us-232-metals'], ['us-232-autos'], ['us-border']], effectiveFrom: '2025-05-15' },
    { recordedAt: '2025-06-04T00:00:00Z', sources: published('2025-06-03') },
  );
  const known = () => given(...MEASURES, ORDER, CHANGED);

  it('changes the answer for the days since', async () => {
    const totals = ['2025-05-14', '2025-05-15', '2025-06-10'].map(async (at) =>
      (await known()).total(at, car),
    );
    expect(await Promise.all(totals)).toEqual([28, 53, 53]);
  });

  it('does not for those who did not know of it', async () => {
    const asOf = { at: '2025-05-20', knownAt: '2025-06-03T23:00:00Z' };
    expect(await (await known()).total(asOf, car)).toBe(28);
    expect(await (await known()).total({ ...asOf, knownAt: '2025-06-04T00:00:00Z' }, car)).toBe(53);
  });

  it('does not for the public of the days before', async () => {
    const asOf = { at: '2025-05-20', publicAt: '2025-06-02' };
    expect(await (await known()).total(asOf, car)).toBe(28);
    expect(await (await known()).total({ ...asOf, publicAt: '2025-06-03' }, car)).toBe(53);
  });

  it('gives way to a later one for the same time', async () => {
    const record = await given(
      ...MEASURES,
      CHANGED,
      us.PrecedenceSet('2025-06-20', {
        order: [['us-border'], ['us-232-*']],
        effectiveFrom: '2025-05-15',
      }),
    );
    expect(await record.total('2025-05-20', car)).toBe(23);
  });
});
