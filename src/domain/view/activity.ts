/** Whether talks are going on: an axis of its own beside the phase. */
import { addDays, DAY_MS, dayOf, startOfDay } from '../../../events/zone.js';
import type { EventData } from '../../../events/catalogue.js';
import type { Answer, Fact, Reading } from '../reading.js';
import { answer, hasBegun } from './when.js';

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
  const { scope: what = 'ALL' } = resumed.data;
  return what === 'ALL' || what === scope || scope === 'ALL';
}

const dayNumber = (instant: number, zone: string): number =>
  Date.parse(`${dayOf(instant, zone)}T00:00:00Z`) / DAY_MS;

function daysBetween(from: Fact['at'], to: Fact['at'], zone: string): Pause['days'] {
  const between = (early: number, late: number): number | null =>
    Number.isFinite(early) && Number.isFinite(late)
      ? Math.max(0, dayNumber(late, zone) - dayNumber(early, zone))
      : null;
  return { min: between(from.max, to.min), max: between(from.min, to.max) };
}

/** Every pause that may have begun by `at`, oldest first. */
export function pausesOf(reading: Reading, at: number): readonly Pause[] {
  const happened = reading.on('activity').filter((fact) => hasBegun(fact.at, at));
  const resumed = happened.filter((fact) => fact.type === 'TalksResumed');
  return happened
    .filter((fact) => fact.type === 'TalksPaused')
    .map((fact) => {
      const end = resumed.find(
        (later) =>
          ends(later, fact.data.scope) &&
          (later.placed > fact.placed ||
            (later.placed === fact.placed && later.event.position > fact.event.position)),
      );
      return {
        from: fact.occurred,
        to: end?.occurred ?? null,
        scope: fact.data.scope,
        reason: fact.data.reason ?? null,
        setBy: fact,
        endedBy: end ?? null,
        days: daysBetween(fact.at, end?.at ?? { min: at, max: at }, reading.zone),
      };
    });
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
  const same = dayOf(then.getTime(), 'UTC');
  const close = startOfDay(addDays(same, 1), zone) - 1;
  // Days are 23 to 25 hours long where clocks change, and the close of one is that of the other.
  return exists ? Math.min(startOfDay(same, zone) + at - startOfDay(day, zone), close) : close;
}

/** The activity at `at`; undefined when nothing has happened yet. */
export function activityOf(reading: Reading, at: number): Activity | undefined {
  const happened = reading.on('activity').filter((fact) => hasBegun(fact.at, at));
  const first = happened[0];
  if (!first) return undefined;
  const ended = happened.findLast(
    (fact) => fact.type === 'TalksTerminated' || fact.type === 'TalksResumed',
  );
  const state = (value: Activity['value'], fact: Fact, scope: TalksScope | null = null) => ({
    value,
    scope,
    since: fact.occurred,
    certainty: answer(fact.at, at),
    setBy: fact,
  });
  if (ended?.type === 'TalksTerminated') return state('TERMINATED', ended);
  const open = pausesOf(reading, at).filter((pause) => pause.endedBy === null);
  const pause = open.find(({ scope }) => scope === 'ALL') ?? open.at(-1);
  if (pause) return state('PAUSED', pause.setBy, pause.scope);
  const last = happened.reduce((a, b) => (lastSeen(b) >= lastSeen(a) ? b : a));
  if (lastSeen(last) < monthsBefore(at, SILENCE_MONTHS, reading.zone))
    return state('UNKNOWN', last);
  return state('ACTIVE', ended ?? first);
}

/** When a fact was last a sign of life; a window without an end counts from its beginning. */
const lastSeen = (fact: Fact): number =>
  Number.isFinite(fact.end.max) ? fact.end.max : fact.at.min;

/** The first instant at which, nothing having followed this fact, activity is UNKNOWN. */
export function silenceAfter(fact: Fact, zone: string): number {
  const last = lastSeen(fact);
  if (!Number.isFinite(last)) return Infinity;
  // Nine months are between 272 and 277 days, an hour more or less where clocks change.
  let [early, late] = [last + 270 * DAY_MS, last + 280 * DAY_MS];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (last < monthsBefore(middle, SILENCE_MONTHS, zone)) late = middle;
    else early = middle;
  }
  return late;
}
