/** The stored query behind a resource. */
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Parley } from '../../app/parley.js';
import type { QueryThreads } from '../responses/query.js';
import type { Observability } from '../observability/observability.js';
import type { CacheabilityTracker } from '../responses/cacheability.js';
import { StoredQuery } from '../responses/storedQuery.js';
import { Problem, problemOf } from './problem.js';
import type { Resource } from './resource.js';

export interface ApiDeps {
  readonly parley: Parley;
  readonly schema: GraphQLSchema;
  readonly observability: Observability;
  readonly threads?: QueryThreads | undefined;
}

interface Request {
  readonly client: string;
  readonly requestId: string;
  readonly tracker: CacheabilityTracker;
}

export class ResourceQuery {
  readonly #query: StoredQuery<unknown>;

  constructor(
    readonly resource: Resource,
    readonly deps: ApiDeps,
  ) {
    this.#query = new StoredQuery(resource.document);
  }

  get document(): DocumentNode {
    return this.#query.document(this.deps.schema);
  }

  /** The answer to checked parameters. Throws a {@link Problem}. */
  async answer(
    parameters: Readonly<Record<string, unknown>>,
    { requestId, tracker, client }: Request,
  ): Promise<unknown> {
    const { parley, schema, observability, threads } = this.deps;
    const { variables, answer, notFound, paged } = this.resource;
    const asker = {
      parley,
      schema,
      requestId,
      cache: tracker,
      threads,
      client,
      reportError: (error: unknown) => observability.reportError(error, requestId),
    };
    const data = await this.#query
      .ask(asker, variables(parameters as never))
      .catch((error: unknown) => {
        throw error instanceof GraphQLError ? problemOf(error) : error;
      });
    let value: unknown = data;
    for (const key of answer) value = (value as Record<string, unknown> | null)?.[key] ?? null;
    if (value === null) throw new Problem(404, 'NOT_FOUND', notFound(parameters as never));
    return paged ? pageOf(value as Connection) : value;
  }
}

interface Connection {
  readonly edges: readonly { readonly node: object }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A page of items. */
export interface Page<Item = unknown> {
  readonly items: readonly Item[];
  /** The cursor to ask for the next page with; null on the last one. */
  readonly next: string | null;
}

const pageOf = ({ edges, pageInfo }: Connection): Page => ({
  items: edges.map(({ node, ...others }) => ({ ...node, ...others })),
  next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
});
