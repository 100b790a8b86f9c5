/**
 * LRU cache of folded stream states. A state is folded on first use and caught up from the log when the index tells that its stream has changed; a notification
 * is never used as data.
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
import { entryCount } from './stateEvents.js';

/** The cache is bounded by the number of streams and by the topic entries of all of them. */
const MAX_STATES = 5_000;
const MAX_ENTRIES = 500_000;
const MAX_VIEWS_PER_STATE = 32;

interface CachedState {
  readonly state: StreamState;
  /** The state includes everything up to this position of the log. */
  upTo: number;
}

export class StreamStateCache {
  readonly #states = new LRUCache<string, CachedState>({
    max: MAX_STATES,
    maxSize: MAX_ENTRIES,
    // Clamped, so that one stream larger than the whole bound is still cached.
    sizeCalculation: ({ state }) => Math.min(1 + entryCount(state), MAX_ENTRIES),
  });
  /** First reads under way: concurrent readers of one stream share them. */
  readonly #loading = new Map<string, Promise<CachedState>>();
  readonly #views = new WeakMap<StreamState, LRUCache<string, KnowledgeView>>();
  /** Which streams a read needs, and which have changed. */
  readonly index: ReadIndex;
  #knownAreas:
    { readonly areas: readonly KnowledgeView[]; readonly register: AreaRegister } | undefined;

  constructor(
    readonly log: EventLog,
    readonly observer: Observer = {},
  ) {
    this.index = new ReadIndex(log);
  }

  /**
   * The state of a stream, complete up to a position of the log or later. Costs nothing when the
   * cached state reaches that far or the stream has not changed since, else one query for the events
   * that are new.
   */
  async state(stream: string, upTo: number): Promise<StreamState> {
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
      loading = this.#catchUp(stream, { state: emptyStreamState(stream), upTo: 0 }, upTo);
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
    const began = performance.now();
    const state = fold(cached.state, events);
    if (events.length > 0) this.observer.folded?.(performance.now() - began, events.length);
    const caughtUp = { state, upTo };
    this.#states.set(stream, caughtUp);
    return caughtUp;
  }

  /**
   * The knowledge view of a state under a cutoff. Views are cached per state, so equal cutoffs share
   * one view; a new one costs a filter over the state's events.
   */
  knowledgeView(state: StreamState, cutoff: KnowledgeCutoff = {}): KnowledgeView {
    let views = this.#views.get(state);
    if (!views) this.#views.set(state, (views = new LRUCache({ max: MAX_VIEWS_PER_STATE })));
    const { knownAt = Infinity, publicAt = '' } = cutoff;
    const key = `${knownAt >= state.recorded ? 'all' : knownAt} ${publicAt}`;
    let view = views.get(key);
    if (!view) views.set(key, (view = new KnowledgeView(state, cutoff)));
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
