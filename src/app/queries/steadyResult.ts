/** Between which instants the answer about a subject stays as it is. */
import { areaZone } from '../../../events/codes/areas.js';
import {
  steadyDuty,
  steadyNegotiation,
  type Stretch,
  withinAll,
} from '../../domain/history/steadiness.js';
import { NegotiationView } from '../../domain/negotiation/negotiationView.js';
import type { DutyResult } from './dutyQueries.js';
import { completeNegotiation, type NegotiationOrNone } from './negotiationQueries.js';

/** What was answered about. */
export type Answered = NegotiationOrNone | DutyResult;

/** The stretch around the instant of the view, and how a date is read there. */
export interface Steadiness extends Stretch {
  /** The zone in which `at` as a date is read; undefined where the answers differ in it. */
  readonly zone: string | undefined;
}

const isNegotiation = (result: Answered): result is NegotiationOrNone =>
  result.subject === undefined || result.subject instanceof NegotiationView;

const zoneOf = (result: Answered): string | undefined => {
  if (!isNegotiation(result)) return areaZone(result.subject.imposedBy);
  if (!result.subject) return 'UTC';
  // What is not public yet may be what says the zone.
  return result.asOf.publicAt === undefined ? result.subject.knowledge.zone : undefined;
};

async function stretchOf(
  result: Answered,
  { trade, whole }: { readonly trade: boolean; readonly whole: boolean },
): Promise<Stretch> {
  if (!isNegotiation(result)) {
    const duty = whole && result.whole ? await result.whole() : result.subject;
    return steadyDuty(duty, result.view.at);
  }
  const { subject } = result;
  // Nothing is told of what no event is about, until one is.
  if (!subject) return withinAll([]);
  const tellsTrade = trade && subject.hasBegun;
  if (tellsTrade) await completeNegotiation({ subject });
  return steadyNegotiation(subject, tellsTrade);
}

/**
 * Of what was answered about: with `trade` also the measures and duties of negotiations, with `whole`
 * also what of a duty is on other goods. O(facts read).
 */
export async function steadinessOf(
  results: readonly Answered[],
  asked: { readonly trade: boolean; readonly whole: boolean },
): Promise<Steadiness> {
  const stretches = await Promise.all(results.map((result) => stretchOf(result, asked)));
  const zones = new Set(results.map(zoneOf));
  return { ...withinAll(stretches), zone: zones.size === 1 ? [...zones][0] : undefined };
}
