/** The picture of a page where it is linked to, as SVG: title, where things stand, chart, sources. */
import { svgElement } from '../../lib/drawing/svg.js';
import { FONT, linesOf } from '../../lib/drawing/textWidth.js';
import { CREDIT, DATA_LICENCE } from '../../lib/words/sources/credit.js';
import type { SharedPage } from './sharedPage.js';

/** What sites that show links expect, in pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

const EDGE = 56;
const INNER = PICTURE_SIZE.width - 2 * EDGE;
/** The letters of sources, date, credit and licence. */
const SMALL = 15;

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

/** A title is as large as it fits a line, and else takes two; in pixels. */
const TITLE_SIZES = { beside: [40, 36, 32], alone: [56, 48] } as const;

/** As many whole sentences as there is room for, and at least one. */
function sentencesWithin(text: string, { size, most }: Style): string {
  const sentences = text.split(/(?<=[.!?]) (?=\p{Lu})/u);
  const fits = (words: string) => linesOf(words, size, INNER).length <= most;
  let told = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (!fits(`${told} ${sentence}`)) break;
    told += ` ${sentence}`;
  }
  return told;
}

/** The picture of a page. A drawing takes the room that is left, if there is enough of it. */
export function pictureOf(page: SharedPage, drawing: Drawing | null): string {
  const { width, height } = PICTURE_SIZE;
  const { ink, soft, paper, line, accent } = COLORS;
  const sizes = drawing ? TITLE_SIZES.beside : TITLE_SIZES.alone;
  const size = sizes.find((each) => linesOf(page.title, each, INNER, 1, true)[0] === page.title);
  const title = textBlock(page.title, 40, {
    ...{ weight: 600, fill: ink, most: 2 },
    size: size ?? sizes.at(-1) ?? 34,
  });
  const look = { size: drawing ? 24 : 34, fill: soft, most: drawing ? 3 : 5 };
  const told = sentencesWithin(page.description, look);
  const words = textBlock(told, title.bottom + 10, look);
  const credit = `${page.dataDate} ${CREDIT} ${DATA_LICENCE}`;
  const small = { size: SMALL, fill: soft, most: Infinity };
  const footerAt = (top: number) => {
    const sources = textBlock(page.sources, top, small);
    const rest = textBlock(credit, sources.bottom, small);
    return { svg: sources.svg + rest.svg, height: rest.bottom - top };
  };
  const footer = height - 14 - footerAt(0).height;
  const box = { width: INNER, height: footer - 16 - (words.bottom + 18) };
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
        footerAt(footer).svg,
      ].join(''),
    },
  );
}
