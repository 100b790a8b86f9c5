/** Neighbours: lists and schedules as long as tariffs are, and the layers that have a part in a sum. */
import { describe, expect, it } from 'vitest';
import { given, type InterchangeEvent } from '../../support/given.js';
import { query } from '../../support/graphql.js';
import { adopted, amended, duty, dutyNeighbours, granted, layers } from './dutyNeighbour.js';

const AT = '2025-06-01';
const MOST = 20_000;
/** 10000000 and every seventh code after it. */
const codes = Array.from({ length: MOST }, (_, index) => String(10_000_000 + 7 * index));
const LAST = codes.at(-1)!;
const hs = (code: string) => ({ goods: { hs: code } });

describe('a list holds up to 20,000 codes', () => {
  dutyNeighbours([
    {
      title: 'its first, its last, a longer code under one, none beside them, a part of a heading',
      events: [adopted('us-a', { rate: 25, goods: { hs: codes } })],
      asked: [
        ...[codes[0]!, LAST, `${codes[9_999]!}10`].map((code) => duty(AT, { total: 25 }, hs(code))),
        duty(AT, { total: 0, ...layers('-us-a: OUT_OF_SCOPE') }, hs('10000001')),
        duty(AT, { total: 0, range: { min: 0, max: 25 } }, hs('1000')),
      ],
    },
    {
      title: 'of exceptions, and of a relief',
      events: [
        adopted('us-a', { rate: 25, goods: { except: { hs: codes } } }),
        adopted('us-b', { rate: 10 }),
        granted('us-b', '2025-02-01', { goods: { hs: codes }, rate: 4 }),
      ],
      asked: [
        duty(AT, { total: 4, ...layers('-us-a: OUT_OF_SCOPE', 'us-b: EXEMPT') }, hs(LAST)),
        duty(AT, { total: 35 }, hs('10000001')),
      ],
    },
    {
      title: 'and no more',
      events: [],
      refused: [
        adopted('us-a', { rate: 25, goods: { hs: [...codes, '99999999'] } }),
        'data.goods.hs',
        '20000',
      ],
    },
  ]);
});

describe('a schedule holds up to 20,000 lines', () => {
  const lines = codes.map((code, index) => ({ hs: code, rate: index / 100 }));
  dutyNeighbours([
    {
      title: 'one rate each, of which one is amended',
      events: [
        adopted('us-a', { lines }),
        amended('us-a', '2025-03-01', { lines: [{ hs: LAST, rate: 3 }] }),
      ],
      asked: [
        duty('2025-02-01', { total: 199.99 }, hs(LAST)),
        duty(AT, { total: 3 }, hs(LAST)),
        duty(AT, { total: 123.45 }, hs(codes[12_345]!)),
        duty(AT, layers('-us-a: OUT_OF_SCOPE'), hs('10000001')),
      ],
    },
    {
      title: 'a chapter of it: from the least to the most of its lines, none of them in the total',
      events: [adopted('us-a', { lines: lines.slice(1_000, 2_000) })],
      asked: [
        duty(
          AT,
          { total: 0, range: { min: 0, max: 19.99 }, ...layers('-us-a: PARTLY_IN_SCOPE') },
          hs('10'),
        ),
      ],
    },
    {
      title: 'no line twice',
      events: [],
      refused: [
        adopted('us-a', { lines: [...lines.slice(1), lines[1]!] }),
        'data.lines[19999].hs',
        'keep one',
      ],
    },
    {
      title: 'and no more',
      events: [],
      refused: [
        adopted('us-a', { lines: [...lines, { hs: '99', rate: 1 }] }),
        'data.lines',
        '20000',
      ],
    },
  ]);
});

describe('layers(applying) leaves out what has no part in the sum, or all that has', () => {
  const ask = async (goods: string, ...events: readonly InterchangeEvent[]) => {
    const { parley } = await given(...events);
    const layer = '{ reason rate }';
    const { duty } = await query(
      parley,
      `{ duty(imposedBy: "US", on: "IN", goods: ${goods}, asOf: { at: "${AT}" }) { total all: layers ${layer} yes: layers(applying: true) ${layer} no: layers(applying: false) ${layer} } }`,
    );
    const { total, all, yes, no } = duty;
    expect([...yes, ...no]).toHaveLength(all.length);
    const reasons = (layers: readonly { reason: string }[]) => layers.map(({ reason }) => reason);
    return { total, yes: reasons(yes), no: reasons(no) };
  };
  const base = adopted('us-a', { rate: 10 });

  it('lists by good, beside one on all', async () => {
    expect(
      await ask(
        '{ hs: "7208" }',
        ...[base, adopted('us-b', { rate: 25, goods: { hs: ['72'] } })],
        ...[adopted('us-c', { rate: 5, goods: { hs: ['73'] } })],
      ),
    ).toEqual({ total: 35, yes: ['IN_FORCE', 'IN_FORCE'], no: ['OUT_OF_SCOPE'] });
  });

  it('a relief that reduces applies, one that lets off does not', async () => {
    const reliefs = [
      granted('us-a', '2025-02-01', { goods: { endUse: ['x'] } }),
      granted('us-a', '2025-02-01', { goods: { endUse: ['y'] }, rate: 2 }),
    ];
    expect(await ask('{ endUse: ["x"] }', base, ...reliefs)).toEqual({
      ...{ total: 0, yes: [], no: ['EXEMPT'] },
    });
    expect(await ask('{ endUse: ["y"] }', base, ...reliefs)).toEqual({
      ...{ total: 2, yes: ['EXEMPT'], no: [] },
    });
  });

  it('a schedule has one layer, whatever its lines', async () => {
    const schedule = adopted('us-a', { lines: codes.map((code) => ({ hs: code, rate: 1 })) });
    expect(await ask(`{ hs: "${LAST}" }`, schedule)).toEqual({
      total: 1,
      yes: ['IN_FORCE'],
      no: [],
    });
  });
});
