/** The events of a negotiation, for marks on the time axis and change points of the knowledge slider. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useGraphqlClient } from '../client/apiProvider.js';
import type { LogHead } from '../../lib/view.js';
import { TimelineEventsDocument } from '../../generated/graphql.js';
import { eventsOf, type TimelineEvents, timelineEventsOf } from '../../lib/time/timelineEvents.js';

/** The number of events that a page loads at most. */
const MAX_EVENTS = 10_000;

/** Loads the events page by page; returns those loaded so far. */
export function useTimelineEvents(slug: string, head: LogHead | null): TimelineEvents {
  const client = useGraphqlClient();
  const asOf = head && {
    at: head.seenAt,
    ...(head.recordedAt !== null && { knownAt: head.recordedAt }),
  };
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['timelineEvents', slug, asOf],
    queryFn: ({ pageParam: after, signal }) => {
      const variables = { slug, asOf, after, isFirst: after === null };
      return client.fetch(TimelineEventsDocument, variables, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page, pages) => {
      const { hasNextPage: more, endCursor } = page.negotiation?.events.pageInfo ?? {};
      return more && eventsOf(pages).size < MAX_EVENTS ? endCursor : null;
    },
    enabled: head !== null,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return useMemo(() => timelineEventsOf(data?.pages ?? []), [data]);
}
