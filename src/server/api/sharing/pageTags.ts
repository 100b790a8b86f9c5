/** The tags of a page, kept while the log and the minute are the same. */
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { GraphQLError } from 'graphql';
import { PAGE_HEADS_SIZE } from '../../limits.js';
import { pathOf } from '../../http/requestTarget.js';
import { headPosition } from '../../responses/sendCached.js';
import type { PageViews } from './pageViews.js';
import type { PageAddress } from './sharing.js';
import { socialTags } from './socialTags.js';

/** How long a view that moves with the clock is kept, in milliseconds. */
const FRESH_MS = 60_000;

interface Kept {
  /** Null where nothing is of that name. */
  readonly tags: string | null;
  readonly immutable: boolean;
  readonly position: number;
  readonly since: number;
}

export const addressOf = (url: string): PageAddress => {
  const path = pathOf(url);
  return { path, search: url.slice(path.length) };
};

export const originOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}`;

export class PageTags {
  readonly #kept = new LRUCache<string, Kept>({
    maxSize: PAGE_HEADS_SIZE,
    sizeCalculation: ({ tags }, key) => (tags?.length ?? 0) + key.length + 64,
  });

  constructor(readonly views: PageViews) {}

  /** As HTML; empty where nothing is of that name, or the record cannot be asked now. */
  async of(request: FastifyRequest): Promise<string> {
    return (await this.#tags(request)) ?? '';
  }

  /** Whether the record has what a page is about; true while the record cannot be asked. */
  async exists(request: FastifyRequest): Promise<boolean> {
    return (await this.#tags(request)) !== null;
  }

  /** Undefined where the record cannot be asked now. */
  async #tags(request: FastifyRequest): Promise<string | null | undefined> {
    const { deps } = this.views;
    const origin = originOf(request);
    const key = origin + request.url;
    const position = await headPosition(deps.parley);
    const kept = this.#kept.get(key);
    if (kept && (kept.immutable || isFresh(kept, position))) return kept.tags;
    try {
      const shown = await this.views.page(addressOf(request.url), request);
      if (!shown) return undefined;
      const tags = shown.value && socialTags(origin, shown.value);
      const immutable = tags !== null && shown.tracker.immutable;
      this.#kept.set(key, { tags, immutable, position, since: Date.now() });
      return tags;
    } catch (error) {
      // The page itself asks again, and says what is wrong.
      if (!(error instanceof GraphQLError)) deps.observability.reportError(error, request.id);
      return undefined;
    }
  }
}

const isFresh = ({ position, since }: Kept, head: number): boolean =>
  position === head && Date.now() - since < FRESH_MS;
