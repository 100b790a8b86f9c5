/** What there is already, and what was entered of late: forms suggest it. */
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { RecentDocument, type RecentQuery } from '../../../generated/graphql.js';
import type { Suggestion } from './formState.js';

export interface Recent {
  readonly negotiations: readonly Suggestion[];
  readonly measures: readonly Suggestion[];
  /** How often each type was entered of late. */
  readonly uses: ReadonlyMap<string, number>;
  /** What was written in fields of each name, the latest first. */
  readonly written: ReadonlyMap<string, readonly Suggestion[]>;
}

export const NOTHING_RECENT: Recent = {
  negotiations: [],
  measures: [],
  uses: new Map(),
  written: new Map(),
};

/** Of values under one name: a list that is longer is no help. */
const MOST = 40;
/** In characters: longer ones are prose that nobody enters twice. */
const LONGEST = 60;

/** Kept by the session's cache, and read again once something was written. */
export function useRecent(): Recent {
  const [{ data }] = useQuery({ query: RecentDocument });
  return useMemo(() => (data ? recentOf(data) : NOTHING_RECENT), [data]);
}

function recentOf({ negotiations, measures, events }: RecentQuery): Recent {
  const uses = new Map<string, number>();
  const written = new Map<string, Map<string, Suggestion>>();
  const note = (name: string, value: unknown, label?: string) => {
    if (typeof value !== 'string' || value.length > LONGEST) return;
    const values = written.get(name) ?? new Map<string, Suggestion>();
    written.set(name, values);
    if (values.size < MOST && !values.has(value))
      values.set(value, { value, ...(label !== undefined && { label }) });
  };
  for (const { node } of events.edges) {
    uses.set(node.type, (uses.get(node.type) ?? 0) + 1);
    note('event', node.id, `${node.occurred}: ${node.summary}`);
    for (const [name, value] of Object.entries(node.data as object))
      if (name !== 'event') note(name, value);
    for (const { publisher } of node.sources) note('publisher', publisher);
  }
  return {
    negotiations: negotiations.edges.map(({ node }) => ({ value: node.slug, label: node.title })),
    measures: measures.edges.map(({ node }) => ({ value: node.slug, label: node.title })),
    uses,
    written: new Map([...written].map(([name, values]) => [name, [...values.values()]])),
  };
}
