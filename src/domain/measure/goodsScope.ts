/** Whether a good is among those a measure, an exemption or an exception speaks of. */
import type { EventData } from '../../../events/catalogue.js';

export type GoodsScope = EventData<'ExemptionGranted'>['goods'];

/** The good a duty is asked for; what is not said of it matches no criterion. */
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

/** A good matches when each key given has a match, and the exceptions, if any, do not match. */
export function inScope(scope: GoodsScope | undefined, good: Good): boolean {
  if (scope === undefined) return true;
  const { except, ...criteria } = scope;
  const excepted = except !== undefined && Object.keys(except).length > 0 && matches(except, good);
  return matches(criteria, good) && !excepted;
}

/** Whether a slug is meant by a name, which may be a prefix followed by `*`. */
export const matchesSlugPattern = (pattern: string, slug: string): boolean =>
  pattern.endsWith('*') ? slug.startsWith(pattern.slice(0, -1)) : pattern === slug;
