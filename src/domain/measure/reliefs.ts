/**
 * Reliefs from a measure: which of them are open at an instant, and the state of their quotas.
 *
 * A further grant under the same slug sets the terms of a relief anew, from its own day on; an end
 * ends the grant before it. A quota without a report is open (events.md, version 2).
 */
import { effectiveInstant } from '../../../events/time/bounds.js';
import { countsFrom } from '../streamState/effects.js';
import type { Fact, KnowledgeView, TopicFact } from '../streamState/knowledgeView.js';
import { weakMemoize } from '../streamState/threeValued.js';
import { alternativeOrders } from './decisionOrder.js';

export type Grant = Fact<'ExemptionGranted'>;
type QuotaReport = Fact<'QuotaReported'>;

export type QuotaStatus = QuotaReport['data']['status'];

/** A relief as granted and ended, by its latest terms at an instant. */
export interface Relief {
  /** Null for a grant without a name. */
  readonly slug: string | null;
  readonly grant: Grant;
  /** Epoch milliseconds, half-open. */
  readonly from: number;
  readonly until: number;
  /** Areas for which it has ended by the instant. */
  readonly endedFor: readonly string[];
}

export interface QuotaState {
  readonly status: QuotaStatus;
  /** In the unit of the quota; null while unreported. */
  readonly used: number | null;
  /** The report; null where there is none. */
  readonly setBy: QuotaReport | null;
}

const grouped = weakMemoize((knowledge: KnowledgeView) => {
  const groups = new Map<string, Fact<'ExemptionGranted' | 'ExemptionEnded'>[]>();
  const reports = new Map<string, QuotaReport[]>();
  for (const fact of knowledge.factsOn('reliefs')) {
    if (fact.type === 'QuotaReported') {
      const known = reports.get(fact.data.relief);
      if (known) known.push(fact);
      else reports.set(fact.data.relief, [fact]);
      continue;
    }
    const key = fact.data.relief ?? fact.event.id;
    const known = groups.get(key);
    if (known) known.push(fact);
    else groups.set(key, [fact]);
  }
  return { groups, reports };
});

/** The same knowledge with the decisions on a relief in each other order that their dates leave open. */
export const otherReliefOrders = weakMemoize(
  (knowledge: KnowledgeView): readonly KnowledgeView[] => {
    const all = knowledge.factsOn('reliefs');
    const { groups, reports } = grouped(knowledge);
    return [...groups.values(), ...reports.values()].flatMap((facts) =>
      alternativeOrders<TopicFact<'reliefs'>>(facts).map((order) =>
        knowledge.reordered('reliefs', [...all.filter((fact) => !order.includes(fact)), ...order]),
      ),
    );
  },
);

interface Asked {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly decidedBy: number;
}

/** Every relief granted by an instant, in the order of its first grant. O(facts). */
export function reliefsAt(knowledge: KnowledgeView, asked: Asked): readonly Relief[] {
  return [...grouped(knowledge).groups.values()].flatMap(
    (facts) => reliefFrom(facts, knowledge.zone, asked) ?? [],
  );
}

function reliefFrom(
  facts: readonly Fact<'ExemptionGranted' | 'ExemptionEnded'>[],
  zone: string,
  { at, decidedBy }: Asked,
): Relief | undefined {
  const from = (fact: Fact<'ExemptionGranted' | 'ExemptionEnded'>) =>
    effectiveInstant(fact.data.effectiveFrom, zone);
  const decided = facts.filter((fact) => countsFrom(fact, zone) <= decidedBy);
  const grants = decided.filter((fact) => fact.type === 'ExemptionGranted');
  const grant = grants.findLast((fact) => from(fact) <= at) ?? grants[0];
  if (!grant) return undefined;
  const { until, relief } = grant.data;
  let end = until === undefined ? Infinity : effectiveInstant(until, zone);
  const endedFor: string[] = [];
  // An end that was decided before the grant was of an earlier one.
  for (const fact of decided.slice(decided.indexOf(grant) + 1)) {
    if (fact.type !== 'ExemptionEnded') continue;
    if (fact.data.affects === undefined) end = Math.min(end, from(fact));
    else if (from(fact) <= at) endedFor.push(...fact.data.affects);
  }
  return { slug: relief ?? null, grant, from: from(grant), until: end, endedFor };
}

/** The state of a relief's quota at an instant: what the last report from before it says. */
export function quotaAt(knowledge: KnowledgeView, relief: Relief, asked: Asked): QuotaState {
  const { quota } = relief.grant.data;
  const { zone } = knowledge;
  const begun = quota ? effectiveInstant(quota.from, zone) : -Infinity;
  const from = (fact: QuotaReport) => effectiveInstant(fact.data.from, zone);
  const report = (grouped(knowledge).reports.get(relief.slug ?? '') ?? []).findLast(
    (fact) =>
      from(fact) <= asked.at && from(fact) >= begun && countsFrom(fact, zone) <= asked.decidedBy,
  );
  return {
    status: report?.data.status ?? 'OPEN',
    used: report?.data.used ?? null,
    setBy: report ?? null,
  };
}

/** Every instant at which a relief may begin, end or change, with the event that says so. O(facts). */
export const reliefTurns = weakMemoize(
  (knowledge: KnowledgeView): readonly (readonly [number, Fact])[] =>
    knowledge.factsOn('reliefs').flatMap((fact): readonly (readonly [number, Fact])[] => {
      const at = (text: string | undefined): readonly (readonly [number, Fact])[] =>
        text === undefined ? [] : [[effectiveInstant(text, knowledge.zone), fact]];
      if (fact.type === 'QuotaReported') return at(fact.data.from);
      if (fact.type === 'ExemptionEnded') return at(fact.data.effectiveFrom);
      const { effectiveFrom, until, quota } = fact.data;
      return [...at(effectiveFrom), ...at(until), ...at(quota?.from), ...at(quota?.until)];
    }),
);
