/** Asking the server without a client: a card asks one thing. */
import { stringifyDocument } from '@urql/core';
import type { CardQuery, CardQueryVariables } from '../generated/graphql.js';
import { CardDocument } from '../generated/graphql.js';

/** Answers what a card shows. Rejects where the server cannot be asked, or refuses. */
export type Ask = (variables: CardQueryVariables) => Promise<CardQuery>;

interface Answer {
  readonly data?: CardQuery | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Asks the GraphQL endpoint at `url`, by GET: answers that can never change are kept by the browser. */
export const askBy =
  (url: string): Ask =>
  async (variables) => {
    const query = stringifyDocument(CardDocument);
    const params = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const response = await fetch(`${url}?${params.toString()}`, {
      headers: { accept: 'application/graphql-response+json' },
    });
    const { data, errors } = (await response.json()) as Answer;
    if (!data || errors) throw new Error(errors?.[0]?.message ?? 'The server gave no answer.');
    return data;
  };
