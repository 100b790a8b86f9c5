/** Targets, each with every due date it has had. */
import { moment } from '../../../events/time/bounds.js';
import type { EventData } from '../../../events/catalogue.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { factsBegunBy } from '../streamState/threeValued.js';
import { likelyOutcome } from './targetOutcomes.js';

export type TargetStatus = 'OPEN' | 'DUE_WINDOW' | 'OVERDUE' | 'MET' | 'MISSED';

export interface Target {
  readonly slug: string;
  readonly what: string;
  /** EDTF: the current due date. */
  readonly due: string;
  readonly kind: EventData<'TargetSet'>['kind'];
  readonly status: TargetStatus;
  /** How often the due date changed. */
  readonly slips: number;
  readonly value: number | null;
  readonly unit: string | null;
  readonly history: readonly { readonly due: string; readonly setBy: Fact }[];
  readonly readings: readonly { due: string; by: string; status: TargetStatus }[];
  /** A step of an agreement that may be its outcome, while none is recorded; null where there is none. */
  readonly perhapsMetBy: Fact | null;
  /** The latest fact: it set the due date, or declared the target met or missed. */
  readonly setBy: Fact<'TargetSet' | 'TargetMet' | 'TargetMissed'>;
}

function statusOf(due: string, zone: string, at: number): TargetStatus {
  const { min, max } = moment(due, zone);
  return at < min ? 'OPEN' : at <= max ? 'DUE_WINDOW' : 'OVERDUE';
}

type TargetFact = Target['setBy'];

/** The facts of each target by slug, in the order the targets first appear. */
export function targetGroups(
  facts: readonly TargetFact[],
): ReadonlyMap<string, readonly TargetFact[]> {
  const groups = new Map<string, TargetFact[]>();
  for (const fact of facts) {
    const group = groups.get(fact.data.target);
    if (group) group.push(fact);
    else groups.set(fact.data.target, [fact]);
  }
  return groups;
}

/** Targets set by `at`, in the order they first appear. O(facts on targets and agreements). */
export function targetsOf(knowledge: KnowledgeView, at: number): readonly Target[] {
  const groups = targetGroups(factsBegunBy(knowledge.factsOn('targets'), at));
  const steps = factsBegunBy(knowledge.factsOn('agreements'), at);
  return [...groups.values()].flatMap((facts) => targetOf(facts, knowledge.zone, at, steps) ?? []);
}

/** One target by its own facts and the steps of agreements; undefined while it is not set. */
export function targetOf(
  targetFacts: readonly TargetFact[],
  zone: string,
  at: number,
  steps: readonly Fact[] = [],
): Target | undefined {
  const facts = factsBegunBy(targetFacts, at);
  const settings = facts.filter((fact) => fact.type === 'TargetSet');
  const current = settings.at(-1);
  const latest = facts.at(-1);
  if (!current || !latest) return undefined;
  const eventZone = current.event.timeZone ?? zone;
  const outcome: TargetStatus | undefined =
    latest.type === 'TargetMet' ? 'MET' : latest.type === 'TargetMissed' ? 'MISSED' : undefined;
  const { what, due, kind, value = null, unit = null, readings = [] } = current.data;
  return {
    slug: latest.data.target,
    what,
    due,
    kind,
    value,
    unit,
    status: outcome ?? statusOf(due, eventZone, at),
    slips: settings.filter((fact, i) => i > 0 && fact.data.due !== settings[i - 1]?.data.due)
      .length,
    history: settings.map((fact) => ({ due: fact.data.due, setBy: fact })),
    readings: readings.map((reading) => ({
      ...reading,
      status: outcome ?? statusOf(reading.due, eventZone, at),
    })),
    // An amount is met by no agreement, nor a date by what was there when it was set.
    perhapsMetBy:
      outcome || value !== null ? null : (likelyOutcome(what, current.sortInstant, steps) ?? null),
    setBy: latest,
  };
}
