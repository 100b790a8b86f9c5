import { describe, expect, it } from 'vitest';
import { codeProblem, codesIn } from '../../src/dashboard/features/entry/model/codeLists.js';
import { type FieldProblem, toInput } from '../../src/dashboard/features/entry/model/formValues.js';
import { similarStreams } from '../../src/dashboard/features/entry/model/similarStreams.js';

const TODAY = '2025-11-01';

describe('HS codes', () => {
  it.each([
    ['7208 10', ['720810']],
    ['7208.10.15', ['72081015']],
    ['7208 10 00, 7209', ['72081000', '7209']],
    ['7208 10 1500', ['7208101500']],
    ['0802 0803', ['0802', '0803']],
    ['72 73 76', ['72', '73', '76']],
    ['720810\n720890', ['720810', '720890']],
    ['8703.23; 8703 24 90', ['870323', '87032490']],
    ['72.08', ['7208']],
    ['74 07', ['7407']],
    ['74 07, 76', ['7407', '76']],
  ])('written “%s” are %j', (written, codes) => {
    expect(codesIn({ type: 'HSCode' }, written)).toEqual(codes);
  });
});

describe('what is no code', () => {
  it.each([
    ['HSCode', 'copper', '“copper” is no HS code: give the digits of its heading, such as 7407.'],
    [
      'HSCode',
      '7407101',
      '7407101 has 7 digits; an HS code has 2, 4, 6, 8 or 10. Did you mean 740710?',
    ],
    [
      'HSCode',
      '740710151234',
      '740710151234 has 12 digits; an HS code has 2, 4, 6, 8 or 10. Did you mean 7407101512?',
    ],
    [
      'CountryCode',
      'Indonesi',
      '“Indonesi” is no country or group known here. Names like it: Indonesia',
    ],
    ['CountryCode', 'Ruritania', '“Ruritania” is no country or group known here. Write the name'],
  ])('%s “%s” is refused in words, with what is near', (type, written, message) => {
    expect(codeProblem({ type }, written)).toContain(message);
    const problems: FieldProblem[] = [];
    toInput(
      [{ name: 'codes', description: '', type, list: 1 }],
      { codes: written },
      TODAY,
      problems,
    );
    expect(problems.map(({ path }) => path)).toEqual(['codes']);
  });

  it.each([
    ['HSCode', '7407.10'],
    ['CountryCode', 'MERCOSUR'],
    ['CountryCode', 'x-farmers-union'],
    ['AffectedArea', 'all countries'],
  ])('%s “%s” is none of them', (type, written) => {
    expect(codeProblem({ type }, written)).toBeUndefined();
  });
});

describe('a number', () => {
  it.each([
    ['seventh', 7],
    ['First', 1],
    ['twentieth', 20],
    ['7th', 7],
    ['22nd', 22],
    ['25 %', 25],
  ])('may be written “%s”', (written, number) => {
    const field = { name: 'round', description: '', type: 'Int' };
    expect(toInput([field], { round: written }, TODAY, [])).toEqual({ round: number });
  });
});

describe('areas', () => {
  const field = { name: 'affects', description: '', type: 'AffectedArea', list: 1 };
  it.each([
    ['India', ['IN']],
    ['the U.S., UK and Turkey', ['US', 'GB', 'TR']],
    ['Trinidad & Tobago; Antigua and Barbuda', ['TT', 'AG']],
    ['USA, Türkiye, cote d’ivoire', ['US', 'TR', 'CI']],
    ['South Korea, Viet Nam, European Union, MERCOSUR', ['KR', 'VN', 'EU', 'MERCOSUR']],
    ['IN CN', ['IN', 'CN']],
    ['all countries', ['*']],
    ['*', ['*']],
  ])('written “%s” are %j', (written, codes) => {
    expect(toInput([field], { affects: written }, TODAY, [])).toEqual({ affects: codes });
  });
});

describe('the name of a negotiation or measure that is not on record', () => {
  const OPTIONS = [
    { value: 'in-us-bta', label: 'India-United States Bilateral Trade Agreement' },
    { value: 'eu-mercosur', label: 'European Union-Mercosur Association Agreement' },
    { value: 'us-s232-steel', label: 'Steel' },
    { value: 'us-s301-1', label: 'List 1' },
  ];
  it.each([
    ['in-us-bat', ['in-us-bta']],
    ['us-in-bta', ['in-us-bta']],
    ['in-us-bta-2025', ['in-us-bta']],
    ['eu-mercosor', ['eu-mercosur']],
    ['india-united-states-bilateral-trade-agreement', ['in-us-bta']],
    ['us-s232-steal', ['us-s232-steel']],
    ['us-s301-2', []],
    ['jp-kr-fta', []],
  ])('%s: is near %j', (typed, near) => {
    expect(similarStreams(typed, OPTIONS).map(({ value }) => value)).toEqual(near);
  });
});
