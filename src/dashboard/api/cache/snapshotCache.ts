/** Snapshots of one negotiation by view, in the query cache, with prefetching of likely views. */
import { type QueryClient, queryOptions, replaceEqualDeep } from '@tanstack/react-query';
import {
  type AsOf,
  type Assumptions,
  NegotiationSnapshotDocument,
  type NegotiationSnapshotQuery,
} from '../../generated/graphql.js';
import type { GraphqlClient } from '../client/client.js';

export type Snapshot = NonNullable<NegotiationSnapshotQuery['negotiation']>;

/** A snapshot, null when the negotiation had not begun, or the error of the query. */
export interface SnapshotResult {
  readonly snapshot: Snapshot | null;
  readonly problem: string | null;
}

/** A snapshot that no view has shown for this long is dropped, in milliseconds. */
const KEEP_MS = 5 * 60_000;
/** Server time spent on prefetching around one view, in milliseconds. */
const PREFETCH_BUDGET_MS = 12_000;
/** Prefetched however slow the server is. */
const MIN_PREFETCH = 6;
/** Concurrent prefetches: few, so that a request of the reader is not queued behind them. */
const CONCURRENCY = 2;
/** After a failure nothing is prefetched for this long, or until a request succeeds. */
const PAUSE_MS = 5_000;

export class SnapshotCache {
  #queue: AsOf[] = [];
  #running = 0;
  #last: Snapshot | null = null;
  /** Moving average of the response time, in milliseconds. */
  #responseMs = 30;
  #pausedUntil = -Infinity;

  constructor(
    readonly queryClient: QueryClient,
    readonly client: GraphqlClient,
    readonly slug: string,
    readonly assumptions: Assumptions | null,
  ) {}

  /** Options of the query for a view. A snapshot never changes; a failure is fetched again. */
  options(asOf: AsOf) {
    return queryOptions({
      queryKey: ['snapshot', this.slug, this.assumptions, asOf],
      queryFn: () => this.#load(asOf),
      staleTime: ({ state }) => (state.data?.problem === null ? Infinity : 0),
      gcTime: KEEP_MS,
      // Shared with the last snapshot of any view instead: see #load.
      structuralSharing: false,
    });
  }

  /** Fetches a view unless it is cached or on its way. Never rejects. */
  fetch(asOf: AsOf): Promise<SnapshotResult> {
    return this.queryClient.query(this.options(asOf));
  }

  /** Fetches views that may be shown next, in this order. Replaces what was still to be prefetched. */
  prefetch(views: readonly AsOf[]): void {
    if (this.#isPaused()) return;
    const affordable = Math.max(MIN_PREFETCH, Math.round(PREFETCH_BUDGET_MS / this.#responseMs));
    this.#queue = views.slice(0, affordable).filter((asOf) => !this.#has(asOf));
    while (this.#running < CONCURRENCY && this.#queue.length > 0) void this.#work();
  }

  #has(asOf: AsOf): boolean {
    return this.queryClient.getQueryData(this.options(asOf).queryKey) !== undefined;
  }

  #isPaused(): boolean {
    return performance.now() < this.#pausedUntil;
  }

  async #work(): Promise<void> {
    this.#running += 1;
    for (let next = this.#queue.shift(); next && !this.#isPaused(); next = this.#queue.shift())
      if (!this.#has(next)) await this.fetch(next);
    this.#running -= 1;
  }

  /** Parts equal to those of the last snapshot are the same objects: they need not render again. */
  async #load(asOf: AsOf): Promise<SnapshotResult> {
    const { slug, assumptions } = this;
    const start = performance.now();
    const { data, error } = await this.client.query(NegotiationSnapshotDocument, {
      slug,
      asOf,
      assuming: assumptions,
    });
    this.#responseMs = 0.7 * this.#responseMs + 0.3 * (performance.now() - start);
    this.#pausedUntil = error ? performance.now() + PAUSE_MS : -Infinity;
    const snapshot = data?.negotiation ? replaceEqualDeep(this.#last, data.negotiation) : null;
    if (snapshot) this.#last = snapshot;
    return { snapshot, problem: error ? error.message : null };
  }
}
