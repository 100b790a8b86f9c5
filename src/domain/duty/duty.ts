/** A duty at a view: its total with what stands behind it, the changes pending, its schedule. */
import { moment } from '../../../events/time/bounds.js';
import type { Money } from '../measure/goodsScope.js';
import { latestRateAnnouncement } from '../measure/measureView.js';
import { setsAmount } from '../measure/terms.js';
import type { Certainty } from '../../../events/envelope.js';
import type { Answer } from '../streamState/knowledgeView.js';
import { type DutyChange, type DutyStep, pendingAfter, scheduleOf } from './changes.js';
import { type Charge, chargeText, moneyOf } from './charge.js';
import { type Coverage, coverageOf } from './coverage.js';
import {
  chargeOfLayers,
  type DutyQuestion,
  type DutyRules,
  type Layer,
  toNumber,
  totalPoints,
} from './layer.js';
import { Assessment, type TimelineLookup, timelinesDecidedBy } from './layers.js';
import { type Range, rangeOf } from './range.js';
import { type DutyScope, leastCertaintyOf, scopeOf } from './scope.js';

export type { DutyChange, DutyStep } from './changes.js';
export type { Coverage } from './coverage.js';

export interface DutyView {
  /** What it answers. */
  readonly question: DutyQuestion;
  readonly imposedBy: string;
  readonly on: string;
  /**
   * Percentage points of the layers that apply. Null where nothing is on record, or where a layer
   * that applies is no percentage of the value and quantities given.
   */
  readonly total: number | null;
  /** `32 % + 7 INR/kg`; null where nothing is on record. */
  readonly expression: string | null;
  /** In the currency of the customs value; null where value or a quantity is missing. */
  readonly amount: Money | null;
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly certainty: Answer;
  /** How firmly the least certain event behind the total is held; null where no layer applies. */
  readonly leastCertainty: Certainty | null;
  readonly scope: DutyScope;
  readonly coverage: Coverage;
  readonly layers: readonly Layer[];
  readonly pending: readonly DutyChange[];
  /** Whether what is collected is disputed: see {@link dutyView}. */
  readonly disputed: boolean;
  /** A layer in the currency of the customs value; null where value or a quantity is missing. */
  amountOf(layer: Layer): Money | null;
  schedule(from: number, to: number): readonly DutyStep[];
  /** The measures and rulebooks that it rests on. */
  restsOn(): DutyRules;
}

/**
 * The duty on goods entered at `goods.enteredAt`, or at `at` when no entry is given; range, pending
 * changes and schedule are computed when they are read. O(measures of the authority × decisions).
 *
 * It is disputed when a layer that applies rests on a DISPUTED event, or when another rate was
 * announced, as already in effect, after the terms collected had begun, and no decision followed.
 */
export function dutyView(rules: DutyRules, question: DutyQuestion, at: number): DutyView {
  const { imposedBy, on, goods = {} } = question;
  const timelineOf = timelinesDecidedBy(at);
  const entry = goods.enteredAt ?? at;
  const asked = { rules, question, goods, entry, decidedBy: at };
  const assessment = new Assessment(asked, timelineOf);
  const layers = assessment.layers();
  const coverage = coverageOf(asked, layers.length > 0);
  const isOnRecord = layers.length > 0 || coverage.status !== 'NONE';
  const total = isOnRecord ? totalPoints(layers, goods) : null;
  const charge = chargeOfLayers(layers);
  const money = (part: Charge): Money | null => {
    const amount = moneyOf(part, goods);
    return amount && { amount: Number(amount), currency: goods.customsValue?.currency ?? '' };
  };
  const disputed = layers.some((layer) => isDisputed(layer, entry, timelineOf));
  let range: Range | undefined;
  const ranged = () => (range ??= rangeOf(assessment, timelineOf));
  let pending: readonly DutyChange[] | undefined;
  return {
    question,
    imposedBy,
    on,
    total: total && toNumber(total),
    expression: isOnRecord ? chargeText(charge) : null,
    amount: isOnRecord ? money(charge) : null,
    get range() {
      const { points } = ranged();
      if (!points || total === null) return null;
      return { min: toNumber(points.min), max: toNumber(points.max) };
    },
    get certainty() {
      return ranged().certainty;
    },
    leastCertainty: disputed ? 'DISPUTED' : leastCertaintyOf(layers),
    get scope() {
      return scopeOf(layers, asked);
    },
    coverage,
    layers,
    get pending() {
      return (pending ??= pendingAfter(rules, question, at, timelineOf));
    },
    disputed,
    amountOf: (layer) => layer.charge && money(layer.charge),
    schedule: (from, to) => scheduleOf(rules, question, from, to),
    restsOn: () => rules,
  };
}

function isDisputed(
  { measure, applies, rate, setBy }: Layer,
  at: number,
  timelineOf: TimelineLookup,
): boolean {
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
      (decision.type === 'MeasureAmended' && setsAmount(decision.data)),
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
