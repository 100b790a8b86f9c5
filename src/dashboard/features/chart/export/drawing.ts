/**
 * A chart as SVG text: data in, string out, no page and no style sheet. The page, the downloads
 * and the pictures of the server draw with it, each in its own paint.
 */
import type { DrawnView } from '../model/drawnView.js';
import { LINE, type TextLine } from '../model/labels/labelRequests.js';
import type { EventLabel, Scene } from '../model/scene.js';
import { AXIS, clamped, ROW } from '../model/scale.js';
import { GAP, MARK } from '../model/labels/packRows.js';
import { headOf } from '../model/head.js';
import { DASHES, diamond, laneMarkSvg } from './marks.js';
import { type Attributes, element, line, type Paint, textElement, type TextStyle } from './svg.js';
import { isNewYear, ticksBetween, ticksWords } from '../model/ticks.js';

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
  const diamonds = scene.announced.map(({ at, rate }) => diamond(x(at), y(rate), paint));
  return [
    ...leaders,
    ...takeovers,
    element('g', { class: 'chart-announced' }, diamonds.join('')),
    ...texts,
  ].join('');
}

/** The date of the view over the drawing, that of the compared view, and their names above it. */
export function viewSvg(scene: Scene, view: DrawnView, paint: Paint): string {
  const { frame, size } = scene;
  const { x, y, top, bottom } = frame;
  const rule = (time: number, attributes: Attributes) => {
    const at = x(clamped(time, frame));
    return line(at, top - 4, at, bottom, { 'stroke-width': 1.25, ...attributes });
  };
  const now = rule(view.at, { stroke: paint.ink });
  if (size === 'small') return element('g', { class: 'chart-now' }, now);
  const dot =
    view.total === null
      ? ''
      : element('circle', {
          ...{ cx: x(clamped(view.at, frame)), cy: y(view.total), r: 4.5, fill: paint.ink },
          ...{ stroke: paint.paper, 'stroke-width': 1.5 },
        });
  const dashed = { stroke: paint.other, 'stroke-dasharray': DASHES.compared };
  const other = view.other ? rule(view.other.at, dashed) : '';
  const looks = {
    view: { fill: paint.ink, weight: 700 },
    compared: { fill: paint.other, weight: 700 },
    future: { fill: paint.soft },
  } as const;
  const names = (isView: boolean) =>
    headOf(frame, view)
      .filter(({ of }) => (of === 'view') === isView)
      .map(({ of, words, anchor, size: letters, ...place }) =>
        textElement(place.x, place.y, words, {
          ...{ ...looks[of], anchor, size: letters, halo: paint.paper },
        }),
      )
      .join('');
  return (
    element('g', { class: 'chart-compared' }, other) +
    element('g', { class: 'chart-now' }, now + dot + names(true)) +
    names(false)
  );
}

/** The time axis, from 0 down. */
export function axisSvg({ frame }: Scene, paint: Paint): string {
  const { x, left, right } = frame;
  const [min, max] = x.domain;
  const ticks = ticksBetween(min, max, Math.max(3, Math.floor((right - left) / 62)));
  const words = ticksWords(ticks);
  return ticks
    .map((tick, i) => {
      const isYear = isNewYear(tick);
      return (
        line(x(tick), 0, x(tick), 5, { stroke: paint.soft }) +
        textElement(x(tick), 18, words[i] ?? '', {
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
      const at = side === 'right' ? text : label.from - MARK - GAP;
      const words = label.lines.map((each, i) =>
        textElement(at, middle + 4 + i * LINE, each, {
          ...{ fill: paint.ink, anchor: side === 'right' ? 'start' : 'end' },
        }),
      );
      return markSvg(label, middle, paint) + words.join('');
    })
    .join('');
}

function markSvg({ from, to, lane }: EventLabel, middle: number, paint: Paint): string {
  const [x, y] = [from - MARK, middle - MARK];
  return laneMarkSvg(lane, { x, y, width: to - from + 2 * MARK, height: 2 * MARK }, paint);
}

/** The heights of the parts of a drawing, in pixels. */
export const plotHeight = ({ frame }: Scene): number => frame.bottom + 2;
export const eventsHeight = ({ rowCount }: Scene): number => rowCount * ROW;
export const AXIS_HEIGHT = AXIS;
