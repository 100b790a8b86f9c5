/** The schema builder: scalars' types, Relay's names, and the limits of a request. */
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import { type Cost, LIMITS, tooMuch } from './budget.js';
import type { Context } from './context.js';

/** A string with a grammar of its own, kept verbatim. */
export interface Verbatim {
  Input: string;
  Output: string;
}

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
      const name = kind.toLowerCase() as keyof Cost;
      return tooMuch(name, measured[name]);
    },
  },
  relay: {
    brandLoadedObjects: false,
    cursorType: 'String',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'Anything that can be read again by its global id.',
      resolveType: (value) => {
        const { __typename, type } = value as { __typename?: string; type?: string };
        return __typename ?? type;
      },
    },
    idFieldOptions: { description: 'Global id: node(id) returns the same object.' },
    pageInfoTypeOptions: { description: 'Position of a page in its list.' },
    hasNextPageFieldOptions: { description: 'Whether there are items after the page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there are items before the page.' },
    startCursorFieldOptions: { description: 'Cursor of the first item; null for an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last item; null for an empty page.' },
    firstArgOptions: {
      description: 'Number of items from the start of the list: 100 by default, at most 1000.',
    },
    lastArgOptions: {
      description:
        'Number of items from the end of the list, at most 1000. Not together with `first`.',
    },
    afterArgOptions: { description: 'Only items after this cursor.' },
    beforeArgOptions: { description: 'Only items before this cursor.' },
    defaultConnectionTypeOptions: { description: 'A page of a list.' },
    defaultEdgeTypeOptions: { description: 'An item of a list, with its cursor.' },
    edgesFieldOptions: {
      description: 'The items of the page, in order.',
      nullable: { list: false, items: false },
      complexity: { field: 1, multiplier: 1 },
    },
    nodesOnConnection: {
      description: 'The items of the page without their cursors, in order.',
      complexity: { field: 1, multiplier: 1 },
    },
    pageInfoFieldOptions: { description: 'Position of the page in the list.' },
    nodeFieldOptions: { description: 'The item.', nullable: false },
    cursorFieldOptions: { description: 'Cursor of the item; stable while events are appended.' },
  },
});
