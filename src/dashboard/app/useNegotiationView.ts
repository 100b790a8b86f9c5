/** Combines the data of a negotiation's page at one view: snapshot, timeline and change points. */
import { useMemo, useState } from 'react';
import { useGraphqlQuery } from '../api/client/useGraphqlQuery.js';
import { DAY_MS, dateOf, dateInZone, dayStart } from '../lib/time/calendarDays.js';
import {
  type ChangePoint,
  changePointAt,
  changePointsNear,
  changePointsAt,
  changePointsOf,
  changePointsOfSpans,
  type Timeline,
} from '../lib/time/changePoints.js';
import type { TimeNavigation } from '../features/timeTravel/useTimeNavigation.js';
import { type AsOf, type Assumptions, ChangePointsDocument } from '../generated/graphql.js';
import { useTimelineEvents } from '../api/cache/timelineEvents.js';
import { type TimelineEvents, knownIn } from '../lib/time/timelineEvents.js';
import type { SnapshotCache } from '../api/cache/snapshotCache.js';
import {
  type DisplayedSnapshot,
  usePrefetch,
  useSnapshot,
  useSnapshotCache,
} from '../api/cache/useSnapshot.js';
import { asOfFor, type Clock, type LogHead } from '../lib/view.js';

/** How many days after today the timeline extends, for changes that need no further event. */
const AHEAD_DAYS = 400;
/** How many views are prefetched: nearby dates, and nearby states of knowledge. */
const PREFETCHED_DATES = 160;
const PREFETCHED_KNOWLEDGE = 60;

export interface NegotiationView {
  readonly snapshots: SnapshotCache;
  readonly displayed: DisplayedSnapshot;
  readonly asOf: AsOf | null;
  /** The instant of the view in epoch milliseconds; a day's end needs the zone, UTC until it loads. */
  readonly at: number;
  readonly changePoints: readonly ChangePoint[];
  readonly recorded: readonly ChangePoint[];
  readonly published: readonly ChangePoint[];
  readonly timeline: Timeline;
  /** Whether the change points are loaded. */
  readonly hasTimeline: boolean;
  readonly timelineEvents: TimelineEvents;
  /** The timeline events that are known in this view. */
  readonly knownEvents: TimelineEvents['events'];
}

const NO_TIMELINE: Timeline = [];

/** Loads the view that `travel` names. */
export function useNegotiationView(
  slug: string,
  head: LogHead | null,
  assuming: Assumptions | null,
  travel: TimeNavigation,
): NegotiationView {
  const { clocks, written } = travel;
  const { at, knownAt, publicAt } = clocks;
  // The first snapshot matters most: everything else is queried once it has loaded.
  const [firstLoaded, setFirstLoaded] = useState(false);
  const timelineEvents = useTimelineEvents(slug, firstLoaded ? head : null);
  const snapshots = useSnapshotCache(slug, assuming);

  const writtenKnowledge = useMemo(
    () => ({ knownAt: written.knownAt, publicAt: written.publicAt }),
    [written.knownAt, written.publicAt],
  );
  const changes = useGraphqlQuery(
    ChangePointsDocument,
    useMemo(
      () => ({
        slug,
        asOf: head && asOfFor({ at: null, ...writtenKnowledge }, head),
        assuming,
        to: head && dateOf(dayStart(head.seenAt) + AHEAD_DAYS * DAY_MS),
      }),
      // Change points do not depend on `at`.
      [slug, head, assuming, writtenKnowledge],
    ),
    { enabled: head !== null && timelineEvents.size !== null && timelineEvents.size !== 'many' },
  );
  const timeline = changes.data?.negotiation?.timeline ?? NO_TIMELINE;
  const { zone, events, size } = timelineEvents;
  // Until the timeline loads, the dates of events stand in for change points.
  const bySpans = size === 'many' || (size === 'some' && !changes.data);
  const knownEvents = useMemo(
    () => knownIn(events, { at: null, knownAt, publicAt }),
    [events, knownAt, publicAt],
  );
  const changePoints = useMemo(
    () => (bySpans ? changePointsOfSpans(knownEvents) : changePointsOf(timeline, zone)),
    [bySpans, knownEvents, timeline, zone],
  );
  const recorded = useMemo(
    () => changePointsAt(events.map(({ recordedAt }) => recordedAt)),
    [events],
  );
  const published = useMemo(
    () => changePointsAt(events.map(({ publicFrom }) => dateOf(publicFrom))),
    [events],
  );
  const exact = useMemo<Clock>(() => ({ at, knownAt, publicAt }), [at, knownAt, publicAt]);
  const isTimelineOfView =
    (bySpans || !changes.isFetching) &&
    knownAt === written.knownAt &&
    publicAt === written.publicAt;
  const settled = useMemo<Clock>(() => {
    // Only a day whose change points are loaded can be replaced by the change point before it.
    if (at === null || at.includes('T') || !isTimelineOfView) return exact;
    const changePoint = changePointAt(changePoints, dayStart(at));
    return changePoint ? { ...exact, at: changePoint.at } : exact;
  }, [exact, at, changePoints, isTimelineOfView]);

  const displayed = useSnapshot(snapshots, head, exact, settled);
  if (!displayed.waiting && !firstLoaded) setFirstLoaded(true);
  const time = dayStart(at ?? dateInZone(zone, head?.seenAt ?? 0));
  const nearbyClocks = useMemo(
    () => prefetchClocks(time, { changePoints, recorded, published }, exact),
    [time, changePoints, recorded, published, exact],
  );
  const views = useMemo(
    () => (head ? nearbyClocks.map((clock) => asOfFor(clock, head)) : []),
    [nearbyClocks, head],
  );
  usePrefetch(snapshots, !displayed.waiting && isTimelineOfView, views);

  const asOf = useMemo(() => head && asOfFor(exact, head), [head, exact]);
  return {
    snapshots,
    displayed,
    asOf,
    at: instantOf(at, head, zone),
    changePoints,
    recorded,
    published,
    timeline,
    hasTimeline: bySpans || changes.data !== undefined || changes.error !== null,
    timelineEvents,
    knownEvents,
  };
}

/** The views that a slider may reach next, nearest first. */
function prefetchClocks(
  time: number,
  {
    changePoints,
    recorded,
    published,
  }: Pick<NegotiationView, 'changePoints' | 'recorded' | 'published'>,
  clock: Clock,
): readonly Clock[] {
  const dates = changePointsNear(changePoints, time, PREFETCHED_DATES).map((point) => ({
    ...clock,
    at: point.at,
  }));
  const { knownAt, publicAt } = clock;
  const knowledge =
    knownAt !== null && publicAt === null
      ? changePointsNear(recorded, Date.parse(knownAt), PREFETCHED_KNOWLEDGE).map((point) => ({
          ...clock,
          knownAt: point.at,
        }))
      : changePointsNear(
          published,
          publicAt === null ? Infinity : dayStart(publicAt),
          PREFETCHED_KNOWLEDGE,
        ).map((point) => ({ ...clock, publicAt: point.at }));
  // Two dates for each state of knowledge: readers move the date more often.
  return dates
    .flatMap((date, i) => (i % 2 === 1 ? [date, ...knowledge.slice(i >> 1, (i >> 1) + 1)] : [date]))
    .concat(knowledge.slice(dates.length >> 1));
}

/** The end of the day that a view names, in the negotiation's zone; an instant as it is. */
function instantOf(at: string | null, head: LogHead | null, zone: string): number {
  if (at === null) return Date.parse(head?.seenAt ?? new Date(0).toISOString());
  if (at.includes('T')) return Date.parse(at);
  const nextMidnightUtc = dayStart(at) + DAY_MS;
  // Finds the zone's UTC offset by scanning for the hour at which its date changes.
  for (let hours = -14; hours <= 14; hours++) {
    const instant = nextMidnightUtc + hours * 3_600_000;
    if (dateInZone(zone, instant) > at) return instant - 1;
  }
  return nextMidnightUtc;
}
