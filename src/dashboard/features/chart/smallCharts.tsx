/** Duties of several pairs side by side on the same axes: small, one of them chosen to be large. */
import { memo, useId, useMemo } from 'react';
import { capital, countryName } from '../../lib/words/labels.js';
import { heldDutyWords } from '../../lib/words/dutyWords.js';
import { Drawing } from './drawing.js';
import type { DutyChartProps } from './dutyChart.js';
import type { DrawnView } from './model/drawnView.js';
import { sceneOf } from './model/scene.js';
import { drawnSteps, scheduledFrom, stepsOf } from './model/steps.js';
import { useSize } from './useSize.js';

type Chart = Pick<DutyChartProps, 'duty' | 'disputed' | 'announced'>;

interface SmallChartsProps extends Pick<DutyChartProps, 'at' | 'today' | 'range'> {
  readonly charts: readonly Chart[];
  /** `imposedBy-on` of the one that is drawn large. */
  readonly chosen: string;
  readonly onChoose: (pair: string) => void;
}

export const SmallCharts = memo(function SmallCharts(props: SmallChartsProps) {
  const { charts, range } = props;
  const highest = useMemo(
    () =>
      Math.max(
        0,
        ...charts.flatMap(({ duty }) =>
          drawnSteps(stepsOf(duty.schedule, range)).map(({ total }) => total),
        ),
      ),
    [charts, range],
  );
  const imposers = [...new Set(charts.map(({ duty }) => duty.imposedBy))];
  return (
    <>
      {imposers.map((imposedBy) => (
        <section key={imposedBy} className="small-charts">
          <h2>Duties of {countryName(imposedBy)}</h2>
          <ul>
            {charts
              .filter(({ duty }) => duty.imposedBy === imposedBy)
              .map((chart) => (
                <li key={chart.duty.on}>
                  <SmallChart {...props} {...chart} highest={highest} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
});

const NO_EVENTS = [] as const;

function SmallChart({
  duty,
  disputed,
  highest,
  at,
  today,
  range,
  chosen,
  onChoose,
}: SmallChartsProps & Chart & { readonly highest: number }) {
  const [holder, { width: full, scale }] = useSize<HTMLSpanElement>(260, 210);
  const width = Math.round(full / scale);
  const id = useId();
  const { schedule, timeZone: zone, total, pending, imposedBy, on } = duty;
  const scene = useMemo(
    () =>
      sceneOf({
        ...{ schedule, zone, range, width, size: 'small', disputed, highest, today },
        ...{ announced: [], events: NO_EVENTS, everyEvent: false, overlay: null },
      }),
    [schedule, zone, range, width, disputed, highest, today],
  );
  const view = useMemo<DrawnView>(
    () => ({
      ...{ id, at, today, total, date: '', figure: '', other: null },
      scheduled: scheduledFrom(at, total, pending, range[1]),
    }),
    [id, at, today, total, pending, range],
  );
  const pair = `${imposedBy}-${on}`;
  return (
    <button
      type="button"
      className="printed"
      aria-pressed={pair === chosen}
      onClick={() => onChoose(pair)}
    >
      <span>
        {capital(countryName(on))} <b>{heldDutyWords(duty)}</b>
      </span>
      <span ref={holder} className="small-chart">
        <Drawing
          {...{ scene, view, scale }}
          title={`Duty of ${countryName(imposedBy)} on ${countryName(on)} over time`}
          description={`${heldDutyWords(duty)}.`}
        />
      </span>
    </button>
  );
}
