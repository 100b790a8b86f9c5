/** The number of items in a whole list: a field of its connection, by whether the list is at hand. */

/** For lists that are at hand. */
export const totalCountField = {
  description: 'Number of items in the whole list.',
} as const;

/** For lists that are read as far as they are paged through. */
export const countedTotalField = {
  ...totalCountField,
  resolve: ({ count }: { readonly count: () => Promise<number> }) => count(),
} as const;

/** For lists of events. */
export const optionalTotalCountField = {
  nullable: true,
  description:
    'Number of items in the whole list; null where counting would scan the log: with a filter other than `recorded`, unless the order is by occurrence.',
  resolve: ({ count }: { readonly count: () => Promise<number | null> }) => count(),
} as const;
