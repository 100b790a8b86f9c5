/** Appending: what was sent is checked, decided on, and recorded; all of it or nothing. */
import { type AnyEvent, targetEventId } from '../../../events/catalogue.js';
import { streamKind } from '../../../events/envelope.js';
import { type EventDraft, parseEvent, type Problem } from '../../../events/parse.js';
import {
  requiredLookups,
  decide,
  isRetracted,
  type DecisionContext,
} from '../../domain/rules/decide.js';
import { knownAreas } from '../../domain/area/knownAreas.js';
import { type StreamState, fold } from '../../domain/streamState/streamState.js';
import type { Finding } from '../../domain/rules/finding.js';
import { findingsOf } from '../../domain/rules/findings.js';
import { KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import { NegotiationView, type RelatedStreams } from '../../domain/negotiation/negotiationView.js';
import { DecisionOutdated } from '../../log/core/errors.js';
import type { Basis, EventLog, ExpectedRevision, Head } from '../../log/core/eventLog.js';
import type { Dossiers } from '../readModel/streamStateCache.js';
import { Refused } from '../errors.js';
import type { Observer } from '../observer.js';

export interface AppendRequest {
  readonly recordedBy?: string | undefined;
  readonly expectedRevisions?: readonly ExpectedRevision[] | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Checks everything and says what would be recorded; writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Keeps `recordedAt` and `recordedBy` as sent: for an import into an empty log. */
  readonly restore?: boolean | undefined;
}

export interface AppendResult {
  readonly events: readonly AnyEvent[];
  /** Whether an earlier append with the same key had recorded them. */
  readonly repeated: boolean;
  /** What the append makes worth a second look that was not so before; worked out when asked. */
  findings(): Promise<readonly Finding[]>;
}

export class Appending {
  /** Appends that depend on what is known wait for each other, so that none decides on the past. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly log: EventLog,
    readonly dossiers: Dossiers,
    readonly now: () => number,
    readonly observer: Observer = {},
  ) {}

  /** The events sent, checked for their shape. Throws `Refused` with every problem of every event. */
  parse(sent: readonly unknown[]): readonly EventDraft[] {
    const problems: Problem[] = [];
    const events: EventDraft[] = [];
    sent.forEach((each, index) => {
      const parsed = parseEvent(each);
      if (parsed.ok) events.push(parsed.event);
      else
        problems.push(
          ...parsed.problems.map((problem) => ({
            ...problem,
            path: `events[${index}]${problem.path === '' ? '' : `.${problem.path}`}`,
          })),
        );
    });
    if (problems.length > 0 || events.length === 0) throw new Refused(problems);
    return events;
  }

  /** Everything an append checks, without appending. Throws `Refused` with every problem. */
  async judge(sent: readonly unknown[]): Promise<readonly EventDraft[]> {
    const events = this.parse(sent);
    const { ids, streams } = requiredLookups(events);
    const problems = decide(events, (await this.#known(ids, streams)).known);
    if (problems.length > 0) throw new Refused(problems);
    return events;
  }

  async append(sent: readonly unknown[], request: AppendRequest): Promise<AppendResult> {
    try {
      const result = await this.#append(sent, request);
      if (!request.dryRun && !result.repeated) this.observer.appended?.(result.events.length);
      return result;
    } catch (error) {
      const { code } = error as { code?: unknown };
      this.observer.refused?.(typeof code === 'string' ? code : 'ERROR');
      throw error;
    }
  }

  async #append(sent: readonly unknown[], request: AppendRequest): Promise<AppendResult> {
    const events = this.parse(sent);
    const { ids, streams } = requiredLookups(events);
    if (ids.length === 0 && streams.length === 0) return this.#record(events, request);
    const turn = this.#turn.then(() => this.#decideAndRecord(events, request, ids, streams));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Decides again whenever another server has recorded something that it rests on. */
  async #decideAndRecord(
    events: readonly EventDraft[],
    request: AppendRequest,
    ids: readonly string[],
    streams: readonly string[],
  ): Promise<AppendResult> {
    for (;;) {
      const { known, basis } = await this.#known(ids, streams);
      const problems = decide(events, known);
      if (problems.length > 0 && !(await this.#isRepeat(events, request)))
        throw new Refused(problems);
      try {
        return await this.#record(events, request, basis);
      } catch (error) {
        if (!(error instanceof DecisionOutdated)) throw error;
      }
    }
  }

  /**
   * An append that is sent again after it succeeded may be refused by what it did itself (its
   * target is retracted now): the log knows whether it is such a repeat.
   */
  async #isRepeat(events: readonly EventDraft[], request: AppendRequest): Promise<boolean> {
    if (request.idempotencyKey === undefined) return false;
    const { idempotencyKey } = request;
    const tried = await this.log.append({ events, idempotencyKey, dryRun: true }).catch(() => null);
    return tried?.repeated ?? false;
  }

  async #record(
    events: readonly EventDraft[],
    request: AppendRequest,
    basis?: Basis,
  ): Promise<AppendResult> {
    const { recordedBy, expectedRevisions, idempotencyKey, dryRun, restore } = request;
    const before = await this.log.head();
    const appended = await this.log.append({
      events,
      ...(recordedBy !== undefined && { recordedBy }),
      ...(expectedRevisions && { expectedRevisions }),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      ...(dryRun && { dryRun }),
      ...(restore && { restore }),
      ...(basis && { basis }),
    });
    return {
      ...appended,
      findings: () =>
        appended.repeated ? Promise.resolve([]) : this.#newFindings(appended.events, before),
    };
  }

  /** Everything said about these events, and about that, in log order. */
  async aboutChain(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    const chain: AnyEvent[] = [];
    for (let next = ids; next.length > 0;) {
      const about = await this.log.about(next);
      chain.push(...about);
      next = about.map(({ id }) => id);
    }
    return chain.sort((a, b) => a.position - b.position);
  }

  async #known(
    ids: readonly string[],
    streams: readonly string[],
  ): Promise<{ known: DecisionContext; basis: Basis }> {
    const { position } = await this.log.head();
    // What an event is about matters too: to a retraction of a retraction, say.
    const all: AnyEvent[] = [];
    for (let next = ids; next.length > 0;) {
      const found = (await this.log.byId(next)).filter((event) => event !== undefined);
      all.push(...found);
      next = found.flatMap((event) => targetEventId(event) ?? []);
    }
    const about = await this.aboutChain(all.map(({ id }) => id));
    const readings = new Map(
      await Promise.all(
        streams.map(async (stream) => {
          const streamState = await this.dossiers.dossier(stream, position);
          return [stream, this.dossiers.reading(streamState)] as const;
        }),
      ),
    );
    const known: DecisionContext = {
      event: (id) => {
        const event = all.find((known) => known.id === id);
        return event && { type: event.type, data: event.data, retracted: isRetracted(id, about) };
      },
      knowledge: (stream) => {
        const knowledge = readings.get(stream);
        return knowledge && knowledge.streamState.position > 0 ? knowledge : undefined;
      },
    };
    const mattered = [...all, ...about].map(({ id }) => id);
    return { known, basis: { position, events: mattered, streams } };
  }

  /** Findings of the negotiations concerned with these events that were not there without them. */
  async #newFindings(events: readonly AnyEvent[], before: Head): Promise<readonly Finding[]> {
    const touched = new Set(events.flatMap(({ stream, also }) => [stream, ...also]));
    // Those heard of for the first time are in the log now, or, in a dry run, are not.
    const fresh = [...touched].filter((stream) => streamKind(stream) === 'measure');
    const known = await this.dossiers.streams('measure/', before.position);
    const measures = [...new Set([...known, ...fresh])].sort();
    const recordedAreas = await this.dossiers.streams('area/', before.position);
    const newAreas = [...touched].filter((stream) => streamKind(stream) === 'area');
    const areas = [...new Set([...recordedAreas, ...newAreas])].sort();
    const at = this.now();
    const found: Finding[] = [];
    for (const stream of await this.#concerned(touched, before)) {
      const streamStates = await Promise.all(
        [stream, ...areas, ...measures].map((name) => this.dossiers.dossier(name, before.position)),
      );
      const view = (readingOf: (streamState: StreamState) => KnowledgeView) => {
        const [own, ...others] = streamStates.map(readingOf);
        const related: RelatedStreams = {
          measures: others.slice(areas.length),
          rulebook: () => undefined,
          areas: knownAreas(others.slice(0, areas.length)),
        };
        return own ? findingsOf(new NegotiationView(own, at, related)) : [];
      };
      const old = view((streamState) =>
        this.dossiers.reading(streamState, { knownAt: before.recorded }),
      );
      const now = view(
        (streamState) => new KnowledgeView(fold(streamState, missingFrom(streamState, events))),
      );
      const keys = new Set(old.map(keyOf));
      found.push(...now.filter((finding) => !keys.has(keyOf(finding))));
    }
    return found;
  }

  /** The negotiations touched; where a measure is, every negotiation may have it in its picture. */
  async #concerned(touched: ReadonlySet<string>, before: Head): Promise<readonly string[]> {
    const kinds = new Set([...touched].map(streamKind));
    const all = kinds.has('measure')
      ? await this.dossiers.streams('negotiation/', before.position)
      : [];
    const own = [...touched].filter((stream) => streamKind(stream) === 'negotiation');
    return [...new Set([...own, ...all])];
  }
}

/** Those of the events that belong in a dossier and are not in it yet (in a dry run, none is). */
const missingFrom = (streamState: StreamState, events: readonly AnyEvent[]): readonly AnyEvent[] =>
  events.filter(
    ({ stream, also, position }) =>
      position > streamState.position && [stream, ...also].includes(streamState.stream),
  );

const keyOf = (finding: Finding): string =>
  `${finding.code} ${finding.events.map(({ event }) => event.id).join(' ')}`;
