/** What a chart shows and where: steps, their labels, and the events below the axis. Pure. */
import { dateInZone } from '../../../lib/time/calendarDays.js';
import type { TimelineEvent } from '../../../api/cache/timelineEvents.js';
import { dateWords, dayWords, meansOfType, shortMonths } from '../../../lib/time/edtfWords.js';
import { percent } from '../../../lib/labels.js';
import { IMPORTANT, importanceOf } from './importance.js';
import { type Lane, laneOf } from './lanes.js';
import { GAP, MARK, packRows, type Rows } from './packRows.js';
import { type LabelRequest, type PlacedLabel, placeLabels, type Segment } from './placeLabels.js';
import { type Frame, frameOf, type Size } from './scale.js';
import {
  type Announced,
  type DrawnStep,
  drawnSteps,
  type MadeStep,
  type ScheduleStep,
  type Span,
  stepsOf,
  withoutGaps,
  within,
} from './steps.js';
import { changeWords, isTakeover, rateWords } from './stepWords.js';
import { linesOf, textWidth } from './textWidth.js';

/** The duty of another view on the same axes. */
export interface Overlay {
  readonly schedule: readonly ScheduleStep[];
  /** The other view in words. */
  readonly words: string;
}

export interface SceneInput {
  readonly schedule: readonly ScheduleStep[];
  /** The zone of the authority, in which days are named. */
  readonly zone: string;
  readonly range: readonly [number, number];
  readonly width: number;
  readonly size: Size;
  readonly disputed: readonly Span[];
  readonly announced: readonly Announced[];
  readonly events: readonly TimelineEvent[];
  /** Whether every event is named below the axis, or only the important ones. */
  readonly everyEvent: boolean;
  readonly overlay: Overlay | null;
  /** Up to when the record can know what happened, in epoch milliseconds. */
  readonly today: number;
  /** Highest rate on the axis, where several charts share one; else that of the duty. */
  readonly highest?: number | undefined;
}

export interface TextLine {
  readonly text: string;
  readonly tone: 'strong' | 'plain' | 'soft' | 'other';
}

export interface LabelText {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
}

/** An event in words below the axis. */
export interface EventLabel {
  readonly event: TimelineEvent;
  readonly lane: Lane;
  readonly words: string;
  /** Its place in pixels. */
  readonly from: number;
  readonly to: number;
}

export interface Scene {
  readonly frame: Frame;
  readonly size: Size;
  readonly steps: readonly MadeStep[];
  readonly takeovers: readonly DrawnStep[];
  readonly hatched: readonly DrawnStep[];
  readonly announced: readonly Announced[];
  readonly overlay: { readonly steps: readonly MadeStep[]; readonly words: string } | null;
  readonly labels: readonly PlacedLabel<LabelText>[];
  readonly events: ReadonlyMap<string, EventLabel>;
  readonly rows: Rows;
  /** How many rows the drawing has room for, used or not: it does not grow as a view moves. */
  readonly rowCount: number;
}

export const FONT_SIZE = 12;
export const LINE = 14;
/** Half the width of the mark of an announced rate. */
export const DIAMOND = 6;
const MAX_LABELS = 40;
/** Rows by default, and where every event is named. */
const FEW_ROWS = { wide: 5, narrow: 8 };
const MANY_ROWS = 60;
const NARROW = 560;
/** The longest that an event is worded, in pixels. */
const MAX_WORDS = 380;

export const lineWidth = ({ text, tone }: TextLine): number =>
  textWidth(text, FONT_SIZE, tone === 'strong');

const textOf = (lines: readonly TextLine[]): LabelText => ({
  lines,
  width: Math.max(...lines.map(lineWidth)),
  height: lines.length * LINE,
});

/** A label in full, shorter, and at last its first line alone. */
function variantsOf(
  first: TextLine,
  more: string,
  last: string,
  narrow: boolean,
): readonly LabelText[] {
  const broken = (width: number, limit: number): readonly TextLine[] =>
    more === ''
      ? []
      : linesOf(more, FONT_SIZE, width, limit).map((text) => ({ text, tone: 'plain' }));
  const end: TextLine = { text: last, tone: 'soft' };
  const wide = narrow ? [] : [textOf([first, ...broken(230, 3), end])];
  return [
    ...wide,
    textOf([first, ...broken(120, 3), end]),
    textOf([first, ...broken(narrow ? 84 : 100, 2)]),
    textOf([first]),
  ];
}

function stepRequests(
  steps: readonly MadeStep[],
  { x, y, width }: Frame,
  zone: string,
  size: Size,
): readonly LabelRequest<LabelText>[] {
  const narrow = width < NARROW;
  return steps.flatMap((step, i): readonly LabelRequest<LabelText>[] => {
    const { total } = step;
    // Before anything is on record the axis says enough.
    if (total === null || (i === 0 && total === 0)) return [];
    const before = steps[i - 1];
    const still = isTakeover(before, step) ? 'still ' : '';
    const first: TextLine = { text: still + rateWords(step), tone: 'strong' };
    const day = i === 0 ? '' : `from ${shortMonths(dayWords(dateInZone(zone, step.from)))}`;
    const [start, middle] = [x(step.from) + 4, (x(step.from) + x(step.to)) / 2];
    const isLast = i === steps.length - 1;
    return [
      {
        id: `step ${step.from}`,
        // What is current, what is high and what lasted long is named first.
        priority:
          (isLast ? 1000 : 0) + total + (x(step.to) - x(step.from)) / 8 - (i === 0 ? 500 : 0),
        anchors: [...new Set([Math.min(start, middle), middle])].map((at) => ({
          x: at,
          y: y(total),
        })),
        variants:
          i === 0 || size === 'small'
            ? [textOf([first])]
            : variantsOf(first, changeWords(before, step), day, narrow),
      },
    ];
  });
}

const announcedRequests = (
  announced: readonly Announced[],
  { x, y, width }: Frame,
): readonly LabelRequest<LabelText>[] =>
  announced.map(({ id, at, rate, occurred }) => ({
    id: `announced ${id}`,
    priority: rate - 200,
    anchors: [{ x: x(at), y: y(rate) }],
    radius: DIAMOND,
    variants: variantsOf(
      { text: percent(rate), tone: 'other' },
      'announced, no legal act',
      shortMonths(dateWords(occurred)),
      width < NARROW,
    ),
  }));

/** The line of the steps as segments. */
function segmentsOf(steps: readonly MadeStep[], { x, y }: Frame): readonly Segment[] {
  return steps.flatMap((step, i) => {
    const { total } = step;
    if (total === null) return [];
    const from = { x: x(step.from), y: y(total) };
    const before = steps[i - 1]?.total ?? null;
    return [
      { from, to: { x: x(step.to), y: y(total) } },
      ...(before === null ? [] : [{ from: { x: from.x, y: y(before) }, to: from }]),
    ];
  });
}

/** An event as it is named: "6 Feb 2026: Framework agreed". */
export function eventWords({ occurred, type, summary }: TimelineEvent): string {
  const date = shortMonths(dateWords(occurred, meansOfType(type)));
  return `${date}: ${summary}`;
}

function eventLabelOf(
  event: TimelineEvent,
  lane: Lane,
  { x, left, right, width }: Frame,
): EventLabel {
  const clamp = (pixel: number) => Math.min(right, Math.max(left, pixel));
  const isSession = meansOfType(event.type) === 'session';
  const [from, to] = isSession
    ? [clamp(x(event.from)), clamp(x(event.to))]
    : [clamp(x((event.from + event.to) / 2)), clamp(x((event.from + event.to) / 2))];
  // As much as there is room for on its wider side.
  const room = Math.max(from, width - to) - 2 * (MARK + GAP);
  const [words = ''] = linesOf(eventWords(event), FONT_SIZE, Math.min(room, MAX_WORDS), 1);
  return { event, lane, words, from, to };
}

function eventLabels(input: SceneInput, frame: Frame): Pick<Scene, 'events' | 'rows' | 'rowCount'> {
  const { schedule, events, everyEvent, size, width } = input;
  if (size === 'small') return { events: new Map(), rows: { placed: [], omitted: 0 }, rowCount: 0 };
  const madeSteps = new Set(schedule.flatMap(({ setBy }) => setBy.map(({ id }) => id)));
  const [min, max] = input.range;
  const labels = new Map<string, EventLabel>();
  const requests = events.flatMap((event) => {
    const lane = laneOf(event);
    const priority = importanceOf(event, madeSteps);
    if (lane === null || (!everyEvent && priority < IMPORTANT)) return [];
    if (event.to < min || event.from > max) return [];
    const label = eventLabelOf(event, lane, frame);
    labels.set(event.id, label);
    const textSize = textWidth(label.words, FONT_SIZE);
    // Where every event is named, they read from left to right.
    return [{ id: event.id, priority: everyEvent ? 0 : priority, ...label, width: textSize }];
  });
  const few = width < NARROW ? FEW_ROWS.narrow : FEW_ROWS.wide;
  const rows = packRows(requests, [MARK, width - MARK], everyEvent ? MANY_ROWS : few);
  const used = Math.max(0, ...rows.placed.map(({ row }) => row + 1));
  return { events: labels, rows, rowCount: everyEvent ? Math.max(few, used) : few };
}

/** Lays out a chart. O(events + labels²). */
export function sceneOf(input: SceneInput): Scene {
  const { schedule, range, width, size, disputed, announced, zone } = input;
  const steps = withoutGaps(stepsOf(schedule, range));
  const others = input.overlay && withoutGaps(stepsOf(input.overlay.schedule, range));
  const rates = [
    ...drawnSteps(steps).map(({ total }) => total),
    ...drawnSteps(others ?? []).map(({ total }) => total),
    ...announced.map(({ rate }) => rate),
  ];
  const frame = frameOf(width, range, input.highest ?? Math.max(0, ...rates), size);
  const { x, y, left, right, top, bottom } = frame;
  const inRange = announced.filter(({ at }) => at >= range[0] && at <= range[1]);
  const requests = [
    ...stepRequests(steps, frame, zone, size),
    ...(size === 'small' ? [] : announcedRequests(inRange, frame)),
  ];
  const labels = placeLabels(
    [...requests].sort((a, b) => b.priority - a.priority).slice(0, MAX_LABELS),
    {
      bounds: { x: left + 2, y: top, width: right - left - 2, height: bottom - top - 2 },
      segments: [
        ...segmentsOf(steps, frame),
        ...segmentsOf(others ?? [], frame),
        { from: { x: x(input.today), y: top }, to: { x: x(input.today), y: bottom } },
      ],
      boxes: inRange.map(({ at, rate }) => ({
        x: x(at) - DIAMOND,
        y: y(rate) - DIAMOND,
        width: 2 * DIAMOND,
        height: 2 * DIAMOND,
      })),
    },
  );
  const takenOver = steps.filter((step, i) => isTakeover(steps[i - 1], step));
  return {
    ...{ frame, size, steps, labels, announced: inRange },
    takeovers: drawnSteps(takenOver),
    hatched: drawnSteps(within(steps, disputed)),
    overlay: input.overlay && others && { steps: others, words: input.overlay.words },
    ...eventLabels(input, frame),
  };
}
