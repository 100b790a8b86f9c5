/** A chart for each duty between the parties that has data. */
import { memo, type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Clocks } from '../../lib/view.js';
import { timePointWords } from '../../lib/words/viewWords.js';
import { announcedOf } from './model/announced.js';
import { disputedSpans } from './model/steps.js';
import { DutyChart, type DutyChartProps } from './dutyChart.js';
import { SmallCharts } from './smallCharts.js';
import { useCompared } from './useCompared.js';
import type { Timeline } from '../../lib/time/changePoints.js';
import { leviedDuties, MAX_PAIRS } from '../../lib/dutyPairs.js';
import { dutyWords } from '../../lib/words/dutyWords.js';
import { countryName } from '../../lib/words/labels.js';
import { useLogHead } from '../../api/client/logHead.js';
import type { TimelineEvents } from '../../lib/time/timelineEvents.js';
import type { Snapshot } from '../../api/cache/snapshotCache.js';

interface ChartsProps {
  /** The instant of the view, in epoch milliseconds. */
  readonly at: number;
  readonly knownEvents: TimelineEvents['events'];
  readonly timeline: Timeline;
  readonly snapshot: Snapshot;
  readonly clocks: Clocks;
  readonly measures: TimelineEvents['measures'];
  readonly range: readonly [number, number];
  readonly move: (change: Partial<Clocks>) => void;
  /** What else the download menu offers, such as a code for embedding. */
  readonly embed: ReactNode;
}

/** More charts than that are drawn small at first, and one of them large. */
const MAX_LARGE = 2;

/** What stands in place of a chart: an amount per unit, nothing levied, or what is not on record. */
function emptyWords(duty: Snapshot['duties'][number]): string {
  const { imposedBy, on, coverage, layers } = duty;
  const pair = `${countryName(imposedBy)} on ${countryName(on)}`;
  const figure = dutyWords(duty);
  if (figure === '0 %') return `No additional duty of ${pair} is on record.`;
  if (coverage.status !== 'NONE' || layers.length > 0)
    return `The duty of ${pair} is ${figure}, which is no percentage to draw.`;
  return `The duty of ${pair} is not on record${coverage.note === null ? '.' : `: ${coverage.note}`}`;
}

export const Charts = memo(function Charts(props: ChartsProps) {
  const { snapshot, clocks, at, knownEvents, timeline, measures, range, move } = props;
  const onDay = useCallback((day: string) => move({ at: day }), [move]);
  const charts = useMemo(
    () =>
      leviedDuties(snapshot.duties).map((duty) => ({
        duty,
        disputed: disputedSpans(timeline, `duties.${duty.imposedBy}-${duty.on}.disputed`, range[1]),
        announced: announcedOf({ events: knownEvents, measures }, duty),
      })),
    [snapshot.duties, timeline, knownEvents, measures, range],
  );
  const { head } = useLogHead();
  const today = head ? Date.parse(head.seenAt) : at;
  const compared = useCompared(snapshot.slug, clocks.to);
  const [chosen, setChosen] = useState<string | null>(null);
  const [sideBySide, setSideBySide] = useState<boolean | null>(null);
  const drawn = charts.filter((each) => !isEmpty(each));
  const empty = charts.filter(isEmpty);
  const shown: Shown = {
    ...{ at, today, clocks, range, onDay, embed: props.embed, events: knownEvents },
    atWords: clocks.at === null ? 'Now' : timePointWords(clocks.at),
  };
  const isSmall = sideBySide ?? drawn.length > MAX_LARGE;
  const first = isSmall
    ? [drawn.find((each) => keyOf(each) === chosen) ?? highestOf(drawn)]
    : drawn;
  return (
    <div className="charts">
      {drawn.length > 1 && drawn.length <= MAX_PAIRS && (
        <p className="chart-bar screen-only">
          <button type="button" className="quiet" onClick={() => setSideBySide(!isSmall)}>
            {isSmall ? 'Show each duty large' : `Show ${drawn.length} duties side by side`}
          </button>
          {isSmall && <span className="soft">Choose one to see it large.</span>}
        </p>
      )}
      {isSmall && (
        <SmallCharts
          charts={drawn}
          chosen={first[0] ? keyOf(first[0]) : ''}
          {...{ at, today, range }}
          onChoose={setChosen}
        />
      )}
      {first.map(
        (each) =>
          each && (
            <DutyChart
              key={isSmall ? 'chosen' : keyOf(each)}
              {...each}
              {...shown}
              compared={compared.get(keyOf(each)) ?? null}
            />
          ),
      )}
      {empty.length > MAX_PAIRS ? (
        <p className="soft">
          No additional duty between the {drawn.length > 0 ? 'other ' : ''}parties is on record.
        </p>
      ) : (
        empty.map(({ duty }) => (
          <p key={duty.imposedBy + duty.on} className="soft">
            {emptyWords(duty)}
          </p>
        ))
      )}
    </div>
  );
});

type Shown = Omit<DutyChartProps, 'duty' | 'disputed' | 'announced' | 'compared'>;
type Chart = Pick<DutyChartProps, 'duty' | 'disputed' | 'announced'>;

const keyOf = ({ duty }: Chart): string => `${duty.imposedBy}-${duty.on}`;

const isEmpty = ({ duty, announced }: Chart): boolean =>
  announced.length === 0 && duty.schedule.every(({ total }) => total === null || total === 0);

/** The chart that is drawn large until the reader chooses another: that of the highest duty now. */
const highestOf = (charts: readonly Chart[]): Chart | undefined =>
  [...charts].sort((a, b) => (b.duty.total ?? -1) - (a.duty.total ?? -1))[0];
