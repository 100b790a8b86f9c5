/** The card's two queries by plain `fetch`: a GraphQL client would cost more than the card. */
import {
  CardDocument,
  type CardQuery,
  type CardQueryVariables,
  LogHeadDocument,
  type LogHeadQuery,
} from '../../generated/graphql.js';

/** Fetches what a card shows. Rejects when the server cannot be reached or returns errors. */
export type FetchCard = (variables: CardQueryVariables) => Promise<CardQuery>;

/** Fetches the log head as a cursor to subscribe after. Rejects as {@link FetchCard} does. */
export type FetchLogHead = () => Promise<string>;

interface GraphQLResult<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** Fetches cards from the GraphQL endpoint at `url`. */
export const cardFetcher =
  (url: string): FetchCard =>
  (variables) =>
    query<CardQuery>(url, CardDocument, variables);

/** Fetches the log head from the GraphQL endpoint at `url`. */
export const logHeadFetcher =
  (url: string): FetchLogHead =>
  async () => {
    const { log } = await query<LogHeadQuery>(url, LogHeadDocument, {});
    return String(log.headPosition);
  };

/** Queries by GET, so that the browser caches results that can never change. */
async function query<T>(
  url: string,
  document: typeof CardDocument | typeof LogHeadDocument,
  variables: object,
): Promise<T> {
  const params = new URLSearchParams({
    query: document.toString(),
    variables: JSON.stringify(variables),
  });
  const response = await fetch(`${url}?${params.toString()}`, {
    headers: { accept: 'application/graphql-response+json' },
  });
  const { data, errors } = (await response.json()) as GraphQLResult<T>;
  if (!data || errors) throw new Error(errors?.[0]?.message ?? 'The server returned no data.');
  return data;
}
