import { describe, expect, it } from 'vitest';
import { codesIn } from '../../src/dashboard/features/entry/model/codeLists.js';
import { toInput } from '../../src/dashboard/features/entry/model/formValues.js';
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
  ])('written “%s” are %j', (written, codes) => {
    expect(codesIn({ type: 'HSCode' }, written)).toEqual(codes);
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
    ['Atlantis', ['Atlantis']],
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
