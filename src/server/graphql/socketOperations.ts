/** Executes the operations of a WebSocket with the rules of `/graphql` over HTTP. */
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, type Context as Connection, type ServerOptions } from 'graphql-ws';
import type { Principal } from '../../graphql/context.js';
import { HttpError } from '../http/httpError.js';
import type { SocketContext, SocketHooks } from '../streaming/webSockets.js';
import { CacheabilityTracker } from '../responses/cacheability.js';
import { documentOf } from './restrictions/checkDocument.js';
import { shownError } from './restrictions/restrictions.js';
import type { GraphqlDeps } from './deps.js';
import { maskedGraphQLError } from '../responses/maskErrors.js';
import { asObject } from '../responses/query.js';
import type { ServerContext } from './serverContext.js';

type SocketConnection = Connection<Record<string, unknown>, SocketContext>;

/** Yoga's pipeline for one operation, with all its plugins. */
interface OperationPipeline {
  readonly schema: GraphQLSchema;
  readonly parse: (source: string) => DocumentNode;
  readonly validate: (schema: GraphQLSchema, document: DocumentNode) => readonly GraphQLError[];
  readonly contextFactory: () => Promise<object>;
  readonly execute: (args: ExecutionArgs) => Promise<ExecutionResult>;
  readonly subscribe: (
    args: ExecutionArgs,
  ) => Promise<ExecutionResult | AsyncIterable<ExecutionResult>>;
}

type PreparedOperation = ExecutionArgs & Pick<OperationPipeline, 'execute' | 'subscribe'>;

type SubscribePayload = Parameters<NonNullable<ServerOptions['onSubscribe']>>[2];

/** Shorter than the 123 bytes that a close may carry. */
const CLOSE_REASONS: Readonly<Record<string, string>> = {
  TOKEN_EXPIRED: 'The token has expired.',
  ISSUER_UNAVAILABLE: 'The identity provider cannot be asked at present. Try again.',
  BAD_JWT: 'The token is not accepted. Sign in again.',
  TOO_MANY_ATTEMPTS: 'Too many attempts with unknown tokens. Try again in a minute.',
};

const asGraphQLError = ({ message, code }: HttpError): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/** The hooks of graphql-ws. At most `limit` operations run on one WebSocket at the same time. */
export function socketOperations(
  {
    yoga,
    documents,
    authenticator,
    subscriptions: registry,
    observability,
    restrictions,
  }: GraphqlDeps,
  limit: number,
): SocketHooks<SocketContext> {
  /** What each WebSocket sent to authenticate itself. */
  const credentials = new WeakMap<SocketContext, string>();

  /** Each time anew: a token may have been revoked, or have expired. */
  const principalOf = async (context: SocketContext): Promise<Principal> =>
    authenticator.authenticate(credentials.get(context), {
      address: context.address,
      request: context.requestId,
    });

  const toClientError = (error: unknown, requestId: string): GraphQLError => {
    if (error instanceof HttpError) return asGraphQLError(error);
    observability.reportError(error, requestId);
    return shownError(maskedGraphQLError(error, requestId), restrictions);
  };

  /** Executes an operation and logs its duration. */
  const timed = async <Result>(
    args: ExecutionArgs,
    work: () => Result,
  ): Promise<Awaited<Result>> => {
    const started = performance.now();
    const result = await work();
    const { name, type } = (args.contextValue as ServerContext).operation;
    const ms = Math.round(performance.now() - started);
    observability.logger.debug({ operation: name, type, ms }, 'operation over a WebSocket');
    return result;
  };

  const prepare = async (context: SocketContext, payload: SubscribePayload) => {
    const { requestId } = context;
    const principal = await principalOf(context);
    const client = principal.name ?? context.address;
    const query = documentOf(restrictions.documents, principal, payload) ?? '';
    await documents?.check(query, { client });
    const { schema, parse, validate, contextFactory, execute, subscribe } = yoga.getEnveloped({
      principal,
      requestId,
      client,
      restrictions,
      tracker: new CacheabilityTracker(),
      operation: {},
      params: payload,
    }) as unknown as OperationPipeline;
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return errors;
    const { operationName, variables } = payload;
    return {
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: await contextFactory(),
      execute,
      subscribe,
    };
  };

  return {
    /** The token is in a header or, since browsers cannot send one, in the first message. */
    async onConnect({ connectionParams, extra }: SocketConnection): Promise<boolean> {
      const parameter = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
      // A value that is no string is an unknown token, not a missing one.
      const token = typeof parameter === 'string' || parameter === undefined ? parameter : '';
      const authorization = extra.authorization ?? token;
      if (authorization !== undefined) credentials.set(extra, authorization);
      try {
        await principalOf(extra);
        return true;
      } catch (error) {
        if (!(error instanceof HttpError)) throw error;
        extra.close(CloseCode.Unauthorized, CLOSE_REASONS[error.code] ?? 'The token is unknown.');
        return false;
      }
    },

    async onSubscribe(
      { extra, subscriptions }: SocketConnection,
      _id: string,
      payload: SubscribePayload,
    ): Promise<ExecutionArgs | readonly GraphQLError[]> {
      if (Object.keys(subscriptions).length > limit)
        return [
          asGraphQLError(
            new HttpError(
              429,
              'TOO_MANY_OPERATIONS',
              `${limit} operations run on this WebSocket already. Complete some, or open another.`,
            ),
          ),
        ];
      try {
        return await prepare(extra, payload);
      } catch (error) {
        return [toClientError(error, extra.requestId)];
      }
    },

    execute: (args: ExecutionArgs) =>
      timed(args, async () => asObject(await (args as PreparedOperation).execute(args))),

    async subscribe(args: ExecutionArgs) {
      const results = await (args as PreparedOperation).subscribe(args);
      if (!(Symbol.asyncIterator in results)) return results;
      const { requestId, client, operation } = args.contextValue as ServerContext;
      try {
        const { cost = 0, question = '' } = operation;
        return registry.add(results, 'ws', { client, cost, question });
      } catch (error) {
        return { errors: [toClientError(error, requestId)] };
      }
    },

    onNext: (_connection: SocketConnection, _id, _payload, _args, result) =>
      asObject(result as ExecutionResult) as FormattedExecutionResult,

    onError: (
      { extra }: SocketConnection,
      _id: string,
      _payload: unknown,
      errors: readonly GraphQLError[],
    ) => errors.map((error) => toClientError(error, extra.requestId).toJSON()),
  };
}
