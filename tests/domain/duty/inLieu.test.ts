/** Layers add in percentage points; some stand in lieu of others, or give way to them. */
import { describe, expect, it } from 'vitest';
import { given, measure, type InterchangeEvent } from '../../support/given.js';

const baseline = measure('us-baseline');
const country = measure('us-recip-in');
const steel = measure('us-232-metals');
const oil = measure('us-russia-oil-in');

const BASELINE = baseline.MeasureAdopted('2025-04-02', {
  affects: ['*'],
  rate: 10,
  effectiveFrom: '2025-04-05',
  excludedBy: ['us-232-*'],
});
const COUNTRY = country.MeasureAdopted('2025-04-02', {
  rate: 26,
  effectiveFrom: '2025-04-09',
  replaces: ['us-baseline'],
  excludedBy: ['us-232-*'],
});
const STEEL = steel.MeasureAdopted('2025-02-10', {
  affects: ['*'],
  rate: 50,
  effectiveFrom: '2025-03-12',
  goods: { hs: ['72', '7308'] },
});
const OIL = oil.MeasureAdopted('2025-08-06', {
  rate: 25,
  effectiveFrom: '2025-08-27',
  excludedBy: ['us-232-*'],
});

describe('a country rate in lieu of the baseline', () => {
  it('is never added to it: 10, then 26, never 36', async () => {
    const scenario = await given(BASELINE, COUNTRY);
    const course = ['2025-04-04', '2025-04-05', '2025-04-08', '2025-04-09', '2025-12-31'];
    const totals = await Promise.all(course.map((at) => scenario.total(at)));
    expect(totals).toEqual([0, 10, 10, 26, 26]);
    expect(await scenario.layers('2025-04-09')).toEqual([
      '-us-baseline 10 REPLACED',
      'us-recip-in 26 IN_FORCE',
    ]);
  });

  it('leaves the baseline on every other country', async () => {
    const scenario = await given(BASELINE, COUNTRY);
    expect(await scenario.total('2025-04-09', { on: 'BD' })).toBe(10);
    expect(await scenario.total('2025-04-09', { on: 'US' })).toBeNull();
  });

  it('leaves the baseline on goods it does not cover itself', async () => {
    const scenario = await given(
      BASELINE,
      country.MeasureAdopted('2025-04-02', {
        rate: 26,
        effectiveFrom: '2025-04-09',
        replaces: ['us-baseline'],
        goods: { hs: ['61', '62'] },
      }),
    );
    expect(await scenario.total('2025-04-09', { goods: { hs: '6109' } })).toBe(26);
    expect(await scenario.total('2025-04-09', { goods: { hs: '8517' } })).toBe(10);
    expect(await scenario.total('2025-04-09')).toBe(10);
  });

  it('gives the baseline back when it is lifted', async () => {
    const scenario = await given(
      BASELINE,
      COUNTRY,
      country.MeasureEnded('2025-09-01', { how: 'LIFTED', effectiveFrom: '2025-09-02' }),
    );
    expect(await scenario.total('2025-09-01')).toBe(26);
    expect(await scenario.total('2025-09-02')).toBe(10);
  });

  it('stands in lieu of nothing before it is in force', async () => {
    const scenario = await given(
      BASELINE,
      country.MeasureAnnounced('2025-04-02', { rate: 26, effectiveFrom: '2025-04-09' }),
    );
    expect(await scenario.total('2025-04-09')).toBe(10);
  });
});

describe('a rate on transshipped goods', () => {
  const diverted = country.MeasureAdopted('2025-07-31', {
    rate: 25,
    effectiveFrom: '2025-08-07',
    transshipmentRate: 40,
  });
  const plus = measure('us-extra').MeasureAdopted('2025-07-31', {
    rate: 10,
    effectiveFrom: '2025-08-07',
  });

  it('is paid in lieu of the rate: 40 instead of 25, with 10 beside it 50 instead of 35', async () => {
    const scenario = await given(diverted, plus);
    expect(await scenario.total('2025-09-01')).toBe(35);
    expect(await scenario.total('2025-09-01', { goods: { transshipped: true } })).toBe(50);
    expect(await scenario.total('2025-09-01', { goods: { transshipped: false } })).toBe(35);
  });

  it('is 40 instead of a country rate of 35', async () => {
    const scenario = await given(
      BASELINE,
      measure('us-recip-ca').MeasureAdopted('2025-07-31', {
        affects: ['CA'],
        rate: 35,
        effectiveFrom: '2025-08-01',
        replaces: ['us-baseline'],
        transshipmentRate: 40,
      }),
    );
    const question = { on: 'CA', goods: { transshipped: true } };
    expect(await scenario.total('2025-08-01', { on: 'CA' })).toBe(35);
    expect(await scenario.total('2025-08-01', question)).toBe(40);
    expect(await scenario.layers('2025-08-01', question)).toEqual([
      '-us-baseline 10 REPLACED',
      'us-recip-ca 40 IN_FORCE',
    ]);
  });

  it('is not paid before the measure is in force, nor by a measure without one', async () => {
    const scenario = await given(diverted, OIL);
    expect(await scenario.total('2025-08-06', { goods: { transshipped: true } })).toBe(0);
    expect(await scenario.total('2025-08-27', { goods: { transshipped: true } })).toBe(65);
  });
});

describe('a most-favoured-nation rate', () => {
  it('is one more layer: 5 and 50 make 55, not 57.5', async () => {
    const scenario = await given(
      country.MeasureAdopted('2025-07-31', { rate: 25, effectiveFrom: '2025-08-07' }),
      OIL,
    );
    expect(await scenario.total('2025-09-01', { mfnRate: 5 })).toBe(55);
    expect(await scenario.layers('2025-09-01', { mfnRate: 5 })).toEqual([
      ' 5 MFN',
      'us-recip-in 25 IN_FORCE',
      'us-russia-oil-in 25 IN_FORCE',
    ]);
  });

  it('of 2.5 adds without binary rounding errors', async () => {
    const scenario = await given(
      country.MeasureAdopted('2025-07-31', { rate: 25.1, effectiveFrom: '2025-08-07' }),
      oil.MeasureAdopted('2025-07-31', { rate: 25.2, effectiveFrom: '2025-08-07' }),
    );
    expect(await scenario.total('2025-09-01', { mfnRate: 2.5 })).toBe(52.8);
  });

  it('is there even when nothing else is, and absent when not given', async () => {
    const scenario = await given(OIL);
    expect(await scenario.total('2025-08-01', { mfnRate: 5 })).toBe(5);
    expect(await scenario.total('2025-08-01')).toBeNull();
  });
});

describe('steel under section 232', () => {
  const all = [STEEL, BASELINE, COUNTRY, OIL];
  it('pays 50, not 100: the others are excluded where it applies', async () => {
    const scenario = await given(...all);
    const question = { goods: { hs: '72082500' } };
    expect(await scenario.total('2025-09-01', question)).toBe(50);
    expect(await scenario.layers('2025-09-01', question)).toEqual([
      'us-232-metals 50 IN_FORCE',
      '-us-baseline 10 REPLACED',
      '-us-recip-in 26 EXCLUDED',
      '-us-russia-oil-in 25 EXCLUDED',
    ]);
  });

  it('excludes nothing on goods that are not steel', async () => {
    const scenario = await given(...all);
    expect(await scenario.total('2025-09-01', { goods: { hs: '7309' } })).toBe(51);
    expect(await scenario.total('2025-09-01', { goods: { hs: '7308' } })).toBe(50);
    // A heading shorter than the prefix is not wholly within it.
    expect(await scenario.total('2025-09-01', { goods: { hs: '73' } })).toBe(51);
    expect(await scenario.total('2025-09-01')).toBe(51);
  });

  it.each([
    ['us-232-*', 50],
    ['us-2*', 50],
    ['us-232-metals', 50],
    ['us-232-metals-two', 75],
    ['us-301-*', 75],
  ])('is matched by %s to a total of %d', async (pattern, total) => {
    const scenario = await given(
      STEEL,
      oil.MeasureAdopted('2025-08-06', {
        rate: 25,
        effectiveFrom: '2025-08-27',
        excludedBy: [pattern],
      }),
    );
    expect(await scenario.total('2025-09-01', { goods: { hs: '72' } })).toBe(total);
  });

  it('excludes nothing while it is suspended', async () => {
    const scenario = await given(
      STEEL,
      OIL,
      steel.MeasureSuspended('2025-09-01', { effectiveFrom: '2025-09-02', until: '2025-09-10' }),
    );
    const totals = ['2025-09-01', '2025-09-02', '2025-09-10'].map((at) =>
      scenario.total(at, { goods: { hs: '72' } }),
    );
    expect(await Promise.all(totals)).toEqual([50, 25, 50]);
  });

  it('excludes nothing from goods that are wholly exempt from it', async () => {
    const scenario = await given(
      STEEL,
      OIL,
      steel.ExemptionGranted('2025-09-01', {
        effectiveFrom: '2025-09-02',
        goods: { origin: ['USMCA'] },
      }),
    );
    const question = { goods: { hs: '72', origin: ['USMCA'] } };
    expect(await scenario.total('2025-09-02', question)).toBe(25);
    expect(await scenario.total('2025-09-02', { goods: { hs: '72' } })).toBe(50);
  });
});

describe('a cap on the total', () => {
  const capped = (
    more: Partial<Parameters<typeof country.MeasureAdopted>[1]> = {},
  ): InterchangeEvent =>
    country.MeasureAdopted('2025-07-31', {
      rate: 15,
      effectiveFrom: '2025-08-07',
      capTotalAt: 15,
      ...more,
    });

  it.each([
    [0, 15, 15],
    [5, 10, 15],
    [14.9, 0.1, 15],
    [15, 0, 15],
    [20, 0, 20],
  ])('of 15 over a most-favoured-nation rate of %d adds %d: %d', async (mfnRate, layer, total) => {
    const scenario = await given(capped());
    const duty = await scenario.duty('2025-09-01', { mfnRate });
    expect(duty.total).toBe(total);
    expect(duty.layers.at(-1)).toMatchObject({ rate: layer, applies: layer > 0 });
  });

  it('counts from nothing when no most-favoured-nation rate is given', async () => {
    expect(await (await given(capped())).total('2025-09-01')).toBe(15);
  });

  it('leaves other layers to add', async () => {
    const scenario = await given(capped(), OIL);
    expect(await scenario.total('2025-09-01', { mfnRate: 5 })).toBe(40);
  });

  it('does not reduce the rate on transshipment', async () => {
    const scenario = await given(capped({ transshipmentRate: 40 }));
    const question = { mfnRate: 5, goods: { transshipped: true } };
    expect(await scenario.total('2025-09-01', question)).toBe(45);
  });

  it('may come by amendment', async () => {
    const scenario = await given(
      country.MeasureAdopted('2025-07-31', { rate: 25, effectiveFrom: '2025-08-07' }),
      country.MeasureAmended('2025-09-01', { effectiveFrom: '2025-09-05', capTotalAt: 15 }),
    );
    expect(await scenario.total('2025-09-04', { mfnRate: 5 })).toBe(30);
    expect(await scenario.total('2025-09-05', { mfnRate: 5 })).toBe(15);
  });
});
