/**
 * A GraphQL query as text, and its answer as text: what passes between the thread that talks to
 * clients and the threads that work answers out.
 */
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Principal } from '../../graphql/context.js';
import type { HttpHeaders } from '../http/httpError.js';
import type { Fault } from '../observability/observability.js';
import type { Cacheability } from './cacheability.js';

/** A query of a document that was validated. */
export interface Query {
  readonly source: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  /** Who asks. */
  readonly principal: Principal;
  /** Named in the message of an internal error. */
  readonly requestId: string;
  /** Put into the answer's `extensions`. */
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export interface Answer {
  /** The execution result as JSON; errors are masked. */
  readonly body: string;
  readonly hasErrors: boolean;
  readonly cacheability: Cacheability;
  readonly faults: readonly Fault[];
}

/** Who asks, and what the question costs by the schema. */
export interface Asked {
  /** Clients take turns. */
  readonly client: string;
  readonly cost: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/** What answers do not show; all is shown where nothing is restricted. */
export interface AnswerRestrictions {
  /** Questions about the schema are refused, and `/schema.graphql` is not served. */
  readonly noIntrospection?: boolean | undefined;
  /** No error suggests a name of the schema. */
  readonly noSuggestions?: boolean | undefined;
}

/** A request to `/graphql` as it came, too long to be read beside the requests of others. */
export interface LongRequest {
  /** `accept` and `content-type`, where sent. */
  readonly headers: HttpHeaders;
  readonly body: string;
  readonly principal: Principal;
  readonly requestId: string;
  /** What is not shown in the answer. */
  readonly restrictions?: AnswerRestrictions;
}

/** What is sent in answer to it. */
export interface LongAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: string;
  readonly faults: readonly Fault[];
}

/** An error of a document, with places in its text. */
export interface DocumentError {
  readonly message: string;
  readonly positions: readonly number[] | undefined;
}

/**
 * Threads that work out answers. Everything throws a `GraphQLError`: DEADLINE_EXCEEDED or
 * QUERY_TOO_LARGE where it was stopped, TOO_MANY_REQUESTS or TOO_BUSY where too much is waiting; and
 * the signal's reason once it is aborted.
 */
export interface QueryThreads {
  /** The answer to a query. */
  answer(query: Query, asked: Asked): Promise<Answer>;
  /** The answer to a request of which nothing was looked at yet. What it appends is recorded. */
  request(request: LongRequest, asked: Omit<Asked, 'cost'>): Promise<LongAnswer>;
  /** The errors of a document that parses, by the schema; O(document²). */
  validate(source: string, asked: Omit<Asked, 'cost'>): Promise<readonly DocumentError[]>;
}

/** Where subscriptions are carried out. */
export interface SubscriptionSource {
  /** `question` is the same for all who ask the same. */
  subscribe(
    query: Query,
    question: string,
  ): Promise<ExecutionResult | AsyncIterable<ExecutionResult>>;
}

/** A result whose JSON is at hand: it is sent as it is. */
export interface SerializedResult extends ExecutionResult {
  readonly stringify: () => string;
  /** The same as GraphQL has it, parsed once. */
  readonly parsed: () => ExecutionResult;
}

export function serializedResult(body: string, errors?: readonly GraphQLError[]): SerializedResult {
  let parsed: ExecutionResult | undefined;
  return {
    ...(errors && { errors }),
    data: null,
    stringify: () => body,
    parsed: () => (parsed ??= JSON.parse(body) as ExecutionResult),
  };
}

/** The result as GraphQL has it, for transports that serialize it themselves. */
export function asObject(result: ExecutionResult): ExecutionResult {
  const { parsed } = result as Partial<SerializedResult>;
  return parsed ? parsed() : result;
}
