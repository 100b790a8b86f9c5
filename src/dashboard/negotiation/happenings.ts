/** Everything on record about a negotiation, as marks on an axis and stops of what was known. */
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { Clock } from '../clock/clock.js';
import { DAY_MS, placeOf } from '../clock/days.js';
import type { Head } from '../clock/head.js';
import {
  HappeningsDocument,
  type HappeningsQuery,
  type MarkFragment,
} from '../generated/graphql.js';
import { boundsOf } from '../wording/edtf.js';

export interface Happening {
  readonly id: string;
  readonly type: string;
  readonly occurred: string;
  readonly recordedAt: string;
  readonly summary: string;
  readonly disputed: boolean;
  /** When it happened, in milliseconds: from the beginning of its first day to the end of its last. */
  readonly from: number;
  readonly to: number;
  /** From when on the public could know it. */
  readonly publicFrom: number;
  /** Percentage points that were announced or threatened, and no law yet. */
  readonly rate: number | null;
  /** The measure it is about, by its slug. */
  readonly measure: string | null;
}

export interface Happenings {
  readonly events: readonly Happening[];
  /** Whose pairs a measure bears on, by its slug. */
  readonly measures: ReadonlyMap<string, { imposedBy: string; affects: readonly string[] }>;
  /** The zone in which the negotiation's days are counted. */
  readonly zone: string;
}

const NOTHING: Happenings = { events: [], measures: new Map(), zone: 'UTC' };
/** Of events: a page shows where things stand, not a whole archive. */
const MOST = 10_000;

type Negotiation = NonNullable<HappeningsQuery['negotiation']>;

function happeningOf(mark: MarkFragment, measure: string | null): Happening | null {
  const { id, type, occurred, recordedAt, summary, certainty, retracted, sources } = mark;
  const bounds = boundsOf(occurred);
  if (!bounds || retracted) return null;
  const published = sources.map((source) =>
    source.published === null ? Date.parse(recordedAt) : boundsOf(source.published)?.to,
  );
  return {
    id,
    type,
    occurred,
    recordedAt,
    summary,
    disputed: certainty === 'DISPUTED',
    ...bounds,
    // An event without a source, such as a correction by the desk, counts from when it was recorded.
    publicFrom:
      published.length === 0
        ? Date.parse(recordedAt)
        : Math.min(...published.map((at) => at ?? Date.parse(recordedAt))),
    rate: 'rate' in mark ? (mark.rate ?? null) : null,
    measure,
  };
}

/** What happened and is known in a view; instants and days are compared as the ends of those days. */
export function knownIn(events: readonly Happening[], clock: Clock): readonly Happening[] {
  const end = (point: string) =>
    point.includes('T') ? Date.parse(point) : placeOf(point) + DAY_MS - 1;
  const recorded = clock.knownAt === null ? Infinity : end(clock.knownAt);
  const published = clock.publicAt === null ? Infinity : end(clock.publicAt);
  if (recorded === Infinity && published === Infinity) return events;
  return events.filter(
    ({ recordedAt, publicFrom }) => Date.parse(recordedAt) <= recorded && publicFrom <= published,
  );
}

/** Reads all of them, page by page; what is there already is shown while more comes. */
export function useHappenings(slug: string, head: Head | null): Happenings {
  const client = useClient();
  const [happenings, setHappenings] = useState(NOTHING);
  useEffect(() => {
    if (!head) return undefined;
    let left = false;
    const asOf = {
      at: head.seenAt,
      ...(head.recordedAt !== null && { knownAt: head.recordedAt }),
    };
    const read = async () => {
      const events: Happening[] = [];
      let after: string | null = null;
      do {
        const variables: { slug: string; asOf: typeof asOf; after: string | null } = {
          slug,
          asOf,
          after,
        };
        const { data } = await client.query(HappeningsDocument, variables).toPromise();
        const found: Negotiation | null | undefined = data?.negotiation;
        if (!found || left) return;
        events.push(...marksOf(found.events.edges, null));
        // The measures come whole with every page: the first one is enough.
        const ofMeasures = after === null ? found.measures : [];
        for (const { slug: measure, events: told } of ofMeasures)
          events.push(...marksOf(told.edges, measure));
        const sorted = [...new Map(events.map((event) => [event.id, event])).values()];
        sorted.sort((a, b) => a.from - b.from);
        setHappenings((before) => ({
          events: sorted,
          measures:
            after === null
              ? new Map(found.measures.map(({ slug: name, ...rest }) => [name, rest]))
              : before.measures,
          zone: zoneOf(found),
        }));
        after = found.events.pageInfo.hasNextPage ? found.events.pageInfo.endCursor : null;
      } while (after !== null && events.length < MOST);
    };
    void read();
    return () => {
      left = true;
    };
  }, [client, slug, head]);
  return happenings;
}

const marksOf = (edges: readonly { node: MarkFragment }[], measure: string | null) =>
  edges.flatMap(({ node }) => happeningOf(node, measure) ?? []);

function zoneOf({ launches }: Negotiation): string {
  const [launch] = launches.edges;
  return (launch && 'dataTimeZone' in launch.node && launch.node.dataTimeZone) || 'UTC';
}
