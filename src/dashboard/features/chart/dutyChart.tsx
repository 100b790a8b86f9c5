/** The duty of one country on another over time, with the events of its time below the axis. */
import { memo, type ReactNode, useId, useMemo, useState } from 'react';
import { dailyClosesOf } from '../../lib/time/dailyCloses.js';
import type { TimelineEvent } from '../../lib/time/timelineEvents.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';
import { dayWords } from '../../lib/time/edtfWords.js';
import { useAssumptions } from '../../api/url/assumptions.js';
import type { Clock } from '../../lib/view.js';
import { usePrinting } from '../../ui/usePrinting.js';
import { HYPOTHETICAL } from '../../ui/hypotheticalMark.js';
import { heldDutyWords, heldWords, unitWords } from '../../lib/words/dutyWords.js';
import { countryName, percent } from '../../lib/words/labels.js';
import { ChartTable } from './chartTable.js';
import { Drawing } from './drawing.js';
import { DownloadMenu } from './export/downloadMenu.js';
import type { DrawnView } from './model/drawnView.js';
import { Legend } from './legend.js';
import { keyOf } from './model/key.js';
import { type SceneInput, sceneOf } from './model/scene.js';
import { sourceLine } from './model/sourceLine.js';
import { type Announced, scheduledFrom, type Span } from './model/steps.js';
import { Reader } from './reader.js';
import type { Compared } from './useCompared.js';
import { useSize } from './useSize.js';
import './chart.css';

type Duty = Snapshot['duties'][number];

export interface DutyChartProps {
  readonly duty: Duty;
  /** The instant of the view in epoch milliseconds, and its name. */
  readonly at: number;
  readonly atWords: string;
  /** The view, for downloads. */
  readonly clocks: Clock;
  /** Up to when the record can know what happened, in epoch milliseconds. */
  readonly today: number;
  readonly range: readonly [number, number];
  readonly disputed: readonly Span[];
  readonly announced: readonly Announced[];
  readonly events: readonly TimelineEvent[];
  /** The duty of the view that is compared with. */
  readonly compared: Compared | null;
  /** What else the download menu offers. */
  readonly embed: ReactNode;
  /** Called with the day that was chosen. */
  readonly onDay: (day: string) => void;
}

/** On paper, where the chart is to follow the head of its page, in pixels. */
const PAPER = { width: 680, plot: 140 } as const;

export const DutyChart = memo(function DutyChart(props: DutyChartProps) {
  const { duty, at, atWords, clocks, today, range, disputed, announced, events, compared } = props;
  const [holder, size] = useSize<HTMLDivElement>(720, PAPER.width);
  const isPrinting = usePrinting();
  const { scale } = size;
  const width = Math.round(size.width / scale);
  const [everyEvent, setEveryEvent] = useState(false);
  const id = useId();
  const { schedule, pending, total, timeZone: zone } = duty;
  const input = useMemo<SceneInput>(() => {
    const isOther =
      compared !== null && JSON.stringify(compared.schedule) !== JSON.stringify(schedule);
    const overlay = isOther ? { schedule: compared.schedule, words: compared.words } : null;
    return {
      ...{ schedule, zone, range, width, size: 'large', disputed, announced, events, everyEvent },
      ...{ overlay, today, plotHeight: isPrinting ? PAPER.plot : undefined },
    };
  }, [
    schedule,
    zone,
    range,
    width,
    disputed,
    announced,
    events,
    everyEvent,
    compared,
    today,
    isPrinting,
  ]);
  const scene = useMemo(() => sceneOf(input), [input]);
  const hypothetical = useAssumptions() !== null;
  const view = useMemo<DrawnView>(
    () => ({
      ...{ id, at, total, today, other: compared?.mark ?? null },
      date: atWords,
      figure: `${heldDutyWords(duty)}${hypothetical ? `. ${HYPOTHETICAL}` : ''}`,
      scheduled: scheduledFrom(at, total, pending, range[1]),
    }),
    [id, at, atWords, total, today, compared, duty, pending, range, hypothetical],
  );
  const entries = useMemo(() => keyOf(scene, view), [scene, view]);
  const pair = `${countryName(duty.imposedBy)} on ${countryName(duty.on)}`;
  const charted = { duty, at, disputed, announced, events };
  const { omitted } = scene.rows;
  return (
    <figure className="chart" aria-labelledby={`${id}-name`}>
      <figcaption id={`${id}-name`}>
        <h2>Duty of {pair}</h2>
        {hypothetical && <p className="what-if-words">{HYPOTHETICAL}</p>}
        <p className="soft">{unitWords(duty)}</p>
      </figcaption>
      <Legend entries={entries} />
      <div ref={holder} className="chart-holder">
        <Drawing
          scene={scene}
          view={view}
          scale={scale}
          title={`${hypothetical ? 'Hypothetical duty' : 'Duty'} of ${pair} over time`}
          description={`${describe(duty, atWords)} The table below the chart has every step.`}
        />
        <Reader
          label={`Duty of ${pair} by date: arrow keys read it, Enter goes there`}
          {...{ scene, zone, today, disputed, announced, events, at, scale }}
          onDay={props.onDay}
        />
      </div>
      <div className="chart-bar screen-only">
        <button
          type="button"
          className="quiet"
          aria-pressed={everyEvent}
          onClick={() => setEveryEvent(!everyEvent)}
        >
          {everyEvent ? 'Only the important events' : 'Name every event'}
        </button>
        {everyEvent && omitted > 0 && (
          <span className="soft">{omitted} events found no room: the table has them all.</span>
        )}
        <DownloadMenu {...charted} {...{ clocks, input, view, embed: props.embed }} />
      </div>
      <p className="soft chart-source">{sourceLine(schedule, events)}</p>
      <ChartTable {...charted} />
    </figure>
  );
});

function describe(duty: Duty, atWords: string): string {
  const { total, pending } = duty;
  const [next] = dailyClosesOf(total, pending);
  const then = next
    ? ` It is to be ${heldWords(percent(next.total), next.changes.at(-1)?.leastCertainty ?? null)} from ${dayWords(next.day)}.`
    : '';
  return `${atWords}: ${heldDutyWords(duty)}.${then}`;
}
