/** Every value a path has had up to a view, oldest first, with the facts that report it. */
import { timelineDecidedBy } from '../measure/measureView.js';
import type { NegotiationView } from '../negotiation/negotiationView.js';
import { phasesAt } from '../negotiation/phase.js';
import { mayHaveBegun } from '../streamState/threeValued.js';
import {
  explainTotal,
  type Explanation,
  layerReports,
  type Report,
  rivalsOfLayer,
} from './explainDuty.js';
import type { FlatView } from './flatten.js';
import { segmentHolds } from './segment.js';
import { flattenView, segmentsOf } from './segments.js';
import { historyOf } from './timeline.js';

export type { Explanation } from './explainDuty.js';

/** No value is known at a path. `nearest` is the most similar path that has one. */
export class UnknownPath extends Error {
  readonly code = 'UNKNOWN_PATH';
  constructor(
    readonly path: string,
    readonly nearest: string | null,
  ) {
    super(
      `No value is known at "${path}"${nearest === null ? '.' : `: did you mean "${nearest}"?`} Use a path that diff or timeline prints.`,
    );
    this.name = 'UnknownPath';
  }
}

/** Merges consecutive reports of one value; a legal act represents them. */
function mergeReports(
  path: string,
  reports: readonly Report[],
  isCurrent: (report: Report, last: boolean) => boolean,
) {
  const runs: Report[][] = [];
  for (const report of reports) {
    const run = runs.at(-1);
    if (run && JSON.stringify(run[0]?.value) === JSON.stringify(report.value)) run.push(report);
    else runs.push([report]);
  }
  return runs.map((run, i): Explanation => {
    const representative = run.find(({ fact }) => fact.type !== 'MeasureAnnounced') ?? run[0];
    const { value, fact } = representative as Report;
    return {
      path,
      value,
      setBy: fact,
      alsoBy: [...new Set(run.map((each) => each.fact))].filter((each) => each !== fact),
      certainty: fact.certainty,
      current: run.some((report) => isCurrent(report, i === runs.length - 1)),
    };
  });
}

/** Reports of a measure's rate: announced, adopted, amended. */
function rateReports(view: NegotiationView, slug: string): readonly Report[] {
  const measure = view.measures.find((each) => each.slug === slug);
  if (!measure) return [];
  const { knowledge } = measure;
  const announcements = knowledge
    .factsOn('announcements')
    .filter((fact) => mayHaveBegun(fact.began, view.at));
  // A later decision counts when it takes effect by the view.
  return [...announcements, ...timelineDecidedBy(knowledge, view.at).decisions]
    .sort((a, b) => a.sortInstant - b.sortInstant || a.event.position - b.event.position)
    .flatMap((fact): Report[] =>
      'rate' in fact.data && fact.data.rate !== undefined ? [{ value: fact.data.rate, fact }] : [],
    );
}

/** Every due date a target has had, with competing readings of it. */
function dueReports(view: NegotiationView, slug: string): readonly Report[] {
  const target = view.targets.find((each) => each.slug === slug);
  return (target?.history ?? []).flatMap(({ due, setBy }) => [
    { value: due, fact: setBy },
    ...('readings' in setBy.data
      ? (setBy.data.readings ?? []).map((reading) => ({ value: reading.due, fact: setBy }))
      : []),
  ]);
}

/** Every phase entered, with competing reports of the same step. */
function phaseReports(view: NegotiationView, facet: 'value' | 'since'): readonly Report[] {
  const spans = phasesAt(view.knowledge, view.related.areas, view.at);
  const entered = new Map(spans.map((span) => [span.setBy.event.id, span]));
  // The end of an agreement may take effect before the day it was declared.
  const reports = view.knowledge
    .factsOn('process')
    .filter((fact) => entered.has(fact.event.id) || mayHaveBegun(fact.began, view.at));
  const first = spans[0]?.value === 'EXPLORATORY' ? [spans[0].setBy] : [];
  return [...first, ...reports].flatMap((fact): Report[] => {
    const span = entered.get(fact.event.id);
    if (span) return [{ value: facet === 'value' ? span.value : span.since, fact }];
    // A further round does not compete with the first one; a further launch does.
    const rival =
      fact.type === 'RoundHeld' ? undefined : spans.find((each) => each.setBy.type === fact.type);
    return rival ? [{ value: facet === 'value' ? rival.value : fact.occurred, fact }] : [];
  });
}

/** Reported values of paths that are reported rather than derived; undefined for other paths. */
function reportsOf(view: NegotiationView, path: string): readonly Report[] | undefined {
  const rate = /^measures\.([^.]+)\.(?:rate|announcedRate)$/.exec(path);
  if (rate?.[1]) return rateReports(view, rate[1]);
  const due = /^targets\.([^.]+)\.due$/.exec(path);
  if (due?.[1]) return dueReports(view, due[1]);
  if (path === 'phase' || path === 'phase.since')
    return phaseReports(view, path === 'phase' ? 'value' : 'since');
  if (path === 'roundsCompleted.reported')
    return view.roundsCompleted.reports.map(({ count, setBy }) => ({ value: count, fact: setBy }));
  return undefined;
}

/** The values of a path up to the view, derived from its timeline. */
const timelineReports = (view: NegotiationView, path: string): readonly Report[] =>
  segmentsOf(view)
    .filter((segment) => segmentHolds(segment, path))
    .flatMap((segment) => historyOf(segment, view))
    .flatMap(({ changes }) => changes.filter((change) => change.path === path))
    .flatMap(({ after, causedBy }) => causedBy.map((fact) => ({ value: after, fact })));

/** Whether what is reported at a path is told in several ways. */
const isDisputed = (flat: FlatView, path: string): boolean =>
  path.endsWith('.reported') && flat.get(path.replace(/\.reported$/, '.disputed'))?.value === true;

/**
 * Every value at `path` up to the view, oldest first; none where it is known that there is none, and
 * nobody said so. A current value is held no more firmly than the view shows it: it is DISPUTED where
 * it is shown as disputed. O(change points of the path's segment).
 *
 * @throws UnknownPath when no value was ever known there by the view
 */
export function explain(view: NegotiationView, path: string): readonly Explanation[] {
  const flat = flattenView(view);
  const entry = flat.get(path);
  const currentFactIds = new Set(entry?.setBy.map(({ event }) => event.id));
  const reports = reportsOf(view, path);
  if (reports && reports.length > 0)
    return mergeReports(
      path,
      reports,
      ({ value, fact }) =>
        currentFactIds.has(fact.event.id) && JSON.stringify(value) === JSON.stringify(entry?.value),
    ).map((each) =>
      each.current && isDisputed(flat, path) ? { ...each, certainty: 'DISPUTED' } : each,
    );
  const total = explainTotal(view, path);
  if (total && (total.length > 0 || entry)) return total;
  const found = layerReports(view, path) ?? timelineReports(view, path);
  if (found.length === 0) {
    if (entry) return [];
    throw new UnknownPath(path, nearest(path, [...flat.keys()]));
  }
  const { certainty, rivals } = rivalsOfLayer(view, path);
  return [
    ...mergeReports(path, found, (_, last) => last && entry !== undefined).map((each) =>
      each.current && certainty ? { ...each, certainty } : each,
    ),
    ...rivals,
  ];
}

/** The path at the smallest edit distance, if it is near enough to suggest. */
function nearest(path: string, paths: readonly string[]): string | null {
  let best: { path: string; edits: number } | null = null;
  for (const candidate of paths) {
    const edits = distance(path.toLowerCase(), candidate.toLowerCase());
    if (!best || edits < best.edits) best = { path: candidate, edits };
  }
  return best && best.edits <= Math.max(3, path.length / 2) ? best.path : null;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
