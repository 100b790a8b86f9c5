/** A GraphQL query that the server itself asks, with errors masked as for clients. */
import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { Parley } from '../../app/parley.js';
import type { CacheObserver, Principal } from '../../graphql/context.js';
import { createContext } from '../../graphql/context.js';
import { maskedGraphQLError } from './maskErrors.js';

/** Whom a query is asked for: what is told of errors, and of what the answer depends on. */
export interface Asker {
  readonly parley: Parley;
  readonly schema: GraphQLSchema;
  readonly requestId: string;
  readonly reportError: (error: unknown) => void;
  readonly cache?: CacheObserver;
  /** Who asks; absent: someone who may only read. */
  readonly principal?: Principal;
}

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
    const {
      parley,
      schema,
      requestId,
      reportError,
      cache,
      principal = { mayWrite: false },
    } = asker;
    const contextValue = createContext(parley, {
      principal,
      ...(cache && { cache }),
    });
    const document = this.document(schema);
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
}
