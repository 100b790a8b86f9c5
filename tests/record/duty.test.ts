/** Duties of the United States and of India, as the shipped record has them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask } from './asking.js';

interface Answer {
  readonly duty: {
    readonly total: number | null;
    readonly expression: string;
    readonly certainty: string;
    readonly range: { min: number; max: number } | null;
    readonly coverage: { status: string; note: string | null };
    readonly layers: readonly {
      measure: { slug: string } | null;
      rate: number | null;
      applies: boolean;
      reason: string;
    }[];
  };
}

/** The duty of an authority, US when not said, on goods of India, or of whom else is named. */
async function duty(at: string, goods = '{}', on = 'IN', imposedBy = 'US') {
  const { duty } = await ask<Answer>(`{
    duty(imposedBy: "${imposedBy}", on: "${on}", goods: ${goods}, asOf: { at: "${at}" }) {
      total expression certainty range { min max } coverage { status note }
      layers { measure { slug } rate applies reason }
    }
  }`);
  const slugsOf = (layers: Answer['duty']['layers']) => layers.map(({ measure }) => measure?.slug);
  return {
    ...duty,
    applying: slugsOf(duty.layers.filter(({ applies }) => applies)),
    reasons: Object.fromEntries(duty.layers.map(({ measure, reason }) => [measure?.slug, reason])),
  };
}

describe('the duty of the United States on goods of India', () => {
  it.each([
    ['2025-04-05T04:00:59Z', 0],
    ['2025-04-05T04:01:00Z', 10],
    ['2025-04-09T04:01:00Z', 26],
    ['2025-04-10T04:01:00Z', 10],
    ['2025-08-07T04:01:00Z', 25],
    ['2025-08-27T04:01:00Z', 50],
    ['2026-02-07T05:01:00Z', 25],
    ['2026-02-24T05:00:00Z', 0],
    ['2026-02-24T05:01:00Z', 10],
    ['2026-07-24T04:01:00Z', 10],
  ])('from %s is %d, for certain', async (at, total) => {
    expect(await duty(at)).toMatchObject({
      total,
      certainty: 'CERTAIN',
      range: { min: total, max: total },
      coverage: { status: 'PARTIAL' },
    });
  });

  it('leaves out medicines of chapter 30, from the first day of the reciprocal tariffs', async () => {
    for (const hs of ['30049092', '300490', '3004', '3002'])
      for (const at of ['2025-04-06', '2025-10-15', '2026-03-01'])
        expect(await duty(at, `{ hs: "${hs}" }`)).toMatchObject({ total: 0, applying: [] });
    expect((await duty('2025-10-15', '{ hs: "30049092" }')).reasons).toMatchObject({
      'us-recip-in': 'EXEMPT',
      'us-russia-oil-in': 'EXEMPT',
    });
  });

  it('is that of section 232 alone on steel', async () => {
    expect(await duty('2025-10-15', '{ hs: "720839" }')).toMatchObject({
      total: 50,
      applying: ['us-232-metals'],
      reasons: { 'us-recip-in': 'EXCLUDED', 'us-russia-oil-in': 'EXCLUDED' },
    });
  });

  it('is taken on what is not of US content, but for the Russian oil duty', async () => {
    const good = '{ hs: "6109", content: [{ of: "US", share: 0.4 }] }';
    expect((await duty('2025-04-06', good)).total).toBe(6);
    expect((await duty('2025-08-10', good)).total).toBe(15);
    expect((await duty('2025-10-15', good)).total).toBe(40);
  });

  it('leaves out coffee, tea and beef from 13 November 2025, and not before', async () => {
    for (const hs of ['09011100', '0901', '09024000', '02013010']) {
      expect((await duty('2025-11-13T05:00:59Z', `{ hs: "${hs}" }`)).total).toBe(50);
      expect((await duty('2025-11-13T05:01:00Z', `{ hs: "${hs}" }`)).total).toBe(0);
    }
  });

  it('has a range where only some lines of a heading are listed', async () => {
    expect(await duty('2025-11-20', '{ hs: "2008" }')).toMatchObject({
      range: { min: 0, max: 50 },
    });
  });

  it('leaves out telephones and chips of the clarification of 11 April 2025, back to the 5th', async () => {
    expect((await duty('2025-04-06', '{ hs: "85171300" }')).total).toBe(0);
    expect((await duty('2025-04-06', '{ hs: "8542" }')).total).toBe(0);
  });

  it('is 40 in lieu of the country rate on goods transshipped', async () => {
    expect((await duty('2025-08-10', '{ hs: "6109", transshipped: true }')).total).toBe(40);
  });

  it('is the baseline on goods under way before the country rate, each clause until its day', async () => {
    const good = '{ loadedAt: "2025-08-01T00:00:00Z" }';
    expect((await duty('2025-09-01', good)).total).toBe(10);
    expect((await duty('2025-09-20', good)).total).toBe(35);
    expect((await duty('2025-10-06', good)).total).toBe(50);
  });

  it('leaves out what section 122 lists, and goods under way until 28 February 2026', async () => {
    expect((await duty('2026-03-01', '{ hs: "84713001" }')).total).toBe(0);
    const good = '{ hs: "6109", loadedAt: "2026-02-20T00:00:00Z" }';
    expect((await duty('2026-02-27', good)).total).toBe(0);
    expect((await duty('2026-02-28', good)).total).toBe(10);
  });

  it('leaves out donations and informational materials', async () => {
    for (const use of ['donation', 'informational materials'])
      expect((await duty('2025-10-15', `{ hs: "9503", endUse: ["${use}"] }`)).total).toBe(0);
  });
});

describe('what is not on record', () => {
  it('is said of the duty of India on goods of the United States', async () => {
    const answer = await duty('2025-10-15', '{}', 'US', 'IN');
    expect(answer).toMatchObject({ total: null, range: null, expression: 'not on record' });
    expect(answer.coverage).toMatchObject({ status: 'NONE' });
    expect(answer.coverage.note).toMatch(/No Indian duty/);
  });

  it.each(['CA', 'MX', 'RU', 'BY'])(
    'is said of the baseline on %s, which it leaves out',
    async (on) => {
      const { applying, reasons } = await duty('2025-04-06', '{ hs: "6109" }', on);
      expect(applying).not.toContain('us-recip-baseline');
      expect(reasons).not.toHaveProperty('us-recip-baseline');
    },
  );

  it('was the exceptions, until they were entered', async () => {
    const { duty } = await ask<{ duty: { total: number } }>(`{
      duty(imposedBy: "US", on: "IN", goods: { hs: "30049092" },
        asOf: { at: "2025-10-15", knownAt: "2026-11-23T00:00:00Z" }) { total }
    }`);
    expect(duty.total).toBe(50);
  });
});

describe('the exempt lists', () => {
  const read = (name: string) =>
    readFileSync(new URL(`../../events/logs/${name}`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as {
            type: string;
            data: { relief?: string; goods?: { hs?: string[] }; data?: object };
          },
      );

  it('hold the 1,082 codes of Annex II and the 1,094 of section 122, each once', () => {
    const grants = read('us-tariff-headings.jsonl').filter(
      ({ type }) => type === 'ExemptionGranted',
    );
    const codes = (prefix: string) => {
      const lists = new Map(grants.map(({ data }) => [data.relief, data.goods?.hs ?? []]));
      return [...lists].filter(([relief]) => relief?.startsWith(prefix)).flatMap(([, hs]) => hs);
    };
    const lines = (hs: readonly string[]) => hs.filter((code) => code.length >= 8);
    const headings = ['8471', '847330', '8486', '8524', '8542'];
    const annex = codes('annex-ii');
    expect(new Set(annex).size).toBe(annex.length);
    expect(lines(annex).length + headings.length).toBe(1082);
    expect(annex).toEqual(expect.arrayContaining(headings));
    expect(lines(codes('section-122-annex'))).toHaveLength(1094);
  });
});
