/**
 * The stream index: which streams have which index keys, where each stream's history ends, and which
 * events say what. It is
 * derived from the events, kept in the log's database, and written in the appending transaction.
 */
import type { AnyEvent } from '../../../../events/catalogue.js';
import { indexKeysOf } from '../../../../events/indexKeys.js';
import { foldedText } from '../../../../events/searchText.js';

/** How far the index reaches. */
export interface IndexState {
  /** `INDEX_VERSION` of the program that wrote it; 0 when none has. */
  readonly version: number;
  /** It includes every event up to this position and none after it. */
  readonly position: number;
  /** Hash of the record at that position, which tells the index of another log; empty at 0. */
  readonly recordHash: string;
}

/** That a stream has a key, with the position of the first event that states it. */
export interface IndexRow {
  readonly key: string;
  readonly stream: string;
  readonly position: number;
}

/** Where the history of a stream ends. */
export interface StreamHead {
  readonly stream: string;
  /** Number of its own events. */
  readonly revision: number;
  /** Position of the last event in its history. */
  readonly position: number;
}

/** A key, or every key that begins with a prefix. */
export type KeyMatch = string | { readonly prefix: string };

/** Which streams to name, in order of their names. Every condition given must hold. */
export interface StreamQuery {
  /** Their names begin with this. */
  readonly prefix?: string;
  /** Of each of these lists, at least one key. */
  readonly keys?: readonly (readonly KeyMatch[])[];
  /** Only of these. */
  readonly among?: readonly string[];
  /** Names after this one. */
  readonly after?: string | undefined;
  /** Names before this one. */
  readonly before?: string | undefined;
  /** From the last to the first. */
  readonly backwards?: boolean;
  readonly limit?: number;
}

/** What an event says, with letters folded. */
export interface TextRow {
  readonly position: number;
  readonly text: string;
}

/** That an event contains a trigram. */
export interface TrigramEntry {
  readonly position: number;
  readonly trigram: string;
}

/** Stands for the trigrams of a text that has more than the engine holds. */
export const MANY_TRIGRAMS = '*';

/** Which events to name: those that may contain every one of these trigrams. */
export interface TextQuery {
  readonly trigrams: readonly string[];
  /** Positions greater than this. */
  readonly after: number;
  /** Positions smaller than this. */
  readonly before: number;
  /** From the newest to the oldest. */
  readonly backwards: boolean;
  readonly limit: number;
}

/** An event by its id and its position. */
export interface EventPlace {
  readonly id: string;
  readonly position: number;
}

/** Entries to add: those of the events after one position up to another. */
export interface IndexBatch {
  readonly after: number;
  readonly position: number;
  readonly recordHash: string;
  /** In order of position. */
  readonly heads: readonly StreamHead[];
  /** Keys that these events state; the index may hold some of them already. */
  readonly rows: readonly IndexRow[];
  readonly texts: readonly TextRow[];
}

/** The streams whose history has grown, and how far the index reaches. */
export interface IndexChanges {
  readonly state: IndexState;
  /** In order of position. */
  readonly heads: readonly StreamHead[];
}

/**
 * Appends keep it complete as long as it was complete before. A program of another version leaves it
 * behind; whoever reads it then brings it up to date first (`completeIndex`).
 */
export interface StreamIndex {
  /** Whether this process can write it. */
  readonly writable: boolean;
  state(): Promise<IndexState>;
  /**
   * The streams that match; undefined when the index is of another version or does not reach
   * `upTo`. May include streams with events after `upTo` only. O(streams named and passed over).
   */
  streams(query: StreamQuery, upTo: number): Promise<readonly string[] | undefined>;
  /** The streams whose history has an event after a position. O(those streams). */
  changesAfter(position: number): Promise<IndexChanges>;
  /**
   * The first events that may contain every trigram, in reading order: never too few. Undefined as for
   * `streams`; an index without the method has no texts. O(events with the rarest trigrams).
   */
  search?(query: TextQuery, upTo: number): Promise<readonly EventPlace[] | undefined>;
  /** Every trigram of every event, in pages: for `verify`. */
  texts?(): AsyncIterable<readonly TrigramEntry[]>;
  /** Every row by key, then stream, in pages: for `verify`. */
  rows(): AsyncIterable<readonly IndexRow[]>;
  /** Adds a batch; false, and nothing is added, unless the index ends where the batch begins. */
  write(batch: IndexBatch): Promise<boolean>;
  /** Empties it, to be written anew by this version; does nothing when its state is another by now. */
  clear(state: IndexState): Promise<void>;
}

/** An event with the streams in whose history it appears. */
export interface LinkedEvent {
  readonly event: AnyEvent;
  readonly streams: Iterable<string>;
}

/** The index entries of consecutive events after a position. O(size of their data x streams). */
export function indexBatch(after: number, events: readonly LinkedEvent[]): IndexBatch {
  const heads = new Map<string, StreamHead>();
  const rows = new Map<string, IndexRow>();
  for (const { event, streams } of events) {
    const { position } = event;
    for (const stream of streams) {
      const revision =
        stream === event.stream ? event.revision : (heads.get(stream)?.revision ?? 0);
      // The stream whose history grew last comes last.
      heads.delete(stream);
      heads.set(stream, { stream, revision, position });
      for (const key of indexKeysOf(event, stream)) {
        const id = `${stream} ${key}`;
        if (!rows.has(id)) rows.set(id, { key, stream, position });
      }
    }
  }
  const last = events.at(-1)?.event;
  return {
    after,
    position: last?.position ?? after,
    recordHash: last?.hash ?? '',
    heads: [...heads.values()],
    rows: [...rows.values()],
    texts: events.map(({ event }) => ({ position: event.position, text: foldedText(event) })),
  };
}

/** A bound above every name and key that begins with a prefix. They hold no character after `~`. */
export const endOfPrefix = (prefix: string): string => `${prefix}~`;

/** The exclusive bounds of the names that a query asks for. No name equals a prefix asked for. */
export function nameBounds({ prefix = '', after, before }: StreamQuery): {
  readonly after: string;
  readonly before: string;
} {
  const end = endOfPrefix(prefix);
  return {
    after: after !== undefined && after > prefix ? after : prefix,
    before: before !== undefined && before < end ? before : end,
  };
}
