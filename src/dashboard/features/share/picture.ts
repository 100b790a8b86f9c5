/** The picture of a page where it is linked to, as SVG: title, where things stand, chart, sources. */
import { svgElement } from '../../lib/drawing/svg.js';
import { FONT, linesOf } from '../../lib/drawing/textWidth.js';
import type { SharedPage } from './sharedPage.js';

/** What sites that show links expect, in pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

const EDGE = 56;
const INNER = PICTURE_SIZE.width - 2 * EDGE;
const FOOTER = 44;

/** The colours of the light theme: what shows links knows no other. */
export const COLORS = {
  paper: '#fcfcfa',
  ink: '#1b1d21',
  soft: '#565b63',
  line: '#dbdbd4',
  accent: '#0b5c8a',
} as const;

/** A drawing that fills a box. */
export type Drawing = (box: { readonly width: number; readonly height: number }) => string;

interface Style {
  readonly size: number;
  readonly weight?: number;
  readonly fill: string;
  readonly most: number;
}

/** Lines of text below `top`; returns where they end. */
function textBlock(text: string, top: number, { size, weight = 400, fill, most }: Style) {
  const lines = linesOf(text, size, INNER, most, weight > 400);
  const leading = Math.round(size * 1.3);
  const font = { 'font-family': FONT, 'font-size': size, 'font-weight': weight, fill };
  const drawn = lines.map((line, i) =>
    svgElement('text', { x: EDGE, y: top + size + i * leading, ...font }, { text: line }),
  );
  return { svg: drawn.join(''), bottom: top + lines.length * leading };
}

/** The picture of a page. A drawing takes the room that is left, if there is enough of it. */
export function pictureOf(page: SharedPage, drawing: Drawing | null): string {
  const { width, height } = PICTURE_SIZE;
  const { ink, soft, paper, line, accent } = COLORS;
  const most = drawing ? 3 : 5;
  const title = textBlock(page.title, 40, {
    size: drawing ? 40 : 56,
    weight: 600,
    fill: ink,
    most: drawing ? 1 : 2,
  });
  const words = textBlock(page.description, title.bottom + 10, {
    size: drawing ? 24 : 34,
    fill: soft,
    most,
  });
  const footer = height - FOOTER;
  const box = { width: INNER, height: footer - 18 - (words.bottom + 18) };
  const small = { 'font-family': FONT, 'font-size': 17, fill: soft, y: height - 18 };
  const [sources = ''] = linesOf(page.sources, 17, INNER - 320, 1);
  return svgElement(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    {
      content: [
        svgElement('rect', { width, height, fill: paper }),
        svgElement('rect', { width, height: 10, fill: accent }),
        title.svg,
        words.svg,
        drawing
          ? svgElement(
              'g',
              { transform: `translate(${EDGE} ${words.bottom + 18})` },
              { content: drawing(box) },
            )
          : '',
        svgElement('rect', { x: EDGE, y: footer - 8, width: INNER, height: 1, fill: line }),
        svgElement('text', { x: EDGE, ...small }, { text: sources }),
        svgElement(
          'text',
          { x: width - EDGE, 'text-anchor': 'end', ...small, 'font-weight': 600 },
          { text: `${page.dataDate} · Parley` },
        ),
      ].join(''),
    },
  );
}
