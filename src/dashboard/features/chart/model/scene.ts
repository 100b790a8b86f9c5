/** What a chart shows and where: steps, their labels, and the events below the axis. Pure. */
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import { meansOfType } from '../../../lib/time/edtfWords.js';
import { eventWordings } from './eventWords.js';
import { IMPORTANT, importanceOf } from './labels/importance.js';
import { type Lane, laneOf } from './lanes.js';
import { GAP, MARK, packRows, type Rows } from './labels/packRows.js';
import {
  announcedRequests,
  DIAMOND,
  FONT_SIZE,
  type LabelText,
  NARROW,
  overlayRequests,
  segmentsOf,
  stepRequests,
} from './labels/labelRequests.js';
import { type PlacedLabel, placeLabels } from './labels/placeLabels.js';
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
import { linesOf, textWidth, wrapped } from '../../../lib/drawing/textWidth.js';

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
  /** The date of a view that stays, in epoch milliseconds, for its rule to be kept free of labels. */
  readonly fixedAt?: number | undefined;
  /** Of the plot where room is short, in pixels, with few events below; by the width where absent. */
  readonly plotHeight?: number | undefined;
  /** Highest rate on the axis, where several charts share one; else that of the duty. */
  readonly highest?: number | undefined;
}

/** An event in words below the axis. */
export interface EventLabel {
  readonly event: TimelineEvent;
  readonly lane: Lane;
  readonly lines: readonly string[];
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
  readonly usedRows: number;
}

const MAX_LABELS = 40;
/** Rows by default, and where every event is named. */
const FEW_ROWS = { wide: 8, narrow: 12 };
/** Narrower charts have more rows of events, in pixels. */
const WIDE = 900;
const MANY_ROWS = 120;
/** The longest line that an event is worded in, in pixels, and the most lines. */
const MAX_LINE = 380;
const MAX_LINES = { wide: 2, narrow: 5 };

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
  const room = Math.min(Math.max(from, width - to) - 2 * (MARK + GAP), MAX_LINE);
  const limit = width < NARROW ? MAX_LINES.narrow : MAX_LINES.wide;
  const wordings = eventWordings(event);
  for (const words of wordings) {
    const lines = wrapped(words, FONT_SIZE, room, limit);
    if (lines) return { event, lane, lines, from, to };
  }
  const lines = linesOf(wordings.at(-1) ?? '', FONT_SIZE, room, limit);
  return { event, lane, lines, from, to };
}

function eventLabels(
  input: SceneInput,
  frame: Frame,
): Pick<Scene, 'events' | 'rows' | 'rowCount' | 'usedRows'> {
  const { schedule, events, everyEvent, size, width } = input;
  if (size === 'small')
    return { events: new Map(), rows: { placed: [], omitted: 0 }, rowCount: 0, usedRows: 0 };
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
    const { from, to, lines } = label;
    const textSize = Math.max(...lines.map((line) => textWidth(line, FONT_SIZE)));
    // Where every event is named, they read from left to right.
    const rank = everyEvent ? 0 : priority;
    return [{ id: event.id, priority: rank, from, to, width: textSize, rows: lines.length }];
  });
  const isShort = input.plotHeight !== undefined;
  const few = width < WIDE && !isShort ? FEW_ROWS.narrow : FEW_ROWS.wide;
  const rows = packRows(requests, [MARK, width - MARK], everyEvent ? MANY_ROWS : few);
  const usedRows = Math.max(
    0,
    ...rows.placed.map(({ id, row }) => row + (labels.get(id)?.lines.length ?? 1)),
  );
  return { events: labels, rows, usedRows, rowCount: everyEvent ? Math.max(few, usedRows) : few };
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
  const highest = input.highest ?? Math.max(0, ...rates);
  const frame = frameOf(width, range, highest, size, input.plotHeight);
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
        ...[input.today, ...(input.fixedAt === undefined ? [] : [input.fixedAt])].map((at) => ({
          from: { x: x(at), y: top },
          to: { x: x(at), y: bottom },
        })),
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
