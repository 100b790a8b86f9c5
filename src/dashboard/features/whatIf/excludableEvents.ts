/** The recorded events that affect a negotiation, grouped by type: a what-if can leave each of them out. */
import { useEffect, useMemo, useState } from 'react';
import { useGraphqlClient } from '../../api/client/apiProvider.js';
import { useGraphqlQuery } from '../../api/client/useGraphqlQuery.js';
import {
  ConsequencesDocument,
  EventsOfDocument,
  type EventsOfQuery,
} from '../../generated/graphql.js';

export interface ExcludableEvent {
  readonly id: string;
  readonly summary: string;
  readonly occurred: string;
  /** The text that a search matches, in lower case. */
  readonly searchText: string;
}

export interface ExcludableEventGroup {
  readonly title: string;
  readonly events: readonly ExcludableEvent[];
}

type EventNode = EventsOfQuery['events']['edges'][number]['node'];

/** The most events that are loaded. */
const MAX_EVENTS = 5_000;

/**
 * Every event of a negotiation, its measures and its parties' rulebooks that is not retracted. Loads
 * pages of 500 events one after the other; `groups` is null until the first page is there.
 */
export function useExcludableEvents(slug: string): {
  readonly groups: readonly ExcludableEventGroup[] | null;
  readonly problem: string | null;
} {
  const client = useGraphqlClient();
  const { data, error } = useGraphqlQuery(ConsequencesDocument, { slug });
  const [nodes, setNodes] = useState<readonly EventNode[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const streams = data?.negotiation && streamsOf(slug, data.negotiation).join();
  useEffect(() => {
    if (!streams) return undefined;
    let cancelled = false;
    const load = async () => {
      const loaded: EventNode[] = [];
      let after: string | null = null;
      do {
        const variables: { streams: string[]; after: string | null } = {
          streams: streams.split(','),
          after,
        };
        const answer = await client.query(EventsOfDocument, variables);
        if (cancelled) return;
        if (!answer.data) {
          setProblem(
            answer.error?.message ?? 'The server did not answer. Reload the page to try again.',
          );
          return;
        }
        const { edges, pageInfo }: EventsOfQuery['events'] = answer.data.events;
        loaded.push(...edges.map(({ node }) => node));
        setNodes([...loaded]);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null && loaded.length < MAX_EVENTS);
    };
    void load();
    return () => {
      cancelled = true;
    };
  }, [client, streams]);
  const groups = useMemo(() => nodes && groupByType(nodes), [nodes]);
  return { groups, problem: problem ?? error?.message ?? null };
}

function streamsOf(
  slug: string,
  {
    measures,
    duties,
  }: { measures: readonly { slug: string }[]; duties: readonly { imposedBy: string }[] },
): readonly string[] {
  const codes = new Set(duties.map(({ imposedBy }) => imposedBy));
  return [
    `negotiation/${slug}`,
    ...measures.map((measure) => `measure/${measure.slug}`),
    ...[...codes].map((code) => `rulebook/${code}`),
  ];
}

const titleOf = (type: string): string => {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function groupByType(nodes: readonly EventNode[]): readonly ExcludableEventGroup[] {
  const groups = new Map<string, ExcludableEvent[]>();
  for (const { id, type, summary, occurred, retracted } of nodes) {
    if (retracted) continue;
    const title = titleOf(type);
    const events = groups.get(title) ?? [];
    groups.set(title, events);
    events.push({
      id,
      summary,
      occurred,
      searchText: `${title} ${summary} ${occurred}`.toLowerCase(),
    });
  }
  return [...groups]
    .map(([title, events]) => ({
      title,
      events: [...events].sort((a, b) => (a.occurred < b.occurred ? 1 : -1)),
    }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}
