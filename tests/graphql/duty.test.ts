import { beforeAll, describe, expect, it } from 'vitest';
import type { Parley } from '../../src/app/parley.js';
import { query, respond } from '../support/graphql.js';
import { indiaUsRecord } from '../support/record.js';

let parley: Parley;
beforeAll(async () => {
  parley = await indiaUsRecord();
});

/** Additional US duty on Indian goods of no particular kind, by the instruments. */
const COURSE = [
  // Executive Order 14257: the baseline of 10 %.
  ['2025-04-05T04:01:00.000Z', '2025-04-09T04:01:00.000Z', 10],
  // EO 14257, Annex I as corrected: 26 % on India in lieu of the baseline.
  ['2025-04-09T04:01:00.000Z', '2025-04-10T04:01:00.000Z', 26],
  // EO 14266, 14316 and 14326: the country rate suspended, then scheduled anew.
  ['2025-04-10T04:01:00.000Z', '2025-08-07T04:01:00.000Z', 10],
  // EO 14326: 25 %.
  ['2025-08-07T04:01:00.000Z', '2025-08-27T04:01:00.000Z', 25],
  // EO 14329: 25 more for buying Russian oil.
  ['2025-08-27T04:01:00.000Z', '2026-02-07T05:01:00.000Z', 50],
  // EO of 6 February 2026: the penalty lifted; struck down on the 20th, collected to the 24th.
  ['2026-02-07T05:01:00.000Z', '2026-02-24T05:00:00.000Z', 25],
  // CSMS message: a minute between the end of collection and the next measure.
  ['2026-02-24T05:00:00.000Z', '2026-02-24T05:01:00.000Z', 0],
  // Proclamation of 20 February 2026 under Section 122; the 15 % announced never came.
  ['2026-02-24T05:01:00.000Z', '2026-07-24T04:01:00.000Z', 10],
  // USTR Notice of 23 July 2026 under Section 301.
  ['2026-07-24T04:01:00.000Z', null, 10],
] as const;

interface Layer {
  measure: { slug: string } | null;
  reason: string;
}

const DUTY = /* GraphQL */ `
  query Duty($at: TimePoint, $goods: Goods, $mfnRate: Float) {
    duty(imposedBy: "US", on: "IN", goods: $goods, mfnRate: $mfnRate, asOf: { at: $at }) {
      total
      disputed
      layers {
        measure {
          slug
          title
          status
        }
        rate
        applies
        reason
        setBy {
          __typename
        }
      }
      pending {
        at
        total
        measure {
          slug
        }
        setBy {
          id
        }
      }
    }
  }
`;

describe('the duty of the United States on Indian goods', () => {
  it('has the rates that the instruments set, at their dates', async () => {
    const { duty } = await query(
      parley,
      '{ duty(imposedBy: "US", on: "IN") { schedule(from: "2025-01-01", to: "2026-12-31") { from until total } } }',
    );
    const [before, ...steps] = duty.schedule;
    expect(before).toMatchObject({ until: '2025-04-05T04:01:00.000Z', total: 0 });
    expect(steps).toEqual(COURSE.map(([from, until, total]) => ({ from, until, total })));
  });

  it.each(COURSE)(
    'from %s until %s is %d per cent, from its first instant',
    async (from, until, total) => {
      const last = until ? new Date(Date.parse(until) - 1).toISOString() : from;
      for (const at of [from, last])
        expect((await query(parley, DUTY, { at })).duty.total).toBe(total);
    },
  );

  it('lists each layer with whether it applies, why, and its sources', async () => {
    const { duty } = await query(parley, DUTY, { at: '2025-08-27', mfnRate: 2.5 });
    expect(duty.total).toBe(52.5);
    expect(duty.layers[0]).toEqual({
      measure: null,
      rate: 2.5,
      applies: true,
      reason: 'MFN',
      setBy: null,
    });
    const reasons = Object.fromEntries(
      duty.layers.slice(1).map((layer: Layer) => [layer.measure?.slug, layer.reason]),
    );
    expect(reasons).toMatchObject({
      'us-recip-baseline': 'REPLACED',
      'us-recip-in': 'IN_FORCE',
      'us-russia-oil-in': 'IN_FORCE',
      'us-232-metals': 'OUT_OF_SCOPE',
    });
  });

  it('has a pending change on 7 August 2025, for the 27th', async () => {
    const { duty } = await query(parley, DUTY, { at: '2025-08-07' });
    expect(duty).toMatchObject({
      total: 25,
      pending: [
        { at: '2025-08-27T04:01:00.000Z', total: 50, measure: { slug: 'us-russia-oil-in' } },
      ],
    });
  });

  it('on steel is the Section 232 duty alone', async () => {
    const { duty } = await query(parley, DUTY, { at: '2025-09-01', goods: { hs: '7208' } });
    expect(duty.total).toBe(50);
    expect(duty.layers.map((layer: Layer) => [layer.measure?.slug, layer.reason])).toEqual([
      ['us-232-metals', 'IN_FORCE'],
      ['us-recip-baseline', 'REPLACED'],
      ['us-recip-in', 'EXCLUDED'],
      ['us-russia-oil-in', 'EXCLUDED'],
    ]);
  });

  it('answers the other questions of a request in which one is wrong', async () => {
    const { data, errors } = await respond(
      parley,
      `{
        wrong: duty(imposedBy: "US", on: "QQ") { total }
        right: duty(imposedBy: "US", on: "IN") { imposedBy }
        measures(filter: { affects: "QQ" }) { totalCount }
        negotiations(filter: { party: "QQ" }) { totalCount }
        events(after: "nowhere") { totalCount }
        search(text: "") { totalCount }
        log { headPosition }
      }`,
    );
    expect(data).toMatchObject({
      wrong: null,
      right: { imposedBy: 'US' },
      ...{ measures: null, negotiations: null, events: null, search: null },
      log: { headPosition: expect.any(Number) as number },
    });
    expect(errors?.map(({ path }) => path?.[0]).sort()).toEqual(
      ['wrong', 'measures', 'negotiations', 'events', 'search'].sort(),
    );
  });

  it.each([
    [
      '{ duty(imposedBy: "USA", on: "IN") { total } }',
      /imposedBy "USA" is not an area: an ISO 3166-1 .*; did you mean US\?/,
    ],
    ['{ duty(imposedBy: "US", on: "IN", mfnRate: -1) { total } }', /mfnRate is -1/],
    ['{ duty(imposedBy: "US", on: "IN", goods: { hs: "72.08" }) { total } }', /goods.hs "72.08"/],
    ['{ duty(imposedBy: "US", on: "IN", asOf: { at: "soon" }) { total } }', /at "soon" is neither/],
    [
      '{ duty(imposedBy: "US", on: "IN") { schedule(from: "x", to: "2026") { total } } }',
      /from "x" is neither/,
    ],
  ])('refuses %s and says why', async (source, message) => {
    const { errors } = await respond(parley, source);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
