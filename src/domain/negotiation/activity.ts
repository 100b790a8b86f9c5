/** Whether talks are going on: an axis of its own beside the phase. */
import { addDays, DAY_MS } from '../../../events/time/days.js';
import { dayOf, startOfDay } from '../../../events/time/zones.js';
import type { EventData } from '../../../events/catalogue.js';
import type { Answer, Fact, KnowledgeView } from '../streamState/knowledgeView.js';
import { answerAt, factsBegunBy, weakMemoize } from '../streamState/threeValued.js';

export type TalksScope = EventData<'TalksPaused'>['scope'];

export interface Pause {
  /** EDTF: when it began, as far as known. */
  readonly from: string;
  /** EDTF: when it ended; null while it lasts. */
  readonly to: string | null;
  readonly scope: TalksScope;
  /** The only track that stopped; null for the talks as a whole. */
  readonly track: string | null;
  readonly reason: string | null;
  readonly setBy: Fact<'TalksPaused'>;
  readonly endedBy: Fact<'TalksResumed'> | null;
  /** Whole days, at least and at most; to the view while it lasts; null where a date is unbounded. */
  readonly days: { readonly min: number | null; readonly max: number | null };
}

export interface Activity {
  readonly value: 'ACTIVE' | 'PAUSED' | 'TERMINATED' | 'UNKNOWN';
  /** Which talks are paused; null unless PAUSED. */
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
  const { scope: what = 'ALL', track: where } = resumed.data;
  if (where !== undefined && where !== track) return false;
  return what === 'ALL' || what === scope || scope === 'ALL';
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

const TURNS: ReadonlySet<string> = new Set(['TalksPaused', 'TalksResumed', 'TalksTerminated']);

/** What stopped talks or set them going again, among all that shows them going on. */
const turnsIn = weakMemoize((activity: readonly Fact[]) =>
  activity.filter((fact): fact is TalksChange => TURNS.has(fact.type)),
);

const turnsBy = (knowledge: KnowledgeView, at: number) =>
  factsBegunBy(turnsIn(knowledge.factsOn('activity')), at);

/** Those that concern the talks as a whole. */
const withoutTrack = weakMemoize((turns: readonly TalksChange[]) =>
  turns.filter((fact) => trackOf(fact) === undefined),
);

/** The track that a fact names, if any. */
export const trackOf = ({ data }: Fact): string | undefined =>
  'track' in data ? data.track : undefined;

/** Each pause among these with what ended it, oldest first. */
const spellsIn = weakMemoize((turns: readonly TalksChange[]) => {
  const resumed = turns.filter((fact) => fact.type === 'TalksResumed');
  return turns
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

/** Every pause that may have begun by `at`, oldest first. */
export function pausesOf(knowledge: KnowledgeView, at: number): readonly Pause[] {
  return spellsIn(turnsBy(knowledge, at)).map(({ fact, end }) => ({
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

const hasBeginning = ({ began }: Fact): boolean => Number.isFinite(began.min);

/** The first fact whose beginning is known; what has none never reaches before the launch. */
export const firstDated = weakMemoize((activity: readonly Fact[]) => ({
  fact: activity.find(hasBeginning),
  /** Whether all of them have a known beginning. */
  isAll: activity.every(hasBeginning),
}));

/** Whether it has begun by `at`: something of it may have happened, and a launch not be yet to come. */
export function hasBegunBy(knowledge: KnowledgeView, at: number): boolean {
  const { fact, isAll } = firstDated(knowledge.factsOn('activity'));
  if (fact && fact.began.min <= at) return true;
  return !isAll && !knowledge.factsOn('identity').some(hasBeginning);
}

/**
 * Whether a stream is a negotiation: it was launched or has events of its own. One that only the
 * events of others mention is none.
 */
export const isNegotiation = (knowledge: KnowledgeView): boolean =>
  knowledge.factsOn('identity').length > 0 ||
  knowledge.factsOn('activity').some(({ event }) => event.stream === knowledge.streamState.stream);

/** Nothing of the process reported for so many months before the view makes activity UNKNOWN. */
const SILENCE_MONTHS = 9;

/** The same time of day so many months before, by the calendar of the zone. */
function monthsBefore(at: number, months: number, zone: string): number {
  const day = dayOf(at, zone);
  const then = new Date(`${day}T00:00:00Z`);
  then.setUTCMonth(then.getUTCMonth() - months);
  // 30 November less nine months is the end of February, not 2 March.
  const exists = then.getUTCDate() === Number(day.slice(-2));
  if (!exists) then.setUTCDate(0);
  const same = dayOf(then.getTime(), 'UTC');
  const close = startOfDay(addDays(same, 1), zone) - 1;
  // Days are 23 to 25 hours long where clocks change, and the close of one is that of the other.
  return exists ? Math.min(startOfDay(same, zone) + at - startOfDay(day, zone), close) : close;
}

/** The last of these that was a sign of life. */
const lastIn = weakMemoize((happened: readonly Fact[]) => {
  let last = happened[0];
  for (const fact of happened) if (last && lastSeen(fact) >= lastSeen(last)) last = fact;
  return last;
});

/** The activity at `at`; undefined when nothing has happened yet. A pause of one track is none of it. */
export function activityOf(knowledge: KnowledgeView, at: number): Activity | undefined {
  const happened = factsBegunBy(knowledge.factsOn('activity'), at);
  return activityAmong(happened, withoutTrack(turnsBy(knowledge, at)), at, knowledge.zone);
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

/** What happened on a track, in order of time. */
export const trackFacts = (knowledge: KnowledgeView, track: string): readonly Fact[] =>
  trackFactsIn(knowledge.factsOn('activity')).get(track) ?? [];

/**
 * The activity of one track at `at`; undefined while nothing has happened on it. What pauses or
 * ends the talks as a whole does so on each track; a resumption of the track itself is its own.
 */
export function trackActivityOf(
  knowledge: KnowledgeView,
  track: string,
  at: number,
): Activity | undefined {
  const happened = factsBegunBy(trackFacts(knowledge, track), at);
  const turns = turnsBy(knowledge, at).filter((fact) => (trackOf(fact) ?? track) === track);
  return activityAmong(happened, turns, at, knowledge.zone);
}

/** The activity by what happened and by what paused or ended it, both in order of time. */
function activityAmong(
  happened: readonly Fact[],
  turns: readonly TalksChange[],
  at: number,
  zone: string,
): Activity | undefined {
  const [first] = happened;
  const last = lastIn(happened);
  if (!first || !last) return undefined;
  const notPaused = ({ type }: Fact) => type !== 'TalksPaused';
  const turned = turns.findLast(notPaused);
  const turnedWhole = withoutTrack(turns).findLast(notPaused);
  const state = (value: Activity['value'], fact: Fact, scope: TalksScope | null = null) => ({
    value,
    scope,
    since: fact.occurred,
    certainty: answerAt(fact.began, at),
    setBy: fact,
  });
  if (turnedWhole?.type === 'TalksTerminated') return state('TERMINATED', turnedWhole);
  const open = spellsIn(turns).flatMap(({ fact, end }) => (end ? [] : [fact]));
  const paused = open.find(({ data }) => data.scope === 'ALL') ?? open.at(-1);
  if (paused) return state('PAUSED', paused, paused.data.scope);
  if (lastSeen(last) < monthsBefore(at, SILENCE_MONTHS, zone)) return state('UNKNOWN', last);
  return state('ACTIVE', turned ?? first);
}

/** When a fact was last a sign of life; a window without an end counts from its beginning. */
const lastSeen = (fact: Fact): number =>
  Number.isFinite(fact.end.max) ? fact.end.max : fact.began.min;

// Nine months are between 272 and 277 days, an hour more or less where clocks change.
const SILENCE_AT_LEAST = 270 * DAY_MS;
const SILENCE_AT_MOST = 280 * DAY_MS;

/** The first instant at which, nothing having followed a sign of life, activity is UNKNOWN. */
function silenceAfter(last: number, zone: string): number {
  let [early, late] = [last + SILENCE_AT_LEAST, last + SILENCE_AT_MOST];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (last < monthsBefore(middle, SILENCE_MONTHS, zone)) late = middle;
    else early = middle;
  }
  return late;
}

/** The instants at which talks may fall silent, each with the last that was heard of them. */
export function* silenceInstants(
  knowledge: KnowledgeView,
  facts: readonly Fact[] = knowledge.factsOn('activity'),
): Generator<readonly [number, Fact]> {
  for (const [i, fact] of facts.entries()) {
    const last = lastSeen(fact);
    const next = facts[i + 1];
    const followed = next && lastSeen(next) >= last && next.sortInstant <= last + SILENCE_AT_LEAST;
    if (!followed && Number.isFinite(last)) yield [silenceAfter(last, knowledge.zone), fact];
  }
}
