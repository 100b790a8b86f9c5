/** A GraphQL query that the server itself asks, with errors masked as for clients. */
import {
  type DocumentNode,
  execute,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import type { Parley } from '../../app/parley.js';
import type { Principal } from '../../graphql/context.js';
import { costOf } from '../../graphql/budget.js';
import { createContext } from '../../graphql/context.js';
import type { CacheabilityTracker } from './cacheability.js';
import { maskedGraphQLError } from './maskErrors.js';
import type { QueryThreads } from './query.js';

/** Whom a query is asked for: what is told of errors, and of what the answer depends on. */
export interface Asker {
  readonly parley: Parley;
  readonly schema: GraphQLSchema;
  readonly requestId: string;
  readonly reportError: (error: unknown) => void;
  readonly cache?: CacheabilityTracker;
  /** Where answers are worked out; in this thread when undefined. */
  readonly threads?: QueryThreads | undefined;
  /** Clients take turns; needed with `threads`. */
  readonly client?: string;
  /** Who asks; absent: someone who may only read. */
  readonly principal?: Principal;
}

const READER: Principal = { mayWrite: false };

export class StoredQuery<Data> {
  #document: DocumentNode | undefined;

  constructor(readonly source: string) {}

  /** The parsed query, checked against the schema once. */
  document(schema: GraphQLSchema): DocumentNode {
    if (this.#document) return this.#document;
    const document = parse(this.source, { noLocation: true });
    const [error] = validate(schema, document);
    if (error) throw error;
    return (this.#document = document);
  }

  /** The answer. Throws a `GraphQLError` that may be shown to a client. */
  async ask(asker: Asker, variables: Readonly<Record<string, unknown>>): Promise<Data> {
    const { parley, schema, requestId, reportError, cache, principal = READER, threads } = asker;
    const document = this.document(schema);
    const reads = getOperationAST(document)?.operation === OperationTypeNode.QUERY;
    if (threads && reads) return this.#askThreads(threads, asker, variables);
    const contextValue = createContext(parley, {
      principal,
      ...(cache && { cache }),
    });
    const { data, errors } = await execute({
      schema,
      document,
      contextValue,
      variableValues: variables,
    });
    const [first] = errors ?? [];
    if (!first) return data as Data;
    reportError(first);
    throw maskedGraphQLError(first, requestId);
  }

  async #askThreads(
    threads: QueryThreads,
    { schema, requestId, cache, client = '', principal = READER }: Asker,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Data> {
    const cost = costOf(schema, { document: this.document(schema), variables });
    const { body, cacheability } = await threads.answer(
      { source: this.source, variables, requestId, principal },
      { client, cost: cost?.complexity ?? 0 },
    );
    cache?.add(cacheability);
    const { data, errors } = JSON.parse(body) as { data: Data; errors?: readonly GraphQLError[] };
    const [first] = errors ?? [];
    if (first) throw new GraphQLError(first.message, { extensions: first.extensions });
    return data;
  }
}
