/** The elements of a chart as SVG, and the colours they are drawn in. */
import { FONT_SIZE } from '../model/labels/labelRequests.js';
import { escapeXml, svgElement } from '../../../lib/drawing/svg.js';
import { FONT } from '../../../lib/drawing/textWidth.js';

/** Colours by what they mean, as SVG takes them. */
export interface Paint {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly warn: string;
  /** Of the view that is compared with. */
  readonly other: string;
  readonly good: string;
}

export type Attributes = Readonly<Record<string, string | number>>;

export const round = (value: string | number): string | number =>
  typeof value === 'number' ? Math.round(value * 10) / 10 : value;

/** An element with its numbers to a tenth of a pixel; `content` is markup. */
export const element = (name: string, attributes: Attributes, content = ''): string =>
  svgElement(
    name,
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, round(value)])),
    { content },
  );

export interface TextStyle {
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  /** The colour of a rim that keeps it readable over lines. */
  readonly halo?: string;
}

export const textElement = (
  x: number,
  y: number,
  words: string,
  { fill, weight = 400, anchor = 'start', size = FONT_SIZE, halo }: TextStyle,
): string =>
  element(
    'text',
    {
      ...{ x, y, fill, 'text-anchor': anchor, 'font-weight': weight, 'font-size': size },
      'font-family': FONT,
      ...(halo !== undefined && {
        ...{ stroke: halo, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
      }),
    },
    escapeXml(words),
  );

export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  attributes: Attributes,
): string => element('line', { x1, y1, x2, y2, ...attributes });
