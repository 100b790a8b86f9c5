/** A duty at a view: its total, the changes pending, and its schedule over time. */
import { effectiveInstant, moment } from '../../../events/time/bounds.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { latestRateAnnouncement } from '../measure/measureView.js';
import { type DutyQuestion, type Layer, type DutyRules, totalRate } from './layer.js';
import { type TimelineLookup, timelinesDecidedBy, layersAt } from './layers.js';

export interface DutyChange {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly total: number;
  /** The measure whose own terms change then. */
  readonly measure: KnowledgeView;
  readonly setBy: Fact;
}

export interface DutyStep {
  /** Epoch milliseconds, half-open. */
  readonly from: number;
  /** Null when no known decision ends the step. */
  readonly until: number | null;
  readonly total: number;
}

export interface DutyView {
  readonly imposedBy: string;
  readonly on: string;
  readonly total: number;
  readonly layers: readonly Layer[];
  readonly pending: readonly DutyChange[];
  /** Whether what is collected is disputed: see {@link dutyView}. */
  readonly disputed: boolean;
  schedule(from: number, to: number): readonly DutyStep[];
}

/**
 * The duty on goods entered at `goods.enteredAt`, or at `at` when no entry is given.
 *
 * It is disputed when a layer that applies rests on a DISPUTED event, or when another rate was
 * announced, as already in effect, after the terms collected had begun, and no decision followed.
 */
export function dutyView(rules: DutyRules, question: DutyQuestion, at: number): DutyView {
  const timelineOf = timelinesDecidedBy(at);
  const entry = question.goods?.enteredAt ?? at;
  const layers = layersAt(rules, question, entry, at, timelineOf);
  return {
    imposedBy: question.imposedBy,
    on: question.on,
    total: totalRate(layers),
    layers,
    get pending() {
      return pendingAfter(rules, question, at, timelineOf);
    },
    disputed: layers.some((layer) => isDisputed(layer, entry, timelineOf)),
    schedule: (from, to) => scheduleOf(rules, question, from, to),
  };
}

function isDisputed(
  { measure, applies, rate, setBy }: Layer,
  at: number,
  timelineOf: TimelineLookup,
) {
  if (!measure || !applies) return false;
  if (setBy?.certainty === 'DISPUTED') return true;
  const timeline = timelineOf(measure);
  const announced = latestRateAnnouncement(measure, at);
  if (!announced || announced.data.effectiveFrom === undefined || announced.data.rate === rate)
    return false;
  const announcedBounds = moment(
    announced.data.effectiveFrom,
    announced.event.timeZone ?? measure.zone,
  );
  const previous = timeline.decisions.findLast(
    (decision) =>
      decision.type === 'MeasureAdopted' ||
      (decision.type === 'MeasureAmended' && decision.data.rate !== undefined),
  );
  const activeSince = timeline
    .changeInstants()
    .findLast((from) => from <= at && timeline.stateAt(from - 1).status !== 'ACTIVE');
  return (
    announcedBounds.min <= at &&
    (previous === undefined || previous.sortInstant < announced.sortInstant) &&
    (activeSince === undefined || activeSince <= announced.began.max)
  );
}

/** Every instant at which the duty may change, ascending. */
function boundariesOf(rules: DutyRules, timelineOf: TimelineLookup): readonly number[] {
  const instants = new Set<number>();
  for (const knowledge of rules.measures) {
    for (const instant of timelineOf(knowledge).changeInstants()) instants.add(instant);
    for (const { type, data } of knowledge.factsOn('reliefs')) {
      if (type !== 'ExemptionGranted') continue;
      instants.add(effectiveInstant(data.effectiveFrom, knowledge.zone));
      if (data.until !== undefined) instants.add(effectiveInstant(data.until, knowledge.zone));
    }
  }
  for (const { data } of rules.rulebook?.factsOn('precedence') ?? [])
    instants.add(effectiveInstant(data.effectiveFrom, rules.rulebook?.zone ?? 'UTC'));
  return [...instants].sort((a, b) => a - b);
}

/** A key that is equal for two instants when the same measures apply at the same rates. */
const appliedKey = (layers: readonly Layer[]): string =>
  layers
    .filter((layer) => layer.applies)
    .map((layer) => `${layer.slug}=${layer.rate}`)
    .join(' ');

/** Changes decided by the view that take effect after it. O(boundaries × measures). */
function pendingAfter(
  rules: DutyRules,
  question: DutyQuestion,
  at: number,
  timelineOf: TimelineLookup,
): readonly DutyChange[] {
  const changes: DutyChange[] = [];
  let before = layersAt(rules, question, at, at, timelineOf);
  for (const instant of boundariesOf(rules, timelineOf)) {
    if (instant <= at) continue;
    const after = layersAt(rules, question, instant, at, timelineOf);
    if (appliedKey(after) !== appliedKey(before)) {
      const layer = layerBehindChange(before, after, instant, timelineOf);
      if (layer?.measure && layer.setBy)
        changes.push({
          at: instant,
          total: totalRate(after),
          measure: layer.measure,
          setBy: layer.setBy,
        });
    }
    before = after;
  }
  return changes;
}

const CONSEQUENTIAL_REASONS = new Set(['REPLACED', 'EXCLUDED', 'PRECEDED']);

/** The layer whose own state changed, rather than one displaced or restored as a consequence. */
function layerBehindChange(
  before: readonly Layer[],
  after: readonly Layer[],
  instant: number,
  timelineOf: TimelineLookup,
): Layer | undefined {
  const changed = after.filter((layer) => {
    const old = before.find((other) => other.measure === layer.measure);
    return (old?.applies ?? false) !== layer.applies || (layer.applies && old?.rate !== layer.rate);
  });
  const independent = changed.filter((layer) => {
    const old = before.find((other) => other.measure === layer.measure);
    return (
      !CONSEQUENTIAL_REASONS.has(layer.reason) && !(old && CONSEQUENTIAL_REASONS.has(old.reason))
    );
  });
  return (
    independent.find((layer) => layer.applies) ??
    independent[0] ??
    removedLayer(before, after, instant, timelineOf) ??
    changed[0]
  );
}

/** The layer of a measure that affects other countries from this instant on, and the decision. */
function removedLayer(
  before: readonly Layer[],
  after: readonly Layer[],
  instant: number,
  timelineOf: TimelineLookup,
): Layer | undefined {
  const removed = before.find(
    ({ applies, measure }) => applies && !after.some((layer) => layer.measure === measure),
  );
  if (!removed?.measure) return undefined;
  const timeline = timelineOf(removed.measure);
  const setBy = timeline.decisions.findLast(
    (decision) => timeline.effectiveFrom(decision) === instant,
  );
  return { ...removed, setBy: setBy ?? removed.setBy };
}

/** The duty as a step function over entries in `[from, to)`, by all known decisions. */
function scheduleOf(
  rules: DutyRules,
  question: DutyQuestion,
  from: number,
  to: number,
): readonly DutyStep[] {
  const timelineOf = timelinesDecidedBy(Infinity);
  const steps: { from: number; until: number | null; total: number; key: string }[] = [];
  const boundaries = boundariesOf(rules, timelineOf).filter((instant) => instant > from);
  for (const instant of [from, ...boundaries]) {
    const layers = layersAt(rules, question, instant, Infinity, timelineOf);
    const key = appliedKey(layers);
    const previous = steps.at(-1);
    if (previous?.key === key) continue;
    if (previous) previous.until = instant;
    if (instant >= to) break;
    steps.push({ from: instant, until: null, total: totalRate(layers), key });
  }
  return steps.map((step) => ({
    from: step.from,
    until: step.until === null ? null : Math.min(step.until, to),
    total: step.total,
  }));
}
