/**
 * A server for component tests, made from the printed contract: it refuses what the contract does
 * not have, and what a test answers must be of the types it promises.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { Client, type Exchange, makeErrorResult, makeResult, type Operation } from '@urql/core';
import { execute, type ExecutionResult, subscribe, validate } from 'graphql';
import { filter, fromAsyncIterable, fromPromise, map, mergeMap, pipe, takeUntil } from 'wonka';

const CONTRACT = readFileSync(
  path.join(import.meta.dirname, '../../schema/schema.graphql'),
  'utf8',
);

/** What answers each field, by type and name. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

type Given = NonNullable<Parameters<typeof makeExecutableSchema>[0]['resolvers']>;

export interface MockServer {
  readonly client: Client;
  /** Names and variables of what was asked, in order. */
  readonly asked: readonly { readonly name: string; readonly variables: unknown }[];
}

/** A server that answers with the resolvers of a test; what they leave out must be nullable. */
export function mockServer(resolvers: Resolvers): MockServer {
  const schema = makeExecutableSchema({ typeDefs: CONTRACT, resolvers: resolvers as Given });
  const asked: { name: string; variables: unknown }[] = [];

  const answer = async (operation: Operation) => {
    const document = operation.query;
    const variables = (operation.variables ?? {}) as Record<string, unknown>;
    const [definition] = document.definitions;
    asked.push({ name: nameOf(definition), variables });
    const errors = validate(schema, document);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    const request = { schema, document, variableValues: variables };
    return operation.kind === 'subscription' ? subscribe(request) : execute(request);
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
