/** Everything on record about a negotiation, as marks on an axis and change points of what was known. */
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { Clock, LogHead } from '../../lib/view.js';
import { DAY_MS, dayStart } from '../../lib/calendarDays.js';
import {
  TimelineEventsDocument,
  type TimelineEventsQuery,
  type TimelineEventFieldsFragment,
} from '../../generated/graphql.js';
import { boundsOf } from '../../lib/edtfWords.js';

export interface TimelineEvent {
  readonly id: string;
  readonly type: string;
  readonly occurred: string;
  readonly recordedAt: string;
  readonly summary: string;
  readonly disputed: boolean;
  /** When it happened, in milliseconds: from the beginning of its first day to the end of its last. */
  readonly from: number;
  readonly to: number;
  /** When it was recorded, in milliseconds, as `recordedAt` says to the full. */
  readonly recordedFrom: number;
  /** From when on the public could know it. */
  readonly publicFrom: number;
  /** Percentage points that were announced or threatened, and no law yet. */
  readonly rate: number | null;
  /** The measure it is about, by its slug. */
  readonly measure: string | null;
}

export interface TimelineEvents {
  readonly events: readonly TimelineEvent[];
  /** Whose pairs a measure bears on, by its slug. */
  readonly measures: ReadonlyMap<string, { imposedBy: string; affects: readonly string[] }>;
  /** The zone in which the negotiation's days are counted. */
  readonly zone: string;
  /**
   * Whether the server tells every change: of few at once, of some in a while, of many never; null
   * while unknown.
   */
  readonly size: 'few' | 'some' | 'many' | null;
}

const NOTHING: TimelineEvents = { events: [], measures: new Map(), zone: 'UTC', size: null };
/** Of events: what changed when is worked out by the server, in no time or in about a second. */
const FEW = 500;
const SOME = 2_000;
/** Of events: a page shows where things stand, not a whole archive. */
const MOST = 10_000;

type Negotiation = NonNullable<TimelineEventsQuery['negotiation']>;

function timelineEventOf(
  mark: TimelineEventFieldsFragment,
  measure: string | null,
): TimelineEvent | null {
  const { id, type, occurred, recordedAt, summary, certainty, retracted, sources } = mark;
  const bounds = boundsOf(occurred);
  if (!bounds || retracted) return null;
  const recordedFrom = Date.parse(recordedAt);
  const published = sources.map((source) =>
    source.published === null ? recordedFrom : (boundsOf(source.published)?.to ?? recordedFrom),
  );
  return {
    id,
    type,
    occurred,
    recordedAt,
    summary,
    disputed: certainty === 'DISPUTED',
    ...bounds,
    recordedFrom,
    // An event without a source, such as a correction by the desk, counts from when it was recorded.
    publicFrom: published.length === 0 ? recordedFrom : Math.min(...published),
    rate: 'rate' in mark ? (mark.rate ?? null) : null,
    measure,
  };
}

/** What happened and is known in a view; instants and days are compared as the ends of those days. */
export function knownIn(events: readonly TimelineEvent[], clock: Clock): readonly TimelineEvent[] {
  const end = (point: string) =>
    point.includes('T') ? Date.parse(point) : dayStart(point) + DAY_MS - 1;
  const recorded = clock.knownAt === null ? Infinity : end(clock.knownAt);
  const published = clock.publicAt === null ? Infinity : end(clock.publicAt);
  if (recorded === Infinity && published === Infinity) return events;
  return events.filter(
    ({ recordedFrom, publicFrom }) => recordedFrom <= recorded && publicFrom <= published,
  );
}

/** Reads all of them, page by page; what is there already is shown while more comes. */
export function useTimelineEvents(slug: string, head: LogHead | null): TimelineEvents {
  const client = useClient();
  const [timelineEvents, setHappenings] = useState(NOTHING);
  useEffect(() => {
    if (!head) return undefined;
    let left = false;
    const asOf = {
      at: head.seenAt,
      ...(head.recordedAt !== null && { knownAt: head.recordedAt }),
    };
    const page = async (after: string | null) => {
      const variables = { slug, asOf, after, isFirst: after === null };
      const { data } = await client.query(TimelineEventsDocument, variables).toPromise();
      return left ? null : data?.negotiation;
    };
    const read = async () => {
      const events = new Map<string, TimelineEvent>();
      let measures: TimelineEvents['measures'] = new Map();
      for (let after: string | null = null; events.size < MOST;) {
        const found: Negotiation | null | undefined = await page(after);
        if (!found) return;
        if (found.measures)
          measures = new Map(found.measures.map(({ slug: name, ...rest }) => [name, rest]));
        const told = [
          ...marksOf(found.events.edges, null),
          ...(found.measures ?? []).flatMap((each) => marksOf(each.events.edges, each.slug)),
        ];
        for (const event of told) events.set(event.id, event);
        const { hasNextPage, endCursor } = found.events.pageInfo;
        after = hasNextPage ? endCursor : null;
        setHappenings({
          events: [...events.values()].sort((a, b) => a.from - b.from),
          measures,
          zone: zoneOf(found),
          size: hasNextPage ? 'many' : sizeOf(events.size),
        });
        if (after === null) return;
      }
    };
    void read();
    return () => {
      left = true;
    };
  }, [client, slug, head]);
  return timelineEvents;
}

const sizeOf = (count: number): 'few' | 'some' | 'many' =>
  count <= FEW ? 'few' : count <= SOME ? 'some' : 'many';

const marksOf = (edges: readonly { node: TimelineEventFieldsFragment }[], measure: string | null) =>
  edges.flatMap(({ node }) => timelineEventOf(node, measure) ?? []);

function zoneOf({ launches }: Negotiation): string {
  const [launch] = launches.edges;
  return (launch && 'dataTimeZone' in launch.node && launch.node.dataTimeZone) || 'UTC';
}
