/**
 * A server for component tests, made from the printed contract: it refuses what the contract does
 * not have, and what a test answers must be of the types it promises.
 */
import { Client, type Exchange, makeErrorResult, makeResult, type Operation } from '@urql/core';
import type { ExecutionResult } from 'graphql';
import { filter, fromAsyncIterable, fromPromise, map, mergeMap, pipe, takeUntil } from 'wonka';
import { contractErrors, contractServer, type Resolvers } from './contractServer.js';

export interface MockServer {
  readonly client: Client;
  /** Names and variables of what was asked, in order. */
  readonly asked: readonly { readonly name: string; readonly variables: unknown }[];
}

/** A server that answers with the resolvers of a test; what they leave out must be nullable. */
export function mockServer(resolvers: Resolvers): MockServer {
  const server = contractServer(resolvers);
  const asked: { name: string; variables: unknown }[] = [];

  const answer = async (operation: Operation) => {
    const document = operation.query;
    const variables = (operation.variables ?? {}) as Record<string, unknown>;
    const [definition] = document.definitions;
    asked.push({ name: nameOf(definition), variables });
    const errors = contractErrors(document);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    return operation.kind === 'subscription'
      ? server.subscribe({ document, variables })
      : server.execute({ document, variables });
  };

  const exchange: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind !== 'teardown'),
      mergeMap((operation) => {
        const ended = pipe(
          operations,
          filter(({ kind, key }) => kind === 'teardown' && key === operation.key),
        );
        const results = answer(operation).catch((error: unknown) => ({ error: error as Error }));
        return pipe(
          fromPromise(results),
          mergeMap((result) =>
            Symbol.asyncIterator in result
              ? fromAsyncIterable(result as AsyncIterable<ExecutionResult>)
              : fromPromise(Promise.resolve(result)),
          ),
          map((result) =>
            'error' in result
              ? makeErrorResult(operation, result.error)
              : makeResult(operation, result as Parameters<typeof makeResult>[1]),
          ),
          takeUntil(ended),
        );
      }),
    );

  return { client: new Client({ url: '/graphql', exchanges: [exchange] }), asked };
}

const nameOf = (definition: unknown): string =>
  (definition as { name?: { value: string } } | undefined)?.name?.value ?? '';
