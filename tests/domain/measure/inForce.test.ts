/** When a measure takes effect: at its instant, by its instrument, on goods not loaded before. */
import { describe, expect, it } from 'vitest';
import { given, instant, iso, measure, published } from '../../support/given.js';

const reciprocal = measure('us-recip-in');
const oil = measure('us-russia-oil-in');

const RECIPROCAL = reciprocal.MeasureAdopted('2025-07-31', {
  rate: 25,
  effectiveFrom: '2025-08-07T00:01:00-04:00',
});
const OIL = oil.MeasureAdopted('2025-08-06', {
  rate: 25,
  effectiveFrom: '2025-08-27T00:01:00-04:00',
  inTransit: {
    loadedBefore: '2025-08-27T00:01:00-04:00',
    enteredBefore: '2025-09-17T00:01:00-04:00',
  },
});

describe('a measure adopted on 6 August with effect from 27 August', () => {
  it('is not collected on 20 August, and the higher duty is pending', async () => {
    const scenario = await given(RECIPROCAL, OIL);
    const duty = await scenario.duty('2025-08-20');
    expect(duty.total).toBe(25);
    expect(
      duty.pending.map(({ at, total, setBy }) => ({ at: iso(at), total, by: setBy.event.id })),
    ).toEqual([{ at: '2025-08-27T04:01:00Z', total: 50, by: OIL.id }]);
    expect(await scenario.layers('2025-08-20')).toEqual([
      'us-recip-in 25 IN_FORCE',
      '-us-russia-oil-in 25 NOT_YET',
    ]);
  });

  it('is PENDING with its term until then, and lawful', async () => {
    const scenario = await given(RECIPROCAL, OIL);
    const view = await scenario.measure('us-russia-oil-in', '2025-08-20');
    expect(view).toMatchObject({ status: 'PENDING', rate: null, lawful: true, collected: false });
    expect(view!.pending.map(({ rate, from }) => [rate, iso(from)])).toEqual([
      [25, '2025-08-27T04:01:00Z'],
    ]);
  });

  it('was not heard of on 5 August', async () => {
    const scenario = await given(RECIPROCAL, OIL);
    expect(await scenario.measure('us-russia-oil-in', '2025-08-05')).toBeUndefined();
    expect((await scenario.duty('2025-08-05')).pending.map(({ total }) => total)).toEqual([25]);
  });
});

describe('the instant of entry into force', () => {
  const ask = [
    ['2025-08-27T04:00:00Z', 25],
    ['2025-08-27T04:00:59Z', 25],
    ['2025-08-27T04:00:59.999Z', 25],
    ['2025-08-27T04:01:00Z', 50],
    ['2025-08-27T04:01:01Z', 50],
    ['2025-08-27T00:01:00-04:00', 50],
    ['2025-08-26', 25],
    ['2025-08-27', 50],
  ] as const;
  it.each(ask)('at %s the duty is %d', async (at, total) => {
    const scenario = await given(RECIPROCAL, OIL);
    expect(await scenario.total(at)).toBe(total);
  });

  it('is asked about by the instant of entry, too, whatever the view', async () => {
    const scenario = await given(RECIPROCAL, OIL);
    const entered = (at: string) => ({ goods: { enteredAt: instant(at) } });
    expect(await scenario.total('2025-10-01', entered('2025-08-27T04:00:00Z'))).toBe(25);
    expect(await scenario.total('2025-08-20', entered('2025-08-27T04:01:00Z'))).toBe(50);
    expect(await scenario.total('2025-08-05', entered('2025-08-27T04:01:00Z'))).toBe(25);
  });
});

describe('a date without a time of day', () => {
  it('means 00:00 in the zone of the imposing authority', async () => {
    const scenario = await given(
      measure('us-a').MeasureAdopted('2025-06-20', { rate: 7, effectiveFrom: '2025-07-01' }),
    );
    expect(await scenario.total('2025-07-01T03:59:59Z')).toBe(0);
    expect(await scenario.total('2025-07-01T04:00:00Z')).toBe(7);
  });

  it('means 00:00 in India for a measure of India', async () => {
    const scenario = await given(
      measure('in-a').MeasureAdopted('2025-06-20', {
        imposedBy: 'IN',
        affects: ['US'],
        rate: 7,
        effectiveFrom: '2025-07-01',
        until: '2025-07-03',
      }),
    );
    const pair = { imposedBy: 'IN', on: 'US' };
    expect(await scenario.total('2025-06-30T18:29:59Z', pair)).toBe(0);
    expect(await scenario.total('2025-06-30T18:30:00Z', pair)).toBe(7);
    expect(await scenario.total('2025-07-02T18:29:59Z', pair)).toBe(7);
    expect(await scenario.total('2025-07-02T18:30:00Z', pair)).toBe(0);
  });

  it('means 00:00 in the zone the measure itself names', async () => {
    const scenario = await given(
      measure('us-a').MeasureAdopted('2025-06-20', {
        rate: 7,
        effectiveFrom: '2025-07-01',
        timeZone: 'Pacific/Honolulu',
      }),
    );
    expect(await scenario.status('us-a', '2025-07-01T09:59:59Z')).toBe('PENDING');
    expect(await scenario.status('us-a', '2025-07-01T10:00:00Z')).toBe('IN_FORCE');
  });
});

describe('goods loaded before a measure takes effect', () => {
  const known = () => given(RECIPROCAL, OIL);
  const goods = (loaded: string, entered: string) => ({
    goods: { loadedAt: instant(loaded), enteredAt: instant(entered) },
  });

  it('pay the duty before when they enter before 17 September', async () => {
    const question = goods('2025-08-20T00:00:00Z', '2025-09-10T00:00:00Z');
    expect(await (await known()).total('2025-10-01', question)).toBe(25);
    expect(await (await known()).layers('2025-10-01', question)).toContain(
      '-us-russia-oil-in 25 IN_TRANSIT',
    );
  });

  it('pay the new duty when they enter after it', async () => {
    const question = goods('2025-08-20T00:00:00Z', '2025-09-18T00:00:00Z');
    expect(await (await known()).total('2025-10-01', question)).toBe(50);
  });

  it.each([
    ['2025-08-27T04:00:59Z', '2025-09-17T04:00:59Z', 25],
    ['2025-08-27T04:01:00Z', '2025-09-17T04:00:59Z', 50],
    ['2025-08-27T04:00:59Z', '2025-09-17T04:01:00Z', 50],
    ['2025-08-20T00:00:00Z', '2025-08-26T00:00:00Z', 25],
  ])('loaded %s and entered %s pay %d', async (loaded, entered, total) => {
    expect(await (await known()).total('2025-10-01', goods(loaded, entered))).toBe(total);
  });

  it('pay the new duty when nothing says when they were loaded', async () => {
    const entered = { goods: { enteredAt: instant('2025-09-10T00:00:00Z') } };
    expect(await (await known()).total('2025-10-01', entered)).toBe(50);
  });

  it('keep the terms before an amendment that carries the clause', async () => {
    const metals = measure('us-metals');
    const record = await given(
      metals.MeasureAdopted('2025-02-10', { rate: 25, effectiveFrom: '2025-03-12' }),
      metals.MeasureAmended('2025-06-03', {
        rate: 50,
        effectiveFrom: '2025-06-04',
        inTransit: { enteredBefore: '2025-07-01' },
      }),
    );
    const question = goods('2025-05-30T00:00:00Z', '2025-06-15T00:00:00Z');
    expect(await record.total('2025-08-01', question)).toBe(25);
    expect(await record.layers('2025-08-01', question)).toEqual(['us-metals 25 IN_TRANSIT']);
    const late = goods('2025-06-05T00:00:00Z', '2025-06-15T00:00:00Z');
    expect(await record.total('2025-08-01', late)).toBe(50);
  });

  it('pay the baseline when the country rate was suspended before its new terms', async () => {
    const baseline = measure('us-baseline');
    const record = await given(
      baseline.MeasureAdopted('2025-04-02', { rate: 10, effectiveFrom: '2025-04-05' }),
      reciprocal.MeasureAdopted('2025-04-02', {
        rate: 26,
        effectiveFrom: '2025-04-09',
        replaces: ['us-baseline'],
      }),
      reciprocal.MeasureSuspended('2025-04-09', { effectiveFrom: '2025-04-10' }),
      reciprocal.MeasureAdopted('2025-07-31', {
        rate: 25,
        effectiveFrom: '2025-08-07',
        replaces: ['us-baseline'],
        inTransit: { enteredBefore: '2025-10-05' },
      }),
    );
    expect(
      await record.layers('2025-09-01', goods('2025-08-01T00:00:00Z', '2025-09-01T00:00:00Z')),
    ).toEqual(['us-baseline 10 IN_FORCE', '-us-recip-in 25 IN_TRANSIT']);
  });
});

describe('"effective immediately" without an instrument', () => {
  const POST = reciprocal.MeasureAnnounced('2026-02-02', {
    rate: 18,
    effectiveFrom: '2026-02-02',
    summary: 'effective immediately',
  });

  it('changes nothing that is collected, and disputes it', async () => {
    const scenario = await given(RECIPROCAL, POST);
    const duty = await scenario.duty('2026-02-05');
    expect(duty.total).toBe(25);
    expect(duty.disputed).toBe(true);
    expect(await scenario.measure('us-recip-in', '2026-02-05')).toMatchObject({
      status: 'IN_FORCE',
      rate: 25,
      announcedRate: 18,
    });
  });

  it('disputes nothing the day before', async () => {
    const duty = await (await given(RECIPROCAL, POST)).duty('2026-02-01');
    expect(duty.disputed).toBe(false);
  });

  it('is settled by the act that follows', async () => {
    const scenario = await given(
      RECIPROCAL,
      POST,
      reciprocal.MeasureAmended('2026-02-09', { rate: 18, effectiveFrom: '2026-02-10' }),
    );
    expect(await scenario.duty('2026-02-09')).toMatchObject({ total: 25, disputed: false });
    expect(await scenario.duty('2026-02-10')).toMatchObject({ total: 18, disputed: false });
  });

  it('never puts a measure in force that has no act at all', async () => {
    const scenario = await given(
      measure('us-film').MeasureAnnounced('2025-09-29', { rate: 100, effectiveFrom: '2025-09-29' }),
    );
    expect(await scenario.status('us-film', '2026-09-29')).toBe('ANNOUNCED');
    expect(await scenario.total('2026-09-29')).toBe(0);
    expect(await scenario.layers('2026-09-29')).toEqual(['-us-film 100 NO_INSTRUMENT']);
  });
});

describe('a threat', () => {
  it('is THREATENED, then ANNOUNCED, then PENDING, then IN_FORCE', async () => {
    const scenario = await given(
      oil.MeasureThreatened('2025-07-30', {
        imposedBy: 'US',
        affects: ['IN'],
        summary: 'a penalty',
      }),
      oil.MeasureAnnounced('2025-08-04', { rate: 20 }),
      OIL,
    );
    const course = ['2025-07-29', '2025-07-30', '2025-08-04', '2025-08-06', '2025-08-27'];
    const statuses = await Promise.all(course.map((at) => scenario.status('us-russia-oil-in', at)));
    expect(statuses).toEqual([undefined, 'THREATENED', 'ANNOUNCED', 'PENDING', 'IN_FORCE']);
  });

  it('stays what was announced when a mere threat follows', async () => {
    const scenario = await given(
      oil.MeasureAnnounced('2025-08-01', { rate: 20 }),
      oil.MeasureThreatened('2025-08-04', { summary: 'more' }),
    );
    expect(await scenario.status('us-russia-oil-in', '2025-08-05')).toBe('ANNOUNCED');
  });

  it('dated to the month is POSSIBLE within it', async () => {
    const scenario = await given(oil.MeasureAnnounced('2025-08', { rate: 20 }));
    expect(await scenario.measure('us-russia-oil-in', '2025-08-10')).toMatchObject({
      status: 'ANNOUNCED',
      certainty: 'POSSIBLE',
    });
    expect(await scenario.measure('us-russia-oil-in', '2025-08-31')).toMatchObject({
      certainty: 'CERTAIN',
    });
  });
});

describe('what the public of a day could know of a measure', () => {
  it('decides whether it is seen at all', async () => {
    const scenario = await given(
      reciprocal.MeasureAdopted(
        '2025-07-31',
        { rate: 25, effectiveFrom: '2025-08-07' },
        { sources: published('2025-08-01') },
      ),
    );
    expect(await scenario.total({ at: '2025-08-10', publicAt: '2025-07-31' })).toBeNull();
    expect(await scenario.total({ at: '2025-08-10', publicAt: '2025-08-01' })).toBe(25);
    // A date is public at its close, in Washington.
    expect(await scenario.total({ at: '2025-08-10', publicAt: '2025-08-02T03:59:59Z' })).toBeNull();
    expect(await scenario.total({ at: '2025-08-10', publicAt: '2025-08-02T04:00:00Z' })).toBe(25);
  });
});
