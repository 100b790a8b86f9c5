/** A duty at a view: its total with what stands behind it, the changes pending, its schedule. */
import type { Money } from '../measure/goodsScope.js';
import type { Certainty } from '../../../events/envelope.js';
import type { Answer } from '../streamState/knowledgeView.js';
import { type DutyChange, type DutyStep, pendingAfter, scheduleOf } from './changes.js';
import { type Charge, chargeText, moneyOf } from './charge.js';
import { type Coverage, coverageOf } from './coverage.js';
import { type Dispute, disputeOf } from './dispute.js';
import {
  chargeOfLayers,
  type DutyQuestion,
  type DutyRules,
  type Layer,
  toNumber,
  totalPoints,
} from './layer.js';
import { Assessment, timelinesDecidedBy } from './layers.js';
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
  /** Whether some layer that applies is disputed. */
  readonly disputed: boolean;
  /** Null for a layer that is not disputed. */
  disputeOf(layer: Layer): Dispute | null;
  /** A layer in the currency of the customs value; null where value or a quantity is missing. */
  amountOf(layer: Layer): Money | null;
  schedule(from: number, to: number): readonly DutyStep[];
  /** The measures and rulebooks that it rests on. */
  restsOn(): DutyRules;
}

/**
 * The duty on goods entered at `goods.enteredAt`, or at `at` when no entry is given; range, pending
 * changes and schedule are computed when they are read. O(measures of the authority × decisions).
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
  const disputes = (layer: Layer) => disputeOf(layer, entry, timelineOf);
  const disputed = layers.some((layer) => disputes(layer) !== null);
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
    disputeOf: disputes,
    amountOf: (layer) => layer.charge && money(layer.charge),
    schedule: (from, to) => scheduleOf(rules, question, from, to),
    restsOn: () => rules,
  };
}
