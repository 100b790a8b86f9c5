/** The key of a chart, and the words above its plot: whatever the data, the view and the width. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsSvg, labelsSvg } from '../../src/dashboard/features/chart/export/drawing.js';
import { keySvg } from '../../src/dashboard/features/chart/export/keySvg.js';
import { linesSvg } from '../../src/dashboard/features/chart/export/lines.js';
import { LIGHT_PAINT } from '../../src/dashboard/features/chart/export/paint.js';
import { headOf } from '../../src/dashboard/features/chart/model/head.js';
import { keyOf, type KeyMark } from '../../src/dashboard/features/chart/model/key.js';
import { frameOf } from '../../src/dashboard/features/chart/model/scale.js';
import { RANGE, scenes, START, DAY } from './chartScenes.js';

/** How a mark shows in the drawing. */
const DRAWN: Readonly<Partial<Record<KeyMark, RegExp>>> = {
  unconfirmed: /class="chart-unconfirmed"/,
  announced: /class="chart-announced"><path/,
  takeover: /class="chart-takeover"/,
  scheduled: /class="chart-scheduled"/,
  Talks: /<rect [^>]*fill="#1d6a34"/,
  Statements: /<rect [^>]*stroke="#565b63"/,
};

describe('the key of a chart', () => {
  it('names each line and mark that is drawn, and none that is not', () => {
    fc.assert(
      fc.property(scenes, ({ scene, view }) => {
        const paint = LIGHT_PAINT;
        const svg =
          linesSvg(scene, view, paint) + labelsSvg(scene, paint) + eventsSvg(scene, paint);
        const entries = keyOf(scene, view).filter(({ isDrawn }) => isDrawn);
        const marks = new Set(entries.map(({ mark }) => mark));
        for (const [mark, look] of Object.entries(DRAWN))
          expect([mark, marks.has(mark as KeyMark)]).toEqual([mark, look.test(svg)]);
        const isHatched = scene.hatched.some(({ from }) => from < view.at);
        expect(marks.has('disputed')).toBe(isHatched);
        expect(marks.has('confirmed')).toBe(marks.has('unconfirmed'));
        for (const { words } of entries) expect(words).toMatch(/^[a-z]/);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps its entries apart and inside the chart', () => {
    fc.assert(
      fc.property(scenes, ({ scene, view }) => {
        const { width } = scene.frame;
        const { svg, height } = keySvg(keyOf(scene, view), width, LIGHT_PAINT);
        const places = [...svg.matchAll(/translate\(([\d.]+) (\d+)\)/g)].map(
          ([, x, y]) => `${x} ${y}`,
        );
        expect(new Set(places).size).toBe(places.length);
        for (const place of places) {
          const [x = 0, y = 0] = place.split(' ').map(Number);
          expect(x).toBeLessThan(width);
          expect(y).toBeLessThan(height);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the words above the plot', () => {
  const days = fc.integer({ min: -50, max: 760 });
  const names = fc.constantFrom(
    '10 %',
    '10 %, reported. Hypothetical: not the record',
    'Compared: 1 September 2025, 25 %, reported',
  );
  it('cover none of each other and stay on the drawing', () => {
    const views = fc.record({ at: days, today: days, name: names, other: fc.option(days) });
    fc.assert(
      fc.property(views, fc.integer({ min: 260, max: 1600 }), (view, width) => {
        const at = START + view.at * DAY;
        const other =
          view.other === null ? null : { at: START + view.other * DAY, words: view.name };
        const texts = headOf(frameOf(width, RANGE, 50), {
          ...{ id: 'x', at, date: 'Now', figure: view.name, other, total: 10, scheduled: [] },
          today: START + view.today * DAY,
        });
        expect(texts.filter(({ of }) => of !== 'future')).toHaveLength(other ? 2 : 1);
        for (const { from, to } of texts) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(width + 1e-9);
        }
        for (const [i, a] of texts.entries())
          for (const b of texts.slice(i + 1))
            if (a.y === b.y) expect(a.to < b.from || b.to < a.from).toBe(true);
      }),
    );
  });
});
