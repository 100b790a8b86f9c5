/** Rounds held and planned, how many were counted, how many were reported; meetings. */
import { period } from '../../../events/time/bounds.js';
import type { EventData } from '../../../events/catalogue.js';
import type { SourceKind } from '../../../events/envelope.js';
import { sourceKind } from '../../../events/envelope.js';
import type { Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { factsBegunBy, mayHaveBegun } from '../streamState/threeValued.js';

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
  /** Of several reports the one with the best evidence, then the one recorded last. */
  readonly setBy: Fact<'RoundHeld' | 'RoundScheduled' | 'RoundPostponed'>;
}

export type RoundFact = Round['setBy'];

function round(fact: RoundFact): Round {
  const { round: number = null, part = null, track = null } = fact.data;
  const bare = { mode: null, formal: null, leads: [], topics: [], place: null, reports: [] };
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
      return { ...known, dates, place, mode, status: 'SCHEDULED' };
    }
    case 'RoundPostponed':
      return { ...known, dates: fact.data.to ?? fact.data.was, status: 'POSTPONED' };
  }
}

/** The dates a fact speaks of: those by which an unnumbered round is recognised. */
const datesIn = (fact: RoundFact): string =>
  fact.type === 'RoundHeld'
    ? fact.occurred
    : fact.type === 'RoundScheduled'
      ? fact.data.dates
      : fact.data.was;

/** What makes two reports of a held round one: its track, number and part; none without a number. */
export const roundKey = ({ data }: RoundFact): string | undefined =>
  data.round === undefined
    ? undefined
    : JSON.stringify([data.track ?? null, data.round, data.part ?? null]);

/**
 * Whether a plan or a report speaks of a round: the same track, number and part. Where a number or
 * a track is not said, dates that overlap stand in for it.
 */
function isSameRound(round: Round, fact: RoundFact, zone: string): boolean {
  const { round: number, part = null, track = null } = fact.data;
  if (round.track !== track && round.track !== null && track !== null) return false;
  if (round.number !== null && number !== undefined) {
    if (round.number !== number || round.part !== part) return false;
    if (round.track === track) return true;
  }
  return overlap(round.dates, datesIn(fact), zone);
}

function overlap(some: string, other: string, zone: string): boolean {
  const [a, b] = [period(some, zone), period(other, zone)];
  return a.start.min <= b.end.max && b.start.min <= a.end.max;
}

/** One round of which two things are told: what `round` does not say, `before` may. */
function completed(round: Round, before: Round | undefined): Round {
  if (!before) return round;
  const isNumbered = round.number !== null;
  return {
    ...round,
    number: round.number ?? before.number,
    part: isNumbered ? round.part : before.part,
    track: round.track ?? before.track,
    place: round.place ?? before.place,
    mode: round.mode ?? before.mode,
  };
}

/** A held round with a further report of it. */
function reported(known: Round, fact: Fact<'RoundHeld'>): Round {
  const told = round(fact);
  const isBetter =
    evidenceRank(fact) < evidenceRank(known.setBy) ||
    (evidenceRank(fact) === evidenceRank(known.setBy) &&
      fact.event.position > known.setBy.event.position);
  const [better, other] = isBetter ? [told, known] : [known, told];
  return {
    ...completed(better, other),
    formal: better.formal ?? other.formal,
    leads: better.leads.length > 0 ? better.leads : other.leads,
    topics: better.topics.length > 0 ? better.topics : other.topics,
    reports: [...known.reports, fact],
  };
}

/** The rounds that these facts speak of, in the order of their dates, as if what began were over. */
function merged(facts: readonly RoundFact[], zone: string): readonly Round[] {
  const rounds: Round[] = [];
  // Where in that list are those held, by their key where they have one, and those still planned.
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
      // A plan told after the round was held is no further round.
      if (fact.type === 'RoundHeld') rounds[before] = reported(known, fact);
      continue;
    }
    // Without a number two that were held stay two.
    if (fact.type !== 'RoundHeld' && held.some(isSame)) continue;
    const plan = planned.findIndex(isSame);
    const index = planned[plan] ?? rounds.length;
    const plannedRound = rounds[index];
    rounds[index] = completed(round(fact), plannedRound);
    if (fact.type === 'RoundHeld') {
      if (plannedRound) planned.splice(plan, 1);
      held.push(index);
      if (key !== undefined) heldByKey.set(key, index);
    } else if (!plannedRound) planned.push(index);
  }
  return rounds
    .map((each) => ({ each, start: period(each.dates, zone).start.min }))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
    .map(({ each }) => each);
}

/** The rounds that some facts speak of, begun, planned or put off by `at`, in the order of their dates. */
export const roundsAmong = (facts: readonly RoundFact[], zone: string, at: number) =>
  merged(factsBegunBy(facts, at), zone).map((each): Round =>
    each.setBy.type === 'RoundHeld' && each.setBy.end.max > at
      ? { ...each, status: 'IN_PROGRESS' }
      : each,
  );

export const roundsOf = (knowledge: KnowledgeView, at: number): readonly Round[] =>
  roundsAmong(knowledge.factsOn('rounds'), knowledge.zone, at);

/** Every date by which a fact may be recognised as another's. */
const datesOf = (fact: RoundFact): readonly string[] =>
  fact.type === 'RoundPostponed' && fact.data.to !== undefined
    ? [fact.data.was, fact.data.to]
    : [datesIn(fact)];

/** Whether two facts may, alone or with what others say, come to speak of one round. */
function related(a: RoundFact, b: RoundFact, zone: string): boolean {
  if (a.data.round !== undefined && b.data.round !== undefined)
    return a.data.round === b.data.round;
  return datesOf(a).some((some) => datesOf(b).some((other) => overlap(some, other, zone)));
}

/** The facts in groups: what one group says never bears on the rounds of another. */
export function roundGroups(
  facts: readonly RoundFact[],
  zone: string,
): readonly (readonly RoundFact[])[] {
  let groups: (readonly RoundFact[])[] = [];
  for (const fact of facts) {
    const isNear = (group: readonly RoundFact[]) =>
      group.some((known) => related(known, fact, zone));
    const near = new Set(groups.filter(isNear));
    groups = [...groups.filter((group) => !near.has(group)), [...[...near].flat(), fact]];
  }
  const places = new Map(facts.map((fact, place) => [fact, place]));
  const place = (fact: RoundFact) => places.get(fact) ?? 0;
  return groups.map((group) => group.toSorted((a, b) => place(a) - place(b)));
}

/** 0 for the best evidence an event has; higher is weaker. */
export function evidenceRank(fact: Fact): number {
  const ranks = fact.sources.map(({ kind }: { kind: SourceKind }) =>
    sourceKind.options.indexOf(kind),
  );
  return Math.min(sourceKind.options.length, ...ranks);
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

/** Meetings and calls that had begun by `at`, oldest first. */
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
