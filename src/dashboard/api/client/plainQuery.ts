/** Queries by plain `fetch`, for pages that a GraphQL client would cost more than. */
import type { TypedDocumentString } from '../../generated/graphql.js';

interface GraphQLResult<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string }[];
}

/**
 * Queries the GraphQL endpoint at `url` by GET, so that the browser caches results that can never
 * change. Rejects when the server cannot be reached or returns errors.
 */
export async function plainQuery<Result, Variables extends object>(
  url: string,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const params = new URLSearchParams({
    query: document.toString(),
    variables: JSON.stringify(variables),
  });
  const response = await fetch(`${url}?${params.toString()}`, {
    headers: { accept: 'application/graphql-response+json' },
  });
  const { data, errors } = (await response.json()) as GraphQLResult<Result>;
  if (!data || errors) throw new Error(errors?.[0]?.message ?? 'The server returned no data.');
  return data;
}
