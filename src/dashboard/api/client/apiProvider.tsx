/** Provides the GraphQL client and the query cache. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { GraphqlClient } from './client.js';

const ClientContext = createContext<GraphqlClient | null>(null);

/**
 * A query cache with the dashboard's defaults: a result is dropped once nothing shows it, and
 * nothing is retried or fetched again unless asked. Results that never change override this.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: 0,
        networkMode: 'always',
        refetchOnReconnect: false,
        refetchOnWindowFocus: false,
        retry: false,
      },
    },
  });

interface ApiProviderProps {
  readonly client: GraphqlClient;
  readonly children: ReactNode;
}

export function ApiProvider({ client, children }: ApiProviderProps) {
  const [queryClient] = useState(createQueryClient);
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ClientContext>
  );
}

export function useGraphqlClient(): GraphqlClient {
  const client = useContext(ClientContext);
  if (!client) throw new Error('ApiProvider is missing above this component.');
  return client;
}
