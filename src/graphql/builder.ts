/** The schema builder: scalars' types, Relay's names, and the limits of a request. */
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import { GraphQLError } from 'graphql';
import type { Context } from './context.js';

/** A string with a grammar of its own, kept verbatim. */
export interface Verbatim {
  Input: string;
  Output: string;
}

/** The most a request may ask for; a page of a thousand full events passes, pages in pages do not. */
export const LIMITS = { complexity: 200_000, depth: 15, breadth: 1500 } as const;

export const builder = new SchemaBuilder<{
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Context: Context;
  Scalars: {
    ID: Verbatim;
    TimePoint: Verbatim;
    EDTF: Verbatim;
    EffectiveTime: Verbatim;
    CountryCode: Verbatim;
    HSCode: Verbatim;
    URL: Verbatim;
    /** Epoch milliseconds inside, ISO 8601 outside. */
    DateTime: { Input: number; Output: number };
    JSON: { Input: unknown; Output: unknown };
  };
}>({
  plugins: [ComplexityPlugin, RelayPlugin],
  defaultFieldNullability: false,
  complexity: {
    limit: LIMITS,
    defaultListMultiplier: 5,
    complexityError: (kind, measured) => {
      const name = kind.toLowerCase() as keyof typeof LIMITS;
      return new GraphQLError(
        `This asks for too much at once: its ${name} is ${measured[name]}, the most allowed ${LIMITS[name]}. Ask for smaller pages, fewer fields, or in several requests.`,
        { extensions: { code: 'QUERY_TOO_LARGE' } },
      );
    },
  },
  relay: {
    brandLoadedObjects: false,
    cursorType: 'String',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'Anything that can be asked for again by its id.',
      resolveType: (value) => {
        const { __typename, type } = value as { __typename?: string; type?: string };
        return __typename ?? type;
      },
    },
    idFieldOptions: { description: 'Names it for ever: node(id) gives the same again.' },
    pageInfoTypeOptions: { description: 'Where a page lies in its list.' },
    hasNextPageFieldOptions: { description: 'Whether more follows the page.' },
    hasPreviousPageFieldOptions: { description: 'Whether something comes before the page.' },
    startCursorFieldOptions: { description: 'The cursor of the first item; null when empty.' },
    endCursorFieldOptions: { description: 'The cursor of the last item; null when empty.' },
    firstArgOptions: {
      description: 'At most this many from the beginning: 100 unless said, 1000 at most.',
    },
    lastArgOptions: { description: 'At most this many from the end, instead of `first`.' },
    afterArgOptions: { description: 'Only what follows this cursor.' },
    beforeArgOptions: { description: 'Only what comes before this cursor.' },
    defaultConnectionTypeOptions: { description: 'A page of a list.' },
    defaultEdgeTypeOptions: { description: 'An item of a list, with its place in it.' },
    edgesFieldOptions: {
      description: 'The items of the page, in order.',
      nullable: { list: false, items: false },
      complexity: { field: 1, multiplier: 1 },
    },
    pageInfoFieldOptions: { description: 'Where the page lies in the list.' },
    nodeFieldOptions: { description: 'The item.', nullable: false },
    cursorFieldOptions: { description: 'Its place in the list: stable while the record grows.' },
  },
});
