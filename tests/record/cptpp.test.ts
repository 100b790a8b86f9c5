/** From the TPP talks to the CPTPP: who was a party when, how far it had come, who is bound since when. */
import { describe, expect, it } from 'vitest';
import { ask } from './asking.js';
import { standing } from './stands.js';

const FIRST = ['AU', 'BN', 'CL', 'NZ', 'PE', 'SG', 'US', 'VN'];
const ELEVEN = ['AU', 'BN', 'CA', 'CL', 'JP', 'MX', 'MY', 'NZ', 'PE', 'SG', 'VN'];
const TWELVE = [...ELEVEN, 'US'].sort();

describe('the parties of the talks', () => {
  it.each([
    ['2010-10-04', FIRST],
    ['2010-10-05', [...FIRST, 'MY'].sort()],
    ['2012-10-09', [...FIRST, 'MY', 'MX', 'CA'].sort()],
    ['2013-07-24', TWELVE],
    ['2017-01-29', TWELVE],
    ['2017-02-01', ELEVEN],
    ['2021-06-03', [...ELEVEN, 'GB'].sort()],
    ['2026-01-01', [...ELEVEN, 'GB', 'CR', 'UY'].sort()],
  ])('on %s are %s', async (at, codes) => {
    expect((await standing('cptpp', at)).codes).toEqual(codes);
  });

  it('are found by each of them, by who left while it was one, and by no one else', async () => {
    const found = async (party: string, at: string) => {
      const { negotiations } = await ask<{
        negotiations: { edges: { node: { slug: string } }[] };
      }>(`{
        negotiations(filter: { party: "${party}" }, asOf: { at: "${at}" }) {
          edges { node { slug } }
        }
      }`);
      return negotiations.edges.map(({ node }) => node.slug);
    };
    expect(await found('JP', '2016-01-01')).toContain('cptpp');
    expect(await found('US', '2016-01-01')).toContain('cptpp');
    expect(await found('US', '2018-01-01')).not.toContain('cptpp');
    expect(await found('JP', '2013-01-01')).toEqual([]);
  });

  it('tell who left', async () => {
    expect((await standing('cptpp')).formerParties).toEqual([{ code: 'US' }]);
  });
});

describe('its name', () => {
  it('is that of the TPP until ministers gave it another in Da Nang', async () => {
    expect((await standing('cptpp', '2017-11-10')).title).toBe('Trans-Pacific Partnership');
    expect((await standing('cptpp', '2017-11-12')).title).toMatch(/^Comprehensive and Progressive/);
  });
});

describe('how far it had come', () => {
  it.each([
    ['2010-03-15', 'NEGOTIATING'],
    ['2011-11-13', 'FRAMEWORK_AGREED'],
    ['2015-10-05', 'CONCLUDED'],
    ['2016-02-05', 'SIGNED'],
    ['2017-02-01', 'RATIFYING'],
    ['2017-06-01', 'NEGOTIATING'],
    ['2017-11-12', 'FRAMEWORK_AGREED'],
    ['2018-01-24', 'CONCLUDED'],
    ['2018-03-10', 'SIGNED'],
    ['2018-07-01', 'RATIFYING'],
    ['2018-12-29', 'RATIFYING'],
    ['2018-12-30', 'IN_FORCE'],
    ['2026-11-26', 'IN_FORCE'],
  ])('on %s was %s', async (at, phase) => {
    expect((await standing('cptpp', at)).phase.value).toBe(phase);
  });

  it('was nineteen full rounds, as counted and as reported', async () => {
    expect((await standing('cptpp')).roundsCompleted).toEqual({ reported: 19, counted: 19 });
  });

  it('asks for no review', async () => {
    expect((await standing('cptpp')).findings).toEqual([]);
  });
});

describe('the TPP', () => {
  it('was signed by twelve, ratified by two, left by one, and binds no one', async () => {
    const { agreements, boundBy, ratified } = await standing('cptpp');
    const [tpp] = agreements;
    expect(tpp).toMatchObject({ slug: 'tpp', status: 'RATIFYING', since: '2017-01-20' });
    expect(tpp!.byParty.map(({ party }) => party.code).sort()).toEqual(TWELVE);
    expect(ratified('tpp', 'COMPLETED')).toEqual(['JP', 'NZ']);
    expect(tpp!.byParty.find(({ party }) => party.code === 'US')).toMatchObject({
      bound: 'WITHDRAWN',
      from: '2017-01-30',
    });
    expect(boundBy('tpp')).toEqual([]);
  });
});

describe('the CPTPP', () => {
  const SIX = ['AU', 'CA', 'JP', 'MX', 'NZ', 'SG'].map((code) => `${code} 2018-12-30`);
  it.each([
    ['2018-12-29', []],
    ['2018-12-30', SIX],
    ['2019-01-14', [...SIX, 'VN 2019-01-14']],
    [
      '2023-07-13',
      [...SIX, 'BN 2023-07-12', 'CL 2023-02-21', 'MY 2022-11-29', 'PE 2021-09-19', 'VN 2019-01-14'],
    ],
  ])('binds, on %s, each party since its own day', async (at, bound) => {
    expect((await standing('cptpp', at)).boundBy('cptpp')).toEqual([...bound].sort());
  });

  it('had been ratified by six when it was to enter into force', async () => {
    const { ratified } = await standing('cptpp', '2018-11-01');
    expect(ratified('cptpp', 'COMPLETED')).toEqual(['AU', 'CA', 'JP', 'MX', 'NZ', 'SG']);
  });

  it('binds the United Kingdom since its accession, with each member since its own day', async () => {
    expect((await standing('cptpp', '2024-12-14')).boundBy('cptpp')).not.toContain('GB 2024-12-15');
    const { boundBy, ratified } = await standing('cptpp');
    expect(boundBy('cptpp')).toContain('GB 2024-12-15');
    expect(boundBy('cptpp-uk')).toEqual([
      'AU 2024-12-24',
      ...['BN', 'CL', 'GB', 'JP'].map((code) => `${code} 2024-12-15`),
      'MX 2026-06-22',
      ...['MY', 'NZ', 'PE', 'SG', 'VN'].map((code) => `${code} 2024-12-15`),
    ]);
    expect(ratified('cptpp-uk', 'ADVANCED')).toEqual(['CA', 'MX']);
  });
});
