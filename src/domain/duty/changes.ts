/** How a duty changes with the day of entry: what is pending at a view, and the schedule over time. */
import type { Certainty } from '../../../events/envelope.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import { measureTurns } from '../measure/measureTurns.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { weakMemoize } from '../streamState/threeValued.js';
import { appliedKey, causesOf } from './causes.js';
import { chargeText } from './charge.js';
import { coverageOf } from './coverage.js';
import {
  type Asked,
  chargeOfLayers,
  type DutyQuestion,
  type DutyRules,
  type Layer,
  toNumber,
  totalPoints,
} from './layer.js';
import { Assessment, type TimelineLookup, timelinesDecidedBy } from './layers.js';
import { type DutyScope, leastCertaintyOf, scopeOf } from './scope.js';

export interface DutyChange {
  /** Epoch milliseconds. */
  readonly at: number;
  /** In percentage points; null where a layer is no percentage, or none is on record. */
  readonly total: number | null;
  /** `7 INR/kg`; null where nothing is on record. */
  readonly expression: string | null;
  /** How firmly the least certain event behind the total is held; null where no layer applies. */
  readonly leastCertainty: Certainty | null;
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
  /** As that of {@link DutyChange}. */
  readonly total: number | null;
  readonly expression: string | null;
  /** The layers that apply. */
  readonly layers: readonly Layer[];
  /** What the total holds for when the step begins. */
  readonly scope: () => DutyScope;
  /** The events that bring the step about, the foremost first; none for the first step. */
  readonly setBy: readonly Fact[];
}

/** Every instant at which a duty may change, ascending. */
function boundariesOf(
  rules: DutyRules,
  { imposedBy, on }: DutyQuestion,
  timelineOf: TimelineLookup,
): readonly number[] {
  const instants = new Set<number>();
  // Asked of a group, who its members are decides.
  for (const code of [imposedBy, on])
    for (const instant of rules.areas.turningPoints(code)) instants.add(instant);
  for (const knowledge of rules.measures) {
    for (const [instant] of measureTurns(timelineOf(knowledge), knowledge)) instants.add(instant);
    for (const code of areasOf(knowledge))
      for (const instant of rules.areas.turningPoints(code)) instants.add(instant);
  }
  for (const rulebook of rules.rulebooks)
    for (const instant of rulebookTurns(rulebook)) instants.add(instant);
  return [...instants].filter(Number.isFinite).sort((a, b) => a - b);
}

/** When an order of precedence begins to count, or what the record claims to cover changes. */
const rulebookTurns = weakMemoize((rulebook: KnowledgeView): readonly number[] => {
  const { zone } = rulebook;
  return [
    ...rulebook.factsOn('precedence').map(({ data }) => data.effectiveFrom),
    ...rulebook.factsOn('coverage').flatMap(({ data }) => [data.from, data.until ?? []].flat()),
  ].map((text) => effectiveInstant(text, zone));
});

/** The areas that a measure's decisions and reliefs name. */
const areasOf = weakMemoize((knowledge: KnowledgeView): ReadonlySet<string> => {
  const codes = new Set<string>();
  for (const { data } of [...knowledge.factsOn('decisions'), ...knowledge.factsOn('reliefs')])
    for (const key of ['affects', 'exceptFor', 'imposedBy'] as const) {
      const value = (data as Readonly<Record<string, unknown>>)[key];
      for (const code of Array.isArray(value) ? value : [value])
        if (typeof code === 'string') codes.add(code);
    }
  return codes;
});

/** What is known at one entry, of the decisions that `timelineOf` knows. */
interface Standing {
  readonly layers: readonly Layer[];
  readonly scope: () => DutyScope;
  /** Null where nothing is on record, or where a layer is no percentage. */
  readonly total: number | null;
  /** Null where nothing is on record. */
  readonly expression: string | null;
  /** Equal for two entries when the same measures take the same of both. */
  readonly key: string;
}

function standingAt(
  rules: DutyRules,
  question: DutyQuestion,
  { entry, decidedBy }: Pick<Asked, 'entry' | 'decidedBy'>,
  timelineOf: TimelineLookup,
): Standing {
  const { goods = {} } = question;
  const asked = { rules, question, goods, entry, decidedBy };
  const layers = new Assessment(asked, timelineOf).layers();
  const isOnRecord = layers.length > 0 || coverageOf(asked, false).status !== 'NONE';
  const total = isOnRecord ? totalPoints(layers, goods) : null;
  return {
    layers,
    scope: () => scopeOf(layers, asked),
    total: total && toNumber(total),
    expression: isOnRecord ? chargeText(chargeOfLayers(layers)) : null,
    key: isOnRecord ? appliedKey(layers) : 'not on record',
  };
}

/** Changes decided by the view that take effect after it. O(boundaries × measures). */
export function pendingAfter(
  rules: DutyRules,
  question: DutyQuestion,
  at: number,
  timelineOf: TimelineLookup,
): readonly DutyChange[] {
  const changes: DutyChange[] = [];
  const standing = (entry: number) =>
    standingAt(rules, question, { entry, decidedBy: at }, timelineOf);
  let before = standing(at);
  for (const instant of boundariesOf(rules, question, timelineOf)) {
    if (instant <= at) continue;
    const after = standing(instant);
    const turning = { rules, instant, decidedBy: at, timelineOf };
    // Where only what the record claims to cover changes, no measure does.
    const [cause] = causesOf(before.layers, after.layers, turning);
    const { total, expression } = after;
    const leastCertainty = leastCertaintyOf(after.layers);
    if (cause) changes.push({ at: instant, total, expression, leastCertainty, ...cause });
    before = after;
  }
  return changes;
}

/** The duty as a step function over entries in `[from, to)`, by all known decisions. O(boundaries × measures). */
export function scheduleOf(
  rules: DutyRules,
  question: DutyQuestion,
  from: number,
  to: number,
): readonly DutyStep[] {
  const timelineOf = timelinesDecidedBy(Infinity);
  const standing = (entry: number) =>
    standingAt(rules, question, { entry, decidedBy: Infinity }, timelineOf);
  const boundaries = boundariesOf(rules, question, timelineOf).filter((instant) => instant > from);
  const steps: DutyStep[] = [];
  let before: Standing | undefined;
  for (const instant of [from, ...boundaries]) {
    const after = standing(instant);
    if (before?.key !== after.key) {
      const last = steps.pop();
      if (last) steps.push({ ...last, until: Math.min(instant, to) });
      if (instant >= to) break;
      const turning = { rules, instant, decidedBy: Infinity, timelineOf };
      const causes = before ? causesOf(before.layers, after.layers, turning) : [];
      steps.push({
        ...{ from: instant, until: null, total: after.total, expression: after.expression },
        layers: after.layers.filter(({ applies }) => applies),
        scope: after.scope,
        setBy: causes.map(({ setBy }) => setBy),
      });
    }
    before = after;
  }
  return steps;
}
