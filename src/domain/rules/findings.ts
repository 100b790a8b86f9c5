/**
 * Findings: inconsistencies in the record that need review. No append is rejected for one. Each
 * names its events and what would resolve it.
 */
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import type { Pause } from '../negotiation/activity.js';
import type { NegotiationMeasure } from '../measure/measureView.js';
import type { RelatedStreams } from '../negotiation/negotiationView.js';
import type { RoundCount } from '../negotiation/rounds.js';
import type { Target } from '../negotiation/targets.js';
import { type Phase, transitionsAt } from '../negotiation/phase.js';
import { weakMemoize } from '../streamState/threeValued.js';

export interface Finding {
  readonly code: FindingCode;
  readonly message: string;
  readonly events: readonly Fact[];
}

export type FindingCode =
  | 'UNEXPECTED_TRANSITION'
  | 'NOT_LAUNCHED'
  | 'CONFLICTING_DATES'
  | 'RESUMED_WITHOUT_PAUSE'
  | 'TARGET_OVERDUE'
  | 'TARGET_UNKNOWN'
  | 'REPORTS_DISAGREE'
  | 'REPORTED_BELOW_COUNTED'
  | 'ANNOUNCED_WITHOUT_INSTRUMENT'
  | 'MEASURE_CHANGED_AFTER_END'
  | 'POSSIBLE_DUPLICATE';

/** The properties of a negotiation's view that findings are computed from. */
export interface FindingsInput {
  readonly slug: string;
  readonly knowledge: KnowledgeView;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly pauses: readonly Pause[];
  readonly targets: readonly Target[];
  readonly roundsCompleted: RoundCount;
  readonly measures: readonly NegotiationMeasure[];
  readonly related: RelatedStreams;
}

type FindingRule = (view: FindingsInput) => readonly Finding[];

/** The phases that usually precede each phase. */
const USUAL_PREDECESSORS: Readonly<Record<Phase, readonly Phase[]>> = {
  EXPLORATORY: [],
  LAUNCHED: ['EXPLORATORY'],
  MANDATE_AGREED: ['LAUNCHED'],
  NEGOTIATING: ['LAUNCHED', 'MANDATE_AGREED'],
  FRAMEWORK_AGREED: ['LAUNCHED', 'MANDATE_AGREED', 'NEGOTIATING'],
  CONCLUDED: ['NEGOTIATING', 'FRAMEWORK_AGREED'],
  SIGNED: ['FRAMEWORK_AGREED', 'CONCLUDED'],
  RATIFYING: ['SIGNED'],
  IN_FORCE: ['SIGNED', 'RATIFYING'],
  TERMINATED: ['IN_FORCE'],
};

const phaseName = (phase: Phase): string => phase.toLowerCase().replaceAll('_', ' ');

const unexpectedTransitions: FindingRule = (view) =>
  transitionsAt(view.knowledge, view.related.areas, view.at).flatMap(({ from, to, fact }) => {
    if (fact.type === 'TalksResumed' || USUAL_PREDECESSORS[to].includes(from)) return [];
    const skipped = USUAL_PREDECESSORS[to].map(phaseName).join(' or ');
    return {
      code: 'UNEXPECTED_TRANSITION',
      message: `Went from ${phaseName(from)} to ${phaseName(to)}, which usually follows ${skipped}. Enter the missing step, or correct the event.`,
      events: [fact],
    };
  });

const missingLaunch: FindingRule = ({ slug, knowledge }) =>
  knowledge.factsOn('identity').length > 0
    ? []
    : [
        {
          code: 'NOT_LAUNCHED',
          message: `No launch of "${slug}" is recorded, so its parties are unknown. Enter NegotiationLaunched, or check the slug.`,
          events: knowledge.factsOn('activity').slice(0, 1),
        },
      ];

/** Steps that occur once in a negotiation, or once for an agreement of one title. */
const ONCE_ONLY_TYPES: ReadonlySet<string> = new Set([
  'NegotiationLaunched',
  'TermsOfReferenceAgreed',
  'AgreementConcluded',
  'AgreementSigned',
]);

const datesDisjoint = (a: Fact, b: Fact): boolean =>
  a.began.min > b.began.max || a.began.max < b.began.min;

/** Reports of one step with dates that exclude each other. */
const conflictingDates: FindingRule = ({ knowledge, at }) => {
  const steps = new Map<string, Fact[]>();
  for (const fact of knowledge.factsOn('process')) {
    if (!ONCE_ONLY_TYPES.has(fact.type) || fact.began.min > at) continue;
    const title =
      'title' in fact.data && fact.type !== 'NegotiationLaunched' ? fact.data.title : '';
    const key = `${fact.type} ${title}`;
    steps.set(key, [...(steps.get(key) ?? []), fact]);
  }
  return [...steps.values()]
    .filter(([first, ...others]) => first && others.some((other) => datesDisjoint(first, other)))
    .map((facts) => ({
      code: 'CONFLICTING_DATES',
      message: `Reports date ${facts[0]?.type} ${facts.map((fact) => fact.occurred).join(' and ')}. Retract the wrong one, or keep both if they are different steps.`,
      events: facts,
    }));
};

const resumptionsWithoutPause: FindingRule = (view) =>
  view.knowledge
    .factsOn('activity')
    .filter((fact) => fact.type === 'TalksResumed' && fact.began.min <= view.at)
    .filter((fact) => !view.pauses.some((pause) => pause.endedBy === fact))
    .filter(
      (fact) =>
        !view.knowledge
          .factsOn('activity')
          .some((end) => end.type === 'TalksTerminated' && end.sortInstant <= fact.sortInstant),
    )
    .map((fact) => ({
      code: 'RESUMED_WITHOUT_PAUSE',
      message: `Talks resumed on ${fact.occurred}, but no pause of that scope is recorded before. Enter the pause, or correct the scope.`,
      events: [fact],
    }));

const overdueTargets: FindingRule = (view) =>
  view.targets
    .filter((target) => target.status === 'OVERDUE')
    .map((target) => ({
      code: 'TARGET_OVERDUE',
      message: `"${target.what}" was due ${target.due} and no outcome is recorded. Enter TargetMet, TargetMissed, or TargetSet with the new date.`,
      events: [target.setBy],
    }));

const unknownTargets: FindingRule = (view) =>
  view.knowledge
    .factsOn('targets')
    .filter((fact) => fact.type !== 'TargetSet' && fact.began.min <= view.at)
    .filter((fact) => !view.targets.some((target) => target.slug === fact.data.target))
    .map((fact) => ({
      code: 'TARGET_UNKNOWN',
      message: `No target "${fact.data.target}" was set before it was met or missed. Enter TargetSet, or correct the slug.`,
      events: [fact],
    }));

const roundCounts: FindingRule = (view) => {
  const { reports, reported, counted, disputed } = view.roundsCompleted;
  const findings: Finding[] = [];
  if (disputed)
    findings.push({
      code: 'REPORTS_DISAGREE',
      message: `Reports of rounds completed disagree: ${reports.map((r) => `${r.count}${r.by ? ` (${r.by})` : ''}`).join(', ')}. A source that lists the rounds would settle it.`,
      events: reports.map((report) => report.setBy),
    });
  const latest = reports.findLast((report) => report.count === reported);
  if (latest && latest.count < counted)
    findings.push({
      code: 'REPORTED_BELOW_COUNTED',
      message: `${counted} rounds are recorded as held, but the best report says ${latest.count}. Check for a round entered twice, or how the report counts.`,
      events: [latest.setBy],
    });
  return findings;
};

/** A legal act is expected within this many days of an announcement. */
const INSTRUMENT_EXPECTED_DAYS = 30;

const measureFindings: FindingRule = (view) =>
  view.measures.flatMap((measure) => {
    const findings: Finding[] = [];
    const age = (view.at - measure.setBy.began.max) / 86_400_000;
    if (measure.status === 'ANNOUNCED' && age > INSTRUMENT_EXPECTED_DAYS)
      findings.push({
        code: 'ANNOUNCED_WITHOUT_INSTRUMENT',
        message: `${measure.title} was announced on ${measure.setBy.occurred} and no legal act is recorded. Enter MeasureAdopted with its instrument, or MeasureEnded as WITHDRAWN.`,
        events: [measure.setBy],
      });
    const decisions = measure.knowledge
      .factsOn('decisions')
      .filter((fact) => fact.began.min <= view.at);
    const end = decisions.findLast((fact) => fact.type === 'MeasureEnded');
    const later = decisions
      .slice(end ? decisions.indexOf(end) + 1 : decisions.length)
      .filter(
        (fact) => fact.type !== 'MeasureAdopted' && fact.began.min > (end?.began.max ?? Infinity),
      );
    if (end && later.length > 0)
      findings.push({
        code: 'MEASURE_CHANGED_AFTER_END',
        message: `${measure.title} was changed after it had ended. If it was imposed again, enter MeasureAdopted.`,
        events: [end, ...later],
      });
    return findings;
  });

const participants = (fact: Fact): readonly string[] => {
  switch (fact.type) {
    case 'MeetingHeld':
      return [fact.data.level, ...(fact.data.participants ?? [])];
    case 'StatementMade':
      return [fact.data.speaker];
    default:
      return [];
  }
};

const participantsOverlap = (a: Fact, b: Fact): boolean => {
  const [left, right] = [participants(a), participants(b)];
  return left.length === 0 || right.length === 0 || left.some((name) => right.includes(name));
};

/** Events of one type on the same dates with a participant in common. */
const possibleDuplicates: FindingRule = (view) => {
  const types = new Set([
    'RoundHeld',
    'MeetingHeld',
    'TalksPaused',
    'TalksResumed',
    'StatementMade',
  ]);
  const groups = new Map<string, Fact[]>();
  for (const fact of view.knowledge.factsOn('activity')) {
    if (!types.has(fact.type) || fact.began.min > view.at) continue;
    const key = `${fact.type} ${fact.occurred}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()].flatMap((facts) =>
    facts.flatMap((fact, i) =>
      facts
        .slice(i + 1)
        .filter((other) => participantsOverlap(fact, other))
        .map((other) => ({
          code: 'POSSIBLE_DUPLICATE' as const,
          message: `Two ${fact.type} events on ${fact.occurred} may be duplicates. Retract one and add its source to the other, or keep both if they differ.`,
          events: [fact, other],
        })),
    ),
  );
};

const FINDING_RULES: readonly FindingRule[] = [
  unexpectedTransitions,
  missingLaunch,
  conflictingDates,
  resumptionsWithoutPause,
  overdueTargets,
  unknownTargets,
  roundCounts,
  measureFindings,
  possibleDuplicates,
];

/**
 * Every finding about a negotiation at a view, in a fixed order of kinds. A NegotiationView is
 * accepted as it is. Computed once per view: O(facts) of the negotiation and its measures.
 */
export const findingsOf = weakMemoize((view: FindingsInput): readonly Finding[] =>
  FINDING_RULES.flatMap((findIn) => findIn(view)),
);
