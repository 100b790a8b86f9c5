/** How the dashboard asks the server. */
import { Client, fetchExchange, stringifyDocument } from '@urql/core';
import type { Exchange, Operation } from '@urql/core';
import { filter, map, merge, pipe, share } from 'wonka';
import { notingOwnWrites } from './ownWrites.js';
import { tokenOf } from './session.js';

/** Of a URL, in characters: servers in between may refuse longer ones. */
const MAX_URL = 7_000;

/** Whether a query fits a URL. What is asked by GET can be kept by the browser and by the server. */
export function fitsUrl({ query, variables }: Pick<Operation, 'query' | 'variables'>): boolean {
  const asked = stringifyDocument(query) + JSON.stringify(variables);
  return encodeURIComponent(asked).length <= MAX_URL;
}

/**
 * Queries go by GET while they fit a URL. Only what is written carries the token: reading needs
 * none, and a token that is no longer good must not keep anyone from reading.
 */
const asTheServerLikes: Exchange =
  ({ forward }) =>
  (operations) => {
    const shared = pipe(operations, share);
    const queries = pipe(
      shared,
      filter(({ kind }) => kind === 'query'),
      map((operation) => ({
        ...operation,
        context: {
          ...operation.context,
          preferGetMethod: fitsUrl(operation) ? ('force' as const) : false,
        },
      })),
    );
    const mutations = pipe(
      shared,
      filter(({ kind }) => kind === 'mutation'),
      map((operation) => ({ ...operation, context: withToken(operation) })),
    );
    const rest = pipe(
      shared,
      filter(({ kind }) => kind !== 'query' && kind !== 'mutation'),
    );
    return forward(merge([queries, mutations, rest]));
  };

function withToken({ context }: Operation): Operation['context'] {
  const token = tokenOf();
  if (token === null) return context;
  return { ...context, fetchOptions: { headers: { Authorization: `Bearer ${token}` } } };
}

/**
 * A client of the server at `url`. It keeps no answers itself: those that can never change the
 * browser keeps, as the server tells it to, and the others must be asked for again.
 */
export const makeClient = (url: string): Client =>
  new Client({ url, exchanges: [notingOwnWrites, asTheServerLikes, fetchExchange] });
