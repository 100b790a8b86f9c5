/** Events as marks below the duty: bars for what went on for days, dots for moments. */
import { memo } from 'react';
import type { Happening } from '../negotiation/happenings.js';
import { meansOfType } from '../wording/edtf.js';
import { LANES, laneOf } from './lanes.js';
import { type Frame, LANE, MARGIN } from './scales.js';

const DOT = 3.2;

/** One path a lane, however many events there are: thousands of elements would be slow to draw. */
export const Marks = memo(function Marks({
  frame,
  events,
}: {
  readonly frame: Frame;
  readonly events: readonly Happening[];
}) {
  const { x, bottom, width } = frame;
  return (
    <g className="chart-marks">
      {LANES.map((lane, i) => {
        const middle = bottom + MARGIN.bottom + LANE * i + LANE / 2;
        const inLane = events.filter((event) => laneOf(event) === lane);
        return (
          <g key={lane} className={`lane lane-${lane.toLowerCase()}`}>
            <line
              className="chart-grid"
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={middle}
              y2={middle}
            />
            <path d={inLane.map((event) => markPath(event, x, middle)).join('')} />
            <text x={MARGIN.left - 6} y={middle} dy="0.32em" textAnchor="end">
              {lane === 'Measures' ? 'Law' : lane}
            </text>
          </g>
        );
      })}
    </g>
  );
});

function markPath(event: Happening, x: Frame['x'], middle: number): string {
  const [from, to] = [x(event.from), x(event.to)];
  if (!Number.isFinite(from) || to < x.range()[0]! || from > x.range()[1]!) return '';
  if (meansOfType(event.type) === 'session' && to - from > 2 * DOT)
    return `M${r(from)} ${middle - DOT}H${r(to)}V${middle + DOT}H${r(from)}Z`;
  const at = (from + to) / 2;
  return `M${r(at - DOT)} ${middle}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0Z`;
}

const r = (value: number): number => Math.round(value * 10) / 10;
