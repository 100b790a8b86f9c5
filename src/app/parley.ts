/**
 * The one door to a record: append to it, ask where things stood. Everything that serves people
 * (GraphQL, the command line) goes through here and sees neither the log nor its engine.
 */
import { type AnyEvent, targetEventId } from '../../events/catalogue.js';
import { countryZone } from '../../events/codes/countries.js';
import { type DutyView, dutyView } from '../domain/duty/duty.js';
import type { DutyQuestion } from '../domain/duty/layer.js';
import { isRetracted } from '../domain/rules/decide.js';
import { type Change, diff } from '../domain/history/diff.js';
import { explain, type Explanation } from '../domain/history/explain.js';
import { timelineOf, type TimelinePoint } from '../domain/history/timeline.js';
import type { KnowledgeView } from '../domain/streamState/knowledgeView.js';
import { type MeasureView, measureView } from '../domain/measure/measureView.js';
import { NegotiationView, dutyRulesOf } from '../domain/negotiation/negotiationView.js';
import type { EventLog, Head, Selection } from '../log/core/eventLog.js';
import { type AppendRequest, type AppendResult, Appending } from './commands/appendEvents.js';
import { type AsOf, knowledgeIn, timePoint, type View } from './queries/asOf.js';
import { assumed, type Assumptions, isAssuming } from './queries/whatIf.js';
import { Background } from './queries/filterContext.js';
import { Dossiers } from './readModel/streamStateCache.js';
import { asEntered, entered, type Entry } from './commands/entryDefaults.js';
import { type EventFilter, sieveOf } from './queries/eventFilter.js';
import { EventList } from './queries/eventList.js';
import { revisionOf } from './queries/streamHistory.js';
import { Live } from './subscriptions/subscriptions.js';
import type { Observer } from './observer.js';
import { historyIn, wholeLog } from './queries/eventSource.js';
import { Sight } from './queries/readBasis.js';

export type { AppendRequest, AppendResult } from './commands/appendEvents.js';
export type { Assumptions } from './queries/whatIf.js';
export type { Entry } from './commands/entryDefaults.js';
export type { EventFilter } from './queries/eventFilter.js';
export type { EventList, Placing, Stretch } from './queries/eventList.js';
export type { TailState } from './subscriptions/subscriptions.js';
export type { Observer } from './observer.js';
export type { TimeRange } from './queries/timeRange.js';
export type { NegotiationUpdate } from './subscriptions/negotiationSubscription.js';
export type { Selection } from '../log/core/eventLog.js';

/** An answer and the view it was computed for. */
export interface Viewed<Subject> {
  readonly subject: Subject;
  readonly view: View;
  /** As asked, so that the same can be asked again. */
  readonly asOf: AsOf;
  /** What it assumes, where anything is: such an answer is never taken for what was recorded. */
  readonly assuming?: Assumptions;
}

/** What was said about an event after it was recorded. */
export interface Aftermath {
  /** Corrections, retractions and added sources, in log order. */
  readonly about: readonly AnyEvent[];
  readonly retracted: boolean;
}

/** Two views of one thing compared. */
export interface Diff {
  readonly from: View;
  readonly to: View;
  readonly changes: readonly Change[];
}

export interface ParleyOptions {
  /** The reader's clock: what "now" means where no instant is given. */
  readonly now?: () => number;
  readonly observer?: Observer;
}

export class Parley {
  readonly #dossiers: Dossiers;
  readonly #appending: Appending;
  /** What is recorded, as it comes. */
  readonly live: Live;
  readonly #now: () => number;

  constructor(
    readonly log: EventLog,
    options: ParleyOptions = {},
  ) {
    this.#now = options.now ?? Date.now;
    this.#dossiers = new Dossiers(log, options.observer);
    this.#appending = new Appending(log, this.#dossiers, this.#now, options.observer);
    this.live = new Live(log, this.#dossiers, this.#now);
  }

  /** The last record of the log. */
  head(): Promise<Head> {
    return this.log.head();
  }

  /**
   * Appends events that were sent from outside: all of them or none. Throws `Refused` with every
   * problem, or what the log refuses (`RevisionConflict`, `IdempotencyConflict`).
   */
  append(sent: readonly unknown[], request: AppendRequest = {}): Promise<AppendResult> {
    return this.#appending.append(sent, request);
  }

  /** Appends one event as a person enters it. Throws what `append` throws, and `EventNotFound`. */
  async enter(
    entry: Entry,
    { expectedRevision, ...request }: AppendRequest & { expectedRevision?: number } = {},
  ): Promise<AppendResult> {
    const event = await entered(this.#dossiers, this.#now(), entry);
    const expectedRevisions =
      expectedRevision === undefined
        ? undefined
        : [{ stream: event.stream, revision: expectedRevision }];
    return this.append([event], { ...request, expectedRevisions }).catch((error: unknown) => {
      throw asEntered(error, entry);
    });
  }

  /**
   * The negotiation at a view; undefined when it is unknown or has not begun by then. Throws
   * `Refused` when what is assumed could not be appended.
   */
  async negotiation(
    slug: string,
    asOf: AsOf = {},
    assuming: Assumptions = {},
  ): Promise<Viewed<NegotiationView> | undefined> {
    const stream = `negotiation/${slug}`;
    const found = await this.#seen(asOf, assuming, (sight) => this.#negotiation(stream, sight));
    return found && isAssuming(assuming) ? { ...found, assuming } : found;
  }

  async #negotiation(stream: string, sight: Sight): Promise<Viewed<NegotiationView> | undefined> {
    const { knowledge, view } = await sight.of(stream);
    if (!knowledge) return undefined;
    const subject = new NegotiationView(knowledge, view.at, await sight.world(view));
    return subject.hasBegun ? { subject, view, asOf: sight.asOf } : undefined;
  }

  /** What differs between a view of a negotiation and another view of it. */
  async diff(from: Viewed<NegotiationView>, to: AsOf): Promise<Diff> {
    return this.#seen(to, from.assuming, async (sight) => {
      const { knowledge, view } = await sight.of(`negotiation/${from.subject.slug}`);
      const other = knowledge && new NegotiationView(knowledge, view.at, await sight.world(view));
      return { from: from.view, to: view, changes: diff(from.subject, other) };
    });
  }

  /**
   * Every instant in `[from, to]` at which the picture changes, under what a view knows; without
   * bounds, from the beginning to the view.
   */
  timeline(
    { subject }: Viewed<NegotiationView>,
    from?: string,
    to?: string,
  ): readonly TimelinePoint[] {
    const { zone } = subject.knowledge;
    return timelineOf(
      subject,
      from === undefined ? -Infinity : timePoint('from', from, zone),
      to === undefined ? subject.at : timePoint('to', to, zone),
    );
  }

  /** Every value ever held at a path under a view. Throws `UnknownPath` with the nearest one. */
  explain({ subject }: Viewed<NegotiationView>, path: string): readonly Explanation[] {
    return explain(subject, path);
  }

  /** All negotiations that have begun by the view, in order of their slugs. */
  async negotiations(asOf: AsOf = {}): Promise<readonly Viewed<NegotiationView>[]> {
    const views = await this.#seen(asOf, {}, async (sight) => {
      const streams = await sight.streams('negotiation/');
      return Promise.all(streams.map((stream) => this.#negotiation(stream, sight)));
    });
    return views.filter((view) => view !== undefined);
  }

  /** The measure at a view; undefined when nothing had been heard of it. Assumes as above. */
  async measure(
    slug: string,
    asOf: AsOf = {},
    assuming: Assumptions = {},
  ): Promise<Viewed<MeasureView> | undefined> {
    const stream = `measure/${slug}`;
    const found = await this.#seen(asOf, assuming, (sight) => this.#measure(stream, sight));
    return found && isAssuming(assuming) ? { ...found, assuming } : found;
  }

  async #measure(stream: string, sight: Sight): Promise<Viewed<MeasureView> | undefined> {
    const { knowledge, view } = await sight.of(stream);
    const subject = knowledge && measureView(knowledge, view.at);
    return subject && { subject, view, asOf: sight.asOf };
  }

  /** All measures heard of by the view, in order of their slugs. */
  async measures(asOf: AsOf = {}): Promise<readonly Viewed<MeasureView>[]> {
    const views = await this.#seen(asOf, {}, async (sight) => {
      const streams = await sight.streams('measure/');
      return Promise.all(streams.map((stream) => this.#measure(stream, sight)));
    });
    return views.filter((view) => view !== undefined);
  }

  /** The duty one country imposes on another's good, at a view; assumptions as for a negotiation. */
  async duty(
    question: DutyQuestion,
    asOf: AsOf = {},
    assuming: Assumptions = {},
  ): Promise<Viewed<DutyView>> {
    const zone = countryZone(question.imposedBy);
    const duty = await this.#seen(asOf, assuming, async (sight) => {
      const view = await sight.view(() => zone);
      const rules = dutyRulesOf(await sight.world(view), question.imposedBy);
      return { subject: dutyView(rules, question, view.at), view, asOf };
    });
    return isAssuming(assuming) ? { ...duty, assuming } : duty;
  }

  /** What is seen by one read; looked at again where something came in between. */
  async #seen<Answer>(
    asOf: AsOf,
    assuming: Assumptions = {},
    look: (sight: Sight) => Promise<Answer>,
  ): Promise<Answer> {
    const assumption = await assumed(this.#appending, assuming);
    for (;;) {
      const head = await this.log.head();
      const sight = new Sight(this.log, this.#dossiers, head, asOf, this.#now(), assumption);
      const answer = await look(sight);
      if (!sight.overtaken) return answer;
    }
  }

  /** The event with an id, wherever it is; undefined when there is none. */
  async event(id: string): Promise<AnyEvent | undefined> {
    return (await this.events([id]))[0];
  }

  /** The events with these ids, in the order asked. */
  events(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    return this.log.byId(ids);
  }

  /** Events selected from the log, in pages; each page is read when it is asked for. */
  read(selection: Selection = {}, pageSize?: number): AsyncIterable<readonly AnyEvent[]> {
    return this.log.read(selection, pageSize);
  }

  /** What is said about events, and whether they stand retracted, as known now; in the order asked. */
  async aftermaths(ids: readonly string[]): Promise<readonly Aftermath[]> {
    const said = await this.#appending.aboutChain(ids);
    // What is said about what is said comes up once for each of the two asked about.
    const chain = [...new Map(said.map((event) => [event.id, event])).values()];
    if (chain.length === 0) return ids.map(() => ({ about: [], retracted: false }));
    return ids.map((id) => ({
      about: chain.filter((event) => targetEventId(event) === id),
      retracted: isRetracted(id, chain),
    }));
  }

  /** The events of the log that a filter lets through. Throws `BadTimePoint`, `BadTimeRange`. */
  async list(filter: EventFilter = {}): Promise<EventList> {
    const head = await this.log.head();
    const background = new Background(this.log, this.#dossiers, head.position);
    const sieve = await sieveOf(filter, background, false);
    return new EventList(wholeLog(this.log, head), sieve, background);
  }

  /** The same of a stream's history in a view; what the filter rests on is taken as known in it. */
  async history(
    stream: string,
    viewed: Pick<Viewed<unknown>, 'view' | 'asOf'>,
    filter: EventFilter = {},
  ): Promise<EventList> {
    const { position } = viewed.view;
    const background = new Background(this.log, this.#dossiers, position, knowledgeIn(viewed));
    const sieve = await sieveOf(filter, background, true);
    return new EventList(historyIn(this.log, this.#dossiers, stream, viewed), sieve, background);
  }

  /** A measure as it looks in a view that was computed for something it bears on. */
  measureIn(knowledge: KnowledgeView, { at }: View): MeasureView | undefined {
    return measureView(knowledge, at);
  }

  /** The revision a stream had reached, as far as a reading of it knows. */
  revision(knowledge: KnowledgeView): number {
    return revisionOf(knowledge);
  }

  async close(): Promise<void> {
    await this.live.close();
    await this.#dossiers.settled();
    await this.log.close();
  }
}
