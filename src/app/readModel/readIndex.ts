/**
 * The log's stream index as reads use it: brought up to date before it is asked, and replaced by one
 * in memory where the log's own cannot be written.
 */
import { INDEX_VERSION } from '../../../events/indexKeys.js';
import { LRUCache } from 'lru-cache';
import { streamKind, type StreamKind } from '../../../events/streams.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { completeIndex } from '../../log/core/streamIndex/completeIndex.js';
import { MemoryIndex } from '../../log/core/streamIndex/memoryIndex.js';
import type {
  EventPlace,
  StreamIndex,
  StreamQuery,
  TextQuery,
} from '../../log/core/streamIndex/streamIndex.js';
import { kindsOf, type UsedStreams, type UseRecorder } from './usedStreams.js';

/** Changed streams that are remembered; beyond them all count as changed. */
const MAX_CHANGED = 50_000;
/** Lookups that are remembered, those of few names with short keys only: 3 MB at most. */
const MAX_FOUND = 300;
const MAX_NAMES = 100;
const MAX_KEY = 2_000;

export class ReadIndex {
  #ready: Promise<StreamIndex> | undefined;
  #memory: MemoryIndex | undefined;
  /** By stream: the last event in its history, if that came after `#since`. */
  readonly #changed = new Map<string, number>();
  #since = -1;
  #syncedTo = -1;
  #syncing: Promise<void> | undefined;
  /** The same by kind of stream. */
  readonly #changedKinds = new Map<StreamKind, number>();
  /** What was found, with the position up to which the same is found. */
  readonly #found = new LRUCache<string, { readonly streams: readonly string[]; upTo: number }>({
    max: MAX_FOUND,
  });
  /** Is told what is read, while somebody wants to know. */
  recorder: UseRecorder | undefined;

  constructor(readonly log: EventLog) {}

  /**
   * The streams that match, by name. One query; more when a program of another version has written
   * the log. May name streams with events after `upTo` only.
   */
  async streams(query: StreamQuery, upTo: number): Promise<readonly string[]> {
    this.recorder?.lookup(query.prefix);
    // Of few names: what is asked about a page of others is hardly asked again.
    const key = (query.among?.length ?? 0) > MAX_NAMES ? '' : JSON.stringify(query);
    const known = this.#found.get(key);
    if (known) {
      const kinds = kindsOf(query.prefix);
      const isSame =
        known.upTo === upTo ||
        (known.upTo < upTo && (await this.isUnchanged({ streams: [], kinds }, known.upTo, upTo)));
      if (isSame) {
        known.upTo = upTo;
        return known.streams;
      }
    }
    for (;;) {
      const streams = await (await this.#index()).streams(query, upTo);
      if (streams) {
        if (key !== '' && streams.length <= MAX_NAMES && key.length <= MAX_KEY)
          this.#found.set(key, { streams, upTo });
        return streams;
      }
      this.#ready = undefined;
    }
  }

  /**
   * The first events that may contain every trigram; undefined where the log has no index of texts,
   * and each event is to be read. One query.
   */
  async search(query: TextQuery, upTo: number): Promise<readonly EventPlace[] | undefined> {
    for (;;) {
      const index = await this.#index();
      if (!index.search) return undefined;
      const found = await index.search(query, upTo);
      if (found) return found;
      this.#ready = undefined;
    }
  }

  /**
   * A position that is at or after the last event in a stream's history, of the events up to `upTo`.
   * One query after an append, for all streams together.
   */
  async lastChange(stream: string, upTo: number): Promise<number> {
    await this.#syncTo(upTo);
    return this.#changed.get(stream) ?? this.#since;
  }

  /**
   * Whether nothing between two positions is in the history of these streams, or of any stream of
   * these kinds. Never wrongly true. One query after an append.
   */
  async isUnchanged(
    { streams, kinds }: UsedStreams,
    since: number,
    upTo: number,
  ): Promise<boolean> {
    await this.#syncTo(upTo);
    return (
      kinds.every((kind) => (this.#changedKinds.get(kind) ?? this.#since) <= since) &&
      streams.every((stream) => (this.#changed.get(stream) ?? this.#since) <= since)
    );
  }

  async #syncTo(upTo: number): Promise<void> {
    while (this.#syncedTo < upTo) {
      this.#syncing ??= this.#sync(upTo).finally(() => {
        this.#syncing = undefined;
      });
      await this.#syncing;
    }
  }

  async #sync(upTo: number): Promise<void> {
    if (this.#syncedTo < 0) {
      this.#since = this.#syncedTo = upTo;
      return;
    }
    for (;;) {
      const { state, heads } = await (await this.#index()).changesAfter(this.#syncedTo);
      if (state.version === INDEX_VERSION && state.position >= upTo) {
        for (const { stream, position } of heads) {
          this.#changed.set(stream, position);
          this.#changedKinds.set(streamKind(stream), position);
        }
        this.#syncedTo = state.position;
        if (this.#changed.size > MAX_CHANGED) {
          this.#changed.clear();
          this.#changedKinds.clear();
          this.#since = this.#syncedTo;
        }
        return;
      }
      // Else this would wait, without a pause, for events that nobody may ever append.
      const { position } = await this.log.head();
      if (position < upTo) throw new Error(`Position ${upTo} is after the head, ${position}.`);
      this.#ready = undefined;
    }
  }

  #index(): Promise<StreamIndex> {
    if (!this.#ready) {
      const ready = this.#complete();
      this.#ready = ready;
      ready.catch(() => {
        if (this.#ready === ready) this.#ready = undefined;
      });
    }
    return this.#ready;
  }

  async #complete(): Promise<StreamIndex> {
    // A log that cannot be written, its disk full, can be read.
    if (await completeIndex(this.log).catch(() => false)) return this.log.index;
    this.#memory ??= new MemoryIndex();
    await completeIndex(this.log, this.#memory);
    return this.#memory;
  }
}
