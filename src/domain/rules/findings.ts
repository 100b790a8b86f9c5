/**
 * Findings: inconsistencies in the record that need review. No append is rejected for one. Each
 * names its events and what would resolve it.
 */
import { isActor } from '../../../events/codes/areas.js';
import { moment } from '../../../events/time/bounds.js';
import type { Fact } from '../streamState/knowledgeView.js';
import type { TrackRoundCount } from '../negotiation/roundCounts.js';
import { type Phase, type Transition, transitionsAt } from '../negotiation/phase.js';
import type { Finding, FindingsInput } from './finding.js';
import { similarPairs } from './similarSlugs.js';
import { SLIP_RULES } from './slips.js';
import { weakMemoize } from '../streamState/threeValued.js';

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

/** Whether what a fact says began before it was decided: steps taken meanwhile come after it. */
const isBackdated = ({ data, began, event }: Transition['fact'], zone: string): boolean =>
  'effectiveFrom' in data &&
  data.effectiveFrom !== undefined &&
  moment(data.effectiveFrom, event.timeZone ?? zone).max < began.min;

const isAmongActors = ({ knowledge }: FindingsInput): boolean =>
  knowledge.factsOn('identity').every(({ data }) => data.parties.every(isActor));

const unexpectedTransitions: FindingRule = (view) =>
  transitionsAt(view.knowledge, view.related.areas, view.at).flatMap(({ from, to, fact }) => {
    const usual = [...USUAL_PREDECESSORS[to]];
    // Where no party is a state, a text is voted on without having been signed before.
    if (to === 'RATIFYING' && isAmongActors(view)) usual.push('CONCLUDED');
    if (fact.type === 'TalksResumed' || usual.includes(from)) return [];
    if (isBackdated(fact, view.knowledge.zone)) return [];
    const skipped = usual.map(phaseName).join(' or ');
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
    const step = steps.get(key);
    if (step) step.push(fact);
    else steps.set(key, [fact]);
  }
  return [...steps.values()]
    .filter(([first, ...others]) => first && others.some((other) => datesDisjoint(first, other)))
    .map((facts) => ({
      code: 'CONFLICTING_DATES',
      message: `Reports date ${facts[0]?.type} ${facts.map((fact) => fact.occurred).join(' and ')}. Retract the wrong one, or keep both if they are different steps.`,
      events: facts,
    }));
};

/** The first of these facts by when it sorts; Infinity where there is none. O(facts). */
const firstInstant = (facts: readonly Fact[], type?: Fact['type']): number =>
  facts.reduce(
    (first, fact) =>
      type === undefined || fact.type === type ? Math.min(first, fact.sortInstant) : first,
    Infinity,
  );

const resumptionsWithoutPause: FindingRule = ({ knowledge, pauses, at }) => {
  const activity = knowledge.factsOn('activity');
  const firstAgreed = firstInstant(knowledge.factsOn('agreements'));
  const firstTerminated = firstInstant(activity, 'TalksTerminated');
  const ended = new Set(pauses.map(({ endedBy }) => endedBy));
  return (
    activity
      .filter((fact) => fact.type === 'TalksResumed')
      .filter((fact) => fact.began.min <= at && !ended.has(fact))
      .filter(({ sortInstant }) => sortInstant < firstTerminated)
      // One that takes an agreed text up again follows its agreement, not a pause.
      .filter(({ data, sortInstant }) => data.reopens !== true || sortInstant < firstAgreed)
      .map((fact) => ({
        code: 'RESUMED_WITHOUT_PAUSE',
        message: `Talks resumed on ${fact.occurred}, but no pause of that scope is recorded before. Enter the pause, or correct the scope.`,
        events: [fact],
      }))
  );
};

const openTargets: FindingRule = (view) =>
  view.targets.flatMap(({ what, due, status, perhapsMetBy, setBy }): Finding[] => {
    if (perhapsMetBy)
      return [
        {
          code: 'TARGET_PERHAPS_MET',
          message: `"${what}" has no outcome on record, but ${perhapsMetBy.type} on ${perhapsMetBy.occurred} may be it. Enter TargetMet if it is, or TargetSet with what is still to be done.`,
          events: [setBy, perhapsMetBy],
        },
      ];
    if (status !== 'OVERDUE') return [];
    return [
      {
        code: 'TARGET_OVERDUE',
        message: `"${what}" was due ${due} and no outcome is recorded. Enter TargetMet, TargetMissed, or TargetSet with the new date.`,
        events: [setBy],
      },
    ];
  });

const unknownTargets: FindingRule = ({ knowledge, at, targets }) => {
  const set = new Set(targets.map(({ slug }) => slug));
  const unknown = knowledge
    .factsOn('targets')
    .filter((fact) => fact.type !== 'TargetSet' && fact.began.min <= at)
    .filter((fact) => !set.has(fact.data.target));
  const similar = new Map<string, string>();
  for (const [one, other] of similarPairs([
    ...new Set([...set, ...unknown.map(({ data }) => data.target)]),
  ])) {
    if (set.has(one)) similar.set(other, one);
    if (set.has(other)) similar.set(one, other);
  }
  return unknown.map((fact) => {
    const near = similar.get(fact.data.target);
    const remedy = near === undefined ? 'correct the slug' : `correct the slug to "${near}"`;
    return {
      code: 'TARGET_UNKNOWN',
      message: `No target "${fact.data.target}" was set before it was met or missed. Enter TargetSet, or ${remedy}.`,
      events: [fact],
    };
  });
};

const roundCounts: FindingRule = ({ roundsCompleted }) => [
  ...countFindings(roundsCompleted),
  ...roundsCompleted.byTrack.flatMap((count) => countFindings(count, ` on track ${count.track}`)),
];

function countFindings(
  { reports, reported, counted, disputed }: TrackRoundCount,
  where = '',
): readonly Finding[] {
  const findings: Finding[] = [];
  if (disputed)
    findings.push({
      code: 'REPORTS_DISAGREE',
      message: `Reports of rounds completed${where} disagree: ${reports.map((r) => `${r.count}${r.by ? ` (${r.by})` : ''}`).join(', ')}. A source that lists the rounds would settle it.`,
      events: reports.map((report) => report.setBy),
    });
  const latest = reports.findLast((report) => report.count === reported);
  if (latest && latest.count < counted)
    findings.push({
      code: 'REPORTED_BELOW_COUNTED',
      message: `${counted} rounds${where} are recorded as held, but the best report says ${latest.count}. Check for a round entered twice, or how the report counts.`,
      events: [latest.setBy],
    });
  return findings;
}

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
      .slice(end ? decisions.lastIndexOf(end) + 1 : decisions.length)
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

const FINDING_RULES: readonly FindingRule[] = [
  unexpectedTransitions,
  missingLaunch,
  conflictingDates,
  resumptionsWithoutPause,
  openTargets,
  unknownTargets,
  roundCounts,
  measureFindings,
  ...SLIP_RULES,
];

/**
 * Every finding about a negotiation at a view, in a fixed order of kinds. A NegotiationView is
 * accepted as it is. Computed once per view: O(facts) of the negotiation and its measures.
 */
export const findingsOf = weakMemoize((view: FindingsInput): readonly Finding[] =>
  FINDING_RULES.flatMap((findIn) => findIn(view)),
);
