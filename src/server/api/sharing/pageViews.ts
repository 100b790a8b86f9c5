/** Asks what the pages of the dashboard say, with what the answer depends on. */
import type { FastifyRequest } from 'fastify';
import { CacheabilityTracker } from '../../responses/cacheability.js';
import { StoredQuery } from '../../responses/storedQuery.js';
import type { ApiDeps } from '../resourceQuery.js';
import {
  type Ask,
  loadSharing,
  type PageAddress,
  type SharedPage,
  type Sharing,
} from './sharing.js';

export interface Shown<Value> {
  readonly value: Value;
  readonly tracker: CacheabilityTracker;
}

export class PageViews {
  /** By text: there are as many as pages of the dashboard ask. */
  readonly #queries = new Map<string, StoredQuery<unknown>>();
  #sharing: Promise<Sharing | undefined> | undefined;

  constructor(
    readonly deps: ApiDeps,
    readonly dashboard: string,
  ) {}

  /** What a page says; null where there is nothing, undefined where the dashboard is not built. */
  page(
    address: PageAddress,
    request: FastifyRequest,
  ): Promise<Shown<SharedPage | null> | undefined> {
    return this.#show(request, (sharing, now, ask) => sharing.sharedPage(address, now, ask));
  }

  /** The picture of a page as SVG; null and undefined as above. */
  picture(
    address: PageAddress,
    request: FastifyRequest,
  ): Promise<Shown<string | null> | undefined> {
    return this.#show(request, (sharing, now, ask) => sharing.sharedPicture(address, now, ask));
  }

  async #show<Value>(
    request: FastifyRequest,
    show: (sharing: Sharing, now: string, ask: Ask) => Promise<Value>,
  ): Promise<Shown<Value> | undefined> {
    const sharing = await (this.#sharing ??= loadSharing(this.dashboard));
    if (!sharing) return undefined;
    const tracker = new CacheabilityTracker();
    const value = await show(sharing, new Date().toISOString(), this.#ask(request, tracker));
    return { value, tracker };
  }

  #ask({ id, ip }: FastifyRequest, cache: CacheabilityTracker): Ask {
    const { parley, schema, observability, threads } = this.deps;
    return (document, variables) => {
      const query = this.#queries.get(document) ?? new StoredQuery(document);
      this.#queries.set(document, query);
      return query.ask(
        {
          parley,
          schema,
          requestId: id,
          cache,
          threads,
          client: ip,
          reportError: (error) => observability.reportError(error, id),
        },
        variables,
      );
    };
  }
}
