/**
 * A chart as a file of its own: title, view, drawing, sources, date of the data, credit and licence.
 * Pure: data in, SVG out.
 */
import { CREDIT, DATA_LICENCE, shortAddress } from '../../../lib/words/sources/credit.js';
import { keyOf } from '../model/key.js';
import type { Scene } from '../model/scene.js';
import { linesOf } from '../../../lib/drawing/textWidth.js';
import {
  AXIS_HEIGHT,
  axisSvg,
  eventsSvg,
  gridSvg,
  labelsSvg,
  plotHeight,
  viewSvg,
} from './drawing.js';
import { linesSvg } from './lines.js';
import type { DrawnView } from '../model/drawnView.js';
import { ROW } from '../model/scale.js';
import { escapeXml } from '../../../lib/drawing/svg.js';
import { keySvg } from './keySvg.js';
import { element, type Paint, textElement } from './svg.js';

export interface ChartFile {
  readonly scene: Scene;
  readonly view: DrawnView;
  /** Empty for none. */
  readonly title: string;
  /** What is measured, and the view in words. */
  readonly subtitles: readonly string[];
  readonly sources: string;
  /** "Data as of 26 November 2026." */
  readonly dataDate: string;
  /** The address of the view. */
  readonly address: string;
  readonly paint: Paint;
}

/** Around the drawing, in pixels. */
export const EDGE = 16;

interface Block {
  readonly svg: string;
  readonly height: number;
}

function textBlock(
  texts: readonly string[],
  width: number,
  {
    size,
    fill,
    weight = 400,
  }: { readonly size: number; readonly fill: string; readonly weight?: number },
): Block {
  // A figure stays with its sign.
  const whole = texts.map((text) => text.replaceAll(' %', '\u00a0%'));
  const lines = whole.flatMap((text) => linesOf(text, size, width, Infinity, weight > 400));
  const height = size * 1.35;
  return {
    svg: lines
      .map((words, i) => textElement(EDGE, height * (i + 0.8), words, { size, fill, weight }))
      .join(''),
    height: height * lines.length + 2,
  };
}

/** The document, with its size in pixels. */
export function chartSvg(file: ChartFile): {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
} {
  const { scene, view, paint } = file;
  const width = scene.frame.width + 2 * EDGE;
  const text = scene.frame.width;
  const inner = (svg: string, height: number): Block => ({
    svg: element('g', { transform: `translate(${EDGE} 0)` }, svg),
    height,
  });
  const small = { size: 11, fill: paint.soft };
  const address = textBlock([shortAddress(file.address)], text, small);
  const key = keySvg(keyOf(scene, view), text, paint);
  const blocks: readonly Block[] = [
    { svg: '', height: EDGE },
    textBlock(file.title === '' ? [] : [file.title], text, {
      size: 20,
      fill: paint.ink,
      weight: 700,
    }),
    textBlock(file.subtitles, text, {
      size: 13,
      fill: paint.soft,
    }),
    { svg: '', height: 6 },
    inner(key.svg, key.height),
    { svg: '', height: 6 },
    inner(
      gridSvg(scene, paint) +
        linesSvg(scene, view, paint) +
        labelsSvg(scene, paint) +
        viewSvg(scene, view, paint),
      plotHeight(scene),
    ),
    inner(axisSvg(scene, paint), AXIS_HEIGHT),
    inner(eventsSvg(scene, paint), scene.usedRows * ROW),
    { svg: '', height: 8 },
    textBlock([`${file.sources} ${file.dataDate}`, `${CREDIT} ${DATA_LICENCE}`], text, small),
    { svg: element('g', { class: 'chart-address' }, address.svg), height: address.height },
    { svg: '', height: EDGE - 4 },
  ];
  let y = 0;
  const parts = blocks.map(({ svg, height }) => {
    const part =
      svg === '' ? '' : element('g', { transform: `translate(0 ${Math.round(y)})` }, svg);
    y += height;
    return part;
  });
  const height = Math.ceil(y);
  const svg = element(
    'svg',
    {
      ...{ xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height },
      role: 'img',
    },
    element('title', {}, escapeXml(file.title)) +
      element('rect', { width, height, fill: paint.paper }) +
      parts.join(''),
  );
  return { svg, width, height };
}
