import { certaintiesOf } from '../../src/dashboard/lib/words/certainties.js';
import { statusSentence } from '../../src/dashboard/features/record/measureWords.js';
import { describe, expect, it } from 'vitest';
import {
  claimWords,
  dutyWords,
  heldDutyWords,
  isLevied,
  unbrokenDutyWords,
  unitWords,
} from '../../src/dashboard/lib/words/dutyWords.js';

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

  it.each([
    ['CONFIRMED', '10 %'],
    ['REPORTED', '10 %, reported'],
    ['INFERRED', '10 %, inferred'],
    ['DISPUTED', '10 %, disputed'],
    [null, '10 %'],
  ] as const)('is held %s: %s', (leastCertainty, words) => {
    expect(heldDutyWords({ ...figure(10, '10 %'), leastCertainty })).toBe(words);
  });

  it('is held as firmly in the table of a comparison, by its path in each view', () => {
    const certainties = certaintiesOf({
      duties: [
        {
          ...{ imposedBy: 'US', on: 'IN', leastCertainty: 'REPORTED' },
          layers: [{ measure: { slug: 'us-x' }, leastCertainty: 'CONFIRMED' }],
        },
      ],
      measures: [
        {
          ...{ slug: 'us-x', leastCertainty: 'INFERRED' },
          terms: [{ from: '2026-07-24T04:01:00.000Z', leastCertainty: 'DISPUTED' }],
        },
      ],
    });
    expect(Object.fromEntries(certainties)).toEqual({
      'duties.US-IN.total': 'REPORTED',
      'duties.US-IN.expression': 'REPORTED',
      'duties.US-IN.layers.us-x.rate': 'CONFIRMED',
      'measures.us-x.rate': 'INFERRED',
      'measures.us-x.terms.2026-07-24T04:01:00.000Z.rate': 'DISPUTED',
    });
  });

  it.each([
    ['REPORTED', 'In force at 10 %, reported.'],
    ['CONFIRMED', 'In force at 10 %.'],
  ] as const)('is held as firmly in the sentence of a measure: %s', (leastCertainty, words) => {
    const measure = { status: 'IN_FORCE', certainty: 'CERTAIN', expression: '10 %' } as const;
    expect(
      statusSentence({ ...measure, leastCertainty, endedHow: null, announcedRate: null }),
    ).toBe(words);
  });

  const metals = { slug: 'us-232', title: 'Duties on metals' };
  const scoped = (
    status: 'COMPLETE' | 'PARTIAL',
    reliefs: number,
    elsewhere: readonly { expression: string | null; measure: typeof metals | null }[],
    ordinary = false,
  ) => ({
    ...figure(10, '10 %'),
    ...{ leastCertainty: 'REPORTED' as const, coverage: { status } },
    scope: { ordinary, reliefs, elsewhere },
  });
  const other = { expression: null, measure: { slug: 'x', title: 'A schedule' } };

  it.each([
    ['all goods', scoped('COMPLETE', 0, [])],
    ['goods in general; not every duty is on record', scoped('PARTIAL', 0, [])],
    ['most goods; not in it: 1 exemption', scoped('COMPLETE', 1, [])],
    [
      'most goods; not in it: Duties on metals (50 %), 6 exemptions; not every duty is on record',
      scoped('PARTIAL', 6, [{ expression: '50 %', measure: metals }]),
    ],
    [
      'most goods; not in it: A schedule, A schedule, 1 measure more',
      scoped('COMPLETE', 0, [other, other, other]),
    ],
  ])('is told of %s', (words, duty) => {
    expect(claimWords(duty)).toBe(`10 %, reported (${words})`);
  });

  it('says of which goods and of which part of the duty a chart is', () => {
    expect(unitWords(scoped('COMPLETE', 0, [], true))).toBe(
      'Percentage points of the customs value of all goods, the ordinary duty included.',
    );
    expect(unitWords(scoped('PARTIAL', 2, []))).toBe(
      'Percentage points of the customs value of most goods, on top of the ordinary duty. Not in it: 2 exemptions; not every duty is on record.',
    );
    expect(
      claimWords({ ...scoped('PARTIAL', 2, []), total: null, expression: 'not on record' }),
    ).toBe('not on record, reported');
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
