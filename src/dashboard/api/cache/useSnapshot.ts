/** The snapshot of the view that a page shows, and those around it fetched before they are asked for. */
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { asOfFor, type Clock, type LogHead } from '../../lib/view.js';
import type { AsOf, Assumptions } from '../../generated/graphql.js';
import { type Answered, SnapshotCache } from './snapshotCache.js';

export interface Shown extends Answered {
  /** Whether this is still the snapshot of the view before, while the one asked for comes. */
  readonly waiting: boolean;
}

/** The store of a negotiation's snapshots; another one for each supposition. */
export function useSnapshotCache(slug: string, assuming: Assumptions | null): SnapshotCache {
  const client = useClient();
  return useMemo(() => new SnapshotCache(client, slug, assuming), [client, slug, assuming]);
}

/**
 * The snapshot of a view. Between two changes nothing differs, so `settled`, the view of the last
 * change before it, is shown until the exact one has come.
 */
export function useSnapshot(
  snapshots: SnapshotCache,
  head: LogHead | null,
  exact: Clock,
  settled: Clock,
): Shown {
  const views = useMemo(
    () => (head ? [asOfFor(exact, head), asOfFor(settled, head)] : []),
    [head, exact, settled],
  );
  const answered = useSyncExternalStore(snapshots.subscribe, () => firstOf(snapshots, views));
  const last = useRef<Answered | undefined>(undefined);
  useEffect(() => {
    const [, nearest] = views;
    if (nearest) void snapshots.want(nearest);
    // Only a view that somebody stays at is asked for to the day.
    const timer = setTimeout(() => void (views[0] && snapshots.want(views[0])), 400);
    return () => clearTimeout(timer);
  }, [snapshots, views]);
  useEffect(() => {
    if (answered) last.current = answered;
  }, [answered]);
  return useMemo(() => {
    if (answered) return { ...answered, waiting: false };
    return { snapshot: null, problem: null, ...last.current, waiting: true };
  }, [answered]);
}

function firstOf(snapshots: SnapshotCache, views: readonly AsOf[]): Answered | undefined {
  for (const view of views) {
    const answered = snapshots.get(view);
    if (answered) return answered;
  }
  return undefined;
}

/** A hand that moves on needs none of what lies around where it was. */
const REST_MS = 200;

/** Fetches views beforehand, the first first, once `ready` and at rest. */
export function usePrefetch(
  snapshots: SnapshotCache,
  ready: boolean,
  views: readonly AsOf[],
): void {
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => snapshots.expect(views), REST_MS);
    return () => clearTimeout(timer);
  }, [snapshots, ready, views]);
}
