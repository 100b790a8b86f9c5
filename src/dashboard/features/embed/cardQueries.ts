/** The card's two queries by plain `fetch`: a GraphQL client would cost more than the card. */
import { plainQuery } from '../../api/client/plainQuery.js';
import {
  CardDocument,
  type CardQuery,
  type CardQueryVariables,
  LogHeadDocument,
} from '../../generated/graphql.js';

/** Fetches what a card shows. Rejects when the server cannot be reached or returns errors. */
export type FetchCard = (variables: CardQueryVariables) => Promise<CardQuery>;

/** Fetches the log head as a cursor to subscribe after. Rejects as {@link FetchCard} does. */
export type FetchLogHead = () => Promise<string>;

/** Fetches cards from the GraphQL endpoint at `url`. */
export const cardFetcher =
  (url: string): FetchCard =>
  (variables) =>
    plainQuery(url, CardDocument, variables);

/** Fetches the log head from the GraphQL endpoint at `url`. */
export const logHeadFetcher =
  (url: string): FetchLogHead =>
  async () => {
    const { log } = await plainQuery(url, LogHeadDocument, {});
    return String(log.headPosition);
  };
