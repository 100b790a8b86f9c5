/** Pure functions that turn the schedule of a duty into the steps and spans of its chart. */

export interface Step {
  /** In epoch milliseconds; half-open. */
  readonly from: number;
  readonly to: number;
  /** Percentage points. */
  readonly total: number;
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

/** The steps of a schedule within a range. An open end becomes the end of the range. */
export function stepsOf(
  schedule: readonly {
    readonly from: string;
    readonly until: string | null;
    readonly total: number;
  }[],
  [min, max]: readonly [number, number],
): readonly Step[] {
  return schedule
    .map(({ from, until, total }) => ({
      from: Math.max(min, Date.parse(from)),
      to: until === null ? max : Math.min(max, Date.parse(until)),
      total,
    }))
    .filter(({ from, to }) => from < to);
}

/** The schedule as of a view: the current total and each pending change. */
export function scheduledFrom(
  at: number,
  total: number,
  pending: readonly { readonly at: string; readonly total: number }[],
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

/** The rate at an instant, or null outside of all steps. */
export const rateAt = (steps: readonly Step[], at: number): number | null =>
  steps.find(({ from, to }) => from <= at && at < to)?.total ?? null;

/** The steps as an SVG path; `ground` closes it at zero. */
export function stepPath(
  steps: readonly Step[],
  x: (at: number) => number,
  y: (total: number) => number,
  ground = false,
): string {
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last) return '';
  const point = (value: number) => Math.round(value * 10) / 10;
  const along = steps.map(({ to, total }) => `V${point(y(total))}H${point(x(to))}`).join('');
  const start = `M${point(x(first.from))} ${point(y(ground ? 0 : first.total))}`;
  return `${start}${along}${ground ? `V${point(y(0))}Z` : ''}`;
}
