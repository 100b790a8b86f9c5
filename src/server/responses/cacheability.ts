/** What may be cached of an answer: for ever when all its views are pinned, else not unchecked. */
import type { View } from '../../app/queries/asOf.js';
import type { Answered, Steadiness, UsedStreams } from '../../app/parley.js';
import type { CacheObserver } from '../../graphql/context.js';
import { contentHash } from '../http/etag.js';

/** What a tracker was told, as passed between threads. */
export interface Cacheability {
  readonly views: number;
  readonly mutable: boolean;
  readonly position: number;
  /** Present where the answer is the same until an append touches what it used. */
  readonly keepable?: Keepable;
}

export interface Keepable {
  readonly used: UsedStreams;
  /** The position that it was read at. */
  readonly since: number;
  /** Present where it is the same at other instants. */
  readonly steadiness?: Steadiness;
}

/** Collects what resolvers report of the views they read: one for each operation. */
export class CacheabilityTracker implements CacheObserver {
  #views = 0;
  #mutable = false;
  #position = 0;
  /** Whether all views change by appends only, and the first position of those that are not pinned. */
  #dated = true;
  #since = Infinity;
  /** What the answer is about. */
  readonly answered: Answered[] = [];

  usesView(view: View): void {
    this.#views += 1;
    this.#dated &&= view.dated;
    if (!view.pinned) this.#since = Math.min(this.#since, view.position);
    this.#position = Math.max(this.#position, view.position);
    if (!view.immutable) this.#mutable = true;
  }

  usesCurrentLog(lacking?: View): void {
    if (lacking) this.usesView(lacking);
    else this.#dated = false;
    this.#mutable = true;
  }

  usesHead(): void {
    this.#dated = false;
  }

  tellsOf(answered: Answered): void {
    this.answered.push(answered);
  }

  /**
   * What an answer may be kept for, given what it used and between which instants it is the same;
   * undefined where it may not.
   */
  keepable(used: UsedStreams, steadiness?: Steadiness): Keepable | undefined {
    if (this.#views === 0 || !this.#dated) return undefined;
    const kept =
      this.immutable || this.#since === Infinity
        ? { used: { streams: [], kinds: [] }, since: this.#position }
        : { used, since: this.#since };
    return { ...kept, ...(steadiness && { steadiness }) };
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
