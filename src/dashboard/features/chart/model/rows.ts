/** The data of a chart as rows, for its table and the CSV download. */
import { dateOf } from '../../../lib/calendarDays.js';
import type { TimelineEvent } from '../../../api/cache/timelineEvents.js';
import type { Snapshot } from '../../../api/cache/snapshotCache.js';
import { dateWords, sinceWords } from '../../../lib/edtfWords.js';
import { laneOf, laneWords } from './lanes.js';
import { type Announced, scheduledFrom, type Span, type Step } from './steps.js';

export interface Charted {
  readonly duty: Pick<Snapshot['duties'][number], 'imposedBy' | 'on' | 'total' | 'schedule'> & {
    readonly pending: readonly { readonly at: string; readonly total: number }[];
  };
  /** The instant of the view. */
  readonly at: number;
  readonly disputed: readonly Span[];
  readonly announced: readonly Announced[];
}

/** A step of the duty, or a rate that was announced. */
export interface DutyRow {
  /** Null where its beginning is not known. */
  readonly from: string | null;
  /** Null until further notice, and for what was announced. */
  readonly until: string | null;
  readonly total: number;
  readonly status: string;
  /** What was announced. */
  readonly said: { readonly id: string; readonly summary: string } | null;
}

export interface EventRow {
  readonly id: string;
  /** As the record has it (EDTF). */
  readonly date: string;
  readonly lane: string;
  readonly summary: string;
}

/** Every line and mark of the duty, by date. */
export function dutyRows(charted: Charted): readonly DutyRow[] {
  const { duty, at, disputed, announced } = charted;
  const came = duty.schedule.map(({ from, until, total }) => ({
    from: Date.parse(from),
    to: until === null ? Infinity : Date.parse(until),
    total,
  }));
  const scheduled = merged(scheduledFrom(at, duty.total, duty.pending, Infinity));
  const isScheduled = (step: Step) => scheduled.some((each) => isSame(each, step));
  // What was scheduled and came so is said once; that the step of the view goes on needs no row.
  const otherwise = scheduled.filter(
    (each) =>
      !came.some((step) =>
        isSame(step, { ...each, from: each.from === at ? step.from : each.from }),
      ),
  );
  const rows = [
    ...came.map((step, i) => ({
      place: i === 0 ? -Infinity : step.from,
      row: stepRow(
        i === 0 ? { ...step, from: -Infinity } : step,
        step.from > at
          ? isScheduled(step)
            ? 'scheduled'
            : 'later'
          : `in force${disputedWords(step, disputed, at)}`,
      ),
    })),
    ...otherwise.map((step) => ({ place: step.from, row: stepRow(step, 'scheduled') })),
    ...announced.map((mark) => ({ place: mark.at, row: announcedRow(mark) })),
  ];
  return rows.sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place))).map(rowOf);
}

const rowOf = ({ row }: { readonly row: DutyRow }): DutyRow => row;

const isSame = (a: Step, b: Step): boolean =>
  a.from === b.from && a.to === b.to && a.total === b.total;

/** Changes of what lies behind a rate that leave the rate as it is make no step. */
function merged(steps: readonly Step[]): readonly Step[] {
  const out: Step[] = [];
  for (const step of steps.filter(({ from, to }) => from < to)) {
    const last = out.at(-1);
    if (last?.total === step.total) out[out.length - 1] = { ...last, to: step.to };
    else out.push(step);
  }
  return out;
}

const stepRow = ({ from, to, total }: Step, status: string): DutyRow => ({
  from: instant(from),
  until: instant(to),
  total,
  status,
  said: null,
});

const instant = (at: number): string | null =>
  Number.isFinite(at) ? new Date(at).toISOString() : null;

const announcedRow = ({ id, occurred, rate, summary }: Announced): DutyRow => ({
  from: occurred,
  until: null,
  total: rate,
  status: 'announced, no legal act',
  said: { id, summary },
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
      const { id, occurred, summary } = event;
      return lane === null ? [] : [{ id, date: occurred, lane: laneWords(lane), summary }];
    });
}

/**
 * Both as a table of one kind of row. A duty that is only supposed says so in every row: rows are
 * copied without their file's name.
 */
export function rowsOf(
  charted: Charted & { readonly events: readonly TimelineEvent[] },
  supposes = false,
): readonly (readonly (string | number)[])[] {
  const { imposedBy, on } = charted.duty;
  const pair = [imposedBy, on];
  return [
    ['imposed_by', 'on', 'from', 'until', 'percentage_points', 'status', 'summary'],
    ...dutyRows(charted).map(({ from, until, total, status, said }) => [
      ...pair,
      from ?? '',
      until ?? '',
      total,
      `${supposes && !said ? 'hypothetical, ' : ''}${status}`,
      said?.summary ?? '',
    ]),
    // What happened is of no pair of countries alone.
    ...eventRows(charted.events).map(({ date, lane, summary }) => [
      '',
      '',
      date,
      '',
      '',
      lane.toLowerCase(),
      summary,
    ]),
  ];
}
