/** The marks of a chart, which its key shows as the chart draws them. */
import { DIAMOND } from '../model/labels/labelRequests.js';
import type { Lane } from '../model/lanes.js';
import { MARK } from '../model/labels/packRows.js';
import type { Box } from '../model/labels/placeLabels.js';
import { type Attributes, element, type Paint, round } from './svg.js';

export const LINE_WIDTH = 2.5;
/** Of what is decided for later, and of the view compared with. */
export const DASHES = { scheduled: '7 5', compared: '2 3' } as const;

export const path = (d: string, attributes: Attributes): string =>
  d === '' ? '' : element('path', { d, fill: 'none', ...attributes });

/** A line with an empty core: what is not confirmed. */
export const hollow = (d: string, paint: Paint): string =>
  path(d, { class: 'chart-unconfirmed', stroke: paint.accent, 'stroke-width': 5 }) +
  path(d, { stroke: paint.paper, 'stroke-width': 2 });

/** A rate that was announced without a legal act. */
export const diamond = (x: number, y: number, { paper, warn }: Paint): string =>
  element('path', {
    d: `M${round(x)} ${round(y - DIAMOND)}l6 6l-6 6l-6-6Z`,
    ...{ fill: paper, stroke: warn, 'stroke-width': 1.75 },
  });

/** The mark of an event: told apart by shape as well as by colour. */
export function laneMarkSvg(lane: Lane, box: Box, paint: Paint): string {
  const look = {
    Talks: { fill: paint.good, rx: MARK },
    Measures: { fill: paint.accent },
    Statements: { fill: paint.paper, stroke: paint.soft, 'stroke-width': 1.5, rx: MARK },
  }[lane];
  return element('rect', { ...box, ...look });
}
