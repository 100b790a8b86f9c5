/**
 * A reading: one dossier as known and as public at some instant, with corrections, retractions
 * and added sources carried out and every fact placed in time.
 *
 * Facts are settled once per event and shared by all readings; an as-of reading costs a filter
 * over timelines that are already in order, not another fold.
 */
import {
  type AboutEvent,
  type AnyEvent,
  type EventData,
  type EventOf,
  type EventType,
  definition,
} from '../../../events/catalogue.js';
import { countryZone } from '../../../events/codes/codes.js';
import type { Certainty, Source } from '../../../events/envelope.js';
import { asked, type Bounds, moment, type Period, period } from '../../../events/time/edtf.js';
import type { Dossier, FiledUnder } from './streamState.js';
import type { Topic } from './topics.js';

/** CERTAIN outside the bounds of a date, POSSIBLE inside them. */
export type Answer = 'CERTAIN' | 'POSSIBLE';

interface Settled<Type extends EventType, Data> extends Period {
  readonly type: Type;
  /** The event as recorded: what `setBy` shows. */
  readonly event: EventOf<Type>;
  /** What the event says once corrections are carried out. */
  readonly data: Data;
  readonly occurred: string;
  readonly certainty: Certainty;
  readonly sources: readonly Source[];
  /** When it began to be so: a span's start, a moment's whole window. */
  readonly at: Bounds;
  /** Where it is placed among others, in epoch milliseconds; position breaks ties. */
  readonly placed: number;
  /** From when the public could know it. */
  readonly publicFrom: number;
}

/** An event as a reading takes it; narrow it by `type`. */
export type Fact<Type extends EventType = EventType> = {
  [T in Type]: Settled<T, EventData<T>>;
}[Type];

/** Facts that bear on a topic. */
export type FactOn<T extends Topic> = Fact<FiledUnder<T>['type']>;

/** What is known and public: the clocks of a view other than `at`. */
export interface Knowledge {
  /** Epoch milliseconds; events recorded later do not count. */
  readonly knownAt?: number | undefined;
  /** A TimePoint; a date is read in the zone of each thing asked about. */
  readonly publicAt?: string | undefined;
}

/** When a hypothetical event counts as recorded: it is known, and public, at every view. */
export const ALWAYS = -Infinity;

const inOrder = (a: Fact, b: Fact): number =>
  a.placed - b.placed || a.event.position - b.event.position;

/** From when a source makes an event public; an undated one, from when it was recorded. */
const sourcePublic = (source: Source, recorded: number, zone: string): number =>
  source.published === undefined ? recorded : asked(source.published, zone);

const earliest = (sources: readonly Source[], recorded: number, zone: string): number =>
  sources.length === 0 || recorded === ALWAYS
    ? recorded
    : Math.min(...sources.map((source) => sourcePublic(source, recorded, zone)));

type Parts = Pick<Settled<EventType, unknown>, 'data' | 'occurred' | 'certainty' | 'sources'>;

function settled(event: AnyEvent, parts: Parts, publicFrom: number, zone: string): Fact {
  const within = event.timeZone ?? zone;
  const when = period(parts.occurred, within);
  const at = definition(event.type).span ? when.start : moment(parts.occurred, within);
  return {
    ...parts,
    ...when,
    type: event.type,
    event,
    at,
    placed: Number.isFinite(at.min) ? at.min : at.max,
    publicFrom,
  } as Fact;
}

const plain = new WeakMap<AnyEvent, { zone: string; fact: Fact }>();

/** The fact of an event that nothing corrects. */
function plainFact(event: AnyEvent, zone: string): Fact {
  const known = plain.get(event);
  if (known?.zone === zone) return known.fact;
  const sources =
    event.type === 'SourceAdded' ? [...event.sources, ...event.data.sources] : event.sources;
  const fact = settled(event, event, earliest(sources, event.recorded, zone), zone);
  plain.set(event, { zone, fact });
  return fact;
}

const ordered = new WeakMap<Dossier, Map<string, readonly Fact[]>>();

/** The facts on a topic in order of time, before anything said about them is taken into account. */
function orderedFacts(dossier: Dossier, topic: Topic, zone: string): readonly Fact[] {
  let byTopic = ordered.get(dossier);
  if (!byTopic) ordered.set(dossier, (byTopic = new Map<string, readonly Fact[]>()));
  const key = `${topic} ${zone}`;
  let facts = byTopic.get(key);
  if (!facts) {
    facts = (dossier.timelines[topic] ?? []).map((event) => plainFact(event, zone)).sort(inOrder);
    byTopic.set(key, facts);
  }
  return facts;
}

/** The zone a stream's own dates are read in: as its launch or adoption says, else its authority's. */
function zoneOf(dossier: Dossier, dataOf: (event: AnyEvent) => unknown): string {
  if (dossier.stream.startsWith('rulebook/')) return countryZone(dossier.stream.slice(-2));
  const events: readonly AnyEvent[] = [
    ...(dossier.timelines.identity ?? []),
    ...(dossier.timelines.decisions ?? []),
    ...(dossier.timelines.announcements ?? []),
  ];
  const said = events.map(
    (event) => dataOf(event) as { timeZone?: string; imposedBy?: string } | undefined,
  );
  const zone = said.find((data) => data?.timeZone)?.timeZone;
  const imposer = said.find((data) => data?.imposedBy)?.imposedBy;
  return zone ?? (imposer ? countryZone(imposer) : 'UTC');
}

export class Reading {
  readonly zone: string;
  /** `publicAt` as an instant in this zone. */
  readonly #publicAt: number;
  readonly #knownAt: number;
  /** What is said about an event, in log order, by what is itself known, public and not retracted. */
  readonly #about = new Map<string, Fact<AboutEvent['type']>[]>();
  readonly #topics = new Map<Topic, readonly Fact[]>();

  constructor(
    readonly dossier: Dossier,
    readonly knowledge: Knowledge = {},
  ) {
    this.#knownAt = knowledge.knownAt ?? Infinity;
    const about = (dossier.timelines.about ?? []).filter((e) => e.recorded <= this.#knownAt);
    this.#publicAt = Infinity;
    this.#resolveAbout(about, 'UTC');
    this.zone = zoneOf(dossier, (event) =>
      event.recorded <= this.#knownAt ? this.#settle(event, 'UTC')?.data : undefined,
    );
    this.#publicAt =
      knowledge.publicAt === undefined ? Infinity : asked(knowledge.publicAt, this.zone);
    this.#resolveAbout(about, this.zone);
  }

  /** Later ones first: by the time one is looked at, all that is said about it is settled. */
  #resolveAbout(about: readonly AboutEvent[], zone: string): void {
    this.#about.clear();
    for (const event of about.toReversed()) {
      const fact = this.#settle(event, zone) as Fact<AboutEvent['type']> | undefined;
      if (!fact) continue;
      const others = this.#about.get(fact.data.event);
      if (others) others.unshift(fact);
      else this.#about.set(fact.data.event, [fact]);
    }
  }

  /** The fact of a known event; undefined when it is retracted or not public. */
  #settle(event: AnyEvent, zone: string): Fact | undefined {
    const about = this.#about.get(event.id);
    const fact = about ? this.#amended(event, about, zone) : plainFact(event, zone);
    return fact && fact.publicFrom <= this.#publicAt ? fact : undefined;
  }

  #amended(
    event: AnyEvent,
    about: readonly Fact<AboutEvent['type']>[],
    zone: string,
  ): Fact | undefined {
    const parts: { -readonly [Key in keyof Parts]: Parts[Key] } = {
      data: event.data,
      occurred: event.occurred,
      certainty: event.certainty,
      sources: event.sources,
    };
    // The sources that an event adds to another make it public itself, as corrected.
    const adds = event.type === 'SourceAdded';
    let publicFrom =
      adds && event.sources.length === 0 ? Infinity : earliest(event.sources, event.recorded, zone);
    for (const { type, data, event: by } of about) {
      if (type === 'EventRetracted') return undefined;
      const sources = data.sources;
      if (type === 'EventCorrected') {
        parts.data = data.data ?? parts.data;
        parts.occurred = data.occurred ?? parts.occurred;
        parts.certainty = data.certainty ?? parts.certainty;
        if (sources) {
          parts.sources = sources;
          publicFrom = earliest(sources, by.recorded, zone);
        }
      } else if (sources) {
        parts.sources = [...parts.sources, ...sources];
        publicFrom = Math.min(publicFrom, earliest(sources, by.recorded, zone));
      }
    }
    const added = adds ? (parts.data as typeof event.data).sources : undefined;
    if (added) publicFrom = Math.min(publicFrom, earliest(added, event.recorded, zone));
    return settled(event, parts, publicFrom, zone);
  }

  /** The facts on a topic, in order of time, then position. */
  on<T extends Topic>(topic: T): readonly FactOn<T>[] {
    let facts = this.#topics.get(topic);
    if (!facts) {
      facts = this.#read(topic);
      this.#topics.set(topic, facts);
    }
    return facts as readonly FactOn<T>[];
  }

  #read(topic: Topic): readonly Fact[] {
    const all = orderedFacts(this.dossier, topic, this.zone);
    const everything = this.#knownAt >= this.dossier.recorded && this.#publicAt === Infinity;
    if (this.#about.size === 0) {
      if (everything) return all;
      return all.filter(
        (fact) => fact.event.recorded <= this.#knownAt && fact.publicFrom <= this.#publicAt,
      );
    }
    return all
      .filter((fact) => fact.event.recorded <= this.#knownAt)
      .map((fact) => this.#settle(fact.event, this.zone))
      .filter((fact) => fact !== undefined)
      .sort(inOrder);
  }

  /** What is said about an event under this reading, in log order. */
  about(id: string): readonly Fact<AboutEvent['type']>[] {
    return this.#about.get(id) ?? [];
  }
}
