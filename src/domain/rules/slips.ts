/**
 * Findings for probable mistakes of data entry. Each rule is linear in its facts; none compares
 * every pair.
 */
import { isActor, isGroup } from '../../../events/codes/areas.js';
import { period } from '../../../events/time/bounds.js';
import { trackOf } from '../negotiation/activity.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { Finding, FindingsInput } from './finding.js';
import { isAgreementStep, NamedAgreements, presupposesAgreement } from './namedAgreements.js';
import { stepsWithoutEffect } from './stepsWithoutEffect.js';
import { type Act, actOf } from './sameAct.js';
import { similarPairs } from './similarSlugs.js';

type SlipRule = (view: FindingsInput) => readonly Finding[];

/** Codes of the findings for probable mistakes of data entry; an import prints these. */
export const SLIP_CODES: ReadonlySet<string> = new Set([
  'POSSIBLE_DUPLICATE',
  'CONFLICTING_DATES',
  'PLAN_OVERTAKEN',
  'AGREEMENT_UNCLEAR',
  'UNKNOWN_ACTOR',
  'UNKNOWN_GROUP',
  'SIMILAR_SLUG',
  'LAUNCHED_BEFORE',
  'WITHOUT_EFFECT',
]);

const begun = (knowledge: KnowledgeView, at: number): readonly Fact[] =>
  knowledge.factsOn('activity').filter(({ began }) => began.min <= at);

interface ReportedAct extends Act {
  readonly fact: Fact;
}

/**
 * Splits facts into groups whose members share a participant, directly or through others; omits
 * groups of one.
 */
function connected(facts: readonly ReportedAct[]): readonly Fact[][] {
  const areUnlike = facts.some(({ variant }) => variant !== facts[0]?.variant);
  // A fact without participants may report the same act as any of the others.
  if (areUnlike || facts.some(({ who }) => who.length === 0))
    return facts.length > 1 ? [facts.map(({ fact }) => fact)] : [];
  const parent = facts.map((_, index) => index);
  const root = (index: number): number => {
    let top = index;
    while (parent[top] !== top) top = parent[top] ?? top;
    parent[index] = top;
    return top;
  };
  const firstOf = new Map<string, number>();
  facts.forEach(({ who }, index) => {
    for (const name of who) {
      const first = firstOf.get(name);
      if (first === undefined) firstOf.set(name, index);
      else parent[root(index)] = root(first);
    }
  });
  const groups = new Map<number, Fact[]>();
  facts.forEach(({ fact }, index) => {
    const group = groups.get(root(index));
    if (group) group.push(fact);
    else groups.set(root(index), [fact]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The same act on the same dates with a shared participant: perhaps one act entered twice. */
const duplicates: SlipRule = ({ knowledge, at }) => {
  const groups = new Map<string, ReportedAct[]>();
  for (const fact of begun(knowledge, at)) {
    const act = actOf(fact);
    if (!act) continue;
    const key = JSON.stringify([fact.type, fact.occurred, act.key]);
    const group = groups.get(key);
    if (group) group.push({ ...act, fact });
    else groups.set(key, [{ ...act, fact }]);
  }
  return [...groups.values()].flatMap(connected).map((facts) => ({
    code: 'POSSIBLE_DUPLICATE',
    message: `${facts.length === 2 ? 'Two' : facts.length} ${facts[0]?.type} events on ${facts[0]?.occurred} may be one act entered twice. Retract one and add its source to the other, or leave both if they differ.`,
    events: facts,
  }));
};

/** Reports of one round whose dates exclude each other. */
const roundDates: SlipRule = ({ rounds }) =>
  rounds
    .filter(({ reports: [first, ...others] }) =>
      others.some(
        (other) => first && (other.start.min > first.end.max || other.end.max < first.start.min),
      ),
    )
    .map(({ number, reports }) => ({
      code: 'CONFLICTING_DATES',
      message: `Reports date round ${number} ${reports.map((fact) => fact.occurred).join(' and ')}. Correct the number or the part of one, or retract the one that is wrong.`,
      events: reports,
    }));

const PATIENCE_MS = 30 * 86_400_000;

/**
 * Planned rounds without an outcome, although a later round of the track was held or 30 days have
 * passed.
 */
const overtakenPlans: SlipRule = ({ knowledge: { zone }, rounds, at }) => {
  const last = new Map<string | null, { start: number; number: number }>();
  for (const { reports, track, number } of rounds) {
    if (reports.length === 0) continue;
    const start = Math.max(...reports.map((fact) => fact.start.min));
    const before = last.get(track) ?? { start: -Infinity, number: -Infinity };
    last.set(track, {
      start: Math.max(start, before.start),
      number: Math.max(number ?? -Infinity, before.number),
    });
  }
  return rounds.flatMap(({ status, setBy, dates, track, number }): Finding[] => {
    const isOpen =
      status === 'SCHEDULED' ||
      (setBy.type === 'RoundPostponed' && status === 'POSTPONED' && setBy.data.to !== undefined);
    if (!isOpen) return [];
    const end = period(dates, zone).end.max;
    const held = last.get(track);
    const isPassed = held && (held.start > end || held.number > (number ?? Infinity));
    if (!isPassed && !(at > end + PATIENCE_MS)) return [];
    const name = `${number === null ? 'A round' : `Round ${number}`}${track === null ? '' : ` of ${track}`}`;
    return [
      {
        code: 'PLAN_OVERTAKEN',
        message: `${name} was planned for ${dates} and nothing says what became of it. Enter RoundHeld or RoundPostponed, or retract the plan.`,
        events: [setBy],
      },
    ];
  });
};

/** Steps that do not name which of several agreements they concern, or name one that is unknown. */
const unclearAgreements: SlipRule = ({ knowledge, at }) => {
  const named = new NamedAgreements();
  return knowledge.factsOn('agreements').flatMap((fact): Finding[] => {
    if (fact.began.min > at) return [];
    const { agreement } = fact.data as { agreement?: string };
    named.add(fact);
    if (!isAgreementStep(fact.type)) return [];
    if (agreement === undefined && named.areSeveral)
      return [
        {
          code: 'AGREEMENT_UNCLEAR',
          message: `${fact.type} on ${fact.occurred} does not say which agreement it means: ${named.listed}. Correct it to name one as agreement.`,
          events: [fact],
        },
      ];
    if (!presupposesAgreement(fact.type)) return [];
    return (agreement === undefined ? named.isEmpty : !named.has(agreement))
      ? [
          {
            code: 'WITHOUT_EFFECT',
            message: `${fact.type} on ${fact.occurred} is about ${agreement ?? 'an agreement'}, which no event names before it. Correct its slug, or enter AgreementSigned or AgreementEnteredIntoForce.`,
            events: [fact],
          },
        ]
      : [];
  });
};

/** The codes of parties that a fact uses. */
function codesIn(fact: Fact): readonly string[] {
  switch (fact.type) {
    case 'NegotiationLaunched':
      return fact.data.parties;
    case 'PartyJoined':
    case 'PartyLeft':
    case 'PartyWithdrew':
    case 'RatificationStepTaken':
      return [fact.data.party];
    case 'AgreementEnteredIntoForce':
      return fact.data.parties ?? [];
    default:
      return [];
  }
}

const unknownCodes: SlipRule = ({ knowledge, at, measures, related }) => {
  const named = new Set<string>();
  const usedIn = new Map<string, Fact>();
  const use = (code: string, fact: Fact) => {
    if (!usedIn.has(code)) usedIn.set(code, fact);
  };
  for (const fact of begun(knowledge, at)) {
    for (const code of codesIn(fact)) use(code, fact);
    if (fact.type === 'NegotiationLaunched')
      for (const { code } of fact.data.actors ?? []) named.add(code);
    if (fact.type === 'PartyJoined' && fact.data.name !== undefined) named.add(fact.data.party);
  }
  for (const { imposedBy, affects, setBy } of measures)
    for (const code of [imposedBy, ...affects]) if (code !== null && code !== '*') use(code, setBy);
  return [...usedIn].flatMap(([code, fact]): Finding[] => {
    if (isActor(code) && !named.has(code))
      return [
        {
          code: 'UNKNOWN_ACTOR',
          message: `No event names the actor "${code}". Correct the event to name it (actors of NegotiationLaunched, name of PartyJoined), or correct the code.`,
          events: [fact],
        },
      ];
    if (isGroup(code) && !related.areas.isKnownGroup(code))
      return [
        {
          code: 'UNKNOWN_GROUP',
          message: `No group "${code}" is known, so it has no members. Enter AreaDefined and MemberJoined on area/${code}, or correct the code.`,
          events: [fact],
        },
      ];
    return [];
  });
};

/** The slugs that a fact uses, each with the kind of thing it identifies. */
function slugsIn(fact: Fact): readonly (readonly [kind: string, slug: string])[] {
  const { agreement } = fact.data as { agreement?: unknown };
  const track = trackOf(fact);
  const hasSlug = isAgreementStep(fact.type) || 'title' in fact.data;
  return [
    ...(track === undefined ? [] : [['track', track] as const]),
    // A target that is met or missed without having been set is reported as TARGET_UNKNOWN.
    ...(fact.type === 'TargetSet' ? [['target', fact.data.target] as const] : []),
    // The field `agreement` of a launch describes the intended agreement in words; it is no slug.
    ...(typeof agreement === 'string' && hasSlug && fact.type !== 'NegotiationLaunched'
      ? [['agreement', agreement] as const]
      : []),
  ];
}

const similarSlugs: SlipRule = ({ knowledge, at }) => {
  const kinds = new Map<string, Map<string, Fact>>();
  for (const fact of begun(knowledge, at))
    for (const [kind, slug] of slugsIn(fact)) {
      const slugs = kinds.get(kind) ?? new Map<string, Fact>();
      kinds.set(kind, slugs);
      if (!slugs.has(slug)) slugs.set(slug, fact);
    }
  return [...kinds].flatMap(([kind, slugs]) =>
    similarPairs([...slugs.keys()]).map(([one, other]) => ({
      code: 'SIMILAR_SLUG' as const,
      message: `The ${kind}s "${one}" and "${other}" differ by one letter. Correct the slug of one, or leave both if they differ.`,
      events: [slugs.get(one), slugs.get(other)].filter((fact) => fact !== undefined),
    })),
  );
};

export const SLIP_RULES: readonly SlipRule[] = [
  duplicates,
  roundDates,
  overtakenPlans,
  unclearAgreements,
  stepsWithoutEffect,
  unknownCodes,
  similarSlugs,
];
