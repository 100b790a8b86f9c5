/** The activity of talks (going on, paused, terminated, unknown), independent of the phase. */
import { addDays, DAY_MS } from '../../../events/time/days.js';
import { dayOf, startOfDay } from '../../../events/time/zones.js';
import type { EventData } from '../../../events/catalogue.js';
import type { Answer, Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { type Effect, effectOf } from '../streamState/effects.js';
import { dependsOnOrder } from '../streamState/order.js';
import { answerAt, factsBegunBy, weakMemoize } from '../streamState/threeValued.js';

export type TalksScope = EventData<'TalksPaused'>['scope'];

export interface Pause {
  /** EDTF: when it began. */
  readonly from: string;
  /** EDTF: when it ended; null while it lasts. */
  readonly to: string | null;
  readonly scope: TalksScope;
  /** The only track that stopped; null for the talks as a whole. */
  readonly track: string | null;
  readonly reason: string | null;
  readonly setBy: Fact<'TalksPaused'>;
  readonly endedBy: Fact<'TalksResumed'> | null;
  /** Length in whole days, at least and at most; to the view while open; null where unbounded. */
  readonly days: { readonly min: number | null; readonly max: number | null };
}

export interface Activity {
  readonly value: 'ACTIVE' | 'PAUSED' | 'TERMINATED' | 'UNKNOWN';
  /** The talks paused; null unless PAUSED. */
  readonly scope: TalksScope | null;
  readonly since: string;
  readonly certainty: Answer;
  readonly setBy: Fact;
}

/**
 * A resumption ends the pauses of its scope; one of any scope ends a pause of all talks. One that
 * names a track ends the pauses of that track only; one that names none, those of any track.
 */
function ends(resumed: Fact<'TalksResumed'>, { data: { scope, track } }: Fact<'TalksPaused'>) {
  const { scope: resumedScope = 'ALL', track: resumedTrack } = resumed.data;
  if (resumedTrack !== undefined && resumedTrack !== track) return false;
  return resumedScope === 'ALL' || resumedScope === scope || scope === 'ALL';
}

const dayNumber = (instant: number, zone: string): number =>
  Date.parse(`${dayOf(instant, zone)}T00:00:00Z`) / DAY_MS;

function daysBetween(from: Fact['began'], to: Fact['began'], zone: string): Pause['days'] {
  const between = (early: number, late: number): number | null =>
    Number.isFinite(early) && Number.isFinite(late)
      ? Math.max(0, dayNumber(late, zone) - dayNumber(early, zone))
      : null;
  return { min: between(from.max, to.min), max: between(from.min, to.max) };
}

type TalksChange = Fact<'TalksPaused' | 'TalksResumed' | 'TalksTerminated'>;

const TALKS_CHANGE_TYPES: ReadonlySet<string> = new Set([
  'TalksPaused',
  'TalksResumed',
  'TalksTerminated',
]);

/** The facts that paused, resumed or terminated talks. */
const talksChangesIn = weakMemoize((activity: readonly Fact[]) =>
  activity.filter((fact): fact is TalksChange => TALKS_CHANGE_TYPES.has(fact.type)),
);

const talksChangesBy = (knowledge: KnowledgeView, at: number) =>
  factsBegunBy(talksChangesIn(knowledge.factsOn('activity')), at);

/** The changes that concern the talks as a whole. */
const withoutTrack = weakMemoize((changes: readonly TalksChange[]) =>
  changes.filter((fact) => trackOf(fact) === undefined),
);

/** The track that a fact names, if any. */
export const trackOf = ({ data }: Fact): string | undefined =>
  'track' in data ? data.track : undefined;

/** Each pause with the resumption that ended it, oldest first. */
const pauseSpansIn = weakMemoize((changes: readonly TalksChange[]) => {
  const resumed = changes.filter((fact) => fact.type === 'TalksResumed');
  return changes
    .filter((fact) => fact.type === 'TalksPaused')
    .map((fact) => {
      const end = resumed.find(
        (later) =>
          ends(later, fact) &&
          (later.sortInstant > fact.sortInstant ||
            (later.sortInstant === fact.sortInstant && later.event.position > fact.event.position)),
      );
      return { fact, end };
    });
});

/** Every pause that may have begun by `at`, oldest first. O(facts of pauses and resumptions). */
export function pausesOf(knowledge: KnowledgeView, at: number): readonly Pause[] {
  return pauseSpansIn(talksChangesBy(knowledge, at)).map(({ fact, end }) => ({
    from: fact.occurred,
    to: end?.occurred ?? null,
    scope: fact.data.scope,
    track: fact.data.track ?? null,
    reason: fact.data.reason ?? null,
    setBy: fact,
    endedBy: end ?? null,
    days: daysBetween(fact.began, end?.began ?? { min: at, max: at }, knowledge.zone),
  }));
}

/** Whether it has begun by `at`: something of it may have begun. */
export const hasBegunBy = (knowledge: KnowledgeView, at: number): boolean =>
  knowledge.factsOn('activity').some(({ began }) => began.min <= at);

/**
 * Whether a stream is a negotiation: it was launched or has events of its own. One that only the
 * events of others mention is none.
 */
export const isNegotiation = (knowledge: KnowledgeView): boolean =>
  knowledge.factsOn('identity').length > 0 ||
  knowledge.factsOn('activity').some(({ event }) => event.stream === knowledge.streamState.stream);

/** Activity is UNKNOWN when nothing is reported for this many months before the view. */
const SILENCE_MONTHS = 9;

/** The same time of day `months` earlier, by the calendar of the zone. */
function monthsBefore(at: number, months: number, zone: string): number {
  const day = dayOf(at, zone);
  const then = new Date(`${day}T00:00:00Z`);
  then.setUTCMonth(then.getUTCMonth() - months);
  // 30 November minus nine months is the end of February, not 2 March.
  const exists = then.getUTCDate() === Number(day.slice(-2));
  if (!exists) then.setUTCDate(0);
  const sameDay = dayOf(then.getTime(), 'UTC');
  const close = startOfDay(addDays(sameDay, 1), zone) - 1;
  // Where clocks change days have 23 to 25 hours: the end of a day maps to the end of a day.
  return exists ? Math.min(startOfDay(sameDay, zone) + at - startOfDay(day, zone), close) : close;
}

/** The fact with the latest evidence of activity. */
const latestSignIn = weakMemoize((begun: readonly Fact[]) => {
  let last = begun[0];
  for (const fact of begun) if (last && lastSignInstant(fact) >= lastSignInstant(last)) last = fact;
  return last;
});

/**
 * The activity at `at`; undefined before the first fact. A pause of one track does not pause the
 * talks. O(log facts) while no fact begins.
 */
export function activityOf(knowledge: KnowledgeView, at: number): Activity | undefined {
  return certainInAnyOrder(knowledge, at, (placed) =>
    activityAmong(
      factsBegunBy(placed.factsOn('activity'), at),
      withoutTrack(talksChangesBy(placed, at)),
      at,
      placed.zone,
    ),
  );
}

const changeEffects = weakMemoize((knowledge: KnowledgeView): readonly Effect[] =>
  talksChangesIn(knowledge.factsOn('activity')).map((fact) => effectOf(fact, knowledge)),
);

/** POSSIBLE where pauses and resumptions in another order, as their dates allow, leave talks otherwise. */
function certainInAnyOrder(
  knowledge: KnowledgeView,
  at: number,
  activityIn: (knowledge: KnowledgeView) => Activity | undefined,
): Activity | undefined {
  const activity = activityIn(knowledge);
  if (activity?.certainty !== 'CERTAIN') return activity;
  const state = (placed: KnowledgeView) => {
    const { value, scope } = activityIn(placed) ?? {};
    return `${value} ${scope}`;
  };
  return dependsOnOrder(knowledge, changeEffects(knowledge), at, state)
    ? { ...activity, certainty: 'POSSIBLE' }
    : activity;
}

const trackFactsIn = weakMemoize((activity: readonly Fact[]) => {
  const byTrack = new Map<string, Fact[]>();
  for (const fact of activity) {
    const track = trackOf(fact);
    const facts = track === undefined ? undefined : byTrack.get(track);
    if (facts) facts.push(fact);
    else if (track !== undefined) byTrack.set(track, [fact]);
  }
  return byTrack;
});

/** The facts that name a track, in order of time. */
export const trackFacts = (knowledge: KnowledgeView, track: string): readonly Fact[] =>
  trackFactsIn(knowledge.factsOn('activity')).get(track) ?? [];

/** The facts that may change the activity of a track: its own, and those that concern all talks. */
export const trackActivityFacts = (knowledge: KnowledgeView, track: string): readonly Fact[] => [
  ...trackFacts(knowledge, track),
  ...withoutTrack(talksChangesIn(knowledge.factsOn('activity'))),
];

/**
 * The activity of one track at `at`; undefined before its first fact. A pause or an end of
 * the talks as a whole applies to each track; a resumption of one track applies to that track only.
 */
export function trackActivityOf(
  knowledge: KnowledgeView,
  track: string,
  at: number,
): Activity | undefined {
  return certainInAnyOrder(knowledge, at, (placed) => {
    const begun = factsBegunBy(trackFacts(placed, track), at);
    const changes = talksChangesBy(placed, at).filter((fact) => (trackOf(fact) ?? track) === track);
    return activityAmong(begun, changes, at, placed.zone);
  });
}

/** The activity by the facts begun and by those that paused, resumed or ended talks, by time. */
function activityAmong(
  begun: readonly Fact[],
  changes: readonly TalksChange[],
  at: number,
  zone: string,
): Activity | undefined {
  const [first] = begun;
  const last = latestSignIn(begun);
  if (!first || !last) return undefined;
  const notPaused = ({ type }: Fact) => type !== 'TalksPaused';
  const lastChange = changes.findLast(notPaused);
  const lastChangeOfAll = withoutTrack(changes).findLast(notPaused);
  const state = (value: Activity['value'], fact: Fact, scope: TalksScope | null = null) => ({
    value,
    scope,
    since: fact.occurred,
    certainty: answerAt(fact.began, at),
    setBy: fact,
  });
  if (lastChangeOfAll?.type === 'TalksTerminated') return state('TERMINATED', lastChangeOfAll);
  const open = pauseSpansIn(changes).flatMap(({ fact, end }) => (end ? [] : [fact]));
  const paused = open.find(({ data }) => data.scope === 'ALL') ?? open.at(-1);
  if (paused) return state('PAUSED', paused, paused.data.scope);
  if (lastSignInstant(last) < monthsBefore(at, SILENCE_MONTHS, zone)) return state('UNKNOWN', last);
  return state('ACTIVE', lastChange ?? first);
}

/** The last instant a fact is evidence of activity; without an end, its beginning. */
const lastSignInstant = (fact: Fact): number =>
  Number.isFinite(fact.end.max) ? fact.end.max : fact.began.min;

// Nine months have 272 to 277 days, an hour more or less where clocks change.
const SILENCE_AT_LEAST = 270 * DAY_MS;
const SILENCE_AT_MOST = 280 * DAY_MS;

/** The first instant at which activity is UNKNOWN when nothing follows `last`. Binary search. */
function silenceAfter(last: number, zone: string): number {
  let [early, late] = [last + SILENCE_AT_LEAST, last + SILENCE_AT_MOST];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (last < monthsBefore(middle, SILENCE_MONTHS, zone)) late = middle;
    else early = middle;
  }
  return late;
}

/** The instants at which activity may become UNKNOWN, each with the last fact before it. */
export function* silenceInstants(
  knowledge: KnowledgeView,
  facts: readonly Fact[] = knowledge.factsOn('activity'),
): Generator<readonly [number, Fact]> {
  for (const [i, fact] of facts.entries()) {
    const last = lastSignInstant(fact);
    const next = facts[i + 1];
    const followed =
      next && lastSignInstant(next) >= last && next.sortInstant <= last + SILENCE_AT_LEAST;
    if (!followed && Number.isFinite(last)) yield [silenceAfter(last, knowledge.zone), fact];
  }
}
