/** The events of a negotiation as they lie on a time axis. Pure. */
import type { TimelineEventFieldsFragment, TimelineEventsQuery } from '../../generated/graphql.js';
import type { Clock } from '../view.js';
import { DAY_MS, dayStart } from './calendarDays.js';
import { boundsOf } from './edtfWords.js';

export interface TimelineEvent {
  readonly id: string;
  readonly type: string;
  readonly occurred: string;
  readonly recordedAt: string;
  readonly summary: string;
  readonly disputed: boolean;
  /** Bounds of its date in epoch milliseconds: start of the first day, end of the last. */
  readonly from: number;
  readonly to: number;
  /** `recordedAt` in epoch milliseconds. */
  readonly recordedFrom: number;
  /** When it became public, in epoch milliseconds. */
  readonly publicFrom: number;
  /** An announced or threatened rate in percentage points, without a legal act. */
  readonly rate: number | null;
  /** Slug of the measure that it is about. */
  readonly measure: string | null;
  /** Who says so, as far as its sources name anyone. */
  readonly publishers: readonly string[];
}

export interface TimelineEvents {
  readonly events: readonly TimelineEvent[];
  /** The pairs of countries of each measure, by slug. */
  readonly measures: ReadonlyMap<string, { imposedBy: string; affects: readonly string[] }>;
  /** The time zone of the negotiation. */
  readonly zone: string;
  /**
   * How many events there are: the server computes every change of few at once, of some in about a
   * second, of many not at all. Null while loading.
   */
  readonly size: 'few' | 'some' | 'many' | null;
}

const NOTHING: TimelineEvents = { events: [], measures: new Map(), zone: 'UTC', size: null };
/** Numbers of events up to which the server computes every change, at once or in about a second. */
const FEW = 500;
const SOME = 2_000;

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
    // An event without a source, such as a correction, is public from when it was recorded.
    publicFrom: published.length === 0 ? recordedFrom : Math.min(...published),
    rate: 'rate' in mark ? (mark.rate ?? null) : null,
    measure,
    publishers: [...new Set(sources.flatMap(({ publisher }) => publisher ?? []))],
  };
}

/** The events that are known in a view; a day counts until its end. */
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

export function eventsOf(
  pages: readonly TimelineEventsQuery[],
): ReadonlyMap<string, TimelineEvent> {
  const events = new Map<string, TimelineEvent>();
  for (const { negotiation } of pages)
    for (const event of [
      ...marksOf(negotiation?.events.edges ?? [], null),
      ...(negotiation?.measures ?? []).flatMap((each) => marksOf(each.events.edges, each.slug)),
    ])
      events.set(event.id, event);
  return events;
}

export function timelineEventsOf(pages: readonly TimelineEventsQuery[]): TimelineEvents {
  const [first, last] = [pages[0]?.negotiation, pages.at(-1)?.negotiation];
  if (!first || !last) return NOTHING;
  const events = eventsOf(pages);
  return {
    events: [...events.values()].sort((a, b) => a.from - b.from),
    measures: new Map((first.measures ?? []).map(({ slug, ...rest }) => [slug, rest])),
    zone: zoneOf(last),
    size: last.events.pageInfo.hasNextPage ? 'many' : sizeOf(events.size),
  };
}

const sizeOf = (count: number): 'few' | 'some' | 'many' =>
  count <= FEW ? 'few' : count <= SOME ? 'some' : 'many';

const marksOf = (edges: readonly { node: TimelineEventFieldsFragment }[], measure: string | null) =>
  edges.flatMap(({ node }) => timelineEventOf(node, measure) ?? []);

function zoneOf({ launches }: Negotiation): string {
  const [launch] = launches.edges;
  return (launch && 'dataTimeZone' in launch.node && launch.node.dataTimeZone) || 'UTC';
}
