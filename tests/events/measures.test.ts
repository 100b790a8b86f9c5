/** The vocabulary of measures, reliefs and coverage: what is taken, and where the rest is refused. */
import { describe, expect, it } from 'vitest';
import { findUnit, unitName, UNIT_CODES, unitSymbol } from '../../events/codes/units.js';
import { summarize } from '../../events/catalogue.js';
import { parseEvent } from '../../events/parse.js';

const event = (type: string, data: object, stream = 'measure/m') => ({
  stream,
  type,
  occurred: '2031-03-04',
  data,
  sources: [{ kind: 'OFFICIAL', publisher: 'Example Ministry' }],
});
const problems = (sent: object): readonly string[] => {
  const result = parseEvent(sent);
  return result.ok ? [] : result.problems.map(({ path, code }) => `${code} ${path}`);
};
const ADOPTED = {
  title: 'm',
  imposedBy: 'US',
  affects: ['*'],
  kind: 'OTHER',
  effectiveFrom: '2031-04-01',
};
const per = (amount: number, currency: string, unit: string) => ({
  amount,
  currency,
  per: { unit },
});
const DUTY = { components: [{ percent: 5 }, per(7, 'INR', 'KGM')] };
const LINES = [
  { hs: '01', rate: 5 },
  { hs: '0101', duty: DUTY },
];
const adopted = (data: object) => problems(event('MeasureAdopted', { ...ADOPTED, ...data }));
const amended = (data: object) =>
  problems(event('MeasureAmended', { effectiveFrom: '2031-04-01', ...data }));
const granted = (data: object) =>
  problems(event('ExemptionGranted', { goods: {}, effectiveFrom: '2031-04-01', ...data }));

describe('a measure that is adopted', () => {
  it.each([
    ['a rate', { rate: 0 }],
    ['a duty', { duty: DUTY }],
    ['a schedule', { lines: LINES, role: 'MFN' }],
    ['no day', { rate: 5, effectiveFrom: undefined }],
    ['a duty against dumping', { form: 'ANTIDUMPING_DUTY', rate: 20, collection: 'SECURED' }],
    ['a fee with its charge', { form: 'FEE', charge: { components: [per(50, 'USD', 'NTT')] } }],
    ['a fee in percent', { form: 'FEE', rate: 0.125 }],
    ['an export control without a rate', { form: 'EXPORT_CONTROL' }],
    ['an export duty', { form: 'EXPORT_DUTY', rate: 30 }],
    ['a ban, except for some', { form: 'IMPORT_BAN', exceptFor: ['CA', 'EU'] }],
    ['a share of the value', { rate: 50, valueShare: { of: ['steel', 'aluminium'] } }],
    ['codes of an edition', { rate: 5, goods: { hs: ['854140'], hsEdition: '2017' } }],
    ['producers', { rate: 5, goods: { producers: ['A'], except: { producers: ['B'] } } }],
  ])('with %s is taken', (_, data) => {
    expect(adopted(data)).toEqual([]);
  });

  it.each([
    ['no amount', {}, 'MISSING data.rate'],
    ['no amount against subsidies', { form: 'COUNTERVAILING_DUTY' }, 'MISSING data.rate'],
    ['a rate and a duty', { rate: 5, duty: DUTY }, 'INVALID data.duty'],
    ['a rate and a schedule', { rate: 5, lines: LINES }, 'INVALID data.lines'],
    ['a fee said twice', { form: 'FEE', rate: 1, charge: DUTY }, 'INVALID data.charge'],
    ['a charge for a duty', { charge: DUTY }, 'INVALID data.charge'],
    ['an empty schedule', { lines: [] }, 'INVALID data.lines'],
    [
      'a line with a rate and a duty',
      { lines: [{ hs: '01', rate: 1, duty: DUTY }] },
      'INVALID data.lines[0].duty',
    ],
    ['a line without either', { lines: [{ hs: '01' }] }, 'MISSING data.lines[0].rate'],
    ['two lines for a code', { lines: [...LINES, LINES[0]] }, 'INVALID data.lines[2].hs'],
    ['no component', { duty: { components: [] } }, 'INVALID data.duty.components'],
    [
      'an empty component',
      { duty: { components: [{}] } },
      'MISSING data.duty.components[0].percent',
    ],
    [
      'a component of two kinds',
      { duty: { components: [{ percent: 5, ...per(1, 'EUR', 'KGM') }] } },
      'INVALID data.duty.components[0].amount',
    ],
    [
      'a currency of a percentage',
      { duty: { components: [{ percent: 5, currency: 'EUR' }] } },
      'INVALID data.duty.components[0].currency',
    ],
    [
      'an amount for nothing',
      { duty: { components: [{ amount: 5, currency: 'EUR' }] } },
      'MISSING data.duty.components[0].per',
    ],
    [
      'a unit that is none',
      { duty: { components: [per(5, 'EUR', 'kg')] } },
      'INVALID data.duty.components[0].per.unit',
    ],
    [
      'a currency that is none',
      { duty: { components: [per(5, 'euro', 'KGM')] } },
      'INVALID data.duty.components[0].currency',
    ],
    [
      'a quantity of nothing',
      { duty: { components: [{ ...per(5, 'EUR', 'KGM'), per: { unit: 'KGM', quantity: 0 } }] } },
      'INVALID data.duty.components[0].per.quantity',
    ],
    ['a share of nothing', { rate: 5, valueShare: {} }, 'MISSING data.valueShare.of'],
    [
      'a share and its opposite',
      { rate: 5, valueShare: { of: ['steel'], exceptOf: ['steel'] } },
      'INVALID data.valueShare.exceptOf',
    ],
    [
      'an edition that never was',
      { rate: 5, goods: { hsEdition: '2018' } },
      'INVALID data.goods.hsEdition',
    ],
    ['exceptions for everyone', { rate: 5, exceptFor: ['*'] }, 'INVALID data.exceptFor[0]'],
  ])('with %s is refused', (_, data, problem) => {
    expect(adopted(data)).toContain(problem);
  });
});

describe('a measure that is amended', () => {
  it.each([
    ['takes terms away', { removes: ['until', 'goods', 'valueShare'] }],
    ['reverts by itself', { rate: 10, revertsAt: '2031-07-01' }],
    ['is amended line by line', { lines: [{ hs: '0101', rate: 3 }] }],
    ['is collected from then on', { collection: 'COLLECTED' }],
  ])('%s', (_, data) => {
    expect(amended(data)).toEqual([]);
  });

  it.each([
    ['takes away what it needs', { removes: ['rate'] }, 'INVALID data.removes[0]'],
    ['takes away nothing', { removes: [] }, 'INVALID data.removes'],
    ['sets and takes away', { until: '2031-07-01', removes: ['until'] }, 'INVALID data.removes[0]'],
    ['reverts before it begins', { rate: 1, revertsAt: '2031-03-01' }, 'INVALID data.revertsAt'],
    ['has two amounts', { rate: 1, charge: DUTY }, 'INVALID data.charge'],
  ])('is refused where it %s', (_, data, problem) => {
    expect(amended(data)).toContain(problem);
  });
});

describe('a relief', () => {
  const QUOTA = { volume: 100, unit: 'TNE', from: '2031-04-01', until: '2032-04-01' };

  it.each([
    ['by area', { affects: ['GB'], exceptFor: ['XI'] }],
    ['by value', { valueAtMost: { amount: 800, currency: 'USD' } }],
    ['to a duty', { duty: DUTY }],
    ['under a quota', { relief: 'steel', quota: QUOTA }],
  ])('%s is granted', (_, data) => {
    expect(granted(data)).toEqual([]);
  });

  it.each([
    ['of two amounts', { rate: 1, duty: DUTY }, 'INVALID data.duty'],
    ['under a quota and without a name', { quota: QUOTA }, 'MISSING data.relief'],
    [
      'under a quota of no unit',
      { relief: 'a', quota: { ...QUOTA, unit: 'tons' } },
      'INVALID data.quota.unit',
    ],
    [
      'under a quota that ends first',
      { relief: 'a', quota: { ...QUOTA, until: '2031-04-01' } },
      'INVALID data.quota.until',
    ],
    [
      'up to a value in no currency',
      { valueAtMost: { amount: 1, currency: 'US$' } },
      'INVALID data.valueAtMost.currency',
    ],
  ])('%s is refused', (_, data, problem) => {
    expect(granted(data)).toContain(problem);
  });
});

describe('coverage that is declared', () => {
  const declared = (data: object) =>
    problems(
      event(
        'CoverageDeclared',
        { from: '2031', complete: false, note: 'x', ...data },
        'rulebook/US',
      ),
    );

  it('says from when, whether all is there, and what is left out', () => {
    expect(declared({ on: ['CN', 'EU'], goods: { hs: ['72'] }, until: '2032' })).toEqual([]);
    expect(declared({ note: undefined })).toEqual(['MISSING data.note']);
    expect(declared({ complete: undefined })).toEqual(['MISSING data.complete']);
  });

  it('is refused where it ends before it starts, or on no date', () => {
    expect(declared({ from: '2031-01-02', until: '2031-01-01' })).toEqual(['INVALID data.until']);
    expect(declared({ from: '2031/2032' })).toEqual(['INVALID data.from']);
  });
});

describe('a unit', () => {
  it('that is named by its symbol or name is told with its code', () => {
    const result = parseEvent(
      event('MeasureAdopted', { ...ADOPTED, duty: { components: [per(5, 'eur', 'kg')] } }),
    );
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/did you mean EUR\?$/),
      expect.stringMatching(/did you mean KGM\?$/),
    ]);
  });

  it.each(UNIT_CODES)('%s is found by its code, symbol and name', (code) => {
    for (const text of [code, unitSymbol(code), unitName(code)])
      expect(findUnit(`${text} + 5 %`)).toEqual({ code, length: text.length });
  });
});

describe('a summary of a measure', () => {
  it.each([
    ['MeasureAdopted', { ...ADOPTED, rate: 5 }, 'm: 5 % on all countries from 1 April 2031'],
    [
      'MeasureAdopted',
      { ...ADOPTED, form: 'FEE', charge: { components: [per(50, 'USD', 'NTT')] } },
      'm: fee of 50 USD/net register ton on all countries from 1 April 2031',
    ],
    [
      'MeasureAdopted',
      { ...ADOPTED, form: 'EXPORT_CONTROL', effectiveFrom: undefined },
      'm: export control on all countries from a day not set',
    ],
    [
      'MeasureAdopted',
      { ...ADOPTED, lines: LINES },
      'm: a schedule of 2 lines on all countries from 1 April 2031',
    ],
    [
      'MeasureAmended',
      { effectiveFrom: '2031-05-01', rate: 10, revertsAt: '2031-08-01' },
      'Amended to 10 % from 1 May 2031 until 1 August 2031',
    ],
    [
      'MeasureAmended',
      { effectiveFrom: '2031-05-01', removes: ['until'] },
      'Amended from 1 May 2031, without its end',
    ],
    [
      'ExemptionGranted',
      {
        goods: {},
        effectiveFrom: '2031-05-01',
        relief: 'cars',
        affects: ['GB'],
        rate: 7.5,
        quota: { volume: 50_000, unit: 'NAR', from: '2031-05-01', until: '2032-01-01' },
      },
      'Relief “cars” for the United Kingdom from 1 May 2031, at 7.5 %, within a quota of 50,000 items',
    ],
    [
      'QuotaReported',
      { relief: 'cars', status: 'EXHAUSTED', from: '2031-12-01', used: 50_000 },
      'Quota of the relief “cars” exhausted from 1 December 2031, 50,000 used',
    ],
  ] as const)('%s %j', (type, data, line) => {
    expect(summarize({ type, data })).toBe(line);
  });
});
