/** The duty of one country on another over time, with events on the same axis. */
import { memo, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { dailyClosesOf } from '../../lib/time/dailyCloses.js';
import { DAY_MS, dateOf } from '../../lib/time/calendarDays.js';
import type { TimelineEvent } from '../../api/cache/timelineEvents.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import { dateWords, dayWords } from '../../lib/time/edtfWords.js';
import { useAssumptions } from '../../api/url/assumptions.js';
import type { Clock } from '../../lib/view.js';
import { HypotheticalMark, HYPOTHETICAL } from '../../ui/hypotheticalMark.js';
import { dutyWords } from '../../lib/dutyWords.js';
import { countryName, percent } from '../../lib/labels.js';
import { ChartTable } from './chartTable.js';
import { LANES } from './model/lanes.js';
import { Legend } from './legend.js';
import { Marks } from './marks.js';
import { Axes, Diamonds, Hatched, StepLine } from './plot.js';
import { frameOf, MARGIN } from './model/scales.js';
import {
  type Announced,
  drawnSteps,
  rateAt,
  scheduledFrom,
  type Span,
  stepsOf,
  within,
} from './model/steps.js';
import { ExportButtons } from './export/exportButtons.js';
import { useSize } from './useSize.js';
import './chart.css';

type Duty = Snapshot['duties'][number];

export interface DutyChartProps {
  readonly duty: Duty;
  /** The instant of the view in epoch milliseconds, and its name. */
  readonly at: number;
  readonly atWords: string;
  /** The view in words, for downloads. */
  readonly clocks: Clock;
  readonly range: readonly [number, number];
  readonly disputed: readonly Span[];
  readonly announced: readonly Announced[];
  readonly events: readonly TimelineEvent[];
  /** Called with the day that was clicked. */
  readonly onDay: (day: string) => void;
}

export const DutyChart = memo(function DutyChart(props: DutyChartProps) {
  const { duty, at, atWords, clocks, range, disputed, announced, events, onDay } = props;
  const [holder, size] = useSize<HTMLDivElement>(720);
  const { scale } = size;
  const width = Math.round(size.width / scale);
  const drawing = useRef<SVGSVGElement>(null);
  const id = useId();
  const { schedule, pending, total } = duty;
  const [min, max] = range;
  const steps = useMemo(() => stepsOf(schedule, [min, max]), [schedule, min, max]);
  const frame = useMemo(() => {
    const rates = [
      ...drawnSteps(steps).map((step) => step.total),
      ...announced.map(({ rate }) => rate),
    ];
    return frameOf(width, [min, max], Math.max(0, ...rates), LANES.length);
  }, [width, min, max, steps, announced]);
  const hatched = useMemo(() => within(steps, disputed), [steps, disputed]);
  const scheduled = useMemo(
    () => scheduledFrom(at, total, pending, max),
    [at, total, pending, max],
  );
  const [pointed, setPointed] = useState<number | null>(null);
  const { x, y, bottom, height } = frame;
  const now = Math.min(max, Math.max(min, at));
  const hypothetical = useAssumptions() !== null;
  const charted = { duty, at, disputed, announced, events };
  const pair = `${countryName(duty.imposedBy)} on ${countryName(duty.on)}`;

  const figureAt = (time: number) => {
    const step = schedule.findLast(({ from }) => Date.parse(from) <= time);
    return rateAt(steps, time) === null && step ? step.expression : percent(rateAt(steps, time));
  };
  const timeUnderPointer = ({ clientX, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const box = currentTarget.getBoundingClientRect();
    const time = x.invert(((clientX - box.left) / box.width) * width);
    return Math.min(max, Math.max(min, time));
  };
  return (
    <figure className="chart" aria-labelledby={`${id}-name`}>
      <figcaption id={`${id}-name`}>
        <h2>Duty of {pair}</h2>
        {hypothetical && <p className="what-if-words">{HYPOTHETICAL}</p>}
        <p className="soft">
          Percentage points of the customs value of all goods, on top of the ordinary duty.
        </p>
      </figcaption>
      <Legend
        disputed={hatched.some(({ from }) => from < now)}
        announced={announced.length > 0}
        later={at < max - DAY_MS}
      />
      <div ref={holder} className="chart-holder">
        <svg
          ref={drawing}
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          viewBox={`0 0 ${width} ${height}`}
          width={width * scale}
          height={height * scale}
          onPointerMove={(event) => setPointed(timeUnderPointer(event))}
          onPointerLeave={() => setPointed(null)}
          onClick={(event) => onDay(dateOf(timeUnderPointer(event as PointerEvent<SVGSVGElement>)))}
        >
          <title id={`${id}-title`}>
            {hypothetical ? 'Hypothetical duty' : 'Duty'} of {pair} over time
          </title>
          <desc id={`${id}-desc`}>
            {describe(duty, atWords)} The table below the chart has every step.
          </desc>
          <defs>
            <clipPath id={`${id}-past`}>
              <rect
                x={MARGIN.left}
                y={0}
                width={Math.max(0, x(now) - MARGIN.left)}
                height={bottom + 2}
              />
            </clipPath>
            <pattern
              id={`${id}-hatch`}
              width="7"
              height="7"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line className="chart-hatch" x1="0" x2="0" y1="0" y2="7" />
            </pattern>
          </defs>
          <Axes frame={frame} />
          {hypothetical && <HypotheticalMark x={MARGIN.left + 8} y={MARGIN.top + 16} />}
          <StepLine frame={frame} steps={steps} className="chart-later" />
          <g clipPath={`url(#${id}-past)`}>
            <StepLine frame={frame} steps={steps} className="chart-ground" ground />
            <Hatched frame={frame} steps={hatched} pattern={`${id}-hatch`} />
            <StepLine frame={frame} steps={steps} className="chart-solid" />
          </g>
          <StepLine frame={frame} steps={scheduled} className="chart-scheduled" />
          <Diamonds frame={frame} announced={announced} />
          <Marks frame={frame} events={events} />
          {pointed !== null && (
            <line
              className="chart-pointed"
              x1={x(pointed)}
              x2={x(pointed)}
              y1={MARGIN.top}
              y2={height}
            />
          )}
          <g className="chart-now">
            <line x1={x(now)} x2={x(now)} y1={MARGIN.top - 4} y2={height} />
            {total !== null && <circle cx={x(now)} cy={y(total)} r="4.5" />}
            <text x={x(now)} y={MARGIN.top - 7} textAnchor={anchorOf(x(now), width)}>
              {atWords}: {dutyWords(duty)}
            </text>
          </g>
        </svg>
        {pointed !== null && (
          <p
            className="chart-readout"
            aria-hidden="true"
            style={readoutPosition(x(pointed) * scale, width * scale)}
          >
            {readout(pointed, figureAt(pointed), events, announced)}
          </p>
        )}
      </div>
      <ExportButtons drawing={drawing} clocks={clocks} {...charted} />
      <ChartTable {...charted} />
    </figure>
  );
});

function describe(duty: Duty, atWords: string): string {
  const { total, disputed, pending } = duty;
  const [next] = dailyClosesOf(total, pending);
  const then = next ? ` It is to be ${percent(next.total)} from ${dayWords(next.day)}.` : '';
  return `${atWords}: ${dutyWords(duty)}${disputed ? ', disputed' : ''}.${then}`;
}

const anchorOf = (left: number, width: number): 'start' | 'middle' | 'end' =>
  left < 110 ? 'start' : left > width - 90 ? 'end' : 'middle';

const readoutPosition = (left: number, width: number) =>
  left > width / 2 ? { right: width - left + 12 } : { left: left + 12 };

const MAX_NEARBY = 3;

/** The text at the pointer: the day, the rate, and the events within two days. */
function readout(
  time: number,
  figure: string,
  events: readonly TimelineEvent[],
  announced: readonly Announced[],
): string {
  const slack = 2 * DAY_MS;
  const near = [
    ...announced.filter(({ at }) => Math.abs(at - time) < slack),
    ...events.filter(
      ({ from, to }) => to - from < 40 * DAY_MS && from - slack < time && time < to + slack,
    ),
  ];
  const lines = [
    ...new Set(near.map(({ occurred, summary }) => `${dateWords(occurred)}: ${summary}`)),
  ];
  const more = lines.length > MAX_NEARBY ? [`and ${lines.length - MAX_NEARBY} more`] : [];
  const short = lines
    .slice(0, MAX_NEARBY)
    .map((text) => (text.length > 110 ? `${text.slice(0, 108)}…` : text));
  return [`${dayWords(dateOf(time))} · ${figure}`, ...short, ...more].join('\n');
}
