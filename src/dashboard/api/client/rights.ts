/** What who reads may do, as the server says: controls that they may not use are not shown. */
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ViewerDocument, type ViewerQuery } from '../../generated/graphql.js';
import { useGraphqlClient } from './apiProvider.js';
import { onToken, tokenOf } from './session.js';

export type Rights = ViewerQuery['viewer'];

const NONE: Rights = { mayWrite: false, mayPropose: false };

/** Null until the server said so; none with a token that it refuses. Asked once a token. */
export function useRights(): Rights | null {
  const client = useGraphqlClient();
  const token = useSyncExternalStore(onToken, tokenOf);
  const { data, isError } = useQuery({
    queryKey: ['viewer', token],
    queryFn: ({ signal }) => client.fetchAuthorized(ViewerDocument, {}, signal),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return isError ? NONE : (data?.viewer ?? null);
}

/** Whether they may record events; false until it is known. */
export const useMayWrite = (): boolean => useRights()?.mayWrite ?? false;
