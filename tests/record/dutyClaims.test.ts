import { describe, expect, it } from 'vitest';
import { ask } from './asking.js';

const FIELDS = `total disputed leastCertainty coverage { status }
  scope { ordinary reliefs elsewhere { expression measure { slug } } }
  schedule(from: "2025-01-01", to: "2027-01-01") { from total leastCertainty scope { reliefs } }`;

interface Claim {
  readonly total: number;
  readonly leastCertainty: string | null;
  readonly scope: {
    readonly ordinary: boolean;
    readonly reliefs: number;
    readonly elsewhere: readonly { readonly expression: string; readonly measure: object }[];
  };
  readonly schedule: readonly {
    readonly from: string;
    readonly total: number | null;
    readonly leastCertainty: string | null;
    readonly scope: { readonly reliefs: number };
  }[];
}

const claimOn = async (day: string): Promise<Claim> => {
  const { duty } = await ask<{ duty: Claim }>(
    `{ duty(imposedBy: "US", on: "IN", asOf: { at: "${day}" }) { ${FIELDS} } }`,
  );
  return duty;
};

const METALS = { slug: 'us-232-metals' };

describe('what the duty of the United States on India claims', () => {
  it.each([
    ['2025-10-15', 50, 'CONFIRMED', 5, '50 %'],
    ['2026-02-15', 25, 'DISPUTED', 6, '50 %'],
    ['2026-03-01', 10, 'CONFIRMED', 4, '50 %'],
    ['2026-11-26', 10, 'REPORTED', 0, '50 %'],
  ])('on %s, %d percent, is %s, with %i reliefs, and metals apart', async (day, total, ...rest) => {
    const [leastCertainty, reliefs, expression] = rest;
    expect(await claimOn(day)).toMatchObject({
      ...{ total, leastCertainty, coverage: { status: 'PARTIAL' } },
      scope: { ordinary: false, reliefs, elsewhere: [{ expression, measure: METALS }] },
    });
  });

  it('is told of each step as of its own day', async () => {
    const { schedule } = await claimOn('2026-11-26');
    const last = schedule.at(-1);
    expect(last).toMatchObject({ total: 10, leastCertainty: 'REPORTED', scope: { reliefs: 0 } });
    const first = schedule.find(({ total }) => total === 0);
    expect(first).toMatchObject({ leastCertainty: null, scope: { reliefs: 0 } });
  });
});
