/**
 * The naive oracle: what a negotiation looks like, worked out afresh from the list of events at
 * every question, in plain loops. It shares no code with `src/domain`; only the bounds of dates
 * come from `events/time/bounds.ts`, which has its own tests.
 */
import { type AnyEvent, definition } from '../../events/catalogue.js';
import type { Certainty, Source } from '../../events/envelope.js';
import { moment, period, timePointInstant } from '../../events/time/bounds.js';
import type { Bounds } from '../../events/time/edtf.js';

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
  /** The last instant of it, where that is another than its date's. */
  lasted?: number;
  /** Each source with when the log learned of it. */
  sources: readonly { readonly source: Source; readonly learned: number }[];
}

const EVER = Infinity;

/** The zone of an authority. */
const ZONES: Readonly<Record<string, string>> = { US: 'America/New_York', EU: 'Europe/Brussels' };

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

function writtenIn(fact: OracleFact, streamZone: string): Bounds {
  const zone = fact.event.timeZone ?? streamZone;
  return definition(fact.type).span
    ? period(fact.occurred, zone).start
    : moment(fact.occurred, zone);
}

function placedIn(fact: OracleFact, zone: string): number {
  const { min, max } = writtenIn(fact, zone);
  return min === -Infinity ? max : min;
}

interface Read {
  readonly zone: string;
  readonly facts: readonly OracleFact[];
}

/** Streams read before, by what is known of them: one log is asked many questions. */
const streamsRead = new WeakMap<readonly AnyEvent[], Map<string, Read>>();

/** What counts in a stream, in order of time, and the zone of the stream. */
export class OracleStream {
  readonly zone: string;
  facts: readonly OracleFact[];

  constructor(
    events: readonly AnyEvent[],
    readonly stream: string,
    readonly question: Question,
  ) {
    const key = `${stream} ${question.knownAt} ${question.publicAt}`;
    const read = streamsRead.get(events) ?? new Map<string, Read>();
    streamsRead.set(events, read);
    let known = read.get(key);
    if (!known) read.set(key, (known = this.read(events)));
    this.zone = known.zone;
    this.facts = known.facts;
  }

  private read(events: readonly AnyEvent[]): Read {
    const { stream, question } = this;
    const known = events.filter(
      (event) => event.recorded <= question.knownAt && appearsIn(event, events).includes(stream),
    );
    let [zone, author] = [stream === 'rulebook/US' ? 'America/New_York' : '', ''];
    for (const { data } of standing(known, EVER, 'UTC')) {
      if (zone === '' && data.timeZone) zone = data.timeZone;
      if (author === '' && data.imposedBy) author = data.imposedBy;
    }
    zone ||= ZONES[author] ?? 'UTC';
    const publicAt =
      question.publicAt === undefined ? EVER : timePointInstant(question.publicAt, zone);
    const order = (fact: OracleFact) => placedIn(fact, zone);
    const facts = standing(known, publicAt, zone)
      .filter(({ event }) => target(event) === undefined)
      .sort((a, b) => order(a) - order(b) || a.event.position - b.event.position);
    return { zone, facts };
  }

  /** When it began to be so, as it is written. */
  written(fact: OracleFact): Bounds {
    return writtenIn(fact, this.zone);
  }

  /** When it began to be so. */
  when(fact: OracleFact): Bounds {
    return this.sinceLaunch(fact, this.written(fact));
  }

  /**
   * An unknown start reaches back to the first launch at the most; what was over before the launch
   * is known from its end on. Where the launch itself has no known start, nothing is known of others.
   */
  sinceLaunch(fact: OracleFact, bounds: Bounds): Bounds {
    const first = this.facts.find(({ type }) => type === 'NegotiationLaunched');
    if (bounds.min !== -Infinity || !first || first === fact) return bounds;
    const floor = this.written(first).min;
    return { min: Math.min(floor, bounds.max), max: bounds.max };
  }

  over(fact: OracleFact): number {
    return fact.lasted ?? period(fact.occurred, fact.event.timeZone ?? this.zone).end.max;
  }

  placed(fact: OracleFact): number {
    return placedIn(fact, this.zone);
  }

  /** What may have happened by the view, of these types. */
  happened(...types: readonly string[]): readonly OracleFact[] {
    return this.facts.filter(
      (fact) => types.includes(fact.type) && this.when(fact).min <= this.question.at,
    );
  }

  /** The same stream, had one thing come to hold at that instant, before or after what else did. */
  moved(fact: OracleFact, at: number, position: number): OracleStream {
    const iso = new Date(at).toISOString();
    const moved = {
      ...fact,
      lasted: this.over(fact),
      event: { ...fact.event, position } as AnyEvent,
    };
    if (fact.data.effectiveFrom !== undefined) moved.data = { ...fact.data, effectiveFrom: iso };
    else moved.occurred = definition(fact.type).span ? `${iso}/` : iso;
    const other = Object.assign(Object.create(OracleStream.prototype), this) as OracleStream;
    other.facts = this.facts
      .map((one) => (one === fact ? moved : one))
      .sort((a, b) => other.placed(a) - other.placed(b) || a.event.position - b.event.position);
    return other;
  }

  answer(bounds: Bounds): 'CERTAIN' | 'POSSIBLE' {
    return this.question.at < bounds.max ? 'POSSIBLE' : 'CERTAIN';
  }
}
