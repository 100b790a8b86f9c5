/** Duty expressions as tariffs write them: read, printed, and refused with the place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNIT_CODES } from '../../events/codes/units.js';
import type { DutyExpression } from '../../events/duty/dutyExpression.js';
import { decimalText, expressionText } from '../../events/duty/expressionText.js';
import { parseExpression } from '../../events/duty/parseExpression.js';
import { parseEvent } from '../../events/parse.js';
import { SEED } from '../support/seed.js';

const percent = (value: number) => ({ percent: value });
const per = (amount: number, currency: string, unit: string, quantity?: number) => ({
  amount,
  currency,
  per: { ...(quantity !== undefined && { quantity }), unit },
});
const parsed = (text: string) => {
  const result = parseExpression(text);
  return result.ok ? result.duty : `${result.position}: ${result.message}`;
};

describe('a duty in text', () => {
  it.each<[string, DutyExpression]>([
    ['Free', { components: [percent(0)] }],
    ['2.5%', { components: [percent(2.5)] }],
    ['10 per cent', { components: [percent(10)] }],
    ['7 INR/kg', { components: [per(7, 'INR', 'KGM')] }],
    [
      '2.5 % + 4.4 cents/kg MIN 10 %',
      { components: [percent(2.5), per(0.044, 'USD', 'KGM')], minimum: [percent(10)] },
    ],
    ['0.7¢/kg + 5%', { components: [per(0.007, 'USD', 'KGM'), percent(5)] }],
    ['150¢/kg', { components: [per(1.5, 'USD', 'KGM')] }],
    ['$1.035/kg', { components: [per(1.035, 'USD', 'KGM')] }],
    ['68¢/head', { components: [per(0.68, 'USD', 'HEA')] }],
    ['$1.55 each + 8.5%', { components: [per(1.55, 'USD', 'NAR'), percent(8.5)] }],
    ['15¢/doz.', { components: [per(0.15, 'USD', 'DZN')] }],
    ['52.6 cents/liter', { components: [per(0.526, 'USD', 'LTR')] }],
    [
      '10 % MAX 24 EUR/100 kg',
      { components: [percent(10)], maximum: [per(24, 'EUR', 'KGM', 100)] },
    ],
    [
      '10.20 % + 93.10 EUR / 100 kg MIN 1.6 EUR / DTN MAX 16.5 % + 9.4 EUR per 100 kg',
      {
        components: [percent(10.2), per(93.1, 'EUR', 'KGM', 100)],
        minimum: [per(1.6, 'EUR', 'DTN')],
        maximum: [percent(16.5), per(9.4, 'EUR', 'KGM', 100)],
      },
    ],
    [
      '8 % MAX 2 EUR/p/st MIN 1 %',
      {
        components: [percent(8)],
        maximum: [per(2, 'EUR', 'NAR')],
        minimum: [percent(1)],
      },
    ],
    [
      '6%, but not less than 2¢/kg',
      {
        components: [percent(6)],
        minimum: [per(0.02, 'USD', 'KGM')],
      },
    ],
    ['50 USD/net register ton', { components: [per(50, 'USD', 'NTT')] }],
    ['50 USD/NTT', { components: [per(50, 'USD', 'NTT')] }],
    ['3 EUR/1000 pieces', { components: [per(3, 'EUR', 'H87', 1000)] }],
    ['2 USD/m2 + 1 USD/m3', { components: [per(2, 'USD', 'MTK'), per(1, 'USD', 'MTQ')] }],
    ['1 EUR/l alc.', { components: [per(1, 'EUR', 'LPA')] }],
    ['EUR 5/dozen pairs', { components: [per(5, 'EUR', 'DPR')] }],
  ])('%s is understood', (text, duty) => {
    expect(parsed(text)).toEqual(duty);
  });

  it.each([
    ['', 0],
    ['duty free', 0],
    ['10', 2],
    ['10 % of', 5],
    ['10 % +', 6],
    ['10 % + MIN 5 %', 7],
    ['10 % MIN 5 % MIN 6 %', 13],
    ['7 INR', 5],
    ['7 INR/', 6],
    ['7 INR/stone', 6],
    ['7 INR/100 stone', 10],
    ['7 INR/0 kg', 6],
    ['7 ABC/kg', 2],
    ['7 RUPEES/kg', 2],
    ['-5 %', 0],
    ['2,5 %', 1],
    ['1,035 EUR/kg', 1],
    ['1.2.3 %', 3],
    ['5 % vol', 4],
    ['12 EUR/kg/net', 9],
    ['0.1234567890123456789 %', 0],
    ['99999999999999999999 EUR/kg', 0],
    ['10 % or 5 EUR/kg', 5],
  ])('"%s" is refused at character %i', (text, position) => {
    const result = parseExpression(text);
    expect(result).toMatchObject({ ok: false, position });
    if (!result.ok) expect(result.message).toMatch(/^is not understood at .+: \S.*\S$/);
  });

  it.each([
    '2.5 % + 4.4 cents/kg MIN 10 %',
    '7 INR/kg',
    '10 % MAX 24 EUR/100 kg',
    '0.7 cents/kg + 5 %',
    '1.035 USD/kg',
    '0.05 cents/l MIN 1 USD/hl MAX 30 %',
  ])('"%s" is shown back the same', (text) => {
    expect(expressionText(parsed(text) as DutyExpression, { cents: true })).toBe(text);
  });

  const decimal = fc
    .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 8 }))
    .map(([digits, places]) => Number(`${digits}e-${places}`));
  const component = fc.oneof(
    decimal.map(percent),
    fc
      .tuple(
        decimal,
        fc.constantFrom('USD', 'EUR', 'INR', 'JPY'),
        fc.constantFrom(...UNIT_CODES),
        fc.option(fc.integer({ min: 2, max: 5000 }), { nil: undefined }),
      )
      .map(([amount, currency, unit, quantity]) => per(amount, currency, unit, quantity)),
  );
  const sum = fc.array(component, { minLength: 1, maxLength: 4 });
  const duty = fc.record(
    { components: sum, minimum: sum, maximum: sum },
    { requiredKeys: ['components'] },
  );

  it(`is read back as it was printed, in every unit (seed ${SEED})`, () => {
    fc.assert(
      fc.property(duty, fc.boolean(), (expression, cents) => {
        expect(parsed(expressionText(expression, { cents }))).toEqual(expression);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it(`never breaks off, whatever it is (seed ${SEED})`, () => {
    const parts = fc.constantFrom(
      '1',
      '2.5',
      ' ',
      '%',
      '+',
      'MIN',
      'MAX',
      '/',
      'kg',
      'EUR',
      '$',
      '¢',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts).map((all) => all.join('')),
        ),
        (text) => {
          const result = parseExpression(text);
          if (result.ok) expect(parsed(expressionText(result.duty))).toEqual(result.duty);
          else expect(result.position).toBeLessThanOrEqual(text.length);
        },
      ),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it.each([
    [0.0000001, '0.0000001'],
    [1.5e-8, '0.000000015'],
    [1e15, '1000000000000000'],
    [0.1, '0.1'],
  ])('has the number %d as %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });
});

describe('an event with a duty in text', () => {
  const event = (type: string, data: object) => ({
    stream: 'measure/m',
    type,
    occurred: '2025-01-01',
    data,
    sources: [{ kind: 'PRESS', publisher: 'The Courier' }],
  });
  const ADOPTED = { title: 'm', imposedBy: 'US', affects: ['IN'], kind: 'OTHER' };

  it('is taken with the expression', () => {
    const result = parseEvent(event('MeasureAdopted', { ...ADOPTED, duty: '5 % + 7 INR/kg' }));
    expect(result.ok && result.event.data).toMatchObject({
      duty: { components: [percent(5), per(7, 'INR', 'KGM')] },
    });
  });

  it('is taken with text in the lines of a schedule and in a charge', () => {
    const lines = [
      { hs: '01', rate: 5 },
      { hs: '02', duty: '1 EUR/kg' },
    ];
    const schedule = parseEvent(event('MeasureAmended', { effectiveFrom: '2025-01-01', lines }));
    expect(schedule.ok && schedule.event.data).toMatchObject({
      lines: [{ hs: '01', rate: 5 }, { duty: { components: [per(1, 'EUR', 'KGM')] } }],
    });
    const fee = parseEvent(
      event('MeasureAdopted', { ...ADOPTED, form: 'FEE', charge: '50 USD/NTT' }),
    );
    expect(fee.ok && fee.event.data).toMatchObject({
      charge: { components: [per(50, 'USD', 'NTT')] },
    });
  });

  it('is refused at the duty that is not understood, with the character', () => {
    const lines = [
      { hs: '01', rate: 5 },
      { hs: '02', duty: '1 EUR/stone' },
    ];
    expect(parseEvent(event('MeasureAdopted', { ...ADOPTED, lines }))).toEqual({
      ok: false,
      problems: [
        {
          path: 'data.lines[1].duty',
          code: 'INVALID',
          message:
            'is not understood at character 7 ("stone"): the unit is unknown: write a symbol such as kg, l, t or item',
        },
      ],
    });
  });
});
