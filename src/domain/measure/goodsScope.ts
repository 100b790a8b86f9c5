/** Whether a good is in the scope of a measure, a relief or an exception. */
import type { EventData } from '../../../events/catalogue.js';
import { longestPrefix, type Match, matchCode } from './codeList.js';

export type GoodsScope = EventData<'ExemptionGranted'>['goods'];

export interface Money {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface Quantity {
  readonly value: number;
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
}

/** A part of the customs value. */
export interface Content {
  readonly of: string;
  /** From 0 to 1. */
  readonly share: number;
}

/** The good a duty is asked for. An absent attribute matches no criterion. */
export interface Good {
  readonly hs?: string | undefined;
  /** The edition of the HS that `hs` is of, such as 2022. */
  readonly hsEdition?: string | undefined;
  readonly origin?: readonly string[] | undefined;
  readonly endUse?: readonly string[] | undefined;
  readonly producer?: string | undefined;
  readonly transshipped?: boolean | undefined;
  readonly customsValue?: Money | undefined;
  readonly quantities?: readonly Quantity[] | undefined;
  readonly content?: readonly Content[] | undefined;
  /** Reliefs under a quota in which the importer holds a place. */
  readonly quotas?: readonly string[] | undefined;
  /** Epoch milliseconds. */
  readonly loadedAt?: number | undefined;
  /** Epoch milliseconds; the instant asked about when absent. */
  readonly enteredAt?: number | undefined;
}

/** A match, and whether it is open because the codes are of different editions. */
export interface ScopeMatch {
  readonly match: Match;
  readonly isUncertain: boolean;
}

type Criteria = Omit<GoodsScope, 'except'>;

const ALL: ScopeMatch = { match: 'ALL', isUncertain: false };
const NONE: ScopeMatch = { match: 'NONE', isUncertain: false };
/** A code of another edition is neither in nor out (events.md, version 2). */
const OTHER_EDITION: ScopeMatch = { match: 'PART', isUncertain: true };

const SUBHEADING = 6;

function matchHs({ hs: codes, hsEdition }: Criteria, good: Good): ScopeMatch {
  if (codes === undefined) return ALL;
  if (good.hs === undefined) return NONE;
  const match = matchCode(codes, good.hs);
  const differ =
    hsEdition !== undefined && good.hsEdition !== undefined && hsEdition !== good.hsEdition;
  if (!differ) return { match, isUncertain: false };
  // The six digits that are the same in both editions mean the same goods.
  const common = longestPrefix(codes, good.hs);
  return common !== undefined && common.length >= SUBHEADING ? ALL : OTHER_EDITION;
}

function matchCriteria(criteria: Criteria, good: Good): ScopeMatch {
  const { origin, endUse, producers } = criteria;
  const named =
    (origin === undefined || origin.some((claim) => good.origin?.includes(claim))) &&
    (endUse === undefined || endUse.some((use) => good.endUse?.includes(use))) &&
    (producers === undefined || (good.producer !== undefined && producers.includes(good.producer)));
  return named ? matchHs(criteria, good) : NONE;
}

const hasCriteria = (criteria: Criteria): boolean =>
  Object.entries(criteria).some(([key, value]) => key !== 'hsEdition' && value !== undefined);

/**
 * How much of the goods asked about is in a scope: every criterion given must match, and the
 * exceptions must not. An absent scope covers all goods. O(criteria), whatever the number of codes.
 */
export function matchScope(scope: GoodsScope | undefined, good: Good): ScopeMatch {
  if (scope === undefined) return ALL;
  const { except, ...criteria } = scope;
  const matched = matchCriteria(criteria, good);
  if (matched.match === 'NONE' || except === undefined || !hasCriteria(except)) return matched;
  const excepted = matchCriteria(except, good);
  if (excepted.match === 'ALL') return NONE;
  return excepted.match === 'NONE'
    ? matched
    : { match: 'PART', isUncertain: matched.isUncertain || excepted.isUncertain };
}

/** Whether all goods asked about are in a scope. */
export const inScope = (scope: GoodsScope | undefined, good: Good): boolean =>
  matchScope(scope, good).match === 'ALL';

/** Whether a pattern (a slug, or a prefix followed by `*`) matches a slug. */
export const matchesSlugPattern = (pattern: string, slug: string): boolean =>
  pattern.endsWith('*') ? slug.startsWith(pattern.slice(0, -1)) : pattern === slug;
