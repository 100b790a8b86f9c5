/** What is asked over a WebSocket, carried out as if it had been asked over HTTP. */
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { CloseCode, type Context as Connection, type ServerOptions } from 'graphql-ws';
import type { Principal } from '../../graphql/context.js';
import { CacheabilityTracker } from './responseCache.js';
import { maskError } from './maskErrors.js';
import { HttpError } from '../http/httpError.js';
import type { GraphqlDeps } from './deps.js';
import type { ServerContext } from './yoga.js';

/** What is known of a WebSocket beside the protocol. */
export interface Extra {
  readonly authorization: string | undefined;
  readonly close: (code: number, reason: string) => void;
  principal?: Principal;
}

/** How Yoga, with everything that is plugged into it, carries one operation out. */
interface Enveloped {
  readonly schema: GraphQLSchema;
  readonly parse: (source: string) => DocumentNode;
  readonly validate: (schema: GraphQLSchema, document: DocumentNode) => readonly GraphQLError[];
  readonly contextFactory: () => Promise<object>;
  readonly execute: (args: ExecutionArgs) => Promise<ExecutionResult>;
  readonly subscribe: (
    args: ExecutionArgs,
  ) => Promise<ExecutionResult | AsyncIterable<ExecutionResult>>;
}

type Prepared = ExecutionArgs & Pick<Enveloped, 'execute' | 'subscribe'>;

type Asked = Parameters<NonNullable<ServerOptions['onSubscribe']>>[2];

const refusal = ({ message, code }: HttpError): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/**
 * The hooks with which graphql-ws carries operations out. `limit` is the number that may run on
 * one WebSocket.
 */
export function socketOperations(
  { yoga, authenticator, streams, observability }: GraphqlDeps,
  limit: number,
) {
  const told = (error: unknown): GraphQLError => {
    if (error instanceof HttpError) return refusal(error);
    observability.note(error);
    const masked = maskError(error);
    return masked instanceof GraphQLError ? masked : new GraphQLError(masked.message);
  };

  /** Carries an operation out and notes it. */
  const noting = async <Result>(
    args: ExecutionArgs,
    work: () => Result,
  ): Promise<Awaited<Result>> => {
    const began = performance.now();
    const result = await work();
    const { name, type } = (args.contextValue as ServerContext).heard;
    const ms = Math.round(performance.now() - began);
    observability.logger.debug({ operation: name, type, ms }, 'operation over a WebSocket');
    return result;
  };

  const prepare = async (principal: Principal, asked: Asked) => {
    const { schema, parse, validate, contextFactory, execute, subscribe } = yoga.getEnveloped({
      principal,
      report: new CacheabilityTracker(),
      heard: {},
      params: asked,
    }) as unknown as Enveloped;
    const document = parse(asked.query);
    const errors = validate(schema, document);
    if (errors.length > 0) return errors;
    const { operationName, variables } = asked;
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
    /** The token of the header or, since browsers cannot send one, of the first message. */
    onConnect({ connectionParams, extra }: Connection<Record<string, unknown>, Extra>): boolean {
      const named = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
      // What is no text is no token, but it was meant for one.
      const sent = typeof named === 'string' || named === undefined ? named : '';
      const principal = authenticator.authenticate(extra.authorization ?? sent);
      if (!principal) {
        extra.close(CloseCode.Unauthorized, 'That token is not known here.');
        return false;
      }
      extra.principal = principal;
      return true;
    },

    async onSubscribe(
      { extra, subscriptions }: Connection<Record<string, unknown>, Extra>,
      _id: string,
      asked: Asked,
    ): Promise<ExecutionArgs | readonly GraphQLError[]> {
      if (Object.keys(subscriptions).length > limit)
        return [
          refusal(
            new HttpError(
              429,
              'TOO_MANY_OPERATIONS',
              `${limit} operations run on this WebSocket already. Complete some, or open another.`,
            ),
          ),
        ];
      try {
        return await prepare(extra.principal ?? { mayWrite: false }, asked);
      } catch (error) {
        return [told(error)];
      }
    },

    execute: (args: ExecutionArgs) => noting(args, () => (args as Prepared).execute(args)),

    async subscribe(args: ExecutionArgs) {
      const results = await (args as Prepared).subscribe(args);
      if (!(Symbol.asyncIterator in results)) return results;
      try {
        return streams.open(results, 'ws');
      } catch (error) {
        return { errors: [told(error)] };
      }
    },

    onError: (_context: unknown, _id: string, _asked: unknown, errors: readonly GraphQLError[]) =>
      errors.map((error) => told(error).toJSON()),
  };
}
