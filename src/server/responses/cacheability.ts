/** What may be cached of an answer: for ever when all its views are pinned, else not unchecked. */
import type { View } from '../../app/queries/asOf.js';
import type { CacheObserver } from '../../graphql/context.js';
import { contentHash } from '../http/etag.js';

/** What a tracker was told, as passed between threads. */
export interface Cacheability {
  readonly views: number;
  readonly mutable: boolean;
  readonly position: number;
}

/** Collects what resolvers report of the views they read: one for each operation. */
export class CacheabilityTracker implements CacheObserver {
  #views = 0;
  #mutable = false;
  #position = 0;

  usesView(view: View): void {
    this.#views += 1;
    this.#position = Math.max(this.#position, view.position);
    if (!view.immutable) this.#mutable = true;
  }

  usesCurrentLog(): void {
    this.#mutable = true;
  }

  /** Takes over what another tracker was told. */
  add({ views, mutable, position }: Cacheability): void {
    this.#views += views;
    this.#mutable ||= mutable;
    this.#position = Math.max(this.#position, position);
  }

  get cacheability(): Cacheability {
    return { views: this.#views, mutable: this.#mutable, position: this.#position };
  }

  /** Whether the same request will have this answer for ever. */
  get immutable(): boolean {
    return this.#views > 0 && !this.#mutable;
  }

  /** The highest log position that the answer rests on. */
  get position(): number {
    return this.#position;
  }
}

/**
 * The caching headers of an answer to a GET. Its entity tag holds the position it was read at and a
 * hash of its content, since an answer at "now" changes with the clock as well as with the log.
 */
export const cachingHeaders = (body: Buffer, position: number, immutable: boolean) => ({
  'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  etag: `"${position}-${contentHash(body)}"`,
});
