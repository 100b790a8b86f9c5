/** The naive oracle on whether talks go on, as a whole and track by track. */
import { addDays } from '../../events/time/days.js';
import { dayOf, startOfDay } from '../../events/time/zones.js';
import type { OracleFact, OracleStream } from './oracle.js';
import { isSettled } from './oracleOrder.js';

const CHANGES = ['TalksPaused', 'TalksResumed', 'TalksTerminated'];

/** Pauses, whether talks go on, and whether they do on each track. */
export function activity(oracle: OracleStream) {
  const { pauses, now, tracks } = inOrder(oracle);
  const told = <State extends { certainty: string } | undefined>(
    state: State,
    again: (oracle: OracleStream) => { value: string; scope: unknown } | undefined,
  ): State => {
    const shown = (other: OracleStream) => {
      const then = again(other);
      return [then?.value, then?.scope];
    };
    return state && !isSettled(oracle, CHANGES, shown)
      ? { ...state, certainty: 'POSSIBLE' }
      : state;
  };
  return {
    pauses,
    now: told(now, (other) => inOrder(other).now),
    tracks: tracks.map(({ track, state }) => ({
      track,
      state: told(
        state,
        (other) => inOrder(other).tracks.find((one) => one.track === track)?.state,
      ),
    })),
  };
}

/** Pauses opened and closed in one walk through what happened, and what that leaves. */
function inOrder(oracle: OracleStream) {
  const pauses: { paused: OracleFact; resumed: OracleFact | undefined }[] = [];
  const alive = oracle.facts.filter((fact) => oracle.when(fact).min <= oracle.question.at);
  for (const fact of alive) {
    const scope = fact.data.scope ?? 'ALL';
    if (fact.type === 'TalksPaused') pauses.push({ paused: fact, resumed: undefined });
    if (fact.type !== 'TalksResumed') continue;
    for (const pause of pauses) {
      const { scope: stopped, track } = pause.paused.data;
      // A resumption that names a track ends that track's pause only.
      if (fact.data.track !== undefined && fact.data.track !== track) continue;
      if ([scope, stopped].includes('ALL') || scope === stopped) pause.resumed ??= fact;
    }
  }
  const open = pauses.filter(({ resumed }) => !resumed).map(({ paused }) => paused);
  const tracks = new Set(
    oracle.happened('TrackOpened').map(({ data }): string => data.track as string),
  );
  return {
    pauses: pauses.map(({ paused: by, resumed }) => [by.event.id, resumed?.event.id ?? null]),
    now: stateOf(oracle, alive, open, undefined),
    tracks: [...tracks].map((track) => ({ track, state: stateOf(oracle, alive, open, track) })),
  };
}

/** Of the talks as a whole, or of one track, on which what concerns all of them bears too. */
function stateOf(
  oracle: OracleStream,
  alive: readonly OracleFact[],
  open: readonly OracleFact[],
  track: string | undefined,
) {
  const concerned = alive.filter(({ data }) => data.track === undefined || data.track === track);
  let turn: OracleFact | undefined;
  for (const fact of concerned) {
    if (fact.type === 'TalksTerminated') turn = fact;
    const undoes = turn?.type !== 'TalksTerminated' || fact.data.track === undefined;
    if (fact.type === 'TalksResumed' && undoes) turn = fact;
  }
  let latest = -Infinity;
  let lastSign: OracleFact | undefined;
  for (const fact of alive) {
    if (track !== undefined && fact.data.track !== track) continue;
    const over = oracle.over(fact);
    const sign = over === Infinity ? oracle.when(fact).min : over;
    if (sign >= latest) [latest, lastSign] = [sign, fact];
  }
  const state = (value: string, fact: OracleFact | undefined, scope: unknown = null) =>
    fact && {
      value,
      scope,
      since: fact.occurred,
      certainty: oracle.answer(oracle.when(fact)),
      setBy: fact.event.id,
    };
  const stopped = open.filter((fact) => concerned.includes(fact));
  const paused = stopped.find(({ data }) => data.scope === 'ALL') ?? stopped.at(-1);
  if (turn?.type === 'TalksTerminated') return state('TERMINATED', turn);
  if (paused) return state('PAUSED', paused, paused.data.scope);
  if (silent(latest, oracle)) return state('UNKNOWN', lastSign);
  return state('ACTIVE', turn ?? (track === undefined ? alive[0] : lastSign));
}

/** Whether the last sign of life lies more than nine months of the calendar before the view. */
function silent(last: number, oracle: OracleStream): boolean {
  if (last === -Infinity || last > oracle.question.at) return false;
  const today = dayOf(oracle.question.at, oracle.zone);
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const begins = new Date(Date.UTC(year, month - 1 - 9, 1));
  const length = new Date(Date.UTC(year, month - 9, 0)).getUTCDate();
  const then = `${begins.toISOString().slice(0, 8)}${String(Math.min(day, length)).padStart(2, '0')}`;
  const seen = dayOf(last, oracle.zone);
  if (seen !== then) return seen < then;
  // 31 March less nine months is the last instant of June.
  if (day > length) return last < startOfDay(addDays(then, 1), oracle.zone) - 1;
  return last - startOfDay(seen, oracle.zone) < oracle.question.at - startOfDay(today, oracle.zone);
}
