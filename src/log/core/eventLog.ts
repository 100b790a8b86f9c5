/**
 * The append-only event log: one interface, implemented by every engine. `tests/contract/` holds
 * the suite that every implementation passes.
 */
import type { AnyEvent, EventType } from '../../../events/catalogue.js';
import type { Certainty } from '../../../events/envelope.js';
import type { EventDraft } from '../../../events/parse.js';
import type { Bookkeeping } from './bookkeeping.js';
import type { DutyStepStore } from './stores/dutyStepStore.js';
import type { ProposalStore } from './stores/proposalStore.js';
import type { StreamIndex } from './streamIndex/streamIndex.js';
import type { TreeStore } from './tree/treeStore.js';
import type { WebhookStore } from './stores/webhookStore.js';

/** The last record of the log. Position 0, empty hash, recorded 0 when the log is empty. */
export interface Head {
  readonly position: number;
  readonly hash: string;
  /** Epoch milliseconds. */
  readonly recorded: number;
  /** The same instant as stored; empty when the log is. */
  readonly recordedAt: string;
}

export interface ExpectedRevision {
  readonly stream: string;
  /** The revision that the writer read; 0 for a stream that does not exist yet. */
  readonly revision: number;
}

/**
 * What a decision to append was based on. The append is refused when a later record touches any of
 * it, so the decision holds under concurrent writers. The ids are of events in the log.
 */
export interface AppendCondition {
  /** The head position at which the decision was made. */
  readonly position: number;
  /** No event may target these events after `position`. */
  readonly events: readonly string[];
  /** No event may enter the history of these streams after `position`. */
  readonly streams: readonly string[];
}

/** One append: all of its events are recorded, adjacent and in order, or none is. */
export interface Append {
  readonly events: readonly EventDraft[];
  /** Stamped as `recordedBy` on every event that a restore does not give a name. */
  readonly recordedBy?: string;
  /** Refused with `RevisionConflict` unless every stream named is at that revision. */
  readonly expectedRevisions?: readonly ExpectedRevision[];
  /** Refused with `DecisionOutdated` when the condition no longer holds. */
  readonly condition?: AppendCondition;
  /**
   * The same key with the same events returns the first result, even when revisions have moved on;
   * with other events it is refused with `IdempotencyConflict`. Events are the same when their
   * canonical JSON as sent is equal; ids assigned by the log do not count.
   */
  readonly idempotencyKey?: string;
  /** Runs every check and returns what would be recorded; writes nothing. */
  readonly dryRun?: boolean;
  /**
   * Keeps `recordedAt` and `recordedBy` as sent; absent values are stamped as usual. Refused with
   * `RestoreRefused` when an instant lies before the last recorded one or at or before the closed
   * timestamp. Without it the log stamps both, whatever was sent.
   */
  readonly restore?: boolean;
}

export interface AppendResult {
  readonly events: readonly AnyEvent[];
  /** Whether an earlier append with the same idempotency key recorded them. */
  readonly repeated: boolean;
}

/** Which events to read. Every given field must match; an absent field does not restrict. */
export interface Selection {
  /** Events in the history of any of these streams: their own, `also`, or an event that targets one. */
  readonly streams?: readonly string[];
  readonly types?: readonly EventType[];
  readonly certainty?: readonly Certainty[];
  /** Positions greater than this. */
  readonly after?: number;
  /** Positions smaller than this. */
  readonly before?: number;
  /** From the newest to the oldest. */
  readonly backwards?: boolean;
  /** At most this many events in all. */
  readonly limit?: number;
}

/**
 * How a listener learns of appends. `direct`: every append goes through this process. `notify`:
 * the engine notifies of every commit. `poll`: no notifications, so the reader polls.
 */
export type NotificationMode = 'direct' | 'notify' | 'poll';

/** An active listener. `mode` may change as a connection is lost and restored. */
export interface AppendListener {
  readonly mode: NotificationMode;
  stop(): Promise<void>;
}

export interface StreamInfo {
  readonly stream: string;
  /** Number of its own events; 0 for a stream known through `also` only. */
  readonly revision: number;
}

/**
 * Every engine guarantees:
 * - positions are 1, 2, 3 … without gaps, in commit order; a reader that has seen position n never
 *   later finds a new event at or before n;
 * - `recordedAt` is stamped by the log, strictly increases with position even when the clock steps
 *   back (a restore may repeat an instant, never decrease it), and is later than the closed
 *   timestamp;
 * - an append is acknowledged when it is on disk; concurrent appends may share one fsync;
 * - event ids are unique in the log (`DuplicateEvent`);
 * - an event appears once in the history of its stream, of each stream in `also`, and, when it
 *   targets another event, of every stream in whose history that event appears;
 * - nothing recorded is changed or removed; the database refuses it through SQL, too;
 * - every event returned is upcast, has its defaults filled in and is deeply frozen.
 *
 * Errors of the engine (disk full, file locked, read-only, damaged, newer schema) are
 * `LogUnavailable`; the message says what to do.
 */
export interface EventLog {
  readonly url: string;
  /** One indexed lookup. */
  head(): Promise<Head>;
  append(append: Append): Promise<AppendResult>;
  /** The selected events in pages, one query a page (keyset pagination), read on demand. */
  read(selection?: Selection, pageSize?: number): AsyncIterable<readonly AnyEvent[]>;
  /** The events with these ids, in the order given; undefined where the log has none. */
  byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]>;
  /** Streams with this name prefix, by name, including those known through `also` only. O(streams). */
  streams(prefix?: string): Promise<readonly StreamInfo[]>;
  /** Corrections, retractions and added sources that target any of these events, in log order. */
  byTarget(ids: readonly string[]): Promise<readonly AnyEvent[]>;
  /** Position of the last event recorded at or before an epoch-millisecond instant; else 0. */
  positionAt(recorded: number): Promise<number>;
  /**
   * Closes all timestamps up to `instant` (epoch milliseconds): no process will record at or before
   * it. May write; the closed timestamp is durable and never moves back. Returns false when it
   * cannot be closed: the instant is not in the past of the log's clock, or the log is read-only.
   * Rejects with `LogNotWritable` when it was not closed before and writing fails.
   */
  closeTimestamp(instant: number): Promise<boolean>;
  /**
   * Calls `wake` when any process may have appended, until stopped. A hint without data: it may be
   * early, late, repeated or lost. The listener reads the log to learn what happened, and polls.
   */
  listen(wake: () => void): Promise<AppendListener>;
  /** Which streams have which keys, and where their histories end. Appends keep it complete. */
  readonly index: StreamIndex;
  /** Proposals, in tables of their own beside the log. */
  readonly proposals: ProposalStore;
  /** Webhooks, in a table of their own beside the log. */
  readonly webhooks: WebhookStore;
  /** The Merkle tree over the records, as far as it is stored. */
  readonly tree: TreeStore;
  /** Duty steps for programs that read SQL, computed on demand. */
  readonly dutySteps: DutyStepStore;
  /** The records as stored, in order, in pages: for `verify` and copying. */
  records(after?: number, pageSize?: number): AsyncIterable<readonly StoredRecord[]>;
  /** What is kept beside the records, in one snapshot: for `verify`. O(rows). */
  bookkeeping(): Promise<Bookkeeping>;
  close(): Promise<void>;
}

/** A stored record: the body and the columns indexed beside it, which `verify` compares. */
export interface StoredRecord {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  /** Epoch milliseconds. */
  readonly recorded: number;
  /** RFC 8785 canonical JSON. */
  readonly body: string;
  /** SHA-256 of `body`. */
  readonly hash: string;
}
