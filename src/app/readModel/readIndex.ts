/**
 * The log's stream index as reads use it: brought up to date before it is asked, and replaced by one
 * in memory where the log's own cannot be written.
 */
import { INDEX_VERSION } from '../../../events/indexKeys.js';
import type { EventLog } from '../../log/core/eventLog.js';
import { completeIndex } from '../../log/core/streamIndex/completeIndex.js';
import { MemoryIndex } from '../../log/core/streamIndex/memoryIndex.js';
import type {
  EventPlace,
  StreamIndex,
  StreamQuery,
  TextQuery,
} from '../../log/core/streamIndex/streamIndex.js';

/** Changed streams that are remembered; beyond them all count as changed. */
const MAX_CHANGED = 50_000;

export class ReadIndex {
  #ready: Promise<StreamIndex> | undefined;
  #memory: MemoryIndex | undefined;
  /** By stream: the last event in its history, if that came after `#since`. */
  readonly #changed = new Map<string, number>();
  #since = -1;
  #syncedTo = -1;
  #syncing: Promise<void> | undefined;

  constructor(readonly log: EventLog) {}

  /**
   * The streams that match, by name. One query; more when a program of another version has written
   * the log. May name streams with events after `upTo` only.
   */
  async streams(query: StreamQuery, upTo: number): Promise<readonly string[]> {
    for (;;) {
      const found = await (await this.#index()).streams(query, upTo);
      if (found) return found;
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
    while (this.#syncedTo < upTo) {
      this.#syncing ??= this.#sync(upTo).finally(() => {
        this.#syncing = undefined;
      });
      await this.#syncing;
    }
    return this.#changed.get(stream) ?? this.#since;
  }

  async #sync(upTo: number): Promise<void> {
    if (this.#syncedTo < 0) {
      this.#since = this.#syncedTo = upTo;
      return;
    }
    for (;;) {
      const { state, heads } = await (await this.#index()).changesAfter(this.#syncedTo);
      if (state.version === INDEX_VERSION && state.position >= upTo) {
        for (const { stream, position } of heads) this.#changed.set(stream, position);
        this.#syncedTo = state.position;
        if (this.#changed.size > MAX_CHANGED) {
          this.#changed.clear();
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
