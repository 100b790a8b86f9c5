/** All that the page of a negotiation knows of the view it shows, put together. */
import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { DAY_MS, dayAt, dayIn, placeOf } from '../lib/calendarDays.js';
import {
  type Stop,
  stopAt,
  stopsAround,
  stopsAt,
  stopsOf,
  stopsOfSpans,
  type Timeline,
} from '../lib/changePoints.js';
import type { Travel } from '../features/timeTravel/useTimeNavigation.js';
import { type AsOf, type Assumptions, CourseDocument } from '../generated/graphql.js';
import { type Happenings, knownIn, useHappenings } from '../api/cache/timelineEvents.js';
import type { Pictures } from '../api/cache/snapshotCache.js';
import { type Shown, useForesight, usePicture, usePictures } from '../api/cache/useSnapshot.js';
import { asOfFor, type Clock, type LogHead } from '../lib/view.js';

/** How far ahead of today changes that the calendar alone brings are looked for. */
const AHEAD_DAYS = 400;
/** Fetched beforehand: of the dates around, and of the states of knowledge around. */
const FORESEEN_DATES = 160;
const FORESEEN_KNOWN = 60;

export interface NegotiationView {
  readonly pictures: Pictures;
  readonly shown: Shown;
  readonly asOf: AsOf | null;
  /** The instant of the view, in epoch milliseconds, as good as the page knows it. */
  readonly at: number;
  readonly stops: readonly Stop[];
  readonly recorded: readonly Stop[];
  readonly published: readonly Stop[];
  readonly timeline: Timeline;
  /** Whether it is known when anything changed. */
  readonly hasCourse: boolean;
  readonly happenings: Happenings;
  /** What of it is known in this view. */
  readonly known: Happenings['events'];
}

const NO_TIMELINE: Timeline = [];

/** Everything of the view that `travel` names. */
export function useNegotiationView(
  slug: string,
  head: LogHead | null,
  assuming: Assumptions | null,
  travel: Travel,
): NegotiationView {
  const { clocks, written } = travel;
  const { at, knownAt, publicAt } = clocks;
  // The first picture is what people wait for: the rest is asked for once it is there.
  const [begun, setBegun] = useState(false);
  const happenings = useHappenings(slug, begun ? head : null);
  const pictures = usePictures(slug, assuming);

  const [course] = useQuery({
    query: CourseDocument,
    variables: useMemo(
      () => ({
        slug,
        asOf: head && asOfFor({ ...written, at: null }, head),
        assuming,
        to: head && dayAt(placeOf(head.seenAt) + AHEAD_DAYS * DAY_MS),
      }),
      // Where the date stands is of no matter here.
      [slug, head, assuming, written.knownAt, written.publicAt],
    ),
    pause: !head || happenings.size === null || happenings.size === 'many',
  });
  const timeline = course.data?.negotiation?.timeline ?? NO_TIMELINE;
  const { zone, events, size } = happenings;
  // Until it is told, the days on which things happened stand in for what changed on them.
  const bySpans = size === 'many' || (size === 'some' && !course.data);
  const known = useMemo(
    () => knownIn(events, { at: null, knownAt, publicAt }),
    [events, knownAt, publicAt],
  );
  const stops = useMemo(
    () => (bySpans ? stopsOfSpans(known) : stopsOf(timeline, zone)),
    [bySpans, known, timeline, zone],
  );
  const recorded = useMemo(() => stopsAt(events.map(({ recordedAt }) => recordedAt)), [events]);
  const published = useMemo(
    () => stopsAt(events.map(({ publicFrom }) => dayAt(publicFrom))),
    [events],
  );
  const exact = useMemo<Clock>(() => ({ at, knownAt, publicAt }), [at, knownAt, publicAt]);
  const isCourseOfView =
    (bySpans || !course.fetching) && knownAt === written.knownAt && publicAt === written.publicAt;
  const settled = useMemo<Clock>(() => {
    // An instant is asked for as it is, and so is a day while its changes are not known.
    if (at === null || at.includes('T') || !isCourseOfView) return exact;
    const stop = stopAt(stops, placeOf(at));
    return stop ? { ...exact, at: stop.at } : exact;
  }, [exact, at, stops, isCourseOfView]);

  const shown = usePicture(pictures, head, exact, settled);
  useEffect(() => {
    if (!shown.waiting) setBegun(true);
  }, [shown.waiting]);
  const place = at === null ? placeOf(head?.seenAt ?? new Date(0).toISOString()) : placeOf(at);
  const around = useMemo(
    () => foreseen(place, { stops, recorded, published }, exact),
    [place, stops, recorded, published, exact],
  );
  const views = useMemo(
    () => (head ? around.map((clock) => asOfFor(clock, head)) : []),
    [around, head],
  );
  useForesight(pictures, !shown.waiting && isCourseOfView, views);

  const asOf = useMemo(() => head && asOfFor(exact, head), [head, exact]);
  return {
    pictures,
    shown,
    asOf,
    at: instantOf(at, head, zone),
    stops,
    recorded,
    published,
    timeline,
    hasCourse: bySpans || course.data !== undefined || course.error !== undefined,
    happenings,
    known,
  };
}

/** The views that a slider may go to next, the nearest first. */
function foreseen(
  place: number,
  { stops, recorded, published }: Pick<NegotiationView, 'stops' | 'recorded' | 'published'>,
  clock: Clock,
): readonly Clock[] {
  const dates = stopsAround(stops, place, FORESEEN_DATES).map((stop) => ({
    ...clock,
    at: stop.at,
  }));
  const { knownAt, publicAt } = clock;
  const learnt =
    knownAt !== null && publicAt === null
      ? stopsAround(recorded, Date.parse(knownAt), FORESEEN_KNOWN).map((stop) => ({
          ...clock,
          knownAt: stop.at,
        }))
      : stopsAround(
          published,
          publicAt === null ? Infinity : placeOf(publicAt),
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
  const noon = placeOf(at) + DAY_MS;
  // How far the zone is behind UTC there: the hours until its calendar turns the page.
  for (let hours = -14; hours <= 14; hours++) {
    const instant = noon + hours * 3_600_000;
    if (dayIn(zone, instant) > at) return instant - 1;
  }
  return noon;
}
