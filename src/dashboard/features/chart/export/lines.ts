/** The lines of a chart: what is in force, how firmly it is held, what came later, what is decided. */
import { clamped, type Frame } from '../model/scale.js';
import type { Scene } from '../model/scene.js';
import { type DrawnStep, stepPath, unconfirmedSteps } from '../model/steps.js';
import type { DrawnView } from '../model/drawnView.js';
import { DASHES, hollow, LINE_WIDTH, path } from './marks.js';
import { element, line, type Paint } from './svg.js';

const hatch = (id: string, color: string): string =>
  element(
    'pattern',
    {
      ...{ id, width: 7, height: 7, patternUnits: 'userSpaceOnUse' },
      patternTransform: 'rotate(45)',
    },
    line(0, 0, 0, 7, { stroke: color, 'stroke-width': 2 }),
  );

const hatchedSvg = (steps: readonly DrawnStep[], { x, y }: Frame, fill: string): string =>
  steps
    .map(({ from, to, total }) =>
      element('rect', {
        ...{ x: x(from), y: y(total), fill },
        width: Math.max(1, x(to) - x(from)),
        height: Math.max(0, y(0) - y(total)),
      }),
    )
    .join('');

/** The duty: solid up to the view, thin for what came later, dashed for what is only decided. */
export function linesSvg(scene: Scene, view: DrawnView, paint: Paint): string {
  const { frame, size, steps, hatched, overlay } = scene;
  const { x, y, left, top, bottom, right } = frame;
  const at = x(clamped(view.at, frame));
  const future = x(clamped(Math.max(view.at, view.today), frame));
  const clip = (name: string, from: number, to: number) =>
    element(
      'clipPath',
      { id: `${view.id}-${name}` },
      element('rect', {
        ...{ x: from, y: 0, width: Math.max(0, to - from), height: bottom + 2 },
      }),
    );
  const d = stepPath(steps, x, y);
  const parts = [
    element(
      'defs',
      {},
      clip('past', left, at) + clip('later', at, future) + hatch(`${view.id}-hatch`, paint.warn),
    ),
    future < right - 1
      ? element('rect', {
          ...{ class: 'chart-future', x: future, y: top, width: right - future },
          ...{ height: bottom - top, fill: paint.line, 'fill-opacity': 0.35 },
        })
      : '',
    element(
      'g',
      { 'clip-path': `url(#${view.id}-later)` },
      path(d, {
        ...{ class: 'chart-later', stroke: paint.soft, 'stroke-width': 1.25, opacity: 0.75 },
      }),
    ),
    element(
      'g',
      { 'clip-path': `url(#${view.id}-past)` },
      path(stepPath(steps, x, y, true), {
        ...{ class: 'chart-ground', fill: paint.accent, 'fill-opacity': 0.1 },
      }) +
        element(
          'g',
          { class: 'chart-disputed' },
          hatchedSvg(hatched, frame, `url(#${view.id}-hatch)`),
        ) +
        path(d, { class: 'chart-solid', stroke: paint.accent, 'stroke-width': LINE_WIDTH }) +
        (size === 'small'
          ? ''
          : hollow(
              unconfirmedSteps(steps)
                .map((step) => stepPath([step], x, y))
                .join(''),
              paint,
            )),
    ),
    path(stepPath(view.scheduled, x, y), {
      ...{ class: 'chart-scheduled', stroke: paint.accent, 'stroke-width': LINE_WIDTH },
      'stroke-dasharray': DASHES.scheduled,
    }),
    overlay
      ? path(stepPath(overlay.steps, x, y), {
          ...{ class: 'chart-other', stroke: paint.other, 'stroke-width': 1.75 },
          'stroke-dasharray': DASHES.compared,
        })
      : '',
  ];
  return parts.join('');
}
