/**
 * A chart as SVG text: data in, string out, no page and no style sheet. The page, the downloads
 * and the pictures of the server draw with it, each in its own paint.
 */
import { DIAMOND, LINE, type TextLine } from '../model/labelRequests.js';
import type { EventLabel, Scene } from '../model/scene.js';
import { AXIS, type Frame, ROW } from '../model/scale.js';
import { GAP, MARK } from '../model/packRows.js';
import { type DrawnStep, type Step, stepPath } from '../model/steps.js';
import {
  type Attributes,
  element,
  line,
  type Paint,
  round,
  textElement,
  type TextStyle,
} from './svg.js';
import { isNewYear, ticksBetween, tickWords } from '../model/ticks.js';

/** The view that a chart is drawn at. */
export interface DrawnView {
  /** The instant of the view, in epoch milliseconds, and its name. */
  readonly at: number;
  /** "Now: 10 %". */
  readonly words: string;
  readonly total: number | null;
  /** The duty as decided by the view, from it on. */
  readonly scheduled: readonly Step[];
  /** Up to when the record can know what happened, in epoch milliseconds. */
  readonly today: number;
  /** The date of the view compared with, and its name. */
  readonly other: { readonly at: number; readonly words: string } | null;
  /** A prefix of the IDs inside, unique in the document. */
  readonly id: string;
}

/** Grid and rates. */
export function gridSvg({ frame }: Scene, paint: Paint): string {
  const { left, right, bottom, y, values } = frame;
  const rows = values.map((value) =>
    element(
      'g',
      {},
      line(left, y(value), right, y(value), { class: 'chart-grid', stroke: paint.line }) +
        textElement(left - 6, Math.min(y(value) + 4, bottom), `${value} %`, {
          ...{ fill: paint.soft, anchor: 'end' },
        }),
    ),
  );
  return element('g', { class: 'chart-axes' }, rows.join(''));
}

const toneOf = ({ tone }: TextLine, { ink, soft, warn, other }: Paint): Omit<TextStyle, 'halo'> =>
  ({
    strong: { fill: ink, weight: 700 },
    plain: { fill: ink },
    soft: { fill: soft },
    announced: { fill: warn, weight: 700 },
    compared: { fill: other, weight: 700 },
  })[tone];

/** What does not move with the view, over the line: labels with leaders, take-overs, announced rates. */
export function labelsSvg(scene: Scene, paint: Paint): string {
  const { x, y } = scene.frame;
  const leaders = scene.labels.flatMap(({ leader }) =>
    leader
      ? [
          line(leader.from.x, leader.from.y, leader.to.x, leader.to.y, {
            ...{ class: 'chart-leader', stroke: paint.soft, 'stroke-width': 0.75 },
          }),
        ]
      : [],
  );
  const texts = scene.labels.map(({ box, variant }) =>
    element(
      'g',
      { class: 'chart-label' },
      variant.lines
        .map((each, i) =>
          textElement(box.x, box.y + LINE * i + 11, each.text, {
            ...toneOf(each, paint),
            halo: paint.paper,
          }),
        )
        .join(''),
    ),
  );
  const takeovers = scene.takeovers.map(({ from, total }) =>
    line(x(from), y(total) - 6, x(from), y(total) + 6, {
      ...{ class: 'chart-takeover', stroke: paint.accent, 'stroke-width': 2.5 },
    }),
  );
  const diamonds = scene.announced.map(({ at, rate }) =>
    element('path', {
      d: `M${round(x(at))} ${round(y(rate) - DIAMOND)}l6 6l-6 6l-6-6Z`,
      ...{ fill: paint.paper, stroke: paint.warn, 'stroke-width': 1.75 },
    }),
  );
  return [
    ...leaders,
    ...takeovers,
    element('g', { class: 'chart-announced' }, diamonds.join('')),
    ...texts,
  ].join('');
}

const path = (d: string, attributes: Attributes): string =>
  d === '' ? '' : element('path', { d, fill: 'none', ...attributes });

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
  const { frame, steps, hatched, overlay } = scene;
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
        path(d, { class: 'chart-solid', stroke: paint.accent, 'stroke-width': 2.5 }),
    ),
    path(stepPath(view.scheduled, x, y), {
      ...{ class: 'chart-scheduled', stroke: paint.accent, 'stroke-width': 2.5 },
      'stroke-dasharray': '7 5',
    }),
    overlay
      ? path(stepPath(overlay.steps, x, y), {
          ...{ class: 'chart-other', stroke: paint.other, 'stroke-width': 1.75 },
          'stroke-dasharray': '2 3',
        })
      : '',
  ];
  return parts.join('');
}

const clamped = (time: number, { x }: Frame): number =>
  Math.min(x.domain[1], Math.max(x.domain[0], time));

const anchorAt = (pixel: number, { left, right }: Frame): 'start' | 'middle' | 'end' =>
  pixel < left + 70 ? 'start' : pixel > right - 90 ? 'end' : 'middle';

const PROJECTION = 'After today: as decided so far';

/** The date of the view over the drawing, what follows it in words, and that of the compared view. */
export function viewSvg(scene: Scene, view: DrawnView, paint: Paint): string {
  const { frame, size } = scene;
  const { x, y, top, bottom, right } = frame;
  const at = x(clamped(view.at, frame));
  const rule = line(at, top - 4, at, bottom, { stroke: paint.ink, 'stroke-width': 1.25 });
  if (size === 'small') return element('g', { class: 'chart-now' }, rule);
  const dot =
    view.total === null
      ? ''
      : element('circle', {
          ...{ cx: at, cy: y(view.total), r: 4.5, fill: paint.ink, stroke: paint.paper },
          'stroke-width': 1.5,
        });
  const isPast = view.at < view.today;
  const after = isPast ? 'Later, as it came' : PROJECTION;
  const note =
    at < right - 12
      ? textElement(right, 28, after, { fill: paint.soft, anchor: 'end', size: 11 })
      : '';
  const name = textElement(at, 13, view.words, {
    ...{ fill: paint.ink, weight: 700, anchor: anchorAt(at, frame) },
  });
  return (
    otherSvg(frame, view, paint) + element('g', { class: 'chart-now' }, rule + dot + name) + note
  );
}

function otherSvg(frame: Frame, { other }: DrawnView, paint: Paint): string {
  if (!other) return '';
  const at = frame.x(clamped(other.at, frame));
  return element(
    'g',
    { class: 'chart-compared' },
    line(at, frame.top - 4, at, frame.bottom, {
      ...{ stroke: paint.other, 'stroke-width': 1.25, 'stroke-dasharray': '2 3' },
    }) +
      textElement(at, 28, other.words, {
        ...{ fill: paint.other, weight: 700, anchor: anchorAt(at, frame), halo: paint.paper },
      }),
  );
}

/** The time axis, from 0 down. */
export function axisSvg({ frame }: Scene, paint: Paint): string {
  const { x, left, right } = frame;
  const [min, max] = x.domain;
  const ticks = ticksBetween(min, max, Math.max(3, Math.floor((right - left) / 62)));
  return ticks
    .map((tick) => {
      const isYear = isNewYear(tick);
      return (
        line(x(tick), 0, x(tick), 5, { stroke: paint.soft }) +
        textElement(x(tick), 18, tickWords(tick), {
          ...{ fill: isYear ? paint.ink : paint.soft, weight: isYear ? 700 : 400 },
          anchor: x(tick) > right - 14 ? 'end' : 'middle',
        })
      );
    })
    .join('');
}

/** The events in words below the axis, from 0 down. */
export function eventsSvg({ events, rows }: Scene, paint: Paint): string {
  return rows.placed
    .map(({ id, row, text, side }) => {
      const label = events.get(id);
      if (!label) return '';
      const middle = row * ROW + ROW / 2;
      return (
        markSvg(label, middle, paint) +
        textElement(side === 'right' ? text : label.from - MARK - GAP, middle + 4, label.words, {
          ...{ fill: paint.ink, anchor: side === 'right' ? 'start' : 'end' },
        })
      );
    })
    .join('');
}

function markSvg({ from, to, lane }: EventLabel, middle: number, paint: Paint): string {
  const fill = { Talks: paint.good, Measures: paint.accent, Statements: paint.soft }[lane];
  const [x, y] = [from - MARK, middle - MARK];
  return element('rect', {
    ...{ x, y, width: to - from + 2 * MARK, height: 2 * MARK, rx: MARK, fill },
  });
}

/** The heights of the parts of a drawing, in pixels. */
export const plotHeight = ({ frame }: Scene): number => frame.bottom + 2;
export const eventsHeight = ({ rowCount }: Scene): number => rowCount * ROW;
export const AXIS_HEIGHT = AXIS;
