/** The events that bear on a negotiation, grouped by what happened: each can be switched off. */
import { useEffect, useMemo, useState } from 'react';
import { useClient, useQuery } from 'urql';
import {
  ConsequencesDocument,
  EventsOfDocument,
  type EventsOfQuery,
} from '../../generated/graphql.js';

export interface Switch {
  readonly id: string;
  readonly summary: string;
  readonly occurred: string;
  /** What is looked in, without capitals. */
  readonly text: string;
}

export interface SwitchGroup {
  readonly title: string;
  readonly events: readonly Switch[];
}

type Told = EventsOfQuery['events']['edges'][number]['node'];

/** Of events: more than these nobody switches off by hand. */
const MOST = 5_000;

/** Every event of a negotiation, its measures and its parties' rulebooks that still counts. */
export function useSwitches(slug: string): {
  readonly groups: readonly SwitchGroup[] | null;
  readonly problem: string | null;
} {
  const client = useClient();
  const [{ data, error }] = useQuery({ query: ConsequencesDocument, variables: { slug } });
  const [told, setTold] = useState<readonly Told[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const names = data?.negotiation && streamsOf(slug, data.negotiation).join();
  useEffect(() => {
    if (!names) return undefined;
    let left = false;
    const read = async () => {
      const found: Told[] = [];
      let after: string | null = null;
      do {
        const variables: { streams: string[]; after: string | null } = {
          streams: names.split(','),
          after,
        };
        const answer = await client.query(EventsOfDocument, variables).toPromise();
        if (left) return;
        if (!answer.data) {
          setProblem(answer.error?.message ?? 'The server did not answer.');
          return;
        }
        const { edges, pageInfo }: EventsOfQuery['events'] = answer.data.events;
        found.push(...edges.map(({ node }) => node));
        setTold([...found]);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null && found.length < MOST);
    };
    void read();
    return () => {
      left = true;
    };
  }, [client, names]);
  const groups = useMemo(() => told && grouped(told), [told]);
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

function grouped(told: readonly Told[]): readonly SwitchGroup[] {
  const groups = new Map<string, Switch[]>();
  for (const { id, type, summary, occurred, retracted } of told) {
    if (retracted) continue;
    const title = titleOf(type);
    const events = groups.get(title) ?? [];
    groups.set(title, events);
    events.push({ id, summary, occurred, text: `${title} ${summary} ${occurred}`.toLowerCase() });
  }
  return [...groups]
    .map(([title, events]) => ({
      title,
      events: [...events].sort((a, b) => (a.occurred < b.occurred ? 1 : -1)),
    }))
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}
