/** What may be kept of an answer: for ever when its view is pinned, else only until asked again. */
import { createHash } from 'node:crypto';
import type { View } from '../../app/queries/asOf.js';
import type { CacheObserver } from '../../graphql/context.js';

/** What resolvers report of the views they answered for: one for each request. */
export class CacheabilityTracker implements CacheObserver {
  #seen = 0;
  #changing = false;
  #position = 0;

  /** Part of the answer was computed for this view. */
  usesView(view: View): void {
    this.#seen += 1;
    this.#position = Math.max(this.#position, view.position);
    if (!view.immutable) this.#changing = true;
  }

  /** Part of the answer can change with the log or the clock. */
  usesCurrentLog(): void {
    this.#changing = true;
  }

  /** Whether the same question will have this answer for ever. */
  get immutable(): boolean {
    return this.#seen > 0 && !this.#changing;
  }

  /** The last position of the log that counted. */
  get position(): number {
    return this.#position;
  }
}

/** A finished answer to a GET, as it is sent. */
export interface CachedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly immutable: boolean;
}

const HASH_LENGTH = 16;

/**
 * The headers of an answer to a GET: an entity tag of the position it was read at and of its
 * content, since an answer at "now" changes with the clock as well as with the log.
 */
export function cachingHeaders(
  body: Buffer,
  position: number,
  immutable: boolean,
): { 'Cache-Control': string; ETag: string } {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, HASH_LENGTH);
  return {
    'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: `"${position}-${hash}"`,
  };
}

/** Whether an If-None-Match header names the entity tag (RFC 9110, section 13.1.2). */
export function etagMatches(etag: string | undefined, ifNoneMatch: string | undefined): boolean {
  if (etag === undefined || ifNoneMatch === undefined) return false;
  return (
    ifNoneMatch.trim() === '*' ||
    ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  );
}

/** Answers that can never change, the least recently used forgotten first. */
export class ResponseCache {
  readonly #answers = new Map<string, CachedResponse>();
  #bytes = 0;

  constructor(readonly maxBytes: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): CachedResponse | undefined {
    const answer = this.#answers.get(key);
    if (!answer) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    return answer;
  }

  /** Keeps an answer if it is immutable and not a large part of all there is room for. */
  keep(key: string, answer: CachedResponse): void {
    const size = sizeOf(key, answer);
    if (!answer.immutable || size > this.maxBytes / 16 || this.#answers.has(key)) return;
    this.#answers.set(key, answer);
    this.#bytes += size;
    for (const [oldest, old] of this.#answers) {
      if (this.#bytes <= this.maxBytes) return;
      this.#answers.delete(oldest);
      this.#bytes -= sizeOf(oldest, old);
    }
  }
}

/** Roughly: keys are two bytes a character, and the rest of an entry is small. */
const sizeOf = (key: string, answer: CachedResponse): number =>
  2 * key.length + answer.body.length + 1_024;
