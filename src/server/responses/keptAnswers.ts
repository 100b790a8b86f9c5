/** Answers that are kept until an append touches what they used, bounded by bytes. */
import { LRUCache } from 'lru-cache';
import type { CacheUse, Parley } from '../../app/parley.js';
import type { Keepable } from './cacheability.js';
import type { Answer, Asked, Query, QueryThreads } from './query.js';

interface KeptAnswer {
  readonly answer: Answer;
  readonly used: Keepable['used'];
  /** The answer is the same up to this position of the log. */
  upTo: number;
}

/** One entry takes at most this part of the cache, so that none displaces many. */
const MAX_PART = 1 / 16;
const OVERHEAD = 1_000;
const BYTES_PER_STREAM = 100;

/** What an answer depends on besides the log. */
const keyOf = ({ source, operationName, variables, principal }: Query): string =>
  JSON.stringify([source, operationName ?? null, variables ?? {}, principal]);

/** In front of threads: what they answered is given again while nothing it rests on has changed. */
export class KeptAnswers implements QueryThreads {
  readonly #answers: LRUCache<string, KeptAnswer>;
  #evictions = 0;

  constructor(
    readonly threads: QueryThreads,
    readonly readModel: Pick<Parley['readModel'], 'unchangedUpTo'>,
    maxBytes: number,
  ) {
    this.#answers = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.floor(maxBytes * MAX_PART),
      sizeCalculation: ({ answer, used }, key) =>
        OVERHEAD + 2 * key.length + answer.body.length + BYTES_PER_STREAM * used.streams.length,
      dispose: (_, _key, reason) => {
        if (reason === 'evict') this.#evictions += 1;
      },
    });
  }

  get use(): CacheUse {
    return { bytes: this.#answers.calculatedSize, evictions: this.#evictions };
  }

  /** The kept answer to a query, if it is still the answer. One lookup of the head of the log. */
  async kept(query: Query): Promise<Answer | undefined> {
    if (query.extensions) return undefined;
    const key = keyOf(query);
    const entry = this.#answers.get(key);
    if (entry) {
      const upTo = await this.readModel.unchangedUpTo(entry.used, entry.upTo);
      if (upTo !== undefined) {
        entry.upTo = Math.max(entry.upTo, upTo);
        return entry.answer;
      }
      if (this.#answers.peek(key) === entry) this.#answers.delete(key);
    }
    return undefined;
  }

  request(...asked: Parameters<QueryThreads['request']>) {
    return this.threads.request(...asked);
  }

  validate(...asked: Parameters<QueryThreads['validate']>) {
    return this.threads.validate(...asked);
  }

  async answer(query: Query, asked: Asked): Promise<Answer> {
    return (await this.kept(query)) ?? this.work(query, asked);
  }

  /** The answer worked out, and kept where it may be. */
  async work(query: Query, asked: Asked): Promise<Answer> {
    const answer = await this.threads.answer(query, asked);
    const { keepable } = answer.cacheability;
    if (keepable && !query.extensions)
      this.#answers.set(keyOf(query), {
        answer,
        used: keepable.used,
        upTo: keepable.since,
      });
    return answer;
  }
}
