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

/** A resumption ends the pauses of its scope; one of any scope ends a pause of all talks. */
function ends(resumed: Fact<'TalksResumed'>, scope: TalksScope): boolean {
  const { scope: resumedScope = 'ALL' } = resumed.data;
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

/** What stopped talks or set them going again, among all that shows them going on. */
const talksChangesIn = weakMemoize((activity: readonly Fact[]) =>
  activity.filter((fact): fact is TalksChange => TALKS_CHANGE_TYPES.has(fact.type)),
);

const talksChangesBy = (knowledge: KnowledgeView, at: number) =>
  factsBegunBy(talksChangesIn(knowledge.factsOn('activity')), at);

/** Each pause among these with what ended it, oldest first. */
const pauseSpansIn = weakMemoize((changes: readonly TalksChange[]) => {
  const resumed = changes.filter((fact) => fact.type === 'TalksResumed');
  return changes
    .filter((fact) => fact.type === 'TalksPaused')
    .map((fact) => {
      const end = resumed.find(
        (later) =>
          ends(later, fact.data.scope) &&
          (later.sortInstant > fact.sortInstant ||
            (later.sortInstant === fact.sortInstant && later.event.position > fact.event.position)),
      );
      return { fact, end };
    });
});

/** Every pause that may have begun by `at`, oldest first. */
export function pausesOf(knowledge: KnowledgeView, at: number): readonly Pause[] {
  return pauseSpansIn(talksChangesBy(knowledge, at)).map(({ fact, end }) => ({
    from: fact.occurred,
    to: end?.occurred ?? null,
    scope: fact.data.scope,
    reason: fact.data.reason ?? null,
    setBy: fact,
    endedBy: end ?? null,
    days: daysBetween(fact.began, end?.began ?? { min: at, max: at }, knowledge.zone),
  }));
}

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
  const sameDay = dayOf(then.getTime(), 'UTC');
  const close = startOfDay(addDays(sameDay, 1), zone) - 1;
  // Days are 23 to 25 hours long where clocks change, and the close of one is that of the other.
  return exists ? Math.min(startOfDay(sameDay, zone) + at - startOfDay(day, zone), close) : close;
}

/** The last of these that was a sign of life. */
const latestSignIn = weakMemoize((begun: readonly Fact[]) => {
  let last = begun[0];
  for (const fact of begun) if (last && lastSignInstant(fact) >= lastSignInstant(last)) last = fact;
  return last;
});

/** The activity at `at`; undefined when nothing has happened yet. */
export function activityOf(knowledge: KnowledgeView, at: number): Activity | undefined {
  const begun = factsBegunBy(knowledge.factsOn('activity'), at);
  const [first] = begun;
  const last = latestSignIn(begun);
  if (!first || !last) return undefined;
  const changes = talksChangesBy(knowledge, at);
  const lastChange = changes.findLast(({ type }) => type !== 'TalksPaused');
  const state = (value: Activity['value'], fact: Fact, scope: TalksScope | null = null) => ({
    value,
    scope,
    since: fact.occurred,
    certainty: answerAt(fact.began, at),
    setBy: fact,
  });
  if (lastChange?.type === 'TalksTerminated') return state('TERMINATED', lastChange);
  const open = pauseSpansIn(changes).flatMap(({ fact, end }) => (end ? [] : [fact]));
  const paused = open.find(({ data }) => data.scope === 'ALL') ?? open.at(-1);
  if (paused) return state('PAUSED', paused, paused.data.scope);
  if (lastSignInstant(last) < monthsBefore(at, SILENCE_MONTHS, knowledge.zone))
    return state('UNKNOWN', last);
  return state('ACTIVE', lastChange ?? first);
}

/** When a fact was last a sign of life; a window without an end counts from its beginning. */
const lastSignInstant = (fact: Fact): number =>
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
export function* silenceInstants(knowledge: KnowledgeView): Generator<readonly [number, Fact]> {
  const facts = knowledge.factsOn('activity');
  for (const [i, fact] of facts.entries()) {
    const last = lastSignInstant(fact);
    const next = facts[i + 1];
    const followed =
      next && lastSignInstant(next) >= last && next.sortInstant <= last + SILENCE_AT_LEAST;
    if (!followed && Number.isFinite(last)) yield [silenceAfter(last, knowledge.zone), fact];
  }
}
