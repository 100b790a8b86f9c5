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

const asGraphQLError = ({ message, code }: HttpError): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/** The hooks of graphql-ws. At most `limit` operations run on one WebSocket at the same time. */
export function socketOperations(
  { yoga, documents, authenticator, subscriptions: registry, observability }: GraphqlDeps,
  limit: number,
): SocketHooks<SocketContext> {
  const principals = new WeakMap<SocketContext, Principal>();

  const toClientError = (error: unknown, requestId: string): GraphQLError => {
    if (error instanceof HttpError) return asGraphQLError(error);
    observability.reportError(error, requestId);
    return maskedGraphQLError(error, requestId);
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
    const principal = principals.get(context) ?? { mayWrite: false };
    const client = principal.name ?? context.address;
    await documents?.check(payload.query, { client });
    const { schema, parse, validate, contextFactory, execute, subscribe } = yoga.getEnveloped({
      principal,
      requestId,
      client,
      tracker: new CacheabilityTracker(),
      operation: {},
      params: payload,
    }) as unknown as OperationPipeline;
    const document = parse(payload.query);
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
    onConnect({ connectionParams, extra }: SocketConnection): boolean {
      const parameter = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
      // A value that is no string is an unknown token, not a missing one.
      const token = typeof parameter === 'string' || parameter === undefined ? parameter : '';
      const principal = authenticator.authenticate(extra.authorization ?? token);
      if (!principal) {
        extra.close(CloseCode.Unauthorized, 'The token is unknown.');
        return false;
      }
      principals.set(extra, principal);
      return true;
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
