/** The reliefs of a measure at a view. */
import { decimalText, expressionText } from '../../../events/duty/expressionText.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { quotaAt, type QuotaStatus, reliefsAt } from './reliefs.js';

/** A relief as granted by a view. */
export interface ReliefView {
  readonly slug: string | null;
  /** Percent ad valorem; null where it is no plain percentage. */
  readonly rate: number | null;
  readonly expression: string;
  /** Epoch milliseconds; half-open. */
  readonly from: number;
  readonly until: number | null;
  readonly quota: {
    readonly volume: number;
    readonly unit: string;
    readonly status: QuotaStatus;
    readonly used: number | null;
  } | null;
  readonly setBy: Fact;
}

/** The reliefs granted by `at`, in the order of their first grant. O(facts). */
export function reliefViews(knowledge: KnowledgeView, at: number): readonly ReliefView[] {
  const asked = { at, decidedBy: at };
  return reliefsAt(knowledge, asked).map((relief) => {
    const { rate = null, duty, quota } = relief.grant.data;
    const { status, used } = quotaAt(knowledge, relief, asked);
    const isLetOff = rate === null && duty === undefined;
    return {
      slug: relief.slug,
      rate: isLetOff ? 0 : rate,
      expression: duty ? expressionText(duty) : `${decimalText(rate ?? 0)} %`,
      from: relief.from,
      until: relief.until === Infinity ? null : relief.until,
      quota: quota ? { volume: quota.volume, unit: quota.unit, status, used } : null,
      setBy: relief.grant,
    };
  });
}
