/** All that the page of a negotiation knows of the view it shows, put together. */
import { useMemo, useState } from 'react';
import { useGraphqlQuery } from '../api/client/useGraphqlQuery.js';
import { DAY_MS, dateOf, dateInZone, dayStart } from '../lib/calendarDays.js';
import {
  type ChangePoint,
  changePointAt,
  changePointsNear,
  changePointsAt,
  changePointsOf,
  changePointsOfSpans,
  type Timeline,
} from '../lib/changePoints.js';
import type { TimeNavigation } from '../features/timeTravel/useTimeNavigation.js';
import { type AsOf, type Assumptions, ChangePointsDocument } from '../generated/graphql.js';
import { type TimelineEvents, knownIn, useTimelineEvents } from '../api/cache/timelineEvents.js';
import type { SnapshotCache } from '../api/cache/snapshotCache.js';
import {
  type ShownSnapshot,
  usePrefetch,
  useSnapshot,
  useSnapshotCache,
} from '../api/cache/useSnapshot.js';
import { asOfFor, type Clock, type LogHead } from '../lib/view.js';

/** How far ahead of today changes that the calendar alone brings are looked for. */
const AHEAD_DAYS = 400;
/** Fetched beforehand: of the dates around, and of the states of knowledge around. */
const FORESEEN_DATES = 160;
const FORESEEN_KNOWN = 60;

export interface NegotiationView {
  readonly snapshots: SnapshotCache;
  readonly shown: ShownSnapshot;
  readonly asOf: AsOf | null;
  /** The instant of the view, in epoch milliseconds, as good as the page knows it. */
  readonly at: number;
  readonly changePoints: readonly ChangePoint[];
  readonly recorded: readonly ChangePoint[];
  readonly published: readonly ChangePoint[];
  readonly timeline: Timeline;
  /** Whether it is known when anything changed. */
  readonly hasTimeline: boolean;
  readonly timelineEvents: TimelineEvents;
  /** What of it is known in this view. */
  readonly known: TimelineEvents['events'];
}

const NO_TIMELINE: Timeline = [];

/** Everything of the view that `travel` names. */
export function useNegotiationView(
  slug: string,
  head: LogHead | null,
  assuming: Assumptions | null,
  travel: TimeNavigation,
): NegotiationView {
  const { clocks, written } = travel;
  const { at, knownAt, publicAt } = clocks;
  // The first snapshot is what people wait for: the rest is asked for once it is there.
  const [begun, setBegun] = useState(false);
  const timelineEvents = useTimelineEvents(slug, begun ? head : null);
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
      // The date asked about does not matter here.
      [slug, head, assuming, writtenKnowledge],
    ),
    { enabled: head !== null && timelineEvents.size !== null && timelineEvents.size !== 'many' },
  );
  const timeline = changes.data?.negotiation?.timeline ?? NO_TIMELINE;
  const { zone, events, size } = timelineEvents;
  // Until it is told, the days on which things happened stand in for what changed on them.
  const bySpans = size === 'many' || (size === 'some' && !changes.data);
  const known = useMemo(
    () => knownIn(events, { at: null, knownAt, publicAt }),
    [events, knownAt, publicAt],
  );
  const changePoints = useMemo(
    () => (bySpans ? changePointsOfSpans(known) : changePointsOf(timeline, zone)),
    [bySpans, known, timeline, zone],
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
    // An instant is asked for as it is, and so is a day while its changes are not known.
    if (at === null || at.includes('T') || !isTimelineOfView) return exact;
    const stop = changePointAt(changePoints, dayStart(at));
    return stop ? { ...exact, at: stop.at } : exact;
  }, [exact, at, changePoints, isTimelineOfView]);

  const shown = useSnapshot(snapshots, head, exact, settled);
  if (!shown.waiting && !begun) setBegun(true);
  const place = at === null ? dayStart(head?.seenAt ?? new Date(0).toISOString()) : dayStart(at);
  const around = useMemo(
    () => foreseen(place, { changePoints, recorded, published }, exact),
    [place, changePoints, recorded, published, exact],
  );
  const views = useMemo(
    () => (head ? around.map((clock) => asOfFor(clock, head)) : []),
    [around, head],
  );
  usePrefetch(snapshots, !shown.waiting && isTimelineOfView, views);

  const asOf = useMemo(() => head && asOfFor(exact, head), [head, exact]);
  return {
    snapshots,
    shown,
    asOf,
    at: instantOf(at, head, zone),
    changePoints,
    recorded,
    published,
    timeline,
    hasTimeline: bySpans || changes.data !== undefined || changes.error !== null,
    timelineEvents,
    known,
  };
}

/** The views that a slider may go to next, the nearest first. */
function foreseen(
  place: number,
  {
    changePoints,
    recorded,
    published,
  }: Pick<NegotiationView, 'changePoints' | 'recorded' | 'published'>,
  clock: Clock,
): readonly Clock[] {
  const dates = changePointsNear(changePoints, place, FORESEEN_DATES).map((stop) => ({
    ...clock,
    at: stop.at,
  }));
  const { knownAt, publicAt } = clock;
  const learnt =
    knownAt !== null && publicAt === null
      ? changePointsNear(recorded, Date.parse(knownAt), FORESEEN_KNOWN).map((stop) => ({
          ...clock,
          knownAt: stop.at,
        }))
      : changePointsNear(
          published,
          publicAt === null ? Infinity : dayStart(publicAt),
          FORESEEN_KNOWN,
        ).map((stop) => ({ ...clock, publicAt: stop.at }));
  // Two dates for each state of knowledge: dates are what people move first.
  return dates
    .flatMap((date, i) => (i % 2 === 1 ? [date, ...learnt.slice(i >> 1, (i >> 1) + 1)] : [date]))
    .concat(learnt.slice(dates.length >> 1));
}

/** The end of the day that a view names, in the negotiation's zone; an instant as it is. */
function instantOf(at: string | null, head: LogHead | null, zone: string): number {
  if (at === null) return Date.parse(head?.seenAt ?? new Date(0).toISOString());
  if (at.includes('T')) return Date.parse(at);
  const noon = dayStart(at) + DAY_MS;
  // How far the zone is behind UTC there: the hours until its calendar turns the page.
  for (let hours = -14; hours <= 14; hours++) {
    const instant = noon + hours * 3_600_000;
    if (dateInZone(zone, instant) > at) return instant - 1;
  }
  return noon;
}
