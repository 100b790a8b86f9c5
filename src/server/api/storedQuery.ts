/** Runs the GraphQL query behind a resource, with the errors masked as for GraphQL itself. */
import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { Parley } from '../../app/parley.js';
import type { Context } from '../../graphql/context.js';
import { maskedGraphQLError } from '../responses/maskErrors.js';
import type { CacheabilityTracker } from '../responses/cacheability.js';
import type { Observability } from '../observability/observability.js';
import { Problem, problemOf } from './problem.js';
import type { Resource } from './resource.js';

export interface ApiDeps {
  readonly parley: Parley;
  readonly schema: GraphQLSchema;
  readonly observability: Observability;
}

interface Request {
  readonly requestId: string;
  readonly tracker: CacheabilityTracker;
}

export class StoredQuery {
  #document: DocumentNode | undefined;

  constructor(
    readonly resource: Resource,
    readonly deps: ApiDeps,
  ) {}

  /** The parsed query. It is one of the schema's, which an extension may not take fields from. */
  get document(): DocumentNode {
    if (this.#document) return this.#document;
    const document = parse(this.resource.document, { noLocation: true });
    const [error] = validate(this.deps.schema, document);
    if (error) throw error;
    return (this.#document = document);
  }

  /** The answer to checked parameters. Throws a {@link Problem}. */
  async answer(
    parameters: Readonly<Record<string, unknown>>,
    { requestId, tracker }: Request,
  ): Promise<unknown> {
    const { parley, schema, observability } = this.deps;
    const { variables, answer, notFound } = this.resource;
    const contextValue: Context = { parley, principal: { mayWrite: false }, cache: tracker };
    const { data, errors } = await execute({
      schema,
      document: this.document,
      contextValue,
      variableValues: variables(parameters as never),
    });
    const [first] = errors ?? [];
    if (first) {
      observability.reportError(first, requestId);
      throw problemOf(maskedGraphQLError(first, requestId));
    }
    let value: unknown = data;
    for (const key of answer) value = (value as Record<string, unknown> | null)?.[key] ?? null;
    if (value === null) throw new Problem(404, 'NOT_FOUND', notFound(parameters as never));
    return this.resource.paged ? pageOf(value as Connection) : value;
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
