/** What forms suggest: negotiations and measures on record, and values of recent events. */
import { useMemo } from 'react';
import { useGraphqlQuery } from '../../../api/client/useGraphqlQuery.js';
import { RecentDocument, type RecentQuery } from '../../../generated/graphql.js';
import type { Suggestion } from './formContext.js';

export interface EntrySuggestions {
  readonly negotiations: readonly Suggestion[];
  readonly measures: readonly Suggestion[];
  /** How often each event type occurs among the latest events. */
  readonly typeUsage: ReadonlyMap<string, number>;
  /** Values of the latest events by field name, newest first. */
  readonly valuesByField: ReadonlyMap<string, readonly Suggestion[]>;
}

export const NO_SUGGESTIONS: EntrySuggestions = {
  negotiations: [],
  measures: [],
  typeUsage: new Map(),
  valuesByField: new Map(),
};

/** Suggestions of one field: a longer list is of no use. */
const MAX_SUGGESTIONS = 40;
/** In characters: longer values are prose that is not entered twice. */
const MAX_LENGTH = 60;

/** Fetched each time a form opens. */
export function useEntrySuggestions(): EntrySuggestions {
  const { data } = useGraphqlQuery(RecentDocument, {});
  return useMemo(() => (data ? suggestionsFrom(data) : NO_SUGGESTIONS), [data]);
}

function suggestionsFrom({ negotiations, measures, events }: RecentQuery): EntrySuggestions {
  const typeUsage = new Map<string, number>();
  const valuesByField = new Map<string, Map<string, Suggestion>>();
  const add = (name: string, value: unknown, label?: string) => {
    if (typeof value !== 'string' || value.length > MAX_LENGTH) return;
    const values = valuesByField.get(name) ?? new Map<string, Suggestion>();
    valuesByField.set(name, values);
    if (values.size < MAX_SUGGESTIONS && !values.has(value))
      values.set(value, { value, ...(label !== undefined && { label }) });
  };
  for (const { node } of events.edges) {
    typeUsage.set(node.type, (typeUsage.get(node.type) ?? 0) + 1);
    add('event', node.id, `${node.occurred}: ${node.summary}`);
    for (const [name, value] of Object.entries(node.data as object))
      if (name !== 'event') add(name, value);
    for (const { publisher } of node.sources) add('publisher', publisher);
  }
  return {
    negotiations: negotiations.edges.map(({ node }) => ({ value: node.slug, label: node.title })),
    measures: measures.edges.map(({ node }) => ({ value: node.slug, label: node.title })),
    typeUsage,
    valuesByField: new Map(
      [...valuesByField].map(([name, values]) => [name, [...values.values()]]),
    ),
  };
}
