/** Carries out whole requests in a thread: those too long to be read beside the requests of others. */
import {
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Parley } from '../../app/parley.js';
import type { ServerContext } from '../graphql/serverContext.js';
import { createGraphqlYoga } from '../graphql/yoga.js';
import { isUnexpected } from '../observability/errors.js';
import type { Fault } from '../observability/observability.js';
import { CacheabilityTracker } from '../responses/cacheability.js';
import type { Answer, LongAnswer, LongRequest, Query } from '../responses/query.js';
import { faultOf } from './answerQuery.js';

const noLongSubscription = () =>
  new GraphQLError(
    'A subscription of this length is not carried out. Send shorter variables, or subscribe to more and choose among what comes.',
    { extensions: { code: 'QUERY_TOO_LARGE' } },
  );

/**
 * Answers as `/graphql` does, one request at a time. `writes` is called before a mutation begins.
 * Appends go to the thread's own connection: the log orders and checks them as those of any server.
 */
export function longRequests(
  parley: Parley,
  schema: GraphQLSchema,
  answer: (query: Query) => Promise<Answer>,
): (request: LongRequest, writes: () => void) => Promise<LongAnswer> {
  let faults: Fault[] = [];
  let tellWrites: () => void;
  const watch: Plugin<object, ServerContext> = {
    onExecute({ args: untyped }) {
      const args: ExecutionArgs = untyped;
      const operation = getOperationAST(args.document, args.operationName)?.operation;
      if (operation === OperationTypeNode.MUTATION) tellWrites();
    },
    onSubscribe: ({ setResultAndStopExecution }) =>
      setResultAndStopExecution({ errors: [noLongSubscription()] }),
  };
  const reportError = (error: unknown): void => {
    if (isUnexpected(error)) faults.push(faultOf(error));
  };
  const yoga = createGraphqlYoga(parley, schema, {
    observability: { tracing: undefined, reportError },
    threads: { answer },
    // The thread is stopped from outside.
    deadline: Infinity,
    first: [watch],
    keepsDocuments: false,
  });
  return async ({ headers, body, principal, requestId, restrictions }, writes) => {
    faults = [];
    tellWrites = writes;
    const request = new yoga.fetchAPI.Request('http://localhost/graphql', {
      method: 'POST',
      headers,
      body,
    });
    const response = await yoga.fetch(request, {
      requestId,
      principal,
      client: '',
      restrictions,
      tracker: new CacheabilityTracker(),
      operation: {},
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers.entries()),
      body: await response.text(),
      faults,
    };
  };
}
