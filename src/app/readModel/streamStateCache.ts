/**
 * LRU cache of folded stream states and of the knowledge views made of them, bounded by bytes. A state
 * is folded on first use and caught up from the log when the index tells that its stream has changed; a
 * notification is never used as data.
 */
import { performance } from 'node:perf_hooks';
import { LRUCache } from 'lru-cache';
import type { AnyEvent } from '../../../events/catalogue.js';
import type { AreaRegister } from '../../../events/codes/areaRegister.js';
import { knownAreas } from '../../domain/area/knownAreas.js';
import { type StreamState, emptyStreamState, fold } from '../../domain/streamState/streamState.js';
import { type KnowledgeCutoff, KnowledgeView } from '../../domain/streamState/knowledgeView.js';
import type { EventLog } from '../../log/core/eventLog.js';
import type { Observer } from '../observer.js';
import { ReadIndex } from './readIndex.js';
import { bytesOfEvents, bytesOfView, type CacheUse } from './sizes.js';
import { entryCount } from './stateEvents.js';
import { type UsedStreams, UseRecorder } from './usedStreams.js';

/** The memory of states and views, in bytes, where none is given. */
export const DEFAULT_STATE_BYTES = 128 * 2 ** 20;
/** The part of it for states; the rest is for views. */
const STATES_PART = 0.5;

interface CachedState {
  readonly state: StreamState;
  /** The state includes everything up to this position of the log. */
  upTo: number;
  /** Estimated. */
  readonly bytes: number;
}

/** A view in the cache, with the state that it is of. */
interface CachedView {
  readonly state: StreamState;
  readonly key: string;
  readonly bytes: number;
}

/** An LRU cache by bytes that counts what it drops. An entry larger than the whole bound is kept, too. */
function byBytes<Key extends object | string, Value extends { readonly bytes: number }>(
  maxBytes: number,
  dropped: (value: Value, key: Key, isEviction: boolean) => void,
): LRUCache<Key, Value> {
  const maxSize = Math.max(1, Math.floor(maxBytes));
  return new LRUCache<Key, Value>({
    maxSize,
    sizeCalculation: ({ bytes }) => Math.max(1, Math.min(bytes, maxSize)),
    dispose: (value, key, reason) => dropped(value, key, reason === 'evict'),
  });
}

/** Of a stream state without events. */
const EMPTY_STATE = 1_000;

export class StreamStateCache {
  readonly #states: LRUCache<string, CachedState>;
  readonly #cachedViews: LRUCache<KnowledgeView, CachedView>;
  readonly #evictions = { states: 0, views: 0 };
  /** First reads under way: concurrent readers of one stream share them. */
  readonly #loading = new Map<string, Promise<CachedState>>();
  readonly #views = new WeakMap<StreamState, Map<string, KnowledgeView>>();
  /** Which streams a read needs, and which have changed. */
  readonly index: ReadIndex;
  #knownAreas:
    { readonly areas: readonly KnowledgeView[]; readonly register: AreaRegister } | undefined;

  constructor(
    readonly log: EventLog,
    readonly observer: Observer = {},
    maxBytes = DEFAULT_STATE_BYTES,
  ) {
    this.index = new ReadIndex(log);
    this.#states = byBytes(maxBytes * STATES_PART, ({ state }, _, isEviction) => {
      if (isEviction) this.#evictions.states += 1;
      // A view holds its state.
      for (const view of this.#views.get(state)?.values() ?? []) this.#cachedViews.delete(view);
    });
    this.#cachedViews = byBytes(maxBytes * (1 - STATES_PART), ({ state, key }, _, isEviction) => {
      if (isEviction) this.#evictions.views += 1;
      this.#views.get(state)?.delete(key);
    });
  }

  /** What states and views take, and how many were dropped for want of room. */
  get use(): Readonly<Record<'states' | 'views', CacheUse>> {
    const { states, views } = this.#evictions;
    return {
      states: { bytes: this.#states.calculatedSize, evictions: states },
      views: { bytes: this.#cachedViews.calculatedSize, evictions: views },
    };
  }

  /** Records which streams are read from now on, until the next recorder is asked for. */
  recordUse(): UseRecorder {
    return (this.index.recorder = new UseRecorder());
  }

  /**
   * The head of the log where nothing recorded since a position touches what was used; undefined where
   * something may. Reads the head, and the index after an append.
   */
  async unchangedUpTo(used: UsedStreams, since: number): Promise<number | undefined> {
    const { position } = await this.log.head();
    if (position < since) return undefined;
    return (await this.index.isUnchanged(used, since, position)) ? position : undefined;
  }

  /**
   * The state of a stream, complete up to a position of the log or later. Costs nothing when the
   * cached state reaches that far or the stream has not changed since, else one query for the events
   * that are new.
   */
  async state(stream: string, upTo: number): Promise<StreamState> {
    this.index.recorder?.stream(stream);
    const cached = this.#states.get(stream) ?? (await this.#loadOnce(stream, upTo));
    if (cached.upTo >= upTo) return cached.state;
    if ((await this.index.lastChange(stream, upTo)) <= cached.upTo) {
      cached.upTo = Math.max(cached.upTo, upTo);
      return cached.state;
    }
    return (await this.#catchUp(stream, cached, upTo)).state;
  }

  #loadOnce(stream: string, upTo: number): Promise<CachedState> {
    let loading = this.#loading.get(stream);
    if (!loading) {
      loading = this.#catchUp(
        stream,
        { state: emptyStreamState(stream), upTo: 0, bytes: EMPTY_STATE },
        upTo,
      );
      this.#loading.set(stream, loading);
      const done = () => this.#loading.delete(stream);
      void loading.then(done, done);
    }
    return loading;
  }

  async #catchUp(stream: string, cached: CachedState, upTo: number): Promise<CachedState> {
    if (cached.upTo >= upTo) return cached;
    const events: AnyEvent[] = [];
    const selection = { streams: [stream], after: cached.upTo, before: upTo + 1 };
    for await (const page of this.log.read(selection)) events.push(...page);
    // Another reader may have caught up further while this one waited.
    const current = this.#states.peek(stream);
    if (current && current.upTo >= upTo) return current;
    if (events.length === 0 && current === cached) {
      cached.upTo = upTo;
      return cached;
    }
    const began = performance.now();
    const state = fold(cached.state, events);
    if (events.length > 0) this.observer.folded?.(performance.now() - began, events.length);
    const bytes = cached.bytes + bytesOfEvents(events);
    const caughtUp = { state, upTo, bytes };
    this.#states.set(stream, caughtUp);
    return caughtUp;
  }

  /**
   * The knowledge view of a state under a cutoff. Views are cached per state, so equal cutoffs share
   * one view; a new one costs a filter over the state's events.
   */
  knowledgeView(state: StreamState, cutoff: KnowledgeCutoff = {}): KnowledgeView {
    let views = this.#views.get(state);
    if (!views) this.#views.set(state, (views = new Map<string, KnowledgeView>()));
    const { knownAt = Infinity, publicAt = '' } = cutoff;
    const key = `${knownAt >= state.recorded ? 'all' : knownAt} ${publicAt}`;
    const cached = views.get(key);
    if (cached) {
      this.#cachedViews.get(cached);
      return cached;
    }
    const view = new KnowledgeView(state, cutoff);
    views.set(key, view);
    this.#cachedViews.set(view, { state, key, bytes: bytesOfView(entryCount(state)) });
    return view;
  }

  /** Who belongs to which group by these streams of areas; computed again when one of them changes. */
  areaRegister(areas: readonly KnowledgeView[]): AreaRegister {
    const known = this.#knownAreas;
    if (known?.areas.length === areas.length && areas.every((area, i) => area === known.areas[i]))
      return known.register;
    const register = knownAreas(areas);
    this.#knownAreas = { areas, register };
    return register;
  }

  /** Names of the streams with a prefix, sorted. One query. */
  streams(prefix: string, upTo: number): Promise<readonly string[]> {
    return this.index.streams({ prefix }, upTo);
  }
}
