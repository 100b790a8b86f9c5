/** Whole tariffs in one event: lists of 20,000 codes and lines, sent over HTTP. */
import { describe, expect, it } from 'vitest';
import { startServer } from './testServer.js';

const MUTATION = `mutation Impose($input: ImposeMeasureInput!) {
  imposeMeasure(input: $input) {
    ... on ImposeMeasureSuccess { events { type } }
    ... on ValidationError { problems { path code message } }
  }
}`;

const codes = (count: number) =>
  Array.from({ length: count }, (_, index) => String(1_000_000_000 + index));

async function impose(data: object): Promise<unknown> {
  const { post } = await startServer();
  const input = {
    measure: 'gb-tariff',
    title: 'Tariff',
    imposedBy: 'GB',
    affects: ['*'],
    kind: 'OTHER',
    effectiveFrom: '2025-01-01',
    sources: [{ kind: 'INSTRUMENT', title: 'An act' }],
    ...data,
  };
  const response = await post({ query: MUTATION, variables: { input } });
  const { data: answer } = (await response.json()) as { data?: { imposeMeasure: unknown } };
  return answer?.imposeMeasure;
}

const TAKEN = { events: [{ type: 'MeasureAdopted' }] };

/** As long as the lines of a tariff are: a compound duty with a minimum. */
const COMPOUND = {
  components: [
    { percent: 12.8 },
    { amount: 176.8, currency: 'EUR', per: { quantity: 100, unit: 'KGM' } },
  ],
  minimum: [{ percent: 22.5 }],
};

describe('a mutation', () => {
  it('takes 20,000 codes of goods', async () => {
    expect(await impose({ rate: 5, goods: { hs: codes(20_000) } })).toEqual(TAKEN);
  });

  it('takes a schedule of 20,000 lines, compound duties among them', async () => {
    const lines = codes(20_000).map((hs, index) =>
      index % 2 === 0 ? { hs, rate: 5 } : { hs, duty: COMPOUND },
    );
    expect(await impose({ lines })).toEqual(TAKEN);
  });

  it('refuses one code and one line more', async () => {
    expect(await impose({ rate: 5, goods: { hs: codes(20_001) } })).toMatchObject({
      problems: [{ path: 'goods.hs', code: 'INVALID' }],
    });
    expect(await impose({ lines: codes(20_001).map((hs) => ({ hs, rate: 1 })) })).toMatchObject({
      problems: [{ path: 'lines', code: 'INVALID' }],
    });
  });

  it('refuses a code that has a line already, and names both', async () => {
    const lines = [...codes(3), codes(2)[1]].map((hs) => ({ hs, rate: 1 }));
    expect(await impose({ lines })).toMatchObject({
      problems: [{ path: 'lines[3].hs', message: 'is the code of lines[1] too: keep one' }],
    });
  });
});
