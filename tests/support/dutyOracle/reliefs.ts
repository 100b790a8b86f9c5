/** The naive oracle on reliefs: which of them are open to a good, and what they leave. */
import type { OracleFact } from '../oracle.js';
import { type Amount, amountOf, dutyIn } from './amount.js';
import type { OracleAreas } from './areas.js';
import type { Fraction } from './fraction.js';
import { both, type Goods, type Part, scopeOf } from './goods.js';
import { type Move, movesOf } from './orders.js';
import type { Strip } from './strip.js';

export interface Relief {
  readonly amount: Amount;
  readonly part: Part;
  /** Whether another edition leaves it open. */
  readonly open: boolean;
  readonly quota: boolean;
  readonly name: string | undefined;
  readonly by: OracleFact;
}

export interface Asked {
  readonly from: string;
  readonly on: string;
  readonly goods: Goods;
  readonly entry: number;
}

/** The reliefs that fit, and what says that the quota of one is full or suspended. */
export interface Reliefs {
  readonly fitting: readonly Relief[];
  readonly full: OracleFact | undefined;
}

/** The facts about reliefs decided by the view: taken or effective by then. */
const decided = (strip: Strip): readonly OracleFact[] =>
  strip.oracle.facts.filter(
    (fact) =>
      ['ExemptionGranted', 'ExemptionEnded', 'QuotaReported'].includes(fact.type) &&
      Math.min(
        strip.oracle.when(fact).min,
        strip.instant(fact.data.effectiveFrom ?? fact.data.from),
      ) <= strip.by,
  );

/** The other orders of what was decided on one relief, and of the reports of one quota. */
export function* reliefMoves(strip: Strip): Generator<Move> {
  const groups = new Map<string, OracleFact[]>();
  for (const fact of decided(strip)) {
    const name = fact.data.relief ?? fact.event.id;
    const key = `${fact.type === 'QuotaReported'} ${name}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  for (const facts of groups.values()) yield* movesOf(strip.oracle, facts);
}

export function reliefsOf(
  strip: Strip,
  { on, goods, entry }: Asked,
  areas: OracleAreas,
  share: Fraction,
): Reliefs {
  const facts = decided(strip);
  const fitting: Relief[] = [];
  let full: OracleFact | undefined;
  const begun = (fact: OracleFact) => strip.instant(fact.data.effectiveFrom) <= entry;
  for (const [i, grant] of facts.entries()) {
    if (grant.type !== 'ExemptionGranted' || !begun(grant)) continue;
    const { relief, until, quota, valueAtMost, affects = ['*'], exceptFor = [] } = grant.data;
    if (entry >= strip.instant(until)) continue;
    const after = facts
      .slice(i + 1)
      .filter((fact) => relief !== undefined && fact.data.relief === relief && begun(fact));
    // Granted anew, its terms are set anew.
    if (after.some(({ type }) => type === 'ExemptionGranted')) continue;
    const ends = after.filter(({ type }) => type === 'ExemptionEnded');
    if (ends.some(({ data }) => data.affects === undefined)) continue;
    const endedFor = ends.flatMap(({ data }) => data.affects);
    const { customsValue: value } = goods;
    if (valueAtMost && value?.currency !== valueAtMost.currency) continue;
    if (valueAtMost && value!.amount > valueAtMost.amount) continue;
    const reach = { affects, exceptFor: [...exceptFor, ...endedFor] };
    const scope = scopeOf(grant.data.goods, goods);
    const part = both(areas.extent(reach, null, on, entry), scope.part);
    if (part === 'NONE') continue;
    let by = grant;
    if (quota) {
      const held = goods.quotas?.includes(relief);
      if (!held || entry < strip.instant(quota.from) || entry >= strip.instant(quota.until))
        continue;
      const report = facts
        .filter(({ type, data }) => type === 'QuotaReported' && data.relief === relief)
        .filter(({ data }) => strip.instant(data.from) <= entry)
        .filter(({ data }) => strip.instant(data.from) >= strip.instant(quota.from))
        .at(-1);
      by = report ?? grant;
      if (report && report.data.status !== 'OPEN') {
        full = report;
        continue;
      }
    }
    const amount = amountOf(dutyIn(grant.data) ?? { components: [] }, share);
    fitting.push({ amount, part, open: scope.open, quota: quota !== undefined, name: relief, by });
  }
  // Of several that leave the same, the relief that was first heard of.
  const heard = ({ by, name = by.event.id }: Relief) =>
    strip.oracle.facts.findIndex(
      ({ data, event, type }) => type !== 'QuotaReported' && (data.relief ?? event.id) === name,
    );
  return { fitting: fitting.sort((a, b) => heard(a) - heard(b)), full };
}
