/** Appends events: all of them are checked, decided on and recorded, or none is. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { targetEventId } from '../../../events/links.js';
import type { EventDraft } from '../../../events/parse.js';
import { requiredLookups } from '../../domain/rules/decide.js';
import type { Finding } from '../../domain/rules/finding.js';
import { DecisionOutdated, IdempotencyConflict, LogUnavailable } from '../../log/core/errors.js';
import type {
  Append,
  AppendCondition,
  EventLog,
  ExpectedRevision,
} from '../../log/core/eventLog.js';
import { EventsRefused } from '../errors.js';
import type { Observer } from '../observer.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';
import { EventChecker, parseEvents } from './checkEvents.js';
import { newFindings } from './newFindings.js';
import { checkAmended, checkStreams, type Permission } from './permission.js';

export interface AppendRequest {
  /** Who enters the events; recorded with each of them. */
  readonly recordedBy?: string | undefined;
  /** Throws `NotPermitted` for what they may not record; without it everything may be. */
  readonly permission?: Permission | undefined;
  /** Refuses the append with `RevisionConflict` unless every stream named is at that revision. */
  readonly expectedRevisions?: readonly ExpectedRevision[] | undefined;
  /**
   * The same key with the same events returns the first result, so a retry records nothing twice.
   * Each writer named by `recordedBy` has keys of their own.
   */
  readonly idempotencyKey?: string | undefined;
  /** Runs every check and returns what would be recorded; writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** Keeps `recordedAt` and `recordedBy` as sent: for an import into an empty log. */
  readonly restore?: boolean | undefined;
}

export interface AppendResult {
  /** The events as recorded, in the order sent. */
  readonly events: readonly AnyEvent[];
  /** Whether an earlier append with the same key recorded them. */
  readonly repeated: boolean;
  /** Warnings that the append brings about. Computed on each call; O(negotiations x measures). */
  findings(): Promise<readonly Finding[]>;
}

/** The key in the log: that of another writer is another key. No name holds a line break. */
const keyOf = ({ recordedBy }: AppendRequest, key: string): string =>
  recordedBy === undefined ? key : `${recordedBy}\n${key}`;

export class EventAppender {
  readonly checker: EventChecker;
  /** Appends whose decision depends on the log run one after another. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly log: EventLog,
    readonly streamStates: StreamStateCache,
    readonly now: () => number,
    readonly observer: Observer = {},
  ) {
    this.checker = new EventChecker(log, streamStates);
  }

  async append(inputs: readonly unknown[], request: AppendRequest): Promise<AppendResult> {
    try {
      const result = await this.#append(inputs, request);
      if (!request.dryRun && !result.repeated) this.observer.appended?.(result.events.length);
      return result;
    } catch (error) {
      const { code } = error as { code?: unknown };
      this.observer.refused?.(typeof code === 'string' ? code : 'ERROR');
      throw error;
    }
  }

  async #append(inputs: readonly unknown[], request: AppendRequest): Promise<AppendResult> {
    const events = parseEvents(inputs);
    if (request.permission) await this.#checkPermission(events, request.permission);
    const { ids, streams } = requiredLookups(events);
    if (ids.length === 0 && streams.length === 0) return this.#record(events, request);
    const queued = this.#queue.then(() => this.#decideAndRecord(events, request));
    this.#queue = queued.catch(() => undefined);
    return queued;
  }

  /** What an event is about and who recorded it never change, so that nothing can come between. */
  async #checkPermission(events: readonly EventDraft[], permission: Permission): Promise<void> {
    checkStreams(
      permission,
      events.flatMap(({ stream, also = [] }) => [stream, ...also]),
    );
    const amended = events.filter(({ type }) => type !== 'SourceAdded');
    const ids = amended.flatMap((event) => targetEventId(event) ?? []);
    if (ids.length === 0) return;
    const found = await this.log.byId([...new Set(ids)]);
    checkAmended(
      permission,
      found.flatMap((event) => event ?? []),
    );
  }

  /** Decides again when another process has recorded something that the decision rests on. */
  async #decideAndRecord(
    events: readonly EventDraft[],
    request: AppendRequest,
  ): Promise<AppendResult> {
    for (;;) {
      const { problems, condition } = await this.checker.decide(events);
      if (problems.length > 0 && !(await this.#isRepeat(events, request)))
        throw new EventsRefused(problems);
      try {
        return await this.#record(events, request, condition);
      } catch (error) {
        if (!(error instanceof DecisionOutdated)) throw error;
      }
    }
  }

  /**
   * Whether the log has these events under the same key. A retry of an append that succeeded may
   * have problems only because of that append: its target is retracted by now, for example.
   */
  async #isRepeat(events: readonly EventDraft[], request: AppendRequest): Promise<boolean> {
    if (request.idempotencyKey === undefined) return false;
    const result = await this.log
      .append({ events, idempotencyKey: keyOf(request, request.idempotencyKey), dryRun: true })
      .catch((error: unknown) => {
        // Whether it was recorded is not known then.
        if (error instanceof LogUnavailable) throw error;
        return null;
      });
    return result?.repeated ?? false;
  }

  async #record(
    events: readonly EventDraft[],
    request: AppendRequest,
    condition?: AppendCondition,
  ): Promise<AppendResult> {
    const { recordedBy, expectedRevisions, idempotencyKey, dryRun, restore } = request;
    const before = await this.log.head();
    const append: Append = {
      events,
      ...(recordedBy !== undefined && { recordedBy }),
      ...(expectedRevisions && { expectedRevisions }),
      ...(idempotencyKey !== undefined && { idempotencyKey: keyOf(request, idempotencyKey) }),
      ...(dryRun && { dryRun }),
      ...(restore && { restore }),
      ...(condition && { condition }),
    };
    const appended = await this.log.append(append).catch((error: unknown) => {
      // By the name under which the writer knows it.
      if (error instanceof IdempotencyConflict && idempotencyKey !== undefined)
        throw new IdempotencyConflict(idempotencyKey);
      throw error;
    });
    return {
      ...appended,
      findings: () =>
        appended.repeated
          ? Promise.resolve([])
          : newFindings(this.streamStates, appended.events, before, this.now()),
    };
  }
}
