/** Counts what an operation costs, refuses what costs too much, and hands queries to the threads. */
import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  locatedError,
  OperationTypeNode,
  print,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type Cost, costOf, LIMITS, refusalOf } from '../../graphql/budget.js';
import type { Context } from '../../graphql/context.js';
import { minPositionOf, waitForMinPosition } from '../../graphql/queries/minPosition.js';
import { contentHash } from '../http/etag.js';
import { deadlineCheck } from '../responses/deadline.js';
import {
  type QueryThreads,
  serializedResult,
  type SubscriptionSource,
} from '../responses/query.js';
import type { AnswerRestrictions } from '../responses/query.js';
import { shownError } from './restrictions/restrictions.js';
import type { ServerContext } from './serverContext.js';

/** Stands in for the errors in the JSON, so that nothing takes the answer for one without. */
const HAS_ERRORS = new GraphQLError('The errors are in the serialized result.');

/** What a client sends with an operation, the `extensions` of the request among it. */
interface Requested {
  readonly params?: { readonly extensions?: { readonly cost?: unknown } | null };
}

const extensionsOf = (context: ServerContext, cost: Cost) =>
  (context as Requested).params?.extensions?.cost === true
    ? { cost: { ...cost, limits: LIMITS } }
    : undefined;

async function answerInThread(
  threads: Pick<QueryThreads, 'answer'>,
  { schema, document, operationName, variableValues, contextValue }: ExecutionArgs,
  cost: Cost,
): Promise<ExecutionResult> {
  const context = contextValue as ServerContext & Pick<Context, 'parley'>;
  const asked = { document, operationName, variables: variableValues };
  const { requestId, principal, client, signal, tracker } = context;
  const work = () =>
    threads.answer(
      {
        source: document.loc?.source.body ?? print(document),
        operationName,
        variables: variableValues,
        requestId,
        principal,
        extensions: extensionsOf(context, cost),
      },
      { client, cost: cost.complexity, signal },
    );
  try {
    // Waiting is no work: it takes up no thread, and no part of the deadline.
    await waitForMinPosition(context, minPositionOf(schema, asked));
    const { body, hasErrors, cacheability } = await (context.answered ?? work());
    tracker.add(cacheability);
    if (!hasErrors) return serializedResult(body);
    return serializedResult(shownBody(body, context.restrictions), [HAS_ERRORS]);
  } catch (error) {
    // Nobody waits for it any more.
    if (context.signal?.aborted) throw error;
    // An error of the operation: it is masked and reported with its request.
    return { errors: [locatedError(error, undefined)], data: null };
  }
}

/** The answer of a thread with its errors as they are shown. */
function shownBody(body: string, restrictions: AnswerRestrictions | undefined): string {
  const { errors, ...rest } = JSON.parse(body) as {
    errors: readonly { readonly message: string }[];
  };
  const shown = errors.map((error) => ({
    ...error,
    message: shownError(new GraphQLError(error.message), restrictions).message,
  }));
  return JSON.stringify({ errors: shown, ...rest });
}

/** The same for all who ask the same. */
const questionOf = ({ document, operationName, variableValues }: ExecutionArgs): string =>
  contentHash(
    Buffer.from(
      JSON.stringify([document.loc?.source.body, operationName ?? null, variableValues ?? {}]),
    ),
  );

function subscribeInThread(
  subscriptions: SubscriptionSource,
  args: ExecutionArgs,
): ReturnType<SubscriptionSource['subscribe']> {
  const { document, operationName, variableValues, contextValue } = args;
  const { requestId, principal, operation } = contextValue as ServerContext;
  const query = {
    source: document.loc?.source.body ?? print(document),
    operationName,
    variables: variableValues,
    requestId,
    principal,
  };
  return subscriptions.subscribe(query, operation.question ?? '');
}

const FREE: Cost = { complexity: 0, depth: 0, breadth: 0 };

/** Without threads everything is carried out here. */
export function budgetOperations(
  threads: Pick<QueryThreads, 'answer'> | undefined,
  subscriptions: SubscriptionSource | undefined,
  deadline: number,
): Plugin<Partial<Context>, ServerContext> {
  const measure = (args: ExecutionArgs): Cost =>
    costOf(args.schema, {
      document: args.document,
      operationName: args.operationName,
      variables: args.variableValues,
    }) ?? FREE;
  return {
    onExecute({ args: untyped, extendContext, setExecuteFn, setResultAndStopExecution }) {
      const args: ExecutionArgs = untyped;
      const cost = measure(args);
      const refusal = refusalOf(cost);
      const extensions = extensionsOf(args.contextValue as ServerContext, cost);
      if (refusal) {
        setResultAndStopExecution({
          errors: [refusal],
          data: null,
          ...(extensions && { extensions }),
        });
        return undefined;
      }
      const isQuery =
        getOperationAST(args.document, args.operationName)?.operation === OperationTypeNode.QUERY;
      if (threads && isQuery) {
        setExecuteFn((threaded: ExecutionArgs) => answerInThread(threads, threaded, cost));
        return undefined;
      }
      if (isQuery) extendContext({ checkDeadline: deadlineCheck(deadline, cost.complexity) });
      if (!extensions) return undefined;
      return {
        onExecuteDone: ({ result, setResult }) => {
          if (!(Symbol.asyncIterator in result)) setResult({ ...result, extensions });
        },
      };
    },
    onSubscribe({ args: untyped, setSubscribeFn, setResultAndStopExecution }) {
      const args: ExecutionArgs = untyped;
      const cost = measure(args);
      const refusal = refusalOf(cost);
      if (refusal) setResultAndStopExecution({ errors: [refusal] });
      const { operation } = args.contextValue as ServerContext;
      operation.cost = cost.complexity;
      operation.question = questionOf(args);
      if (subscriptions)
        setSubscribeFn((threaded: ExecutionArgs) => subscribeInThread(subscriptions, threaded));
    },
  };
}
