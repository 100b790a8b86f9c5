/**
 * Details of events by ID, in the query cache. An event never changes, but its corrections do:
 * events that are shown are fetched again when the log goes on.
 */
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { EventDetailsDocument, type EventDetailsQuery } from '../../generated/graphql.js';
import { useGraphqlClient } from '../client/apiProvider.js';
import type { GraphqlClient } from '../client/client.js';
import { useLogHead } from '../client/logHead.js';
import { useLiveUpdates } from '../live/liveUpdates.js';

type Node = NonNullable<EventDetailsQuery['nodes'][number]>;
export type EventDetails = Extract<Node, { summary: string }>;

/** IDs in one query, so that it fits a URL. */
const BATCH_SIZE = 60;
/** Details that nothing shows are dropped after this long, in milliseconds. */
const KEEP_MS = 5 * 60_000;

interface PendingEvent {
  readonly id: string;
  readonly resolve: (event: EventDetails | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Fetches events by ID. Requests of the same moment share queries. */
class EventLoader {
  #pending: PendingEvent[] = [];

  constructor(readonly client: GraphqlClient) {}

  /** The event; null when the log has none with that ID. Rejects when the query fails. */
  load(id: string): Promise<EventDetails | null> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ id, resolve, reject });
      if (this.#pending.length === 1) queueMicrotask(() => this.#flush());
    });
  }

  #flush(): void {
    const pending = this.#pending;
    this.#pending = [];
    for (let i = 0; i < pending.length; i += BATCH_SIZE)
      void this.#fetch(pending.slice(i, i + BATCH_SIZE));
  }

  async #fetch(batch: readonly PendingEvent[]): Promise<void> {
    const ids = batch.map(({ id }) => id);
    const { data, error } = await this.client.query(EventDetailsDocument, { ids });
    batch.forEach(({ resolve, reject }, i) => {
      const node = data?.nodes[i];
      if (data) resolve(node && 'summary' in node ? node : null);
      else reject(error);
    });
  }
}

const EVENTS = 'event';
const EventCacheContext = createContext<EventLoader | null>(null);

export function EventCacheProvider({ children }: { readonly children: ReactNode }) {
  const client = useGraphqlClient();
  const queryClient = useQueryClient();
  const loader = useMemo(() => new EventLoader(client), [client]);
  const { head } = useLogHead();
  const { news } = useLiveUpdates();
  // A view of the past stays as it is, but corrections of its events are shown as known now.
  const position = Math.max(head?.position ?? 0, Number(news?.events.at(-1)?.cursor ?? 0));
  useEffect(
    () => void queryClient.invalidateQueries({ queryKey: [EVENTS] }),
    [queryClient, position],
  );
  return <EventCacheContext value={loader}>{children}</EventCacheContext>;
}

/**
 * Details of events, in the order of `ids`: null when the log has no such event, undefined while it
 * loads. One query per 60 events that are not cached.
 */
export function useEventDetails(
  ids: readonly string[],
): readonly (EventDetails | null | undefined)[] {
  const loader = useContext(EventCacheContext);
  if (!loader) throw new Error('EventCacheProvider is missing above this component.');
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [EVENTS, id],
      queryFn: () => loader.load(id),
      staleTime: Infinity,
      gcTime: KEEP_MS,
    })),
    combine: detailsOf,
  });
}

const detailsOf = (results: readonly { readonly data: EventDetails | null | undefined }[]) =>
  results.map(({ data }) => data);
