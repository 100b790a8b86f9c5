/** The oracle on goods: what is asked about, and whether it is in the scope of something. */

export interface Goods {
  readonly hs?: string | undefined;
  readonly hsEdition?: string | undefined;
  readonly origin?: readonly string[] | undefined;
  readonly endUse?: readonly string[] | undefined;
  readonly producer?: string | undefined;
  readonly transshipped?: boolean | undefined;
  readonly customsValue?: { readonly amount: number; readonly currency: string } | undefined;
  readonly quantities?: readonly { readonly value: number; readonly unit: string }[] | undefined;
  readonly content?: readonly { readonly of: string; readonly share: number }[] | undefined;
  readonly quotas?: readonly string[] | undefined;
  readonly loadedAt?: number | undefined;
}

// The universe makes these up; the oracle trusts their shapes.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Any = any;

export type Part = 'ALL' | 'PART' | 'NONE';

/** How much of the goods under a code is meant, and whether another edition leaves it open. */
export interface Scope {
  readonly part: Part;
  readonly open: boolean;
}

const SIX = 6;

/** Of the goods under a code: a longer code in the list is on a part of them. */
function within(codes: readonly string[], edition: string | undefined, goods: Goods): Scope {
  const { hs } = goods;
  if (hs === undefined) return { part: 'NONE', open: false };
  const covering = codes.filter((code) => hs.startsWith(code));
  const differ =
    edition !== undefined && goods.hsEdition !== undefined && edition !== goods.hsEdition;
  // Of another edition: neither in nor out, but for the same six digits in both.
  if (differ && !covering.some((code) => code.length >= SIX)) return { part: 'PART', open: true };
  if (covering.length > 0) return { part: 'ALL', open: false };
  return { part: codes.some((code) => code.startsWith(hs)) ? 'PART' : 'NONE', open: false };
}

function meets({ hs, hsEdition, origin, endUse, producers }: Any, goods: Goods): Scope {
  const named =
    (!origin || origin.some((claim: string) => goods.origin?.includes(claim))) &&
    (!endUse || endUse.some((use: string) => goods.endUse?.includes(use))) &&
    (!producers || producers.includes(goods.producer));
  if (!named) return { part: 'NONE', open: false };
  return hs ? within(hs, hsEdition, goods) : { part: 'ALL', open: false };
}

/** Every criterion must be met and the exceptions must not; without a scope it is on all goods. */
export function scopeOf(scope: Any, goods: Goods): Scope {
  const inside = meets(scope ?? {}, goods);
  if (inside.part === 'NONE' || !scope?.except) return inside;
  const outside = meets(scope.except, goods);
  if (outside.part === 'NONE') return inside;
  if (outside.part === 'ALL') return { part: 'NONE', open: false };
  return { part: 'PART', open: inside.open || outside.open };
}

/** Both at once, such as of the goods and of the countries. */
export const both = (a: Part, b: Part): Part =>
  a === 'NONE' || b === 'NONE' ? 'NONE' : a === 'ALL' && b === 'ALL' ? 'ALL' : 'PART';

export const named = (pattern: string, slug: string): boolean =>
  pattern.endsWith('*') ? slug.startsWith(pattern.slice(0, -1)) : slug === pattern;
