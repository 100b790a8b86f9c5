/** Rounds held and planned, rounds counted and reported, and meetings. */
import { period } from '../../../events/time/bounds.js';
import type { EventData } from '../../../events/catalogue.js';
import { evidenceRank } from '../party/parties.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { factsBegunBy, mayHaveBegun, weakMemoize } from '../streamState/threeValued.js';

/** A round of talks, known by its track, number and part. */
export interface Round {
  readonly number: number | null;
  /** From 2: the part that continues the round; null for a round as a whole or its first part. */
  readonly part: number | null;
  /** EDTF. */
  readonly dates: string;
  readonly place: string | null;
  readonly mode: string | null;
  readonly formal: EventData<'RoundHeld'>['formal'] | null;
  readonly leads: NonNullable<EventData<'RoundHeld'>['leads']>;
  readonly topics: readonly string[];
  readonly track: string | null;
  readonly status: 'HELD' | 'IN_PROGRESS' | 'SCHEDULED' | 'POSTPONED';
  /** Those who tell that it was held, oldest first; none while it is only planned. */
  readonly reports: readonly Fact<'RoundHeld'>[];
  /** What planned and moved it, oldest first; none where it was held without a known plan. */
  readonly plans: readonly Fact<'RoundScheduled' | 'RoundPostponed'>[];
  /** Of several reports the one with the best evidence, then the one recorded last. */
  readonly setBy: Fact<'RoundHeld' | 'RoundScheduled' | 'RoundPostponed'>;
}

export type RoundFact = Round['setBy'];

const round = weakMemoize((fact: RoundFact): Round => {
  const { round: number = null, part = null, track = null } = fact.data;
  const bare = {
    mode: null,
    formal: null,
    leads: [],
    topics: [],
    place: null,
    reports: [],
    plans: [],
  };
  const known = { ...bare, number, part, track, setBy: fact };
  switch (fact.type) {
    case 'RoundHeld': {
      const { place = null, mode = null, formal = null, leads = [], topics = [] } = fact.data;
      const reports = [fact];
      const dates = fact.occurred;
      return { ...known, dates, place, mode, formal, leads, topics, reports, status: 'HELD' };
    }
    case 'RoundScheduled': {
      const { dates, place = null, mode = null } = fact.data;
      return { ...known, dates, place, mode, plans: [fact], status: 'SCHEDULED' };
    }
    case 'RoundPostponed': {
      const { to, was } = fact.data;
      return { ...known, dates: to ?? was, plans: [fact], status: 'POSTPONED' };
    }
  }
});

/** The dates that identify the round of a fact when it has no number. */
const identifyingDates = (fact: RoundFact): string =>
  fact.type === 'RoundHeld'
    ? fact.occurred
    : fact.type === 'RoundScheduled'
      ? fact.data.dates
      : fact.data.was;

/** The identity of a held round: its track, number and part; undefined without a number. */
export const roundKey = ({ data }: RoundFact): string | undefined =>
  data.round === undefined
    ? undefined
    : JSON.stringify([data.track ?? null, data.round, data.part ?? null]);

/**
 * Whether a fact concerns a round: the same track, number and part. Where either lacks a number or
 * a track, overlapping dates decide.
 */
function isSameRound(round: Round, fact: RoundFact, zone: string): boolean {
  const { round: number, part = null, track = null } = fact.data;
  if (round.track !== track && round.track !== null && track !== null) return false;
  if (round.number !== null && number !== undefined) {
    if (round.number !== number || round.part !== part) return false;
    if (round.track === track) return true;
  }
  return datesOverlap(round.dates, identifyingDates(fact), zone);
}

function datesOverlap(first: string, second: string, zone: string): boolean {
  const [a, b] = [period(first, zone), period(second, zone)];
  return a.start.min <= b.end.max && b.start.min <= a.end.max;
}

/** A round, with the details that it lacks taken from an earlier report of it. */
function withDetailsOf(round: Round, before: Round | undefined): Round {
  if (!before) return round;
  const isNumbered = round.number !== null;
  return {
    ...round,
    number: round.number ?? before.number,
    part: isNumbered ? round.part : before.part,
    track: round.track ?? before.track,
    place: round.place ?? before.place,
    mode: round.mode ?? before.mode,
    plans: [...before.plans, ...round.plans],
  };
}

/** A held round with a further report of it. */
function withReport(known: Round, fact: Fact<'RoundHeld'>): Round {
  const report = round(fact);
  const isBetter =
    evidenceRank(fact) < evidenceRank(known.setBy) ||
    (evidenceRank(fact) === evidenceRank(known.setBy) &&
      fact.event.position > known.setBy.event.position);
  const [better, other] = isBetter ? [report, known] : [known, report];
  return {
    ...withDetailsOf(better, other),
    formal: better.formal ?? other.formal,
    leads: better.leads.length > 0 ? better.leads : other.leads,
    topics: better.topics.length > 0 ? better.topics : other.topics,
    reports: [...known.reports, fact],
  };
}

/** The rounds these facts concern, sorted by date; a round that has begun counts as held. */
function mergeRounds(facts: readonly RoundFact[], zone: string): readonly Round[] {
  const rounds: Round[] = [];
  // Indexes into `rounds` of those held, by their key where they have one, and of those planned.
  const held: number[] = [];
  const heldByKey = new Map<string, number>();
  const planned: number[] = [];
  for (const fact of facts) {
    const isSame = (index: number) => {
      const known = rounds[index];
      return known !== undefined && isSameRound(known, fact, zone);
    };
    const key = roundKey(fact);
    const before = key === undefined ? undefined : heldByKey.get(key);
    const known = before === undefined ? undefined : rounds[before];
    if (before !== undefined && known) {
      // A plan reported after the round was held adds no round.
      if (fact.type === 'RoundHeld') rounds[before] = withReport(known, fact);
      continue;
    }
    // Without a number two that were held stay two.
    if (fact.type !== 'RoundHeld' && held.some(isSame)) continue;
    const plan = planned.findIndex(isSame);
    const index = planned[plan] ?? rounds.length;
    const plannedRound = rounds[index];
    rounds[index] = withDetailsOf(round(fact), plannedRound);
    if (fact.type === 'RoundHeld') {
      if (plannedRound) planned.splice(plan, 1);
      held.push(index);
      if (key !== undefined) heldByKey.set(key, index);
    } else if (!plannedRound) planned.push(index);
  }
  return rounds
    .map((round) => ({ each: round, start: period(round.dates, zone).start.min }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map(({ each: round }) => round);
}

const roundsInZone = weakMemoize((_: readonly RoundFact[]) => new Map<string, readonly Round[]>());

/** The same, worked out once while no further fact begins. */
function roundsAmong(begun: readonly RoundFact[], zone: string): readonly Round[] {
  const known = roundsInZone(begun);
  let rounds = known.get(zone);
  if (!rounds) known.set(zone, (rounds = mergeRounds(begun, zone)));
  return rounds;
}

/** The rounds these facts concern by `at` (held, in progress, scheduled, postponed), sorted by date. */
export const roundsFrom = (facts: readonly RoundFact[], zone: string, at: number) =>
  roundsAmong(factsBegunBy(facts, at), zone).map((round): Round =>
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
