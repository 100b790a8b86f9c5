/** Yoga, set up: GraphQL over HTTP with GraphiQL in a browser, and nothing else that it can do. */
import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type GraphQLSchema,
  parse,
  type ParseOptions,
  type Source,
} from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Parley } from '../../app/parley.js';
import type { Context, Principal } from '../../graphql/context.js';
import type { CacheabilityTracker } from './responseCache.js';
import { EVENT_STREAM } from '../streaming/serverSentEvents.js';
import { MAX_DOCUMENT_TOKENS } from '../limits.js';
import { maskError } from './maskErrors.js';
import type { Tracing } from '../observability/tracing.js';

/** What the server hands to each operation, and what it learns of it. */
export interface ServerContext {
  readonly principal: Principal;
  readonly report: CacheabilityTracker;
  /** What comes to light while it is carried out. */
  readonly heard: OperationInfo;
}

export interface OperationInfo {
  /** The name and the kind of operation, for the journal. */
  name?: string | undefined;
  type?: string;
  /** A subscription's results over HTTP, for whoever answers the request to send. */
  results?: AsyncIterable<ExecutionResult>;
}

export type Yoga = YogaServerInstance<ServerContext, Context>;

/** An answer with errors is never kept: the next try may do better. */
const errorsAreLive: Plugin<object, ServerContext> = {
  onExecutionResult({ result, context }) {
    if (!result || Symbol.asyncIterator in result || result.errors?.length)
      context.report.usesCurrentLog();
  },
};

const limitTokens: Plugin = {
  onParse({ setParseFn }) {
    setParseFn((source: string | Source, options?: ParseOptions) =>
      parse(source, { ...options, maxTokens: MAX_DOCUMENT_TOKENS }),
    );
  },
};

/** Yoga's own streams have a fixed heartbeat and no limit on a client that does not read. */
const handOverStreams: Plugin<object, ServerContext> = {
  onResultProcess(hook) {
    const { result } = hook;
    const { heard } = hook.serverContext;
    // Where the client takes no event stream, Yoga has found nothing to answer it with.
    if (!hook.resultProcessor || !(Symbol.asyncIterator in result)) return;
    hook.setResultProcessor((_, { Response }) => {
      heard.results = result;
      return new Response(null, { headers: EVENT_STREAM });
    }, 'text/event-stream');
  },
};

const FIRST_QUERY = `# Where do the talks stand, since when, and who says so?
{
  negotiations {
    edges {
      node {
        title
        phase { value since certainty setBy { id summary } }
        activity { value scope since }
        targets { slug due status slips }
      }
    }
  }
}
`;

/** Hears which operation it is, and traces how it is carried out. */
const watchOperations = (tracing: Tracing | undefined): Plugin<object, ServerContext> => {
  const watch = <Args extends ExecutionArgs, Result>(
    args: Args,
    carryOut: (args: Args) => Result,
    replace: (carryOut: (args: Args) => Result) => void,
  ): void => {
    const operation = getOperationAST(args.document, args.operationName);
    const { heard } = args.contextValue as ServerContext;
    heard.name = operation?.name?.value;
    heard.type = operation?.operation ?? '';
    if (!tracing) return;
    const attributes = {
      'graphql.operation.type': heard.type,
      ...(heard.name !== undefined && { 'graphql.operation.name': heard.name }),
    };
    replace(
      (given) => tracing.span(`graphql ${heard.type}`, attributes, () => carryOut(given)) as Result,
    );
  };
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => watch(args, executeFn, setExecuteFn),
    onSubscribe: ({ args, subscribeFn, setSubscribeFn }) =>
      watch(args, subscribeFn, setSubscribeFn),
  };
};

export function yogaOver(
  parley: Parley,
  schema: GraphQLSchema,
  { note, tracing }: { note: (error: unknown) => void; tracing: Tracing | undefined },
): Yoga {
  return createYoga<ServerContext, Context>({
    schema,
    context: ({ principal, report }) => ({ parley, principal, cache: report }),
    plugins: [errorsAreLive, limitTokens, handOverStreams, watchOperations(tracing)],
    renderGraphiQL: async (options) => {
      // Nine megabytes of page: loaded when a browser first asks for it.
      const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
      return renderGraphiQL(options);
    },
    graphiql: {
      title: 'Parley',
      defaultQuery: FIRST_QUERY,
      shouldPersistHeaders: false,
      credentials: 'same-origin',
    },
    maskedErrors: { errorMessage: '', maskError },
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (...told: unknown[]) => {
        for (const error of told) note(error);
      },
    },
    // The server answers these itself, or not at all.
    cors: false,
    landingPage: false,
    healthCheckEndpoint: '/graphql/health-is-elsewhere',
    multipart: false,
    batching: false,
  });
}
