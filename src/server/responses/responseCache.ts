/** An LRU cache of the responses that can never change, bounded by bytes. */
import { LRUCache } from 'lru-cache';
import type { CacheUse } from '../../app/parley.js';
import type { HttpHeaders } from '../http/httpError.js';

/** A finished answer to a GET, as it is sent. */
export interface CachedResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: Buffer;
  readonly immutable: boolean;
}

/** One entry takes at most this part of the cache, so that none displaces many. */
const MAX_PART = 1 / 16;

export class ResponseCache {
  readonly #responses: LRUCache<string, CachedResponse>;
  #evictions = 0;

  constructor(maxBytes: number) {
    this.#responses = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.floor(maxBytes * MAX_PART),
      sizeCalculation: (response, key) => bytesOf(key, response),
      dispose: (_, _key, reason) => {
        if (reason === 'evict') this.#evictions += 1;
      },
    });
  }

  get use(): CacheUse {
    return { bytes: this.#responses.calculatedSize, evictions: this.#evictions };
  }

  get(key: string): CachedResponse | undefined {
    return this.#responses.get(key);
  }

  /** Adds a response if it is immutable and not too large. */
  add(key: string, response: CachedResponse): void {
    if (response.immutable) this.#responses.set(key, response);
  }
}

/**
 * Keys take up to two bytes a character; a body is kept as bytes and as it is sent ahead of the routes;
 * the rest of an entry is small.
 */
const bytesOf = (key: string, { body }: CachedResponse): number =>
  2 * key.length + 2 * body.length + 1_024;
