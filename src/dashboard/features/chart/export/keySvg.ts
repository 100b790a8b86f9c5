/** The key of a chart as SVG: each mark as the chart draws it. */
import { textWidth } from '../../../lib/drawing/textWidth.js';
import type { KeyEntry, KeyMark } from '../model/key.js';
import { MARK } from '../model/labels/packRows.js';
import { DASHES, diamond, hollow, laneMarkSvg, LINE_WIDTH, path } from './marks.js';
import { element, line, type Paint, round, textElement } from './svg.js';

/** Of a mark, in pixels. */
export const KEY_MARK = { width: 24, height: 14 } as const;

const MIDDLE = KEY_MARK.height / 2;
const ALONG = `M1 ${MIDDLE}H${KEY_MARK.width - 1}`;

const lane = (of: 'Talks' | 'Measures' | 'Statements') => (paint: Paint) =>
  laneMarkSvg(of, { x: 12 - MARK, y: MIDDLE - MARK, width: 2 * MARK, height: 2 * MARK }, paint);

const DRAWN: Readonly<Record<KeyMark, (paint: Paint) => string>> = {
  confirmed: ({ accent }) => path(ALONG, { stroke: accent, 'stroke-width': LINE_WIDTH }),
  unconfirmed: (paint) => hollow(ALONG, paint),
  announced: (paint) => diamond(12, MIDDLE, paint),
  takeover: ({ accent }) =>
    path(ALONG, { stroke: accent, 'stroke-width': LINE_WIDTH }) +
    line(12, 1, 12, 13, { stroke: accent, 'stroke-width': LINE_WIDTH }),
  Talks: lane('Talks'),
  Measures: lane('Measures'),
  Statements: lane('Statements'),
  compared: ({ other }) =>
    path(ALONG, { stroke: other, 'stroke-width': 1.75, 'stroke-dasharray': DASHES.compared }),
  disputed: ({ warn }) =>
    path('M3 13L9 1M9 13L15 1M15 13L21 1', { stroke: warn, 'stroke-width': 2 }),
  scheduled: ({ accent }) =>
    path(ALONG, {
      ...{ stroke: accent, 'stroke-width': LINE_WIDTH, 'stroke-dasharray': DASHES.scheduled },
    }),
  later: ({ soft }) => path(ALONG, { stroke: soft, 'stroke-width': 1.25 }),
};

export const keyMarkSvg = (mark: KeyMark, paint: Paint): string => DRAWN[mark](paint);

const SIZE = 12;
/** The height of a row of entries, in pixels. */
export const KEY_ROW = 20;
const GAP = { mark: 6, entry: 16 } as const;

/** The entries that are drawn, one beside the other as far as there is room. */
export function keySvg(
  entries: readonly KeyEntry[],
  width: number,
  paint: Paint,
): { readonly svg: string; readonly height: number } {
  const parts: string[] = [];
  let [x, row] = [0, 0];
  for (const { mark, words } of entries.filter(({ isDrawn }) => isDrawn)) {
    const start = KEY_MARK.width + GAP.mark;
    const needed = start + textWidth(words, SIZE);
    if (x > 0 && x + needed > width) [x, row] = [0, row + 1];
    parts.push(
      element(
        'g',
        { class: 'chart-key', transform: `translate(${round(x)} ${row * KEY_ROW})` },
        keyMarkSvg(mark, paint) + textElement(start, MIDDLE + 4, words, { fill: paint.soft }),
      ),
    );
    x += needed + GAP.entry;
  }
  return { svg: parts.join(''), height: parts.length === 0 ? 0 : (row + 1) * KEY_ROW };
}
