/** How a duty changes with the day of entry: what is pending at a view, and the schedule over time. */
import { effectiveInstant } from '../../../events/time/bounds.js';
import { measureTurns } from '../measure/measureTurns.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { chargeText } from './charge.js';
import { type DutyQuestion, type DutyRules, type Layer, toNumber, totalPoints } from './layer.js';
import { Assessment, type TimelineLookup, timelinesDecidedBy } from './layers.js';

export interface DutyChange {
  /** Epoch milliseconds. */
  readonly at: number;
  /** In percentage points; null where a layer is no percentage, or none is on record. */
  readonly total: number | null;
  /** The measure whose own terms change then. */
  readonly measure: KnowledgeView;
  /** The event that brings the change about. */
  readonly setBy: Fact;
}

export interface DutyStep {
  /** Epoch milliseconds, half-open. */
  readonly from: number;
  /** Null when no known decision ends the step. */
  readonly until: number | null;
  readonly total: number | null;
}

/** Every instant at which a duty may change, ascending. */
function boundariesOf(rules: DutyRules, timelineOf: TimelineLookup): readonly number[] {
  const instants = new Set<number>();
  for (const knowledge of rules.measures) {
    for (const [instant] of measureTurns(timelineOf(knowledge), knowledge)) instants.add(instant);
    for (const code of areasOf(knowledge))
      for (const instant of rules.areas.turningPoints(code)) instants.add(instant);
  }
  for (const rulebook of rules.rulebooks)
    for (const { data } of rulebook.factsOn('precedence'))
      instants.add(effectiveInstant(data.effectiveFrom, rulebook.zone));
  return [...instants].filter(Number.isFinite).sort((a, b) => a - b);
}

/** The areas that a measure's decisions and reliefs name. */
function areasOf(knowledge: KnowledgeView): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { data } of [...knowledge.factsOn('decisions'), ...knowledge.factsOn('reliefs')])
    for (const key of ['affects', 'exceptFor', 'imposedBy'] as const) {
      const value = (data as Readonly<Record<string, unknown>>)[key];
      for (const code of Array.isArray(value) ? value : [value])
        if (typeof code === 'string') codes.add(code);
    }
  return codes;
}

/** A key that is equal for two instants when the same measures take the same. */
const appliedKey = (layers: readonly Layer[]): string =>
  layers
    .filter((layer) => layer.applies)
    .map(({ slug, charge }) => `${slug}=${charge ? chargeText(charge) : ''}`)
    .join(' ');

/** The layers at an entry, of the decisions that `timelineOf` knows. */
function layersAt(
  rules: DutyRules,
  question: DutyQuestion,
  entry: number,
  decidedBy: number,
  timelineOf: TimelineLookup,
): readonly Layer[] {
  const asked = { rules, question, goods: question.goods ?? {}, entry, decidedBy };
  return new Assessment(asked, timelineOf).layers();
}

/** Null where nothing is on record, or where a layer is no percentage. */
function totalOf(layers: readonly Layer[], { goods = {} }: DutyQuestion): number | null {
  const total = layers.length === 0 ? null : totalPoints(layers, goods);
  return total && toNumber(total);
}

/** Changes decided by the view that take effect after it. O(boundaries × measures). */
export function pendingAfter(
  rules: DutyRules,
  question: DutyQuestion,
  at: number,
  timelineOf: TimelineLookup,
): readonly DutyChange[] {
  const changes: DutyChange[] = [];
  const layersOn = (entry: number) => layersAt(rules, question, entry, at, timelineOf);
  let before = layersOn(at);
  for (const instant of boundariesOf(rules, timelineOf)) {
    if (instant <= at) continue;
    const after = layersOn(instant);
    if (appliedKey(after) !== appliedKey(before)) {
      const behind = behindChange(before, after, instant, timelineOf);
      if (behind) changes.push({ at: instant, total: totalOf(after, question), ...behind });
    }
    before = after;
  }
  return changes;
}

const CONSEQUENTIAL_REASONS = new Set([
  'REPLACED',
  'EXCLUDED',
  'PRECEDED',
  'LOWER_ELSEWHERE',
  'IN_LIEU_OF_MFN',
]);

interface Cause {
  readonly measure: KnowledgeView;
  readonly setBy: Fact;
}

/** The measure whose own state changed, rather than one displaced or restored, and the event. */
function behindChange(
  before: readonly Layer[],
  after: readonly Layer[],
  instant: number,
  timelineOf: TimelineLookup,
): Cause | undefined {
  const earlier = (layer: Layer) => before.find(({ measure }) => measure === layer.measure);
  const changed = after.filter((layer) => {
    const old = earlier(layer);
    return (old?.applies ?? false) !== layer.applies || (layer.applies && differs(old, layer));
  });
  const independent = changed.filter((layer) => {
    const old = earlier(layer);
    return (
      !CONSEQUENTIAL_REASONS.has(layer.reason) && !(old && CONSEQUENTIAL_REASONS.has(old.reason))
    );
  });
  const gone = before.filter(
    ({ applies, measure }) => applies && !after.some((layer) => layer.measure === measure),
  );
  const candidates = [
    ...independent.filter(({ applies }) => applies),
    ...independent,
    ...gone,
    ...changed,
  ];
  for (const { measure } of candidates) {
    const due = measure && turnAt(measure, instant, timelineOf);
    if (due) return { measure, setBy: due };
  }
  const [first] = candidates;
  return first?.measure && first.setBy ? { measure: first.measure, setBy: first.setBy } : undefined;
}

const differs = (old: Layer | undefined, layer: Layer): boolean =>
  (old?.charge ? chargeText(old.charge) : '') !== (layer.charge ? chargeText(layer.charge) : '');

/** The latest event of a measure that says something changes at an instant. */
const turnAt = (
  measure: KnowledgeView,
  instant: number,
  timelineOf: TimelineLookup,
): Fact | undefined =>
  measureTurns(timelineOf(measure), measure).findLast(([at]) => at === instant)?.[1];

/** The duty as a step function over entries in `[from, to)`, by all known decisions. */
export function scheduleOf(
  rules: DutyRules,
  question: DutyQuestion,
  from: number,
  to: number,
): readonly DutyStep[] {
  const timelineOf = timelinesDecidedBy(Infinity);
  const steps: { from: number; until: number | null; total: number | null; key: string }[] = [];
  const boundaries = boundariesOf(rules, timelineOf).filter((instant) => instant > from);
  for (const instant of [from, ...boundaries]) {
    const layers = layersAt(rules, question, instant, Infinity, timelineOf);
    const key = layers.length === 0 ? 'none' : appliedKey(layers);
    const previous = steps.at(-1);
    if (previous?.key === key) continue;
    if (previous) previous.until = instant;
    if (instant >= to) break;
    steps.push({ from: instant, until: null, total: totalOf(layers, question), key });
  }
  return steps.map((step) => ({
    from: step.from,
    until: step.until === null ? null : Math.min(step.until, to),
    total: step.total,
  }));
}
