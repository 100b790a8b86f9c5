/** The labels of a chart: where they lie, whatever the data and the width. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  CLEARANCE,
  crosses,
  type LabelRequest,
  meet,
  overlap,
  placeLabels,
  type Segment,
} from '../../src/dashboard/features/chart/model/labels/placeLabels.js';
import { packRows } from '../../src/dashboard/features/chart/model/labels/packRows.js';
import { scenes } from './chartScenes.js';
import { linesOf, textWidth, wrapped } from '../../src/dashboard/lib/drawing/textWidth.js';

/** Every pair of a list, each once. */
const pairs = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));

describe('the labels of a chart, at any width from 320 to 1,600 pixels', () => {
  it('cover neither each other, nor the line, nor an announced rate, and stay inside', () => {
    fc.assert(
      fc.property(scenes, ({ scene, view }) => {
        const { frame, labels, steps: drawn, announced } = scene;
        const { x, y, top, bottom } = frame;
        const lines: Segment[] = drawn.flatMap(({ from, to, total }) =>
          total === null
            ? []
            : [{ from: { x: x(from), y: y(total) }, to: { x: x(to), y: y(total) } }],
        );
        const rule = { from: { x: x(view.at), y: top }, to: { x: x(view.at), y: bottom } };
        for (const { box, leader, variant } of labels) {
          expect(crosses(rule, box)).toBe(false);
          expect(leader !== null && meet(leader, rule)).toBe(false);
          expect(variant.lines.filter(({ text }) => text.includes('…'))).toEqual([]);
          expect(box.x).toBeGreaterThanOrEqual(frame.left);
          expect(box.x + box.width).toBeLessThanOrEqual(frame.right);
          expect(box.y).toBeGreaterThanOrEqual(top);
          expect(box.y + box.height).toBeLessThanOrEqual(bottom);
          expect(lines.filter((line) => crosses(line, box))).toEqual([]);
          const diamonds = announced.map(({ at, rate }) => ({ x: x(at), y: y(rate) }));
          for (const { x: left, y: up } of diamonds)
            expect(overlap(box, { x: left - 6, y: up - 6, width: 12, height: 12 })).toBe(false);
        }
        for (const [a, b] of pairs(labels)) {
          expect(overlap(a.box, b.box, CLEARANCE)).toBe(false);
          if (a.leader) expect(crosses(a.leader, b.box)).toBe(false);
          if (b.leader) expect(crosses(b.leader, a.box)).toBe(false);
          if (a.leader && b.leader) expect(meet(a.leader, b.leader)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('lie no nearer to another step than to their own, unless a line leads to it', () => {
    fc.assert(
      fc.property(scenes, ({ scene: { frame, labels, steps: drawn } }) => {
        const { x, y } = frame;
        for (const { id, box, leader } of labels) {
          if (leader || !id.startsWith('step ')) continue;
          const [middle, height] = [box.x + box.width / 2, box.y + box.height / 2];
          const far = drawn.flatMap(({ from, to, total }) => {
            if (total === null) return [];
            const aside = Math.max(x(from) - middle, middle - x(to), 0);
            return [[`step ${from}`, Math.hypot(aside, height - y(total))] as const];
          });
          const own = far.find(([step]) => step === id)![1];
          expect(Math.min(...far.map(([, distance]) => distance))).toBeGreaterThan(own - 0.01);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('and below the axis no event touches another, each beside its mark', () => {
    fc.assert(
      fc.property(scenes, ({ scene: { frame, events: named, rows, rowCount } }) => {
        const boxes = rows.placed.map(({ id, row, text, side }) => {
          const { lines, from, to } = named.get(id)!;
          const width = Math.max(...lines.map((line) => textWidth(line, 12)));
          expect(row + lines.length).toBeLessThanOrEqual(rowCount);
          expect(text).toBeGreaterThanOrEqual(0);
          expect(text + width).toBeLessThanOrEqual(frame.width);
          const [left, right] = side === 'right' ? [from, text + width] : [text, to];
          const height = lines.length * 17;
          return { x: left, y: row * 17, width: right - left, height } satisfies Box;
        });
        for (const [a, b] of pairs(boxes)) expect(overlap(a, b)).toBe(false);
        expect(rows.placed.length + rows.omitted).toBe(named.size);
      }),
      { numRuns: 80 },
    );
  });
});

describe('the placement of labels', () => {
  const bounds = { x: 0, y: 0, width: 100, height: 40 };
  const request = (
    id: string,
    priority: number,
    ...sizes: readonly (readonly [number, number])[]
  ): LabelRequest<{ width: number; height: number }> => ({
    ...{ id, priority, anchors: [{ x: 50, y: 30 }] },
    variants: sizes.map(([width, height]) => ({ width, height })),
  });
  const place = (...requests: LabelRequest<{ width: number; height: number }>[]) =>
    placeLabels(requests, { bounds, segments: [], boxes: [] });

  it('gives room to the more important first, and leaves out what finds none', () => {
    expect(place(request('a', 1, [90, 35]), request('b', 2, [80, 20])).map(({ id }) => id)).toEqual(
      ['b'],
    );
  });

  it('takes fewer words where the full ones find no room', () => {
    const [label] = place(request('a', 1, [200, 20], [40, 10]));
    expect(label).toMatchObject({ variant: { width: 40, height: 10 }, leader: null });
  });

  it('puts the text of an event left of its mark at the right edge', () => {
    const { placed } = packRows(
      [{ id: 'a', priority: 1, from: 190, to: 190, width: 60, rows: 1 }],
      [0, 200],
      3,
    );
    expect(placed).toMatchObject([{ side: 'left', row: 0 }]);
    expect(placed[0]!.text + 60).toBeLessThan(190);
  });

  it('breaks and cuts text to a width, at a word', () => {
    const width = textWidth('the duty on all', 12);
    expect(linesOf('the duty on all goods of steel', 12, width, 2)).toEqual([
      'the duty on all',
      'goods of steel',
    ]);
    const [cut = '', ...rest] = linesOf('the duty on all goods', 12, width, 1);
    expect(rest).toEqual([]);
    expect(cut).toMatch(/^the duty o.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(width);
  });

  it('breaks text in full into the fewest lines, as short as they can be, or not at all', () => {
    const words = fc.array(fc.constantFrom('a', 'duty', 'surcharge', 'on', '25 %', 'countries'), {
      minLength: 1,
      maxLength: 12,
    });
    const limits = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 300 }), limits, (list, width, limit) => {
        const text = list.join(' ');
        const lines = wrapped(text, 12, width, limit);
        const greedy = linesOf(text, 12, width);
        const isWhole = greedy.join(' ') === text && greedy.length <= limit;
        expect(lines !== null).toBe(isWhole);
        if (!lines) return;
        expect(lines.join(' ')).toBe(text);
        expect(lines).toHaveLength(greedy.length);
        const longest = (of: readonly string[]) =>
          Math.max(...of.map((each) => textWidth(each, 12)));
        expect(longest(lines)).toBeLessThanOrEqual(longest(greedy));
      }),
    );
  });

  it('has room for the letters of DejaVu Sans, which is drawn where there is no Arial', () => {
    // As Chromium measures them at 100 pixels.
    expect(textWidth('still 10 %', 100)).toBeGreaterThanOrEqual(460.5);
    expect(textWidth('0123456789', 100)).toBeGreaterThanOrEqual(636);
  });

  it('breaks a word that is wider than a line, such as an address, where lines are not limited', () => {
    const address = 'https://parley.example/negotiation/in-us-bta?at=2025-08-28';
    const lines = linesOf(`MIT licence · ${address}`, 11, 200);
    expect(lines.join('').replaceAll(' ', '')).toBe(`MITlicence·${address}`);
    for (const line of lines) expect(textWidth(line, 11)).toBeLessThanOrEqual(200);
  });
});
