/** Rounds held and planned, how many were counted, how many were reported; meetings. */
import { period } from '../../../events/time.js';
import type { EventData } from '../../../events/catalogue.js';
import type { SourceKind } from '../../../events/envelope.js';
import { sourceKind } from '../../../events/envelope.js';
import type { Fact, Reading } from '../reading.js';
import { hasBegun } from './when.js';

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

type RoundFact = Round['setBy'];

const bare = { mode: null, formal: null, leads: [], topics: [], track: null };

function round(fact: RoundFact, at: number): Round {
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
        status: fact.end.max <= at ? 'HELD' : 'IN_PROGRESS',
        setBy: fact,
      };
    }
    case 'RoundScheduled': {
      const { round: number = null, dates, place = null, mode = null } = fact.data;
      return { ...bare, number, dates, place, mode, status: 'SCHEDULED', setBy: fact };
    }
    case 'RoundPostponed': {
      const { round: number = null, was, to } = fact.data;
      return { ...bare, number, dates: to ?? was, place: null, status: 'POSTPONED', setBy: fact };
    }
  }
}

/** The dates a fact speaks of: those by which an unnumbered round is recognised. */
const spoken = (fact: RoundFact): string =>
  fact.type === 'RoundHeld'
    ? fact.occurred
    : fact.type === 'RoundScheduled'
      ? fact.data.dates
      : fact.data.was;

/**
 * Whether two facts speak of one round: the same number where both have one, else dates that
 * overlap.
 */
function same(round: Round, fact: RoundFact, zone: string): boolean {
  const number = fact.data.round;
  if (round.number !== null && number !== undefined) return round.number === number;
  const a = period(round.dates, zone);
  const b = period(spoken(fact), zone);
  return a.start.min <= b.end.max && b.start.min <= a.end.max;
}

/** Rounds begun, planned or put off by `at`, in the order of their dates. */
export function roundsOf(reading: Reading, at: number): readonly Round[] {
  const rounds: Round[] = [];
  for (const fact of reading.on('rounds')) {
    if (!hasBegun(fact.at, at)) continue;
    const isSame = (known: Round) => same(known, fact, reading.zone);
    const isHeld = ({ setBy }: Round) => setBy.type === 'RoundHeld';
    // A plan told after the round was held is no further round; two that were held stay two.
    if (fact.type !== 'RoundHeld' && rounds.some((known) => isHeld(known) && isSame(known)))
      continue;
    const planned = rounds.findIndex((known) => !isHeld(known) && isSame(known));
    const now = round(fact, at);
    const before = planned < 0 ? undefined : rounds[planned];
    if (before)
      rounds[planned] = {
        ...now,
        number: now.number ?? before.number,
        place: now.place ?? before.place,
        mode: now.mode ?? before.mode,
      };
    else rounds.push(now);
  }
  const start = (r: Round) => period(r.dates, reading.zone).start.min;
  return rounds.sort((a, b) => start(a) - start(b));
}

export interface RoundReport {
  readonly count: number;
  readonly by: string | null;
  readonly scope: string | null;
  readonly rule: string | null;
  readonly setBy: Fact<'RoundsReported'>;
}

export interface RoundCount {
  /** What the best report says; null when no one has said. */
  readonly reported: number | null;
  /** RoundHeld events that ended by the view and carry a number or are formal. */
  readonly counted: number;
  readonly reports: readonly RoundReport[];
  /** Whether a report is DISPUTED, or a later one is smaller than an earlier one. */
  readonly disputed: boolean;
}

/** 0 for the best evidence an event has; higher is weaker. */
export function evidenceRank(fact: Fact): number {
  const ranks = fact.sources.map(({ kind }: { kind: SourceKind }) =>
    sourceKind.options.indexOf(kind),
  );
  return Math.min(sourceKind.options.length, ...ranks);
}

/** Reported and counted rounds, kept apart: a report of five never makes five rounds. */
export function roundsCompletedOf(reading: Reading, at: number): RoundCount {
  const facts = reading.on('counts').filter((fact) => hasBegun(fact.at, at));
  const held = reading
    .on('rounds')
    .filter(
      (fact) =>
        fact.type === 'RoundHeld' &&
        fact.end.max <= at &&
        (fact.data.round !== undefined || fact.data.formal === 'YES'),
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

/** Meetings and calls that had begun by `at`, oldest first. */
export function meetingsOf(reading: Reading, at: number): readonly Meeting[] {
  return reading
    .on('meetings')
    .filter((fact) => hasBegun(fact.at, at))
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
