/** A duty at a view: the sum, what is about to change it, and its course over time. */
import { effectiveInstant, moment } from '../../../events/time/edtf.js';
import type { Fact, Reading } from '../streamState/knowledgeView.js';
import { announcedBy } from '../measure/measureView.js';
import { type DutyQuestion, type Layer, type Rules, totalOf } from './layer.js';
import { type CourseOf, coursesBy, layersAt } from './layers.js';

export interface DutyChange {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly total: number;
  /** The measure whose own terms change then. */
  readonly measure: Reading;
  readonly setBy: Fact;
}

export interface DutyStep {
  /** Epoch milliseconds, half-open. */
  readonly from: number;
  /** Null when nothing known ends the step. */
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
export function dutyView(rules: Rules, question: DutyQuestion, at: number): DutyView {
  const courseOf = coursesBy(at);
  const entry = question.goods?.enteredAt ?? at;
  const layers = layersAt(rules, question, entry, at, courseOf);
  return {
    imposedBy: question.imposedBy,
    on: question.on,
    total: totalOf(layers),
    layers,
    get pending() {
      return pendingAfter(rules, question, at, courseOf);
    },
    disputed: layers.some((layer) => isDisputed(layer, entry, courseOf)),
    schedule: (from, to) => scheduleOf(rules, question, from, to),
  };
}

function isDisputed({ measure, applies, rate, setBy }: Layer, at: number, courseOf: CourseOf) {
  if (!measure || !applies) return false;
  if (setBy?.certainty === 'DISPUTED') return true;
  const course = courseOf(measure);
  const announced = announcedBy(measure, at);
  if (!announced || announced.data.effectiveFrom === undefined || announced.data.rate === rate)
    return false;
  const said = moment(announced.data.effectiveFrom, announced.event.timeZone ?? measure.zone);
  const last = course.decisions.findLast(
    (decision) =>
      decision.type === 'MeasureAdopted' ||
      (decision.type === 'MeasureAmended' && decision.data.rate !== undefined),
  );
  const begun = course
    .boundaries()
    .findLast((from) => from <= at && course.stateAt(from - 1).standing !== 'ACTIVE');
  return (
    said.min <= at &&
    (last === undefined || last.placed < announced.placed) &&
    (begun === undefined || begun <= announced.at.max)
  );
}

/** Every instant at which the duty may change. */
function boundariesOf(rules: Rules, courseOf: CourseOf): readonly number[] {
  const instants = new Set<number>();
  for (const reading of rules.measures) {
    for (const instant of courseOf(reading).boundaries()) instants.add(instant);
    for (const { data } of reading.on('exemptions')) {
      instants.add(effectiveInstant(data.effectiveFrom, reading.zone));
      if (data.until !== undefined) instants.add(effectiveInstant(data.until, reading.zone));
    }
  }
  for (const { data } of rules.rulebook?.on('precedence') ?? [])
    instants.add(effectiveInstant(data.effectiveFrom, rules.rulebook?.zone ?? 'UTC'));
  return [...instants].sort((a, b) => a - b);
}

/** What makes two instants one step: the measures that apply, and at what rates. */
const applied = (layers: readonly Layer[]): string =>
  layers
    .filter((layer) => layer.applies)
    .map((layer) => `${layer.slug}=${layer.rate}`)
    .join(' ');

/** Changes that are decided by the view and take effect after it. */
function pendingAfter(
  rules: Rules,
  question: DutyQuestion,
  at: number,
  courseOf: CourseOf,
): readonly DutyChange[] {
  const changes: DutyChange[] = [];
  let before = layersAt(rules, question, at, at, courseOf);
  for (const instant of boundariesOf(rules, courseOf)) {
    if (instant <= at) continue;
    const after = layersAt(rules, question, instant, at, courseOf);
    if (applied(after) !== applied(before)) {
      const cause = causeOf(before, after, instant, courseOf);
      if (cause?.measure && cause.setBy)
        changes.push({
          at: instant,
          total: totalOf(after),
          measure: cause.measure,
          setBy: cause.setBy,
        });
    }
    before = after;
  }
  return changes;
}

const KNOCK_ON = new Set(['REPLACED', 'EXCLUDED', 'PRECEDED']);

/** The layer whose own state changed, rather than one that gave way to it or came back for it. */
function causeOf(
  before: readonly Layer[],
  after: readonly Layer[],
  instant: number,
  courseOf: CourseOf,
): Layer | undefined {
  const changed = after.filter((layer) => {
    const old = before.find((other) => other.measure === layer.measure);
    return (old?.applies ?? false) !== layer.applies || (layer.applies && old?.rate !== layer.rate);
  });
  const own = changed.filter((layer) => {
    const old = before.find((other) => other.measure === layer.measure);
    return !KNOCK_ON.has(layer.reason) && !(old && KNOCK_ON.has(old.reason));
  });
  return (
    own.find((layer) => layer.applies) ??
    own[0] ??
    goneFrom(before, after, instant, courseOf) ??
    changed[0]
  );
}

/** The layer of a measure that from this instant on affects others, and what decided so. */
function goneFrom(
  before: readonly Layer[],
  after: readonly Layer[],
  instant: number,
  courseOf: CourseOf,
): Layer | undefined {
  const gone = before.find(
    ({ applies, measure }) => applies && !after.some((layer) => layer.measure === measure),
  );
  if (!gone?.measure) return undefined;
  const course = courseOf(gone.measure);
  const setBy = course.decisions.findLast((decision) => course.from(decision) === instant);
  return { ...gone, setBy: setBy ?? gone.setBy };
}

/** The duty as a step function over entries in `[from, to)`, from all decisions known. */
function scheduleOf(
  rules: Rules,
  question: DutyQuestion,
  from: number,
  to: number,
): readonly DutyStep[] {
  const courseOf = coursesBy(Infinity);
  const steps: { from: number; until: number | null; total: number; key: string }[] = [];
  const boundaries = boundariesOf(rules, courseOf).filter((instant) => instant > from);
  for (const instant of [from, ...boundaries]) {
    const layers = layersAt(rules, question, instant, Infinity, courseOf);
    const key = applied(layers);
    const last = steps.at(-1);
    if (last?.key === key) continue;
    if (last) last.until = instant;
    if (instant >= to) break;
    steps.push({ from: instant, until: null, total: totalOf(layers), key });
  }
  return steps.map((step) => ({
    from: step.from,
    until: step.until === null ? null : Math.min(step.until, to),
    total: step.total,
  }));
}
