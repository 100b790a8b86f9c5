/** What a chart shows and where: steps, their labels, and the events below the axis. Pure. */
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import { meansOfType } from '../../../lib/time/edtfWords.js';
import { shortEventWords } from './eventWords.js';
import { IMPORTANT, importanceOf } from './importance.js';
import { type Lane, laneOf } from './lanes.js';
import { GAP, MARK, packRows, type Rows } from './packRows.js';
import {
  announcedRequests,
  DIAMOND,
  FONT_SIZE,
  type LabelText,
  NARROW,
  overlayRequests,
  segmentsOf,
  stepRequests,
} from './labelRequests.js';
import { type PlacedLabel, placeLabels } from './placeLabels.js';
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
import { isTakeover } from './stepWords.js';
import { linesOf, textWidth } from '../../../lib/drawing/textWidth.js';

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

const MAX_LABELS = 40;
/** Rows by default, and where every event is named. */
const FEW_ROWS = { wide: 5, narrow: 8 };
const MANY_ROWS = 60;
/** The longest that an event is worded, in pixels. */
const MAX_WORDS = 380;

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
  const [words = ''] = linesOf(shortEventWords(event), FONT_SIZE, Math.min(room, MAX_WORDS), 1);
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

/** Whether an announced rate found no room for the words that say what it is: a legend does. */
export const hasUnnamedRates = ({ announced, labels }: Scene): boolean => {
  const lines = new Map(labels.map(({ id, variant }) => [id, variant.lines.length]));
  return announced.some(({ id }) => (lines.get(`announced ${id}`) ?? 0) < 2);
};

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
    ...(input.overlay ? overlayRequests(others ?? [], steps, input.overlay.words, frame) : []),
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
