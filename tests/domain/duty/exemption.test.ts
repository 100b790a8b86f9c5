/** Goods that are let off: by heading, origin or end use, wholly or in part, from before too. */
import { describe, expect, it } from 'vitest';
import { given, instant, measure, published } from '../../support/given.js';

const country = measure('us-recip-in');
const oil = measure('us-russia-oil-in');
const COUNTRY = country.MeasureAdopted(
  '2025-07-31',
  { rate: 25, effectiveFrom: '2025-08-07T00:01:00-04:00' },
  { sources: published('2025-08-01') },
);
const OIL = oil.MeasureAdopted(
  '2025-08-06',
  { rate: 25, effectiveFrom: '2025-08-27T00:01:00-04:00' },
  { sources: published('2025-08-06') },
);
const FOOD = country.ExemptionGranted(
  '2025-11-14',
  { goods: { hs: ['0902', '0901'] }, effectiveFrom: '2025-11-13T00:01:00-05:00', refunds: true },
  { sources: published('2025-11-14'), recordedAt: '2025-11-14T20:00:00Z' },
);
const tea = { goods: { hs: '090230' } };

describe('an exemption signed on 14 November with effect from 13 November', () => {
  const known = () => given(COUNTRY, OIL, FOOD);

  it('lets tea off the reciprocal rate from 13 November', async () => {
    const record = await known();
    expect(await record.total('2025-11-13T05:00:59Z', tea)).toBe(50);
    expect(await record.total('2025-11-13T05:01:00Z', tea)).toBe(25);
    expect(await record.layers('2025-11-13', tea)).toEqual([
      '-us-recip-in 25 EXEMPT',
      'us-russia-oil-in 25 IN_FORCE',
    ]);
  });

  it('leaves 50 on 13 November for the public of that day', async () => {
    expect(await (await known()).total({ at: '2025-11-13', publicAt: '2025-11-13' }, tea)).toBe(50);
  });

  it('leaves 25 on 13 November for the public of 15 November', async () => {
    expect(await (await known()).total({ at: '2025-11-13', publicAt: '2025-11-15' }, tea)).toBe(25);
  });

  it('leaves 50 for those who knew before it was recorded', async () => {
    const record = await known();
    const asOf = { at: '2025-11-13', knownAt: '2025-11-14T19:59:59Z' };
    expect(await record.total(asOf, tea)).toBe(50);
    expect(await record.total({ ...asOf, knownAt: '2025-11-14T20:00:00Z' }, tea)).toBe(25);
  });

  it('changes nothing on 12 November, nor for other goods', async () => {
    const record = await known();
    expect(await record.total('2025-11-12', tea)).toBe(50);
    expect(await record.total('2025-11-15', { goods: { hs: '0904' } })).toBe(50);
    expect(await record.total('2025-11-15')).toBe(50);
  });

  it('does not lift a measure that was replaced by the exempt one', async () => {
    const record = await given(
      measure('us-baseline').MeasureAdopted('2025-04-02', {
        rate: 10,
        effectiveFrom: '2025-04-05',
      }),
      country.MeasureAdopted('2025-04-02', {
        rate: 25,
        effectiveFrom: '2025-04-09',
        replaces: ['us-baseline'],
      }),
      FOOD,
    );
    expect(await record.total('2025-11-15', tea)).toBe(0);
  });
});

describe('an exemption at a reduced rate', () => {
  const reduced = country.ExemptionGranted('2025-09-01', {
    goods: { hs: ['8703'] },
    effectiveFrom: '2025-09-10',
    until: '2025-12-01',
    rate: 10,
  });
  const car = { goods: { hs: '870323' } };

  it('is paid instead of the rate, while it lasts', async () => {
    const scenario = await given(COUNTRY, reduced);
    const days = ['2025-09-09', '2025-09-10', '2025-11-30', '2025-12-01'];
    expect(await Promise.all(days.map((at) => scenario.total(at, car)))).toEqual([25, 10, 10, 25]);
    expect(await scenario.layers('2025-10-01', car)).toEqual(['us-recip-in 10 EXEMPT']);
  });

  it('of nothing at all still applies, at 0', async () => {
    const scenario = await given(
      COUNTRY,
      country.ExemptionGranted('2025-09-01', {
        goods: { hs: ['8703'] },
        effectiveFrom: '2025-09-10',
        rate: 0,
      }),
    );
    expect(await scenario.total('2025-10-01', car)).toBe(0);
  });

  it('gives way to one granted later for the same goods', async () => {
    const scenario = await given(
      COUNTRY,
      reduced,
      country.ExemptionGranted('2025-10-01', {
        goods: { hs: ['870323'] },
        effectiveFrom: '2025-10-05',
      }),
    );
    expect(await scenario.total('2025-10-04', car)).toBe(10);
    expect(await scenario.total('2025-10-05', car)).toBe(0);
    expect(await scenario.total('2025-10-05', { goods: { hs: '870340' } })).toBe(10);
  });

  it('is announced as pending once it is granted', async () => {
    const scenario = await given(COUNTRY, reduced);
    const pending = async (at: string) =>
      (await scenario.duty(at, car)).pending.map(({ total }) => total);
    expect(await pending('2025-08-31')).toEqual([]);
    expect(await pending('2025-09-01')).toEqual([10, 25]);
    expect(await pending('2025-10-01')).toEqual([25]);
  });
});

describe('an exemption by origin or end use', () => {
  const known = () =>
    given(
      COUNTRY,
      country.ExemptionGranted('2025-09-01', {
        goods: { origin: ['USMCA', 'KORUS'] },
        effectiveFrom: '2025-09-10',
      }),
      country.ExemptionGranted('2025-09-01', {
        goods: { hs: ['88'], endUse: ['civil aircraft'] },
        effectiveFrom: '2025-09-10',
      }),
    );

  it.each([
    [{ origin: ['USMCA'] }, 0],
    [{ origin: ['KORUS', 'GSP'] }, 0],
    [{ origin: ['GSP'] }, 25],
    [{ hs: '8803', endUse: ['civil aircraft'] }, 0],
    [{ hs: '8803' }, 25],
    [{ hs: '8703', endUse: ['civil aircraft'] }, 25],
    [{ hs: '8803', endUse: ['military'] }, 25],
    [{ endUse: ['civil aircraft'] }, 25],
    [{}, 25],
  ])('of %j leaves %d', async (goods, total) => {
    expect(await (await known()).total('2025-10-01', { goods })).toBe(total);
  });

  it('is asked at the instant of entry', async () => {
    const goods = { origin: ['USMCA'], enteredAt: instant('2025-09-09T00:00:00Z') };
    expect(await (await known()).total('2025-10-01', { goods })).toBe(25);
  });
});

describe('exceptions from an exemption', () => {
  const scoped = (except: { hs?: string[]; origin?: string[]; endUse?: string[] }) =>
    given(
      COUNTRY,
      country.ExemptionGranted('2025-09-01', {
        goods: { hs: ['09'], except },
        effectiveFrom: '2025-09-10',
      }),
    );

  it('stay dutiable', async () => {
    const scenario = await scoped({ hs: ['0902'] });
    expect(await scenario.total('2025-10-01', { goods: { hs: '0901' } })).toBe(0);
    expect(await scenario.total('2025-10-01', { goods: { hs: '090210' } })).toBe(25);
  });

  it('need every key given to match', async () => {
    const scenario = await scoped({ hs: ['0902'], origin: ['GSP'] });
    expect(await scenario.total('2025-10-01', { goods: { hs: '0902' } })).toBe(0);
    expect(await scenario.total('2025-10-01', { goods: { hs: '0902', origin: ['GSP'] } })).toBe(25);
    expect(await scenario.total('2025-10-01', { goods: { hs: '0901', origin: ['GSP'] } })).toBe(0);
  });

  it('of nothing except nothing', async () => {
    expect(await (await scoped({})).total('2025-10-01', { goods: { hs: '0902' } })).toBe(0);
  });

  it('work in the scope of a measure as well', async () => {
    const scenario = await given(
      country.MeasureAdopted('2025-07-31', {
        rate: 25,
        effectiveFrom: '2025-08-07',
        goods: { except: { origin: ['USMCA'] } },
      }),
    );
    expect(await scenario.total('2025-09-01')).toBe(25);
    expect(await scenario.total('2025-09-01', { goods: { origin: ['USMCA'] } })).toBe(0);
    expect(await scenario.layers('2025-09-01', { goods: { origin: ['USMCA'] } })).toEqual([
      '-us-recip-in 25 OUT_OF_SCOPE',
    ]);
  });
});
