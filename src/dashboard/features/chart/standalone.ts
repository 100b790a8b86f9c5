/** A chart where no page is around it: in the page of another site, in the picture of a link. Pure. */
import type { ChangePointsQuery, DutyChartQuery } from '../../generated/graphql.js';
import { leviedDuties } from '../../lib/dutyPairs.js';
import { heldDutyWords, unitWords } from '../../lib/words/dutyWords.js';
import { capital, countryName } from '../../lib/words/labels.js';
import { DAY_MS, dateOf, dayOf } from '../../lib/time/calendarDays.js';
import { knownIn, type TimelineEvents } from '../../lib/time/timelineEvents.js';
import type { Clock } from '../../lib/view.js';
import { timePointWords, viewWords } from '../../lib/words/viewWords.js';
import { AXIS_HEIGHT, axisSvg, gridSvg, labelsSvg, plotHeight, viewSvg } from './export/drawing.js';
import { linesSvg } from './export/lines.js';
import type { DrawnView } from './model/drawnView.js';
import { chartSvg, EDGE } from './export/chartFile.js';
import { element, type Paint } from './export/svg.js';
import { KEY_ROW, keySvg } from './export/keySvg.js';
import { keyOf } from './model/key.js';
import { HEAD } from './model/scale.js';
import { announcedOf } from './model/announced.js';
import { type SceneInput, sceneOf } from './model/scene.js';
import { dataDateLine, sourceLine } from './model/sourceLine.js';
import { disputedSpans, scheduledFrom } from './model/steps.js';

type Negotiation = NonNullable<DutyChartQuery['negotiation']>;
type Duty = Negotiation['duties'][number];

/** What a chart is drawn of. */
export interface Charted {
  readonly negotiation: Negotiation;
  readonly timelineEvents: TimelineEvents;
  /** Every change, for when a duty was disputed; none where the server does not compute it. */
  readonly timeline: NonNullable<ChangePointsQuery['negotiation']>['timeline'];
  readonly clock: Clock;
  /** Up to when the record can know what happened, in epoch milliseconds. */
  readonly today: number;
}

/** How much lies after today, as a part of what lies before it. */
const AHEAD = 0.12;

const isDrawn = ({ schedule }: Duty): boolean =>
  schedule.some(({ total }) => total !== null && total !== 0);

/** The duty of the pair asked for, as US-IN; without one, the highest that there is to draw. */
export function chosenDuty({ duties }: Negotiation, pair: string | null): Duty | null {
  const drawn = leviedDuties(duties).filter(isDrawn);
  if (pair !== null)
    return drawn.find(({ imposedBy, on }) => `${imposedBy}-${on}` === pair) ?? null;
  return [...drawn].sort((a, b) => (b.total ?? -1) - (a.total ?? -1))[0] ?? null;
}

/** From the first event or step to some time after today and after the view. */
function rangeOf(
  { timelineEvents, today }: Charted,
  duty: Duty,
  at: number,
): readonly [number, number] {
  const starts = [
    ...timelineEvents.events.map(({ from }) => from),
    ...duty.schedule.slice(1).map(({ from }) => Date.parse(from)),
  ].filter(Number.isFinite);
  const first = dayOf(Math.min(today - 60 * DAY_MS, ...starts)) - 7 * DAY_MS;
  const last = Math.max(today, at);
  return [first, last + Math.max(60 * DAY_MS, AHEAD * (last - first))];
}

const eventsKnown = ({ timelineEvents, clock }: Charted) => knownIn(timelineEvents.events, clock);

function sceneFor(charted: Charted, duty: Duty, width: number, more: Partial<SceneInput>) {
  const { negotiation, timelineEvents, timeline, clock, today } = charted;
  const { imposedBy, on, total, pending, schedule, timeZone: zone } = duty;
  const at = Date.parse(negotiation.view.at);
  const events = eventsKnown(charted);
  const range = rangeOf(charted, duty, at);
  const known = { events, measures: timelineEvents.measures };
  const scene = sceneOf({
    ...{ schedule, zone, range, width, size: 'large', everyEvent: false, overlay: null, today },
    fixedAt: at,
    disputed: disputedSpans(timeline, `duties.${imposedBy}-${on}.disputed`, range[1]),
    announced: announcedOf(known, duty),
    events,
    ...more,
  });
  const view: DrawnView = {
    ...{ id: 'chart', at, total, today, other: null },
    date: clock.at === null ? 'Now' : timePointWords(clock.at),
    figure: heldDutyWords(duty),
    scheduled: scheduledFrom(at, total, pending, range[1]),
  };
  return { scene, view, events };
}

const titleOf = ({ imposedBy, on }: Duty): string =>
  `Duty of ${countryName(imposedBy)} on ${countryName(on)}`;

export interface StandaloneOptions {
  /** In pixels, edges included. */
  readonly width: number;
  readonly paint: Paint;
  readonly pair: string | null;
  readonly hasTitle: boolean;
  /** The address of the page in this view. */
  readonly address: string;
}

export interface StandaloneChart {
  readonly svg: string;
  readonly title: string;
  /** Where it stands at the view, in words. */
  readonly description: string;
}

/** The chart with title, sources and credit; null where there is no such duty to draw. */
export function standaloneChart(
  charted: Charted,
  { width, paint, pair, hasTitle, address }: StandaloneOptions,
): StandaloneChart | null {
  const duty = chosenDuty(charted.negotiation, pair);
  if (!duty) return null;
  const { scene, view, events } = sceneFor(charted, duty, width - 2 * EDGE, {});
  const { view: at } = charted.negotiation;
  const words = viewWords(charted.clock);
  const { svg } = chartSvg({
    ...{ scene, view, paint, address },
    title: hasTitle ? titleOf(duty) : '',
    subtitles: [unitWords(duty), ...(words === null ? [] : [`${capital(words)}.`])],
    sources: sourceLine(duty.schedule, events),
    dataDate: dataDateLine(events, at.knownAt),
  });
  return {
    svg,
    title: titleOf(duty),
    description: `${view.date}: ${view.figure}.`,
  };
}

export interface Plot {
  /** As large as fits a box. */
  readonly draw: (box: { readonly width: number; readonly height: number }) => string;
  /** Who its figures are from. */
  readonly sources: string;
  readonly dataDate: string;
}

/** The plot with its key; null where there is no duty to draw. */
export function plotIn(charted: Charted, paint: Paint): Plot | null {
  const duty = chosenDuty(charted.negotiation, null);
  if (!duty) return null;
  // A picture is kept: "now" is its day.
  const { clock, negotiation } = charted;
  const at = clock.at ?? dateOf(Date.parse(negotiation.view.at));
  const dated = { ...charted, clock: { ...clock, at } };
  const draw: Plot['draw'] = (box) => {
    // The wider it is laid out, the smaller its letters: as large as leaves the plot some height.
    const room = (width: number) => (box.height * width) / box.width - AROUND_PLOT;
    const width = WIDTHS.find((each) => room(each) >= MIN_PLOT) ?? box.width;
    const { scene, view } = sceneFor(dated, duty, width, { events: [], plotHeight: room(width) });
    const key = keySvg(keyOf(scene, view), width, paint);
    const plot =
      gridSvg(scene, paint) +
      linesSvg(scene, view, paint) +
      labelsSvg(scene, paint) +
      viewSvg(scene, view, paint);
    const below = (height: number, svg: string) =>
      element('g', { transform: `translate(0 ${height})` }, svg);
    const axis = below(plotHeight(scene), axisSvg(scene, paint));
    const scale = box.width / width;
    return element('g', { transform: `scale(${scale})` }, key.svg + below(key.height, plot + axis));
  };
  const known = eventsKnown(charted);
  return {
    draw,
    sources: sourceLine(duty.schedule, known),
    dataDate: dataDateLine(known, negotiation.view.knownAt),
  };
}

/** Layouts to choose from, and what they have beside the plot: the key in two rows, names, axis. */
const WIDTHS = [720, 800, 880, 960, 1040, 1120, 1200];
const AROUND_PLOT = 2 * KEY_ROW + HEAD + AXIS_HEIGHT + 2;
const MIN_PLOT = 190;
