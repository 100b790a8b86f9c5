/** Whether a good is in the scope of a measure, an exemption or an exception. */
import type { EventData } from '../../../events/catalogue.js';

export type GoodsScope = EventData<'ExemptionGranted'>['goods'];

/** The good a duty is asked for. An absent attribute matches no criterion. */
export interface Good {
  readonly hs?: string | undefined;
  readonly origin?: readonly string[] | undefined;
  readonly endUse?: readonly string[] | undefined;
  readonly transshipped?: boolean | undefined;
  /** Epoch milliseconds. */
  readonly loadedAt?: number | undefined;
  /** Epoch milliseconds; the instant asked about when absent. */
  readonly enteredAt?: number | undefined;
}

type Criteria = Omit<GoodsScope, 'except'>;

function matches({ hs, origin, endUse }: Criteria, good: Good): boolean {
  return (
    (hs === undefined || hs.some((prefix) => good.hs?.startsWith(prefix))) &&
    (origin === undefined || origin.some((claim) => good.origin?.includes(claim))) &&
    (endUse === undefined || endUse.some((use) => good.endUse?.includes(use)))
  );
}

/** Whether every criterion given matches and the exceptions do not. An absent scope covers all goods. */
export function inScope(scope: GoodsScope | undefined, good: Good): boolean {
  if (scope === undefined) return true;
  const { except, ...criteria } = scope;
  const excepted = except !== undefined && Object.keys(except).length > 0 && matches(except, good);
  return matches(criteria, good) && !excepted;
}

/** Whether a pattern (a slug, or a prefix followed by `*`) matches a slug. */
export const matchesSlugPattern = (pattern: string, slug: string): boolean =>
  pattern.endsWith('*') ? slug.startsWith(pattern.slice(0, -1)) : pattern === slug;
