/** What forms suggest: negotiations and measures on record, and values of recent events. */
import { useMemo } from 'react';
import { useGraphqlQuery } from '../../../api/client/useGraphqlQuery.js';
import { RecentDocument, type RecentQuery } from '../../../generated/graphql.js';
import { countries, GROUPS } from '../../../lib/words/countries.js';
import { type KnownRole, type KnownSource, siteOf } from '../model/memory.js';
import type { Suggestion } from './formContext.js';

export interface EntrySuggestions {
  readonly negotiations: readonly Suggestion[];
  readonly measures: readonly Suggestion[];
  /** Groups that come with Parley, and those that the latest events tell of. */
  readonly areas: readonly Suggestion[];
  /** Parties on record that are no countries, groups and countries, by code. */
  readonly parties: readonly Suggestion[];
  /** How often each event type occurs among the latest events. */
  readonly typeUsage: ReadonlyMap<string, number>;
  /** Values of the latest events by field name, newest first. */
  readonly valuesByField: ReadonlyMap<string, readonly Suggestion[]>;
  /** The sources of the latest events, and the roles of speakers, newest first. */
  readonly sources: readonly KnownSource[];
  readonly roles: readonly KnownRole[];
}

const COUNTRIES: readonly Suggestion[] = countries().map(({ code, name }) => ({
  value: code,
  label: name,
}));

export const NO_SUGGESTIONS: EntrySuggestions = {
  negotiations: [],
  measures: [],
  areas: GROUPS.map(({ code, name }) => ({ value: code, label: name })),
  parties: COUNTRIES,
  typeUsage: new Map(),
  valuesByField: new Map(),
  sources: [],
  roles: [],
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

/** The suggestions that an answer of the server holds. */
export function suggestionsFrom({ negotiations, measures, events }: RecentQuery): EntrySuggestions {
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
  const areas = distinct([...areasIn(events), ...NO_SUGGESTIONS.areas]);
  return {
    areas,
    parties: distinct([
      ...negotiations.edges.flatMap(({ node }) =>
        node.parties
          .filter(({ kind }) => kind !== 'COUNTRY' && kind !== 'GROUP')
          .map(({ code, name }) => ({ value: code, label: name })),
      ),
      ...areas,
      ...COUNTRIES,
    ]),
    negotiations: negotiations.edges.map(({ node }) => ({ value: node.slug, label: node.title })),
    measures: measures.edges.map(({ node }) => ({ value: node.slug, label: node.title })),
    typeUsage,
    valuesByField: new Map(
      [...valuesByField].map(([name, values]) => [name, [...values.values()]]),
    ),
    sources: events.edges.flatMap(({ node }) => node.sources.flatMap(knownSource)),
    roles: events.edges.flatMap(({ node }) => {
      const { speaker, role } = node.data as Partial<KnownRole>;
      return speaker === undefined || role === undefined ? [] : [{ speaker, role }];
    }),
  };
}

type RecentSource = RecentQuery['events']['edges'][number]['node']['sources'][number];

const knownSource = ({ publisher, kind, url }: RecentSource): readonly KnownSource[] =>
  publisher === null ? [] : [{ publisher, kind, site: siteOf(url) }];

const AREA = 'area/';

/** The groups that events tell of, with the name that one of them gives. */
function areasIn(events: RecentQuery['events']): readonly Suggestion[] {
  const told = events.edges.filter(({ node }) => node.stream.startsWith(AREA));
  const suggestions = told.map(({ node }): Suggestion => {
    const value = node.stream.slice(AREA.length);
    const { name } = node.data as { name?: string };
    return name === undefined ? { value } : { value, label: name };
  });
  // An event that names a group comes before those that do not.
  return suggestions.toSorted((a, b) => Number('label' in b) - Number('label' in a));
}

/** The first suggestion of each value. */
const distinct = (suggestions: readonly Suggestion[]): readonly Suggestion[] =>
  [...new Map(suggestions.toReversed().map((each) => [each.value, each])).values()].toReversed();
