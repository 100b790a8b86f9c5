/** Chart elements that do not change while a slider moves; each is memoized. */
import { memo } from 'react';
import { type Announced, drawnSteps, type Step, stepPath } from './model/steps.js';
import { type Frame, MARGIN } from './model/scales.js';
import { isNewYear, ticksBetween, tickWords } from './model/ticks.js';

export const Axes = memo(function Axes({ frame }: { readonly frame: Frame }) {
  const { x, y, width, bottom } = frame;
  const [min = 0, max = 0] = x.domain();
  return (
    <g className="chart-axes">
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line
            className="chart-grid"
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text x={MARGIN.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
            {tick} %
          </text>
        </g>
      ))}
      {ticksBetween(min, max, Math.max(3, Math.floor(width / 62))).map((tick) => (
        <g key={tick}>
          <line className="chart-tick" x1={x(tick)} x2={x(tick)} y1={bottom} y2={bottom + 5} />
          <text
            x={x(tick)}
            y={bottom + 17}
            textAnchor="middle"
            className={isNewYear(tick) ? 'year' : undefined}
          >
            {tickWords(tick)}
          </text>
        </g>
      ))}
    </g>
  );
});

/** The rate over time as a line, or the area below it. */
export const StepLine = memo(function StepLine({
  frame: { x, y },
  steps,
  className,
  ground = false,
}: {
  readonly frame: Frame;
  readonly steps: readonly Step[];
  readonly className: string;
  readonly ground?: boolean;
}) {
  return <path className={className} d={stepPath(steps, x, y, ground)} />;
});

/** Hatching over the steps in which the rate is disputed. */
export const Hatched = memo(function Hatched({
  frame: { x, y },
  steps,
  pattern,
}: {
  readonly frame: Frame;
  readonly steps: readonly Step[];
  readonly pattern: string;
}) {
  return (
    <g className="chart-disputed">
      {drawnSteps(steps).map(({ from, to, total }) => (
        <rect
          key={from}
          x={x(from)}
          y={y(total)}
          width={Math.max(1, x(to) - x(from))}
          height={Math.max(0, y(0) - y(total))}
          fill={`url(#${pattern})`}
        />
      ))}
    </g>
  );
});

/** Announced rates without a legal act: marks, never steps. */
export const Diamonds = memo(function Diamonds({
  frame: { x, y },
  announced,
}: {
  readonly frame: Frame;
  readonly announced: readonly Announced[];
}) {
  return (
    <g className="chart-announced">
      {announced.map(({ id, at, rate, summary }) => (
        <path key={id} d={`M${x(at)} ${y(rate) - 6}l6 6l-6 6l-6-6Z`}>
          <title>{summary}</title>
        </path>
      ))}
    </g>
  );
});
