import { describe, expect, it } from 'vitest';
import { dutyWords, isLevied, unbrokenDutyWords } from '../../src/dashboard/lib/words/dutyWords.js';

const figure = (total: number | null, expression: string, min = total, max = min) => ({
  total,
  expression,
  range: min === null || max === null ? null : { min, max },
});

describe('a duty in words', () => {
  it.each([
    ['a percentage', figure(25, '25 %'), '25 %'],
    ['a known nothing', figure(0, '0 %'), '0 %'],
    ['what is unknown', figure(null, 'not on record'), 'not on record'],
    ['an amount per unit', figure(null, '7 INR/kg'), '7 INR/kg'],
    ['a compound duty', figure(null, '2.5 % + 0.044 USD/kg'), '2.5 % + 0.044 USD/kg'],
    ['a duty on only some of the goods', figure(10, '10 %', 10, 60), '10 % to 60 %'],
    ['a duty on some of otherwise free goods', figure(0, '0 %', 0, 25), '0 % to 25 %'],
  ])('tells %s', (_, duty, words) => {
    expect(dutyWords(duty)).toBe(words);
  });

  it('breaks across no lines in a narrow card', () => {
    expect(unbrokenDutyWords(figure(10, '10 %', 10, 60))).toBe('10\u00a0%\u00a0to\u00a060\u00a0%');
  });

  it.each([
    [figure(0, '0 %'), false],
    [figure(null, 'not on record'), false],
    [figure(null, '7 INR/kg'), true],
    [figure(0, '0 %', 0, 25), true],
    [figure(10, '10 %'), true],
  ])('%j is in a short list of pairs: %s', (duty, listed) => {
    expect(isLevied({ ...duty, disputed: false, pending: [] })).toBe(listed);
    expect(isLevied({ ...duty, disputed: true, pending: [] })).toBe(true);
  });
});
