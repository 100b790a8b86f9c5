/** The number of items in a whole list, on its connections. */
import type { ObjectFieldBuilder } from '@pothos/core';
import type { builder } from './builder.js';

type Types = (typeof builder)['$inferSchemaTypes'];

/** For lists that are at hand. */
export const counted = {
  fields: (t: ObjectFieldBuilder<Types, { readonly totalCount: number }>) => ({
    totalCount: t.exposeInt('totalCount', {
      description: 'How many there are in the whole list, whichever page this is.',
    }),
  }),
};

/** For lists of events. */
export const countedWhereCheap = {
  fields: (t: ObjectFieldBuilder<Types, { readonly count: () => Promise<number | null> }>) => ({
    totalCount: t.int({
      nullable: true,
      description:
        'How many there are in the whole list, whichever page this is; null where only reading through the log would tell: with a filter other than `recorded`, unless the order is one of time.',
      resolve: ({ count }) => count(),
    }),
  }),
};
