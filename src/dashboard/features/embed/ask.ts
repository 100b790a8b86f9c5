/** Asking the server without a client: a card asks one thing. */
import { stringifyDocument } from '@urql/core';
import {
  CardDocument,
  type CardQuery,
  type CardQueryVariables,
  HeadDocument,
  type HeadQuery,
} from '../../generated/graphql.js';

/** Answers what a card shows. Rejects where the server cannot be asked, or refuses. */
export type Ask = (variables: CardQueryVariables) => Promise<CardQuery>;

/** Tells how far the log goes, as a cursor to follow it from. Rejects as `Ask` does. */
export type AskHead = () => Promise<string>;

interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks the GraphQL endpoint at `url` what a card shows. */
export const askBy =
  (url: string): Ask =>
  (variables) =>
    get<CardQuery>(url, CardDocument, variables);

export const askHeadBy =
  (url: string): AskHead =>
  async () => {
    const { log } = await get<HeadQuery>(url, HeadDocument, {});
    return String(log.headPosition);
  };

/** By GET: answers that can never change are kept by the browser. */
async function get<T>(
  url: string,
  document: typeof CardDocument | typeof HeadDocument,
  variables: object,
): Promise<T> {
  const query = stringifyDocument(document);
  const params = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const response = await fetch(`${url}?${params.toString()}`, {
    headers: { accept: 'application/graphql-response+json' },
  });
  const { data, errors } = (await response.json()) as Answer<T>;
  if (!data || errors) throw new Error(errors?.[0]?.message ?? 'The server gave no answer.');
  return data;
}
