/**
 * The naive oracle: what a negotiation looks like, worked out afresh from the list of events at
 * every question, in plain loops. It shares no code with `src/domain`; only the bounds of dates
 * come from `events/time/bounds.ts`, which has its own tests.
 */
import { type AnyEvent, definition } from '../../events/catalogue.js';
import type { Certainty, Source } from '../../events/envelope.js';
import { moment, period, timePointInstant } from '../../events/time/bounds.js';
import type { Bounds } from '../../events/time/edtf.js';
import { addDays } from '../../events/time/days.js';
import { dayOf, startOfDay } from '../../events/time/zones.js';

/** A question: `at` and `knownAt` in epoch milliseconds. */
export interface Question {
  readonly at: number;
  readonly knownAt: number;
  readonly publicAt: string | undefined;
}

/** An event as it counts: corrected, sourced, placed. */
export interface OracleFact {
  readonly event: AnyEvent;
  readonly type: AnyEvent['type'];
  // The universe makes these up; the oracle trusts their shapes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  occurred: string;
  certainty: Certainty;
  /** Each source with when the log learned of it. */
  sources: readonly { readonly source: Source; readonly learned: number }[];
}

const EVER = Infinity;

function target(event: AnyEvent): string | undefined {
  const about = ['EventCorrected', 'EventRetracted', 'SourceAdded'];
  return about.includes(event.type) ? (event.data as { event: string }).event : undefined;
}

/** The streams in whose history an event appears. */
export function appearsIn(event: AnyEvent, events: readonly AnyEvent[]): readonly string[] {
  const streams = [event.stream, ...event.also];
  const about = events.find(({ id }) => id === target(event));
  if (about) streams.push(...appearsIn(about, events));
  return streams;
}

const learn = (sources: readonly Source[], learned: number) =>
  sources.map((source) => ({ source, learned }));

const fresh = (event: AnyEvent): OracleFact => ({
  event,
  type: event.type,
  data: event.data,
  occurred: event.occurred,
  certainty: event.certainty,
  sources: learn(event.sources, event.recorded),
});

function isPublic(fact: OracleFact, publicAt: number, zone: string): boolean {
  const all = [...fact.sources];
  if (fact.type === 'SourceAdded')
    all.push(...learn((fact.data as { sources: Source[] }).sources, fact.event.recorded));
  if (all.length === 0) return fact.event.recorded <= publicAt;
  return all.some(
    ({ source, learned }) =>
      (source.published === undefined ? learned : timePointInstant(source.published, zone)) <=
      publicAt,
  );
}

/**
 * What stands of the events known. Assume that everything said about events counts as it was
 * first said; rebuild every event under that assumption; repeat with the result until it is its
 * own assumption.
 */
export function standing(
  known: readonly AnyEvent[],
  publicAt: number,
  zone: string,
): readonly OracleFact[] {
  let assumed = known.map(fresh);
  for (;;) {
    const rebuilt: OracleFact[] = [];
    for (const event of known) {
      const fact = fresh(event);
      let retracted = false;
      for (const about of assumed) {
        if (!target(about.event) || about.data.event !== event.id) continue;
        if (about.type === 'EventRetracted') retracted = true;
        if (about.type === 'SourceAdded')
          fact.sources = [...fact.sources, ...learn(about.data.sources, about.event.recorded)];
        if (about.type !== 'EventCorrected') continue;
        for (const part of ['data', 'occurred', 'certainty'] as const)
          if (about.data[part] !== undefined) fact[part] = about.data[part] as never;
        if (about.data.sources) fact.sources = learn(about.data.sources, about.event.recorded);
      }
      if (!retracted && isPublic(fact, publicAt, zone)) rebuilt.push(fact);
    }
    if (JSON.stringify(rebuilt) === JSON.stringify(assumed)) return rebuilt;
    assumed = rebuilt;
  }
}

/** What counts in a stream, in order of time, and the zone of the stream. */
export class OracleStream {
  readonly zone: string;
  readonly facts: readonly OracleFact[];

  constructor(
    events: readonly AnyEvent[],
    readonly stream: string,
    readonly question: Question,
  ) {
    const known = events.filter(
      (event) => event.recorded <= question.knownAt && appearsIn(event, events).includes(stream),
    );
    let [zone, imposed] = [stream === 'rulebook/US' ? 'America/New_York' : '', false];
    for (const { data } of standing(known, EVER, 'UTC')) {
      if (zone === '' && data.timeZone) zone = data.timeZone;
      if (data.imposedBy) imposed = true;
    }
    this.zone = zone || (imposed ? 'America/New_York' : 'UTC');
    const publicAt =
      question.publicAt === undefined ? EVER : timePointInstant(question.publicAt, this.zone);
    this.facts = standing(known, publicAt, this.zone)
      .filter(({ event }) => target(event) === undefined)
      .sort((a, b) => this.placed(a) - this.placed(b) || a.event.position - b.event.position);
  }

  /** When it began to be so. */
  when(fact: OracleFact): Bounds {
    const zone = fact.event.timeZone ?? this.zone;
    return definition(fact.type).span
      ? period(fact.occurred, zone).start
      : moment(fact.occurred, zone);
  }

  over(fact: OracleFact): number {
    return period(fact.occurred, fact.event.timeZone ?? this.zone).end.max;
  }

  placed(fact: OracleFact): number {
    const { min, max } = this.when(fact);
    return min === -Infinity ? max : min;
  }

  /** What may have happened by the view, of these types. */
  happened(...types: readonly string[]): readonly OracleFact[] {
    return this.facts.filter(
      (fact) => types.includes(fact.type) && this.when(fact).min <= this.question.at,
    );
  }

  answer(bounds: Bounds): 'CERTAIN' | 'POSSIBLE' {
    return this.question.at < bounds.max ? 'POSSIBLE' : 'CERTAIN';
  }
}

/** Pauses opened and closed in one walk through what happened, and what that leaves. */
export function activity(oracle: OracleStream) {
  const pauses: { paused: OracleFact; resumed: OracleFact | undefined }[] = [];
  let turn: OracleFact | undefined;
  let latest = -Infinity;
  let lastSign: OracleFact | undefined;
  const alive = oracle.facts.filter((fact) => oracle.when(fact).min <= oracle.question.at);
  for (const fact of alive) {
    const scope = fact.data.scope ?? 'ALL';
    if (fact.type === 'TalksPaused') pauses.push({ paused: fact, resumed: undefined });
    if (fact.type === 'TalksResumed')
      for (const pause of pauses)
        if ([scope, pause.paused.data.scope].includes('ALL') || scope === pause.paused.data.scope)
          pause.resumed ??= fact;
    if (fact.type === 'TalksResumed' || fact.type === 'TalksTerminated') turn = fact;
    const over = oracle.over(fact);
    const sign = over === Infinity ? oracle.when(fact).min : over;
    if (sign >= latest) [latest, lastSign] = [sign, fact];
  }
  const open = pauses.filter(({ resumed }) => !resumed).map(({ paused }) => paused);
  const state = (value: string, fact: OracleFact | undefined, scope: unknown = null) =>
    fact && {
      value,
      scope,
      since: fact.occurred,
      certainty: oracle.answer(oracle.when(fact)),
      setBy: fact.event.id,
    };
  const paused = open.filter(({ data }) => data.scope === 'ALL')[0] ?? open.at(-1);
  return {
    pauses: pauses.map(({ paused: by, resumed }) => [by.event.id, resumed?.event.id ?? null]),
    now:
      turn?.type === 'TalksTerminated'
        ? state('TERMINATED', turn)
        : paused
          ? state('PAUSED', paused, paused.data.scope)
          : silent(latest, oracle)
            ? state('UNKNOWN', lastSign)
            : state('ACTIVE', turn ?? alive[0]),
  };
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
