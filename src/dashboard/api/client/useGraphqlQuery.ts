import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TypedDocumentString } from '../../generated/graphql.js';
import { useGraphqlClient } from './apiProvider.js';
import type { GraphqlError } from './client.js';

/**
 * The result of a query, fetched again when its variables change; until then `data` is that of the
 * variables before. `enabled: false` waits. Nothing is kept once no component shows it.
 */
export function useGraphqlQuery<T, V extends object>(
  document: TypedDocumentString<T, V>,
  variables: V,
  { enabled = true }: { readonly enabled?: boolean } = {},
) {
  const client = useGraphqlClient();
  const { data, error, isFetching, refetch } = useQuery<T, GraphqlError>({
    queryKey: [document.toString(), variables],
    queryFn: ({ signal }) => client.fetch(document, variables, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
  return { data, error, isFetching, refetch };
}
