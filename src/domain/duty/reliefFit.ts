/** Which reliefs from a measure fit a good at its entry, and which of them the importer can claim. */
import type Big from 'big.js';
import { extentOf } from '../area/areaReach.js';
import { effectiveInstant } from '../../../events/time/bounds.js';
import { matchScope } from '../measure/goodsScope.js';
import { quotaAt, type Relief, reliefsAt } from '../measure/reliefs.js';
import { expressionOf } from '../measure/terms.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { Asked } from './layer.js';
import { type Charge, chargeOf, NOTHING } from './charge.js';

export interface FittingRelief {
  readonly charge: Charge;
  readonly setBy: Fact;
  readonly underQuota: boolean;
}

export interface FittingReliefs {
  /** For all of what is asked about. */
  readonly whole: readonly FittingRelief[];
  /** For some of what is asked about. */
  readonly partial: readonly FittingRelief[];
  /** What says that a quota in which a place is held is full or suspended; null where none is. */
  readonly exhaustedBy: Fact | null;
  /** Whether it is open that a partial one is for any of it. */
  readonly isUncertain: boolean;
}

/** Whether a relief's limit of the customs value is kept; not where no value is given. */
function isWithinValue({ grant }: Relief, { goods }: Asked): boolean {
  const { valueAtMost } = grant.data;
  const { customsValue } = goods;
  return (
    valueAtMost === undefined ||
    (customsValue !== undefined &&
      customsValue.currency === valueAtMost.currency &&
      customsValue.amount <= valueAtMost.amount)
  );
}

/**
 * The reliefs that fit. A reduced rate is taken on the same part of the customs value as the rate it
 * reduces. O(facts about reliefs).
 *
 * @param share that part, from 0 to 1
 */
export function fittingReliefs(knowledge: KnowledgeView, asked: Asked, share: Big): FittingReliefs {
  const { rules, question, goods, entry: at, decidedBy } = asked;
  const { areas } = rules;
  const instant = { at, decidedBy };
  const whole: FittingRelief[] = [];
  const partial: FittingRelief[] = [];
  let exhaustedBy: Fact | null = null;
  let isUncertain = false;
  for (const relief of reliefsAt(knowledge, instant)) {
    if (at < relief.from || at >= relief.until || !isWithinValue(relief, asked)) continue;
    const { data } = relief.grant;
    const exceptFor = [...(data.exceptFor ?? []), ...relief.endedFor];
    const reach = { imposedBy: null, affects: data.affects ?? ['*'], exceptFor };
    const extent = extentOf(areas, reach, question.on, at);
    const scope = matchScope(data.goods, goods);
    if (extent === 'NONE' || scope.match === 'NONE') continue;
    let setBy: Fact = relief.grant;
    if (data.quota) {
      const held = goods.quotas?.includes(relief.slug ?? '');
      const opens = effectiveInstant(data.quota.from, knowledge.zone);
      const closes = effectiveInstant(data.quota.until, knowledge.zone);
      if (!held || at < opens || at >= closes) continue;
      const quota = quotaAt(knowledge, relief, instant);
      if (quota.status !== 'OPEN') {
        exhaustedBy = quota.setBy ?? relief.grant;
        continue;
      }
      setBy = quota.setBy ?? relief.grant;
    }
    const expression = expressionOf(data);
    const charge = expression ? chargeOf(expression, share) : NOTHING;
    const fits = { charge, setBy, underQuota: data.quota !== undefined };
    if (extent === 'ALL' && scope.match === 'ALL') whole.push(fits);
    else {
      partial.push(fits);
      isUncertain ||= scope.isUncertain;
    }
  }
  return { whole, partial, exhaustedBy, isUncertain };
}
