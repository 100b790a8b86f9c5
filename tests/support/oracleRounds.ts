/** The naive oracle on rounds, one by one: held and told several times, planned, put off. */
import { period } from '../../events/time/bounds.js';
import { evidence } from './oracleTalks.js';
import type { OracleFact, OracleStream } from './oracle.js';

interface OracleRound {
  readonly track: string | undefined;
  number: number | undefined;
  part: number | undefined;
  dates: string;
  status: string;
  /** Every time that it was held or was to be, in epoch milliseconds, inclusive. */
  readonly times: { readonly from: number; readonly to: number }[];
  readonly held: OracleFact[];
  /** The place of what was first told of it. */
  first: number;
  setBy: OracleFact;
}

/** Every round at the question, by date. */
export function roundList(oracle: OracleStream) {
  const zoneOf = (fact: OracleFact) => fact.event.timeZone ?? oracle.zone;
  const time = (dates: string, fact: OracleFact) => {
    const { start, end } = period(dates, zoneOf(fact));
    return { from: start.min, to: end.max };
  };
  const all: OracleRound[] = [];

  for (const fact of oracle.happened('RoundHeld')) {
    const { track, round, part } = fact.data;
    const told = all.find(
      (one) =>
        round !== undefined && one.number === round && one.part === part && one.track === track,
    );
    const status = oracle.over(fact) <= oracle.question.at ? 'HELD' : 'IN_PROGRESS';
    if (!told) {
      const times = [time(fact.occurred, fact)];
      const held = [fact];
      all.push({
        track,
        number: round,
        part,
        dates: fact.occurred,
        status,
        times,
        held,
        first: oracle.facts.indexOf(fact),
        setBy: fact,
      });
      continue;
    }
    told.held.push(fact);
    told.times.push(time(fact.occurred, fact));
    const better =
      evidence(fact) - evidence(told.setBy) || told.setBy.event.position - fact.event.position;
    if (better < 0) Object.assign(told, { dates: fact.occurred, status, setBy: fact });
  }

  for (const fact of oracle.happened('RoundScheduled', 'RoundPostponed')) {
    const { track, round, part, dates, was, to } = fact.data;
    const times = [dates, was, to]
      .filter((text) => text !== undefined)
      .map((text) => time(text, fact));
    const meant = (one: OracleRound): boolean => {
      const numbered = one.number !== undefined && round !== undefined;
      if (one.track !== undefined && track !== undefined && one.track !== track) return false;
      if (numbered && (one.number !== round || one.part !== part)) return false;
      if (numbered && one.track === track) return true;
      return one.times.some((a) => times.some((b) => a.from <= b.to && b.from <= a.to));
    };
    // One that is over or going on is not planned any more.
    const over = all.find((one) => one.held.length > 0 && meant(one));
    const first = oracle.facts.indexOf(fact);
    if (over) {
      over.first = Math.min(over.first, first);
      continue;
    }
    const status = fact.type === 'RoundScheduled' ? 'SCHEDULED' : 'POSTPONED';
    const now = { dates: dates ?? to ?? was, status, setBy: fact };
    const planned = all.find((one) => one.held.length === 0 && meant(one));
    if (planned) {
      Object.assign(planned, now);
      planned.number ??= round;
      planned.part ??= part;
      planned.times.push(...times);
    } else all.push({ track, number: round, part, times, held: [], first, ...now });
  }
  const starts = (one: OracleRound) => time(one.dates, one.setBy).from;
  return all
    .sort((a, b) => (starts(a) === starts(b) ? 0 : starts(a) - starts(b)) || a.first - b.first)
    .map((one) => ({
      track: one.track ?? null,
      number: one.number ?? null,
      part: one.part ?? null,
      dates: one.dates,
      status: one.status,
      reports: one.held.map(({ event }) => event.id),
      setBy: one.setBy.event.id,
    }));
}
