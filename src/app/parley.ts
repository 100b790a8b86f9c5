/**
 * The API of a record: append events, read negotiations, measures and duties at any view, subscribe
 * to changes. GraphQL uses only this class; commands that copy or verify a log use the log itself.
 */
import type { AnyEvent } from '../../events/catalogue.js';
import type { DutyView } from '../domain/duty/duty.js';
import type { DutyQuestion } from '../domain/duty/layer.js';
import { explain } from '../domain/history/explain.js';
import type { TimelinePoint } from '../domain/history/timeline.js';
import type { MeasureView } from '../domain/measure/measureView.js';
import type { NegotiationView } from '../domain/negotiation/negotiationView.js';
import type { KnowledgeView } from '../domain/streamState/knowledgeView.js';
import type { EventLog, Head, Selection } from '../log/core/eventLog.js';
import { type AppendRequest, type AppendResult, EventAppender } from './commands/appendEvents.js';
import { type EntryRequest, type EventEntry, appendEntry } from './commands/entryDefaults.js';
import { readChanges } from './queries/events/changedEvents.js';
import { readDuty, readDutyOutline } from './queries/dutyQueries.js';
import { annotationsOf, listEvents, listHistory } from './queries/events/eventQueries.js';
import { measureList, readMeasure } from './queries/measureQueries.js';
import {
  begun,
  completeNegotiation,
  diffNegotiation,
  negotiationList,
  negotiationTimeline,
  readNegotiationOrNone,
} from './queries/negotiationQueries.js';
import type {
  AsOf,
  AsOfResult,
  Assumptions,
  ChangedEvents,
  ChangesOf,
  Diff,
  DutyResult,
  EventAnnotations,
  EventFilter,
  EventList,
  MeasureFilter,
  NegotiationFilter,
  ParleyOptions,
  SearchResult,
  ViewList,
} from './parleyTypes.js';
import { EventDescriptions } from './queries/events/eventDescriptions.js';
import { searchEvents } from './queries/events/search.js';
import { revisionOf } from './queries/streamHistory.js';
import { ViewReader } from './queries/viewReader.js';
import { Proposals } from './proposals/proposals.js';
import { StreamStateCache } from './readModel/streamStateCache.js';
import { Subscriptions } from './subscriptions/subscriptions.js';
import { TreeProofs } from './transparency/treeProofs.js';
import { Webhooks } from './webhooks/webhooks.js';

export type * from './parleyTypes.js';

/** Every method rejects with `LogUnavailable`, which says what to do, where the log is out of reach. */
export class Parley {
  readonly #streamStates: StreamStateCache;
  readonly #appender: EventAppender;
  readonly #reader: ViewReader;
  readonly #now: () => number;
  /** What is kept of the log in memory, and what answers use of it. */
  readonly readModel: Pick<StreamStateCache, 'use' | 'recordUse' | 'unchangedUpTo'>;
  /** Events and negotiations as they change, and how the log is tailed. */
  readonly subscriptions: Subscriptions;
  /** Where events are sent as they are recorded. A server delivers them. */
  readonly webhooks: Webhooks;
  /** Events in words for people, and as they count by now. */
  readonly descriptions: EventDescriptions;
  /** Events that are proposed, and accepted by someone else. */
  readonly proposals: Proposals;
  /** Proofs that records are in the log, up to its newest signed head. */
  readonly proofs: TreeProofs;

  /** Takes over the log: `close` closes it. Reads nothing yet. */
  constructor(
    readonly log: EventLog,
    { now = Date.now, observer, cacheBytes, tail = {} }: ParleyOptions = {},
  ) {
    this.#now = now;
    this.#streamStates = new StreamStateCache(log, observer, cacheBytes);
    this.readModel = this.#streamStates;
    this.#appender = new EventAppender(log, this.#streamStates, now, observer);
    this.#reader = new ViewReader(log, this.#streamStates, this.#appender.checker, now);
    this.descriptions = new EventDescriptions(this.#streamStates);
    this.proposals = new Proposals(log, this.#appender, this.#reader, now);
    this.subscriptions = new Subscriptions(log, this.#streamStates, now, tail);
    this.webhooks = new Webhooks(log, now);
    this.proofs = new TreeProofs(log);
  }

  /** The last record of the log; position 0 when it is empty. One lookup. */
  readonly head = (): Promise<Head> => this.log.head();

  // Commands

  /**
   * Appends events in the interchange format: all of them, adjacent and in order, on disk when it
   * resolves, or none: it throws `EventsRefused` with every problem and its path
   * (`events[0].data.rate`), `RevisionConflict`, `IdempotencyConflict` or `DuplicateEvent`.
   */
  append(events: readonly unknown[], request: AppendRequest = {}): Promise<AppendResult> {
    return this.#appender.append(events, request);
  }

  /**
   * Appends one event as a person enters it, filled in. Throws what `append` throws, with paths within
   * the entry (`rate`), and `EventNotFound` when it is about an event that the log does not have.
   */
  appendEntry(entry: EventEntry, request: EntryRequest = {}): Promise<AppendResult> {
    return appendEntry(this.#appender, this.#streamStates, this.#now(), entry, request);
  }

  // Negotiations, measures and duties at a view

  /**
   * The negotiation with a slug at a view; undefined when it is unknown or has not begun by then.
   * Reads what was recorded since of its stream, of the measures between its parties and of their
   * rulebooks. A `knownAt` in the past may write: it advances the closed timestamp. Throws
   * `BadTimePoint`, and `EventsRefused` when what is assumed could not be appended.
   */
  async negotiation(
    slug: string,
    asOf: AsOf = {},
    assumptions: Assumptions = {},
  ): Promise<AsOfResult<NegotiationView> | undefined> {
    const outline = await this.negotiationOutline(slug, asOf, assumptions);
    return outline && completeNegotiation(outline);
  }

  /** The same without all that rests on measures, which `complete` loads. Reads its stream, and areas. */
  async negotiationOutline(slug: string, asOf?: AsOf, assumptions?: Assumptions) {
    return begun(await this.negotiationOrNone(slug, asOf, assumptions));
  }

  /** The same with its view, also where it is unknown or has not begun. */
  negotiationOrNone(slug: string, asOf: AsOf = {}, assumptions: Assumptions = {}) {
    const stream = `negotiation/${slug}`;
    return this.#reader.readOne(asOf, assumptions, (basis) => readNegotiationOrNone(basis, stream));
  }

  /** Loads what outlines leave out, once; returns the same result. O(measures between the parties). */
  complete<Result extends { readonly subject: NegotiationView }>(result: Result): Promise<Result> {
    return completeNegotiation(result);
  }

  /**
   * The negotiations that have begun by the view, by slug, to be paged through; each as an outline,
   * which `complete` completes. A page costs its items and the candidates between them; a party is
   * looked up in an index.
   */
  negotiationList(asOf: AsOf = {}, filter: NegotiationFilter = {}): ViewList<NegotiationView> {
    return negotiationList(this.#reader, asOf, filter);
  }

  /** All of them, complete. O(negotiations x measures between their parties). Throws `BadTimePoint`. */
  async negotiations(asOf: AsOf = {}): Promise<readonly AsOfResult<NegotiationView>[]> {
    return Promise.all((await this.negotiationList(asOf).all()).map(completeNegotiation));
  }

  /** The measure with a slug at a view; undefined when nothing of it is known. Throws as `negotiation`. */
  measure(
    slug: string,
    asOf: AsOf = {},
    assumptions: Assumptions = {},
  ): Promise<AsOfResult<MeasureView> | undefined> {
    return this.#reader.readOne(asOf, assumptions, (basis) =>
      readMeasure(basis, `measure/${slug}`),
    );
  }

  /**
   * The measures known at the view, by slug, to be paged through: all, or those by and on some areas,
   * which are looked up in an index. A page costs its items and the candidates between them.
   */
  measureList(asOf: AsOf = {}, filter: MeasureFilter = {}): ViewList<MeasureView> {
    return measureList(this.#reader, asOf, filter);
  }

  /** All of them. O(candidates). Throws `BadTimePoint`. */
  measures(
    asOf: AsOf = {},
    filter: MeasureFilter = {},
  ): Promise<readonly AsOfResult<MeasureView>[]> {
    return this.measureList(asOf, filter).all();
  }

  /**
   * The duty that one country imposes on another's goods at a view, in percentage points of the
   * customs value. O(measures between them). Throws as `negotiation`.
   */
  duty(
    question: DutyQuestion,
    asOf: AsOf = {},
    assumptions: Assumptions = {},
  ): Promise<AsOfResult<DutyView>> {
    return this.#reader.readOne(asOf, assumptions, (basis) => readDuty(basis, question));
  }

  /**
   * The same without layers of measures on other goods: `layersOf` and `totalsOf` read them where they
   * matter. O(measures that can cover the goods). Throws as `negotiation`.
   */
  dutyOutline(
    question: DutyQuestion,
    asOf: AsOf = {},
    assumptions: Assumptions = {},
  ): Promise<DutyResult> {
    return this.#reader.readOne(asOf, assumptions, (basis) => readDutyOutline(basis, question));
  }

  /** What differs between an answer and the same negotiation at another view. Throws as `negotiation`. */
  diff(from: AsOfResult<NegotiationView>, to: AsOf): Promise<Diff> {
    return diffNegotiation(this.#reader, from, to);
  }

  /**
   * Every instant in `[from, to]` at which a negotiation changes, by an event or by the clock alone,
   * oldest first; without bounds, from the beginning to the view. A date means its close in the
   * negotiation's zone. Reads nothing. Throws `BadTimePoint`.
   */
  timeline(
    { subject }: AsOfResult<NegotiationView>,
    from?: string,
    to?: string,
  ): readonly TimelinePoint[] {
    return negotiationTimeline(subject, from, to);
  }

  /** Every value ever held at a path such as `rounds.counted`, oldest first. Throws `UnknownPath`. */
  readonly explain = ({ subject }: AsOfResult<NegotiationView>, path: string) =>
    explain(subject, path);

  /** The revision that a stream had reached within a knowledge view. Reads nothing. */
  readonly revision: (knowledge: KnowledgeView) => number = revisionOf;

  // Events

  /** The event with an id; undefined when the log has none. One indexed lookup. */
  async event(id: string): Promise<AnyEvent | undefined> {
    return (await this.events([id]))[0];
  }

  /** The events with these ids, in the order given; undefined where the log has none. One query. */
  events(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    return this.log.byId(ids);
  }

  /** The selected events in log order, in pages; one query a page, made when the page is asked for. */
  read(selection: Selection = {}, pageSize?: number): AsyncIterable<readonly AnyEvent[]> {
    return this.log.read(selection, pageSize);
  }

  /** The annotations of these events as known now, in the order given. One query per level. */
  annotations(ids: readonly string[]): Promise<readonly EventAnnotations[]> {
    return annotationsOf(this.log, ids);
  }

  /**
   * The events of the log that match a filter, to be paged through, read page by page. Throws
   * `BadTimePoint` or `BadTimeRange`.
   */
  eventList(filter: EventFilter = {}): Promise<EventList> {
    return listEvents(this.log, this.#streamStates, filter);
  }

  /** The events that contain every word of a text and match a filter, ranked; see `searchEvents`. */
  search(text: string, filter: EventFilter = {}, upTo?: number): Promise<SearchResult> {
    return searchEvents(this.log, this.#streamStates, text, filter, upTo);
  }

  /**
   * The events of a stream that count in a view and match a filter. Parties and zones that the
   * filter depends on are taken as known in the view. Throws `BadTimePoint` or `BadTimeRange`.
   */
  history(
    stream: string,
    result: Pick<AsOfResult<unknown>, 'view' | 'asOf'>,
    filter: EventFilter = {},
  ): Promise<EventList> {
    return listHistory(this.log, this.#streamStates, stream, result, filter);
  }

  /**
   * The events at a view whose record changed last, the newest change first; undefined where the
   * negotiation or measure is not known at the view. Reads the log from its end until `limit` events
   * are found. Throws `BadTimePoint`.
   */
  changedEvents(of: ChangesOf, asOf: AsOf, limit: number): Promise<ChangedEvents | undefined> {
    return this.#reader.read(asOf, {}, (basis) => readChanges(basis, of, limit));
  }

  /** Ends all subscriptions and closes the log. */
  async close(): Promise<void> {
    await this.subscriptions.close();
    await this.log.close();
  }
}
