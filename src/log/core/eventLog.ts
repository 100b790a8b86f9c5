/**
 * The append-only log: one interface, whatever engine keeps it. What every engine must do is said
 * here and proved by `tests/log/contract.ts`, which runs over all of them.
 */
import type { AnyEvent, EventType } from '../../../events/catalogue.js';
import type { Certainty } from '../../../events/envelope.js';
import type { EventDraft } from '../../../events/parse.js';

/** The last record of the log; position 0, no hash and no instant when it is empty. */
export interface Head {
  readonly position: number;
  readonly hash: string;
  /** Epoch milliseconds. */
  readonly recorded: number;
  /** The same as stored; empty when the log is. */
  readonly recordedAt: string;
}

export interface ExpectedRevision {
  readonly stream: string;
  /** The stream's revision when the writer looked; 0 for a stream that does not exist yet. */
  readonly revision: number;
}

/**
 * What a decision to append rests on, so that it holds whoever else appends meanwhile. The ids are
 * of events that the log holds.
 */
export interface Basis {
  /** The log as it was looked at. */
  readonly position: number;
  /** What was said about these events mattered. */
  readonly events: readonly string[];
  /** The history of these streams mattered. */
  readonly streams: readonly string[];
}

/** One append: all of its events are recorded, next to each other and in order, or none is. */
export interface Append {
  readonly events: readonly EventDraft[];
  /** Who is recording; stamped on events that do not carry a name through a restore. */
  readonly recordedBy?: string;
  /** Refused with `RevisionConflict` unless every stream named is at that revision. */
  readonly expectedRevisions?: readonly ExpectedRevision[];
  /** Refused with `DecisionOutdated` when anything it rests on has changed since. */
  readonly basis?: Basis;
  /**
   * The same key with the same events returns the first result, even when revisions have moved on;
   * with other events it is refused with `IdempotencyConflict`. "The same" compares the events as
   * sent (their canonical JSON), so ids that the log gave do not matter.
   */
  readonly idempotencyKey?: string;
  /** Runs every check and returns what would be recorded, then leaves no trace. */
  readonly dryRun?: boolean;
  /**
   * A restore keeps `recordedAt` and `recordedBy` as sent (absent means now and `recordedBy`
   * above). It is refused with `RestoreRefused` when an instant lies before the one recorded
   * last. Without it both are stamped by the log, whatever was sent.
   */
  readonly restore?: boolean;
}

export interface Appended {
  readonly events: readonly AnyEvent[];
  /** Whether an earlier append with the same idempotency key had recorded them already. */
  readonly repeated: boolean;
}

/** Which events to read. Everything given must match; what is absent does not restrict. */
export interface Selection {
  /** Events in whose history any of these streams is: their own, `also`, or a correction of one. */
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

/** How a log's hints that something was appended come about. */
export type HintMode =
  /** Every append goes through this process. */
  | 'direct'
  /** The engine tells of every commit. */
  | 'notify'
  /** Nobody tells: whoever follows the log must look now and then. */
  | 'poll';

/** Listening for hints; `mode` can change while it lasts, as a connection is lost and found. */
export interface Listening {
  readonly mode: HintMode;
  stop(): Promise<void>;
}

/**
 * A dossier as the door wrote it down, so that opening it need not read its whole history again.
 * A log keeps one for each stream and understands none of it: whoever reads it back checks it.
 */
export interface Checkpoint {
  readonly stream: string;
  /** What it was made with: another version cannot be read. */
  readonly version: string;
  /** The last position that counts in it. */
  readonly position: number;
  /** The hash of the log's record at that position: in another log there is another. */
  readonly at: string;
  readonly body: string;
  /** SHA-256 of the body. */
  readonly hash: string;
}

export interface StreamInfo {
  readonly stream: string;
  /** How many events are its own (not through `also`); 0 when it only has others' events. */
  readonly revision: number;
}

/**
 * Promises, for every engine:
 * - positions are 1, 2, 3 … without gaps, in commit order; a reader who has seen position n will
 *   never later find a new event at or before n;
 * - `recordedAt` is stamped by the log and strictly increases with position even when the clock
 *   steps back (a restore may repeat an instant, never decrease it), and is later than any
 *   instant given to `pin`;
 * - an append is acknowledged only when it is on disk; concurrent appends may share one fsync;
 * - event ids are unique in the whole log (`DuplicateEvent`);
 * - an event appears once in the history of its stream, of each stream in `also`, and, when it is
 *   about another event, of every stream in whose history that event appears;
 * - nothing recorded is ever changed or removed, by anyone through SQL either;
 * - every event returned is upcast, has its defaults filled in and is deeply frozen.
 *
 * Errors of the engine itself (disk full, file locked, read-only, damaged, a newer schema) are
 * `LogUnavailable`, with what to do in the message.
 */
export interface EventLog {
  readonly url: string;
  head(): Promise<Head>;
  append(append: Append): Promise<Appended>;
  /** The events selected, in pages that are each read when asked for (keyset, never the whole). */
  read(selection?: Selection, pageSize?: number): AsyncIterable<readonly AnyEvent[]>;
  /** The events with these ids, in the order asked; undefined where the log has none. */
  byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]>;
  /** Streams whose name begins so, in order of name, including those known only through `also`. */
  streams(prefix?: string): Promise<readonly StreamInfo[]>;
  /** Corrections, retractions and added sources about any of these events, in log order. */
  about(ids: readonly string[]): Promise<readonly AnyEvent[]>;
  /** The position of the last event recorded at or before an epoch-millisecond instant; else 0. */
  positionAt(recorded: number): Promise<number>;
  /**
   * Promises readers that nothing will ever be recorded at or before `instant` any more, durably
   * and for every process on this log. False when that cannot be promised: the instant is not in
   * the past of the log's clock, or the log is read-only. Rejects with `LogNotWritable` when it
   * was not promised before and cannot be written down at present.
   */
  pin(instant: number): Promise<boolean>;
  /**
   * Calls `wake` whenever something may have been appended, by whatever process, until stopped. A
   * hint and no more: it may be early, late, repeated or lost, so a follower reads the log to
   * learn what happened, and reads it now and then without a hint, too.
   */
  listen(wake: () => void): Promise<Listening>;
  /** The checkpoint kept for a stream, unchecked; undefined when there is none. */
  checkpoint(stream: string): Promise<Checkpoint | undefined>;
  /** Keeps a checkpoint in place of an earlier one of its stream. A read-only log keeps none. */
  keepCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /**
   * The records as stored, in order: for `verify` and nothing else. `body` is the canonical JSON
   * whose SHA-256 is `hash`.
   */
  records(after?: number): AsyncIterable<readonly StoredRecord[]>;
  close(): Promise<void>;
}

/** A row, with the columns an engine keeps beside the body so that `verify` can compare them. */
export interface StoredRecord {
  readonly position: number;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly recorded: number;
  readonly body: string;
  readonly hash: string;
}
