/** The data of a chart as rows, for its table and the CSV download. */
import { dateOf } from '../../../lib/time/calendarDays.js';
import type { EventCertainty } from '../../../generated/graphql.js';
import type { TimelineEvent } from '../../../lib/time/timelineEvents.js';
import type { Snapshot } from '../../../api/cache/snapshotCache.js';
import { dateWords, sinceWords } from '../../../lib/time/edtfWords.js';
import type { ScopedFigure } from '../../../lib/words/dutyWords.js';
import { percent } from '../../../lib/words/labels.js';
import { laneOf, laneWords } from './lanes.js';
import {
  type Announced,
  isGap,
  type MadeStep,
  scheduledFrom,
  type Span,
  type Step,
} from './steps.js';
import { actsWords } from './stepWords.js';

export interface Charted {
  readonly duty: Pick<
    Snapshot['duties'][number],
    'imposedBy' | 'on' | 'timeZone' | 'total' | 'schedule'
  > &
    ScopedFigure & {
      readonly pending: readonly { readonly at: string; readonly total: number | null }[];
    };
  /** The instant of the view. */
  readonly at: number;
  readonly disputed: readonly Span[];
  readonly announced: readonly Announced[];
}

/** A step of the duty, or a rate that was announced. */
export interface DutyRow {
  /** Null when the start is not known. */
  readonly from: string | null;
  /** Null for an open end, and for an announced rate. */
  readonly until: string | null;
  /** Percentage points; null where it is no percentage, or nothing is on record. */
  readonly total: number | null;
  /** The same as tariffs write it; "not on record" where nothing is. */
  readonly expression: string;
  readonly status: string;
  /** How firmly the least certain event behind it is held; null where none is. */
  readonly certainty: EventCertainty | null;
  /** The acts that make it up; empty where nothing applies, or none is known. */
  readonly acts: string;
  /** IDs of the events that brought it about. */
  readonly events: readonly string[];
  /** The event that announced the rate. */
  readonly announcement: { readonly id: string; readonly summary: string } | null;
}

export interface EventRow {
  readonly id: string;
  /** As the record has it (EDTF). */
  readonly date: string;
  readonly lane: string;
  readonly summary: string;
  readonly recordedAt: string;
}

/** Every line and mark of the duty, by date; what no one was charged in the gap between two acts is none. */
export function dutyRows(charted: Charted): readonly DutyRow[] {
  const { duty, at, disputed, announced } = charted;
  const actual = duty.schedule.map(({ from, until, ...step }) => ({
    ...step,
    from: Date.parse(from),
    to: until === null ? Infinity : Date.parse(until),
  }));
  const decided = merged(scheduledFrom(at, duty.total, duty.pending, Infinity));
  const scheduled = decided.filter((_, i) => !isGap(decided, i));
  const isScheduled = (step: Step) => scheduled.some((each) => isSame(each, step));
  // A scheduled step that took effect has one row; the current step needs no scheduled row.
  const otherwise = scheduled.filter(
    (each) =>
      !actual.some((step) =>
        isSame(step, { ...each, from: each.from === at ? step.from : each.from }),
      ),
  );
  const rows = [
    ...actual.flatMap((step, i) =>
      isGap(actual, i)
        ? []
        : [
            {
              time: i === 0 ? -Infinity : step.from,
              row: stepRow(
                i === 0 ? { ...step, from: -Infinity } : step,
                step.from > at
                  ? isScheduled(step)
                    ? 'scheduled'
                    : 'later'
                  : `in force${disputedWords(step, disputed, at)}`,
              ),
            },
          ],
    ),
    ...otherwise.map((step) => ({ time: step.from, row: stepRow(step, 'scheduled') })),
    ...announced.map((mark) => ({ time: mark.at, row: announcedRow(mark) })),
  ];
  return rows.sort((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time))).map(rowOf);
}

const rowOf = ({ row }: { readonly row: DutyRow }): DutyRow => row;

const isSame = (a: Step, b: Step): boolean =>
  a.from === b.from && a.to === b.to && a.total === b.total;

/** Merges adjacent steps with the same rate. */
function merged(steps: readonly Step[]): readonly Step[] {
  const result: Step[] = [];
  for (const step of steps.filter(({ from, to }) => from < to)) {
    const last = result.at(-1);
    if (last?.total === step.total) result[result.length - 1] = { ...last, to: step.to };
    else result.push(step);
  }
  return result;
}

const stepRow = (
  {
    from,
    to,
    total,
    ...step
  }: Step & Partial<Pick<MadeStep, 'expression' | 'layers' | 'setBy' | 'leastCertainty'>>,
  status: string,
): DutyRow => ({
  from: instant(from),
  until: instant(to),
  total,
  expression: step.expression ?? (total === null ? 'no percentage' : percent(total)),
  status,
  certainty: step.leastCertainty ?? null,
  acts: actsWords({ layers: step.layers ?? [] }),
  events: (step.setBy ?? []).map(({ id }) => id),
  announcement: null,
});

const instant = (at: number): string | null =>
  Number.isFinite(at) ? new Date(at).toISOString() : null;

const announcedRow = ({ id, occurred, rate, summary }: Announced): DutyRow => ({
  from: occurred,
  until: null,
  total: rate,
  expression: percent(rate),
  status: 'announced, no legal act',
  certainty: null,
  acts: '',
  events: [id],
  announcement: { id, summary },
});

/** When a step was disputed, up to the view: what is hatched in the chart. */
function disputedWords(step: Step, disputed: readonly Span[], at: number): string {
  return disputed
    .map((span) => ({ from: Math.max(span.from, step.from), to: Math.min(span.to, step.to) }))
    .filter(({ from, to }) => from < to && from < at)
    .map(({ from, to }) => {
      if (to > at) return `, disputed ${sinceWords(dateOf(from))}`;
      const [first, last] = [dateOf(from), dateOf(to - 1)];
      return `, disputed ${dateWords(first === last ? first : `${first}/${last}`, 'session')}`;
    })
    .join('');
}

/** The marks of the lanes below the duty, by date. */
export function eventRows(events: readonly TimelineEvent[]): readonly EventRow[] {
  return [...events]
    .sort((a, b) => a.from - b.from)
    .flatMap((event) => {
      const lane = laneOf(event);
      const { id, occurred, summary, recordedAt } = event;
      return lane === null
        ? []
        : [{ id, date: occurred, lane: laneWords(lane), summary, recordedAt }];
    });
}
