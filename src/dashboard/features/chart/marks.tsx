/** Events as marks below the duty: bars for sessions, dots for moments. */
import { memo } from 'react';
import type { TimelineEvent } from '../../api/cache/timelineEvents.js';
import { meansOfType } from '../../lib/time/edtfWords.js';
import { LANES, laneOf, laneWords } from './model/lanes.js';
import { type Frame, LANE, MARGIN } from './model/scales.js';

const DOT = 3.2;

/** One SVG path per lane: an element per event would be slow for thousands of events. */
export const Marks = memo(function Marks({
  frame,
  events,
}: {
  readonly frame: Frame;
  readonly events: readonly TimelineEvent[];
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
            <path d={lanePath(inLane, x, middle)} />
            <text x={MARGIN.left - 6} y={middle} dy="0.32em" textAnchor="end">
              {laneWords(lane)}
            </text>
          </g>
        );
      })}
    </g>
  );
});

/** Identical marks are drawn once. */
function lanePath(events: readonly TimelineEvent[], x: Frame['x'], middle: number): string {
  return [...new Set(events.map((event) => markPath(event, x, middle)))].join('');
}

function markPath(event: TimelineEvent, x: Frame['x'], middle: number): string {
  const [from, to] = [x(event.from), x(event.to)];
  const [left = 0, right = 0] = x.range();
  if (!Number.isFinite(from) || to < left || from > right) return '';
  if (meansOfType(event.type) === 'session' && to - from > 2 * DOT)
    return `M${rounded(from)} ${middle - DOT}H${rounded(to)}V${middle + DOT}H${rounded(from)}Z`;
  const at = (from + to) / 2;
  return `M${rounded(at - DOT)} ${middle}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0Z`;
}

/** Rounds to the pixel. */
const rounded = (value: number): number => Math.round(value);
