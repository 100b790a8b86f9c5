/** Configuration of GraphQL Yoga: GraphQL over HTTP, GraphiQL in a browser, and no other feature. */
import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  type ParseOptions,
  type Source,
} from 'graphql';
import {
  createYoga,
  handleStreamOrSingleExecutionResult,
  type Plugin,
  type YogaServerInstance,
} from 'graphql-yoga';
import type { Parley } from '../../app/parley.js';
import type { Context } from '../../graphql/context.js';
import { EVENT_STREAM } from '../streaming/serverSentEvents.js';
import { MAX_DOCUMENT_TOKENS } from '../limits.js';
import type { QueryThreads, SubscriptionSource } from '../responses/query.js';
import type { Observability } from '../observability/observability.js';
import { budgetOperations } from './budgetOperations.js';
import { type CheckedDocuments, checkInThreads } from './checkedDocuments.js';
import { checkDocuments } from './restrictions/checkDocument.js';
import { type Restrictions, restrictAnswers } from './restrictions/restrictions.js';
import type { ServerContext } from './serverContext.js';
import { maskedGraphQLError, maskError } from '../responses/maskErrors.js';

export type Yoga = YogaServerInstance<ServerContext, Context>;

/** Answers with errors are not cached: another attempt may succeed. */
const doNotCacheErrors: Plugin<object, ServerContext> = {
  onExecutionResult({ result, context }) {
    if (!result || Symbol.asyncIterator in result || result.errors?.length)
      context.tracker.usesCurrentLog();
  },
};

const limitTokens: Plugin = {
  onParse({ setParseFn }) {
    setParseFn((source: string | Source, options?: ParseOptions) =>
      parse(source, { ...options, maxTokens: MAX_DOCUMENT_TOKENS }),
    );
  },
};

/** Yoga's event streams have a fixed heartbeat and no limit on slow clients: ours replace them. */
const handOverSubscriptions: Plugin<object, ServerContext> = {
  onResultProcess(hook) {
    const { result } = hook;
    const { operation } = hook.serverContext;
    // Without a result processor the client accepts no event stream: Yoga answers 406.
    if (!hook.resultProcessor || !(Symbol.asyncIterator in result)) return;
    hook.setResultProcessor((_, { Response }) => {
      operation.results = result;
      return new Response(null, { headers: EVENT_STREAM });
    }, 'text/event-stream');
  },
};

const FIRST_QUERY = `# Where do negotiations stand, since when, and who says so?
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

/** Names the operation for the request log, and traces its execution. */
const observeOperations = ({
  tracing,
}: Pick<Observability, 'tracing'>): Plugin<object, ServerContext> => {
  const observe = <Args extends ExecutionArgs, Result>(
    args: Args,
    execute: (args: Args) => Result,
    replace: (execute: (args: Args) => Result) => void,
  ): void => {
    const definition = getOperationAST(args.document, args.operationName);
    const { operation } = args.contextValue as ServerContext;
    const type = definition?.operation ?? '';
    const name = definition?.name?.value;
    Object.assign(operation, { name, type });
    if (!tracing) return;
    const attributes = {
      'graphql.operation.type': type,
      ...(name !== undefined && { 'graphql.operation.name': name }),
    };
    replace(
      (traced) => tracing.span(`graphql ${type}`, attributes, () => execute(traced)) as Result,
    );
  };
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => observe(args, executeFn, setExecuteFn),
    onSubscribe: ({ args, subscribeFn, setSubscribeFn }) =>
      observe(args, subscribeFn, setSubscribeFn),
  };
};

/** Masks and reports the errors of an operation: Yoga's own masking does not know the request. */
const maskOperationErrors = (
  observability: Pick<Observability, 'reportError'>,
): Plugin<object, ServerContext> => {
  const mask = (error: unknown, requestId: string): GraphQLError => {
    observability.reportError(error, requestId);
    return maskedGraphQLError(error, requestId);
  };
  const maskAll =
    ({ contextValue }: ExecutionArgs) =>
    ({ result, setResult }: ResultToMask): void => {
      const { requestId } = contextValue as ServerContext;
      const { errors } = result;
      if (errors?.length)
        setResult({ ...result, errors: errors.map((error) => mask(error, requestId)) });
    };
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: (payload) => handleStreamOrSingleExecutionResult(payload, maskAll(args)),
    }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult: (payload) => handleStreamOrSingleExecutionResult(payload, maskAll(args)),
    }),
  };
};

interface ResultToMask {
  readonly result: ExecutionResult;
  readonly setResult: (result: ExecutionResult) => void;
}

export interface YogaOptions {
  readonly observability: Pick<Observability, 'tracing' | 'reportError'>;
  /** Where queries are answered; in this thread when undefined. */
  readonly threads?: Pick<QueryThreads, 'answer'> | undefined;
  /** Where subscriptions are carried out; in this thread when undefined. */
  readonly subscriptions?: SubscriptionSource | undefined;
  /** For a query that is answered in this thread, in milliseconds. */
  readonly deadline: number;
  /** Documents that are validated elsewhere. */
  readonly documents?: CheckedDocuments | undefined;
  /** What sees operations before anything of the server does. */
  readonly first?: readonly Plugin<object, ServerContext>[];
  /** Whether there is a page for queries, and which documents may be sent; all is open when undefined. */
  readonly restrictions?: Pick<Restrictions, 'noGraphiql' | 'documents'> | undefined;
  /** Whether parsed documents are kept for the next request; they are by default. */
  readonly keepsDocuments?: boolean;
}

export function createGraphqlYoga(
  parley: Parley,
  schema: GraphQLSchema,
  {
    observability,
    threads,
    subscriptions,
    deadline,
    documents,
    first = [],
    restrictions = {},
    keepsDocuments = true,
  }: YogaOptions,
): Yoga {
  return createYoga<ServerContext, Context>({
    schema,
    context: ({ principal, tracker }) => ({ parley, principal, cache: tracker }),
    parserAndValidationCache: keepsDocuments,
    plugins: [
      ...first,
      checkDocuments(restrictions.documents),
      restrictAnswers,
      ...(documents ? [checkInThreads(documents)] : []),
      doNotCacheErrors,
      limitTokens,
      handOverSubscriptions,
      // Within the trace: it decides whether and where an operation is carried out.
      budgetOperations(threads, subscriptions, deadline),
      observeOperations(observability),
      maskOperationErrors(observability),
    ],
    renderGraphiQL: async (options) => {
      // Nine megabytes: loaded when a browser first asks for it.
      const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
      return renderGraphiQL(options);
    },
    graphiql: !restrictions.noGraphiql && {
      title: 'Parley',
      defaultQuery: FIRST_QUERY,
      shouldPersistHeaders: false,
      credentials: 'same-origin',
    },
    // For what fails before or after execution.
    maskedErrors: { errorMessage: '', maskError: (error) => maskError(error, 'unknown') },
    logging: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (...errors: unknown[]) => {
        for (const error of errors) observability.reportError(error);
      },
    },
    // Other routes answer these, or none does.
    cors: false,
    landingPage: false,
    healthCheckEndpoint: '/graphql/health-is-elsewhere',
    multipart: false,
    batching: false,
  });
}
