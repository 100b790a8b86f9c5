/** What a chart without a page is drawn of, asked in as few queries as it takes. */
import type { Charted } from '../features/chart/standalone.js';
import {
  ChangePointsDocument,
  ChartEventsDocument,
  type ChartEventsQuery,
  DutyChartDocument,
  type TimelineEventsQuery,
  type TypedDocumentString,
} from '../generated/graphql.js';
import { DAY_MS, dateOf } from '../lib/time/calendarDays.js';
import { timelineEventsOf } from '../lib/time/timelineEvents.js';
import type { Clock } from '../lib/view.js';

export type Fetch = <Result, Variables extends object>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

/** How far the changes are asked for, for those that need no further event. */
const AHEAD_DAYS = 400;

/** Null where nothing is of that name at the view. Rejects as `fetch` does. */
export async function chartData(slug: string, clock: Clock, fetch: Fetch): Promise<Charted | null> {
  const { at, knownAt, publicAt } = clock;
  // Marks are drawn of all that is known, also of what came after the date of the view.
  const knowledge = { at: knownAt, knownAt, publicAt };
  const [{ negotiation }, events] = await Promise.all([
    fetch(DutyChartDocument, { slug, asOf: { at, knownAt, publicAt } }),
    fetch(ChartEventsDocument, { slug, asOf: knowledge }),
  ]);
  if (!negotiation) return null;
  const timelineEvents = timelineEventsOf([withRetracted(events)]);
  const isShort = timelineEvents.size === 'few' && negotiation.duties.length > 0;
  const today = Date.parse(negotiation.view.knownAt);
  const to = dateOf(today + AHEAD_DAYS * DAY_MS);
  const changes = isShort
    ? await fetch(ChangePointsDocument, { slug, asOf: knowledge, to })
    : undefined;
  return {
    ...{ negotiation, timelineEvents, clock },
    timeline: changes?.negotiation?.timeline ?? [],
    today,
  };
}

/** The events with those marked that are retracted, as known in the view. */
function withRetracted({ negotiation }: ChartEventsQuery): TimelineEventsQuery {
  if (!negotiation) return { negotiation: null };
  const { events, measures, launches } = negotiation;
  const edges = [events, ...measures.map((measure) => measure.events)].flatMap(
    (each) => each.edges,
  );
  const retracted = new Set(edges.flatMap(({ node }) => ('target' in node ? [node.target] : [])));
  const marked = <List extends typeof events | (typeof measures)[number]['events']>(
    list: List,
  ) => ({
    ...list,
    edges: list.edges.map(({ node }) => ({ node: { ...node, retracted: retracted.has(node.id) } })),
  });
  return {
    negotiation: {
      events: marked(events),
      launches,
      measures: measures.map((measure) => ({ ...measure, events: marked(measure.events) })),
    },
  };
}
