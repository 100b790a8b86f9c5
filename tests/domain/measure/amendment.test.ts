/** Later acts change some terms of a measure and leave the others. */
import { describe, expect, it } from 'vitest';
import { given, iso, measure, published } from '../../support/given.js';

const baseline = measure('us-baseline');
const country = measure('us-recip-in');
const BASELINE = baseline.MeasureAdopted('2025-04-02', { rate: 10, effectiveFrom: '2025-04-05' });

describe('a rate of 27 in an annex, corrected by a later act', () => {
  const ANNEX = country.MeasureAdopted(
    '2025-04-02',
    { rate: 27, effectiveFrom: '2025-04-09', replaces: ['us-baseline'] },
    { sources: published('2025-04-02') },
  );
  const CORRECTED = country.MeasureAmended(
    '2025-04-04',
    { rate: 26, effectiveFrom: '2025-04-09' },
    { sources: published('2025-04-04') },
  );

  it('is 26 from its first instant, still in lieu of the baseline', async () => {
    const scenario = await given(BASELINE, ANNEX, CORRECTED);
    expect(await scenario.total('2025-04-09T03:59:59Z')).toBe(10);
    expect(await scenario.total('2025-04-09T04:00:00Z')).toBe(26);
    const view = await scenario.measure('us-recip-in', '2025-04-09');
    expect(view).toMatchObject({ rate: 26 });
    expect(view!.setBy.event.id).toBe(CORRECTED.id);
    expect(view!.terms.map(({ rate }) => rate)).toEqual([26]);
  });

  it('was 27 in prospect on 3 April and 26 on 4 April', async () => {
    const scenario = await given(BASELINE, ANNEX, CORRECTED);
    const pending = async (at: string) => (await scenario.duty(at)).pending.at(-1)!.total;
    expect(await pending('2025-04-03')).toBe(27);
    expect(await pending('2025-04-04')).toBe(26);
  });

  it('was 27 on 9 April for the public of 3 April', async () => {
    const scenario = await given(BASELINE, ANNEX, CORRECTED);
    expect(await scenario.total({ at: '2025-04-09', publicAt: '2025-04-03' })).toBe(27);
    expect(await scenario.total({ at: '2025-04-09', publicAt: '2025-04-04' })).toBe(26);
  });

  it('is 26 in whichever order the two acts are recorded', async () => {
    const back = country.MeasureAmended(
      '2025-04-03',
      { rate: 28, effectiveFrom: '2025-04-09' },
      { recordedAt: '2025-09-01T00:00:00Z' },
    );
    const scenario = await given(BASELINE, ANNEX, CORRECTED, back);
    expect(await scenario.total('2025-04-09')).toBe(26);
  });
});

describe('an amendment', () => {
  const ADOPTED = country.MeasureAdopted('2025-04-02', {
    rate: 20,
    effectiveFrom: '2025-05-01',
    goods: { hs: ['72'] },
    excludedBy: ['us-232-*'],
  });

  it('changes the rate from its own instant and keeps the goods', async () => {
    const scenario = await given(
      ADOPTED,
      country.MeasureAmended('2025-06-01', { rate: 30, effectiveFrom: '2025-06-10' }),
    );
    const steel = { goods: { hs: '7208' } };
    expect(await scenario.total('2025-06-09', steel)).toBe(20);
    expect(await scenario.total('2025-06-10', steel)).toBe(30);
    expect(await scenario.total('2025-06-10', { goods: { hs: '73' } })).toBe(0);
  });

  it('changes the goods and keeps the rate', async () => {
    const scenario = await given(
      ADOPTED,
      country.MeasureAmended('2025-06-01', { effectiveFrom: '2025-06-10', goods: { hs: ['73'] } }),
    );
    expect(await scenario.total('2025-06-10', { goods: { hs: '73' } })).toBe(20);
    expect(await scenario.total('2025-06-10', { goods: { hs: '72' } })).toBe(0);
    expect(await scenario.total('2025-06-09', { goods: { hs: '72' } })).toBe(20);
  });

  it('changes the countries affected', async () => {
    const scenario = await given(
      ADOPTED,
      country.MeasureAmended('2025-06-01', { effectiveFrom: '2025-06-10', affects: ['BD', 'LK'] }),
    );
    const on = (code: string) => ({ on: code, goods: { hs: '72' } });
    expect(await scenario.total('2025-06-09', on('IN'))).toBe(20);
    expect(await scenario.total('2025-06-09', on('BD'))).toBeNull();
    expect(await scenario.total('2025-06-10', on('IN'))).toBeNull();
    expect(await scenario.total('2025-06-10', on('BD'))).toBe(20);
  });

  it('that exempts a country is pending, too', async () => {
    const spared = country.MeasureAmended('2025-06-01', {
      effectiveFrom: '2025-06-10',
      affects: ['BD'],
    });
    const scenario = await given(BASELINE, ADOPTED, spared);
    const { pending } = await scenario.duty('2025-06-05', { goods: { hs: '72' } });
    expect(pending.map(({ at, total, setBy }) => [iso(at), total, setBy.event.id])).toEqual([
      ['2025-06-10T04:00:00Z', 10, spared.id],
    ]);
  });

  it('of a measure that another replaces is replaced as before', async () => {
    const scenario = await given(
      BASELINE,
      country.MeasureAdopted('2025-04-02', {
        rate: 26,
        effectiveFrom: '2025-04-09',
        replaces: ['us-baseline'],
      }),
      baseline.MeasureAmended('2025-05-01', { rate: 15, effectiveFrom: '2025-05-02' }),
      country.MeasureAmended('2025-06-01', { effectiveFrom: '2025-06-02', replaces: [] }),
    );
    expect(await scenario.total('2025-05-02')).toBe(26);
    expect(await scenario.total('2025-06-02')).toBe(41);
  });

  it('with effect before it was taken changes what had been, for those who know of it', async () => {
    const scenario = await given(
      BASELINE,
      baseline.MeasureAmended(
        '2025-06-14',
        { rate: 12, effectiveFrom: '2025-06-13' },
        { sources: published('2025-06-14') },
      ),
    );
    expect(await scenario.total('2025-06-12')).toBe(10);
    expect(await scenario.total('2025-06-13')).toBe(12);
    expect(await scenario.total({ at: '2025-06-13', publicAt: '2025-06-13' })).toBe(10);
  });

  it('taken last governs where two take effect at once', async () => {
    const at = (occurred: string, rate: number) =>
      baseline.MeasureAmended(occurred, { rate, effectiveFrom: '2025-07-01' });
    const scenario = await given(BASELINE, at('2025-06-20', 11), at('2025-06-10', 12));
    expect(await scenario.total('2025-07-01')).toBe(11);
    const sameDay = await given(BASELINE, at('2025-06-20', 11), at('2025-06-20', 12));
    expect(await sameDay.total('2025-07-01')).toBe(12);
  });

  it('taken later with effect from earlier voids what was scheduled', async () => {
    const scenario = await given(
      BASELINE,
      baseline.MeasureAmended('2025-06-01', { rate: 30, effectiveFrom: '2025-08-01' }),
      baseline.MeasureAmended('2025-06-10', { rate: 12, effectiveFrom: '2025-07-01' }),
    );
    const days = ['2025-06-30', '2025-07-01', '2025-08-01'];
    expect(await Promise.all(days.map((at) => scenario.total(at)))).toEqual([10, 12, 12]);
  });
});

describe('a measure seen as a series of terms', () => {
  it('lists each period once, with what set it', async () => {
    const adopted = baseline.MeasureAdopted('2025-04-02', {
      rate: 10,
      effectiveFrom: '2025-04-05',
    });
    const raised = baseline.MeasureAmended('2025-06-01', { rate: 30, effectiveFrom: '2025-08-01' });
    const held = baseline.MeasureSuspended('2025-05-01', {
      effectiveFrom: '2025-05-02',
      until: '2025-05-12',
    });
    const scenario = await given(adopted, held, raised);
    const { terms } = (await scenario.measure('us-baseline', '2025-06-15'))!;
    expect(terms.map(({ rate, status, setBy }) => [rate, status, setBy.event.id])).toEqual([
      [10, 'IN_FORCE', adopted.id],
      [10, 'SUSPENDED', held.id],
      [10, 'IN_FORCE', adopted.id],
      [30, 'PENDING', raised.id],
    ]);
    for (const [i, term] of terms.entries()) expect(term.until).toBe(terms[i + 1]?.from ?? null);
  });
});
