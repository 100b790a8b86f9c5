/** The snapshot of the view that a page shows, and prefetching of the views around it. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { AsOf, Assumptions } from '../../generated/graphql.js';
import { asOfFor, type Clock, type LogHead } from '../../lib/view.js';
import { useGraphqlClient } from '../client/apiProvider.js';
import { SnapshotCache, type SnapshotResult } from './snapshotCache.js';

export interface DisplayedSnapshot extends SnapshotResult {
  /** Whether this is still the snapshot of an earlier view, while the requested one loads. */
  readonly waiting: boolean;
}

/** The snapshots of a negotiation; another cache for each set of assumptions. */
export function useSnapshotCache(slug: string, assumptions: Assumptions | null): SnapshotCache {
  const client = useGraphqlClient();
  const queryClient = useQueryClient();
  return useMemo(
    () => new SnapshotCache(queryClient, client, slug, assumptions),
    [queryClient, client, slug, assumptions],
  );
}

/** The exact day of a view is fetched once the view has stayed the same this long. */
const SETTLE_MS = 400;
const NO_RESULT: SnapshotResult = { snapshot: null, problem: null };
const NO_HEAD: AsOf = {};

/**
 * The snapshot of a view. Nothing differs between two change points, so `settled`, the view of the
 * last change point before it, is shown until the exact one has arrived.
 */
export function useSnapshot(
  snapshots: SnapshotCache,
  head: LogHead | null,
  exact: Clock,
  settled: Clock,
): DisplayedSnapshot {
  const views = useMemo(
    () => (head ? [asOfFor(exact, head), asOfFor(settled, head)] : []),
    [head, exact, settled],
  );
  const [exactView = NO_HEAD, settledView = NO_HEAD] = views;
  const [stayedAt, setStayedAt] = useState<AsOf | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStayedAt(exactView), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [exactView]);
  const ofExact = useQuery({
    ...snapshots.options(exactView),
    enabled: head !== null && stayedAt === exactView,
  });
  const ofSettled = useQuery({
    ...snapshots.options(settledView),
    enabled: head !== null,
    placeholderData: keepPreviousData,
  });
  const result = ofExact.data ?? ofSettled.data ?? NO_RESULT;
  const waiting = ofExact.data === undefined && (ofSettled.isPlaceholderData || !ofSettled.data);
  return useMemo(() => ({ ...result, waiting }), [result, waiting]);
}

/** Debounces prefetching while the slider moves. */
const REST_MS = 200;

/** Prefetches views, the first one first, once `ready` and at rest. */
export function usePrefetch(
  snapshots: SnapshotCache,
  ready: boolean,
  views: readonly AsOf[],
): void {
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => snapshots.prefetch(views), REST_MS);
    return () => clearTimeout(timer);
  }, [snapshots, ready, views]);
}
