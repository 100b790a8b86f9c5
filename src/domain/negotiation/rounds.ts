/** Rounds held and planned, rounds counted and reported, and meetings. */
import { period } from '../../../events/time/bounds.js';
import type { EventData } from '../../../events/catalogue.js';
import { evidenceRank } from '../party/parties.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { factsBegunBy, mayHaveBegun } from '../streamState/threeValued.js';

export interface Round {
  readonly number: number | null;
  /** EDTF. */
  readonly dates: string;
  readonly place: string | null;
  readonly mode: string | null;
  readonly formal: EventData<'RoundHeld'>['formal'] | null;
  readonly leads: NonNullable<EventData<'RoundHeld'>['leads']>;
  readonly topics: readonly string[];
  readonly track: string | null;
  readonly status: 'HELD' | 'IN_PROGRESS' | 'SCHEDULED' | 'POSTPONED';
  readonly setBy: Fact<'RoundHeld' | 'RoundScheduled' | 'RoundPostponed'>;
}

export type RoundFact = Round['setBy'];

const NO_DETAILS = { mode: null, formal: null, leads: [], topics: [], track: null };

function round(fact: RoundFact): Round {
  switch (fact.type) {
    case 'RoundHeld': {
      const d = fact.data;
      return {
        number: d.round ?? null,
        dates: fact.occurred,
        place: d.place ?? null,
        mode: d.mode ?? null,
        formal: d.formal ?? null,
        leads: d.leads ?? [],
        topics: d.topics ?? [],
        track: d.track ?? null,
        status: 'HELD',
        setBy: fact,
      };
    }
    case 'RoundScheduled': {
      const { round: number = null, dates, place = null, mode = null } = fact.data;
      return { ...NO_DETAILS, number, dates, place, mode, status: 'SCHEDULED', setBy: fact };
    }
    case 'RoundPostponed': {
      const { round: number = null, was, to } = fact.data;
      return {
        ...NO_DETAILS,
        number,
        dates: to ?? was,
        place: null,
        status: 'POSTPONED',
        setBy: fact,
      };
    }
  }
}

/** The dates that identify the round of a fact when it has no number. */
const identifyingDates = (fact: RoundFact): string =>
  fact.type === 'RoundHeld'
    ? fact.occurred
    : fact.type === 'RoundScheduled'
      ? fact.data.dates
      : fact.data.was;

/** Whether a fact concerns a round: by number where both have one, else by overlapping dates. */
function isSameRound(round: Round, fact: RoundFact, zone: string): boolean {
  const number = fact.data.round;
  if (round.number !== null && number !== undefined) return round.number === number;
  return datesOverlap(round.dates, identifyingDates(fact), zone);
}

function datesOverlap(first: string, second: string, zone: string): boolean {
  const [a, b] = [period(first, zone), period(second, zone)];
  return a.start.min <= b.end.max && b.start.min <= a.end.max;
}

/** The rounds these facts concern, sorted by date; a round that has begun counts as held. */
function mergeRounds(facts: readonly RoundFact[], zone: string): readonly Round[] {
  const rounds: Round[] = [];
  // Indexes into `rounds` of those held and of those still planned.
  const held: number[] = [];
  const planned: number[] = [];
  for (const fact of facts) {
    const isSameAt = (place: number) => {
      const existing = rounds[place];
      return existing !== undefined && isSameRound(existing, fact, zone);
    };
    // A plan reported after the round was held adds no round; two rounds held stay two.
    if (fact.type !== 'RoundHeld' && held.some(isSameAt)) continue;
    const plan = planned.findIndex(isSameAt);
    const place = planned[plan] ?? rounds.length;
    const earlier = rounds[place];
    const current = round(fact);
    rounds[place] = {
      ...current,
      number: current.number ?? earlier?.number ?? null,
      place: current.place ?? earlier?.place ?? null,
      mode: current.mode ?? earlier?.mode ?? null,
    };
    if (fact.type === 'RoundHeld') {
      if (earlier) planned.splice(plan, 1);
      held.push(place);
    } else if (!earlier) planned.push(place);
  }
  return rounds
    .map((round) => ({ each: round, start: period(round.dates, zone).start.min }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map(({ each: round }) => round);
}

/** The rounds these facts concern by `at` (held, in progress, scheduled, postponed), sorted by date. */
export const roundsFrom = (facts: readonly RoundFact[], zone: string, at: number) =>
  mergeRounds(factsBegunBy(facts, at), zone).map((round): Round =>
    round.setBy.type === 'RoundHeld' && round.setBy.end.max > at
      ? { ...round, status: 'IN_PROGRESS' }
      : round,
  );

export const roundsOf = (knowledge: KnowledgeView, at: number): readonly Round[] =>
  roundsFrom(knowledge.factsOn('rounds'), knowledge.zone, at);

/** All dates by which a fact may share a round with another. */
const allIdentifyingDates = (fact: RoundFact): readonly string[] =>
  fact.type === 'RoundPostponed' && fact.data.to !== undefined
    ? [fact.data.was, fact.data.to]
    : [identifyingDates(fact)];

/** Whether two facts may concern one round, directly or through a third fact. */
function mayShareRound(a: RoundFact, b: RoundFact, zone: string): boolean {
  if (a.data.round !== undefined && b.data.round !== undefined)
    return a.data.round === b.data.round;
  return allIdentifyingDates(a).some((first) =>
    allIdentifyingDates(b).some((second) => datesOverlap(first, second, zone)),
  );
}

/** The facts in independent groups: no fact of one concerns a round of another. O(facts²). */
export function roundGroups(
  facts: readonly RoundFact[],
  zone: string,
): readonly (readonly RoundFact[])[] {
  let groups: (readonly RoundFact[])[] = [];
  for (const fact of facts) {
    const isRelated = (group: readonly RoundFact[]) =>
      group.some((existing) => mayShareRound(existing, fact, zone));
    const relatedGroups = new Set(groups.filter(isRelated));
    groups = [
      ...groups.filter((group) => !relatedGroups.has(group)),
      [...[...relatedGroups].flat(), fact],
    ];
  }
  const places = new Map(facts.map((fact, place) => [fact, place]));
  const place = (fact: RoundFact) => places.get(fact) ?? 0;
  return groups.map((group) => group.toSorted((a, b) => place(a) - place(b)));
}

export interface RoundReport {
  readonly count: number;
  readonly by: string | null;
  readonly scope: string | null;
  readonly rule: string | null;
  readonly setBy: Fact<'RoundsReported'>;
}

export interface RoundCount {
  /** The count of the report with the best evidence; null without reports. */
  readonly reported: number | null;
  /** RoundHeld events that ended by the view and carry a number or are formal. */
  readonly counted: number;
  readonly reports: readonly RoundReport[];
  /** Whether a report is DISPUTED, or a later one is smaller than an earlier one. */
  readonly disputed: boolean;
}

/** Rounds held that are certainly over by `at`. */
export const roundsOverBy = (knowledge: KnowledgeView, at: number): readonly Fact<'RoundHeld'>[] =>
  knowledge
    .factsOn('rounds')
    .filter((fact) => fact.type === 'RoundHeld')
    .filter((fact) => fact.end.max <= at);

/** Rounds reported and rounds counted, separately: a report of five rounds adds no round. */
export function roundsCompletedOf(knowledge: KnowledgeView, at: number): RoundCount {
  const facts = knowledge.factsOn('counts').filter((fact) => mayHaveBegun(fact.began, at));
  const held = roundsOverBy(knowledge, at).filter(
    ({ data }) => data.round !== undefined || data.formal === 'YES',
  );
  const undisputed = facts.filter((fact) => fact.certainty !== 'DISPUTED');
  const best = (undisputed.length > 0 ? undisputed : facts).reduce<(typeof facts)[number] | null>(
    (a, b) => (a === null || evidenceRank(b) <= evidenceRank(a) ? b : a),
    null,
  );
  return {
    reported: best?.data.count ?? null,
    counted: held.length,
    reports: facts.map((fact) => ({
      count: fact.data.count,
      by: fact.data.by ?? null,
      scope: fact.data.scope ?? null,
      rule: fact.data.rule ?? null,
      setBy: fact,
    })),
    disputed:
      undisputed.length < facts.length ||
      facts.some((fact, i) => i > 0 && fact.data.count < (facts[i - 1]?.data.count ?? 0)),
  };
}

export interface Meeting {
  readonly dates: string;
  readonly level: EventData<'MeetingHeld'>['level'];
  readonly kind: EventData<'MeetingHeld'>['kind'] | null;
  readonly participants: readonly string[];
  readonly place: string | null;
  readonly topics: readonly string[];
  readonly setBy: Fact<'MeetingHeld'>;
}

/** Meetings and calls that may have begun by `at`, oldest first. */
export function meetingsOf(knowledge: KnowledgeView, at: number): readonly Meeting[] {
  return knowledge
    .factsOn('meetings')
    .filter((fact) => mayHaveBegun(fact.began, at))
    .map((fact) => ({
      dates: fact.occurred,
      level: fact.data.level,
      kind: fact.data.kind ?? null,
      participants: fact.data.participants ?? [],
      place: fact.data.place ?? null,
      topics: fact.data.topics ?? [],
      setBy: fact,
    }));
}
