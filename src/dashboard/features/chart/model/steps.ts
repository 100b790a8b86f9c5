/** Pure functions that turn the schedule of a duty into the steps and spans of its chart. */

import type { EventCertainty } from '../../../generated/graphql.js';

export interface Step {
  /** In epoch milliseconds; half-open. */
  readonly from: number;
  readonly to: number;
  /** Percentage points; null where nothing is on record. */
  readonly total: number | null;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An announced rate without a legal act. */
export interface Announced {
  readonly id: string;
  readonly at: number;
  readonly rate: number;
  readonly summary: string;
  readonly occurred: string;
}

/** A step of a schedule, as the server tells it. */
export interface ScheduleStep {
  readonly from: string;
  readonly until: string | null;
  readonly total: number | null;
  /** As tariffs write it; "not on record" where nothing is. */
  readonly expression: string;
  /** How firmly the least certain event behind it is held; null where no layer applies. */
  readonly leastCertainty: EventCertainty | null;
  /** The layers that apply; without a measure the ordinary duty. */
  readonly layers: readonly {
    readonly measure: { readonly slug: string; readonly title: string } | null;
    readonly expression: string | null;
  }[];
  /** The events that bring it about. */
  readonly setBy: readonly { readonly id: string }[];
}

/** A step of a chart, with the step of the schedule behind it. */
export type MadeStep = Step &
  Pick<ScheduleStep, 'expression' | 'leastCertainty' | 'layers' | 'setBy'>;

/** The steps of a schedule within a range. An open end becomes the end of the range. */
export function stepsOf(
  schedule: readonly ScheduleStep[],
  [min, max]: readonly [number, number],
): readonly MadeStep[] {
  return schedule
    .map(({ from, until, ...step }) => ({
      ...step,
      from: Math.max(min, Date.parse(from)),
      to: until === null ? max : Math.min(max, Date.parse(until)),
    }))
    .filter(({ from, to }) => from < to);
}

/** What ends at midnight and is followed a minute later leaves a gap that no one was charged in. */
const GAP_MS = 3_600_000;

/** Whether a step lasted less than an hour between two others. */
export function isGap(steps: readonly Step[], index: number): boolean {
  const step = steps[index];
  return (
    step !== undefined && step.to - step.from < GAP_MS && index > 0 && index < steps.length - 1
  );
}

/**
 * The same without gaps: the next step begins where a gap does. For drawing; tables keep the exact
 * times of the others.
 */
export function withoutGaps<S extends Step>(steps: readonly S[]): readonly S[] {
  const result: S[] = [];
  let from: number | null = null;
  steps.forEach((step, i) => {
    if (isGap(steps, i)) from ??= step.from;
    else {
      result.push(from === null ? step : { ...step, from });
      from = null;
    }
  });
  return result;
}

/** The schedule as of a view: the current total and each pending change. */
export function scheduledFrom(
  at: number,
  total: number | null,
  pending: readonly { readonly at: string; readonly total: number | null }[],
  max: number,
): readonly Step[] {
  if (at >= max) return [];
  const changes = pending
    .map((change) => ({ from: Date.parse(change.at), total: change.total }))
    .filter(({ from }) => from > at && from < max)
    .sort((a, b) => a.from - b.from);
  return [{ from: at, total }, ...changes].map(({ from, total: then }, i) => ({
    from,
    to: changes[i]?.from ?? max,
    total: then,
  }));
}

/** Spans in which a duty was disputed, from the changes of its `disputed`. An open span ends at `max`. */
export function disputedSpans(
  timeline: readonly {
    readonly at: string;
    readonly changes: readonly { readonly path: string; readonly after: unknown }[];
  }[],
  path: string,
  max: number,
): readonly Span[] {
  const spans: Span[] = [];
  let from: number | null = null;
  for (const { at, changes } of timeline) {
    const change = changes.find((each) => each.path === path);
    if (!change) continue;
    const instant = Date.parse(at);
    if (change.after === true) from ??= instant;
    else if (from !== null) {
      spans.push({ from, to: instant });
      from = null;
    }
  }
  if (from !== null && from < max) spans.push({ from, to: max });
  return spans;
}

/** The parts of steps that lie within spans. */
export const within = (steps: readonly Step[], spans: readonly Span[]): readonly Step[] =>
  spans.flatMap((span) =>
    steps
      .map((step) => ({
        from: Math.max(step.from, span.from),
        to: Math.min(step.to, span.to),
        total: step.total,
      }))
      .filter(({ from, to }) => from < to),
  );

/** The step at an instant; undefined outside of all steps. */
export const stepAt = <S extends Step>(steps: readonly S[], at: number): S | undefined =>
  steps.find(({ from, to }) => from <= at && at < to);

/** A step with a figure, which alone is drawn. */
export type DrawnStep = Step & { readonly total: number };

/** Runs of adjacent steps with a figure: what is not on record leaves a gap. */
function runsOf(steps: readonly Step[]): readonly (readonly DrawnStep[])[] {
  const runs: DrawnStep[][] = [];
  let open = false;
  for (const step of steps) {
    const { total } = step;
    if (total === null) open = false;
    else if (open) runs.at(-1)?.push({ ...step, total });
    else {
      runs.push([{ ...step, total }]);
      open = true;
    }
  }
  return runs;
}

/** The steps with a figure. */
export const drawnSteps = (steps: readonly Step[]): readonly DrawnStep[] => runsOf(steps).flat();

/** The steps with a figure that no government or legal act confirms. */
export const unconfirmedSteps = (steps: readonly MadeStep[]): readonly (MadeStep & DrawnStep)[] =>
  steps.flatMap((step) => {
    const { total, leastCertainty } = step;
    const isHeld = leastCertainty === null || leastCertainty === 'CONFIRMED';
    return total === null || isHeld ? [] : [{ ...step, total }];
  });

/** The steps as an SVG path, with gaps where nothing is on record; `ground` closes it at zero. */
export function stepPath(
  steps: readonly Step[],
  x: (at: number) => number,
  y: (total: number) => number,
  ground = false,
): string {
  const point = (value: number) => Math.round(value * 10) / 10;
  return runsOf(steps)
    .map((run) => {
      const along = run.map(({ to, total }) => `V${point(y(total))}H${point(x(to))}`).join('');
      const [first] = run;
      const start = `M${point(x(first?.from ?? 0))} ${point(y(ground ? 0 : (first?.total ?? 0)))}`;
      return `${start}${along}${ground ? `V${point(y(0))}Z` : ''}`;
    })
    .join('');
}
