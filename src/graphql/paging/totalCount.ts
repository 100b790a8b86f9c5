/** The number of items in a whole list: a field of its connection, by whether the list is at hand. */

/** For lists that are at hand. */
export const totalCountField = {
  description: 'How many there are in the whole list, whichever page this is.',
} as const;

/** For lists of events. */
export const optionalTotalCountField = {
  nullable: true,
  description:
    'How many there are in the whole list, whichever page this is; null where only reading through the log would tell: with a filter other than `recorded`, unless the order is one of time.',
  resolve: ({ count }: { readonly count: () => Promise<number | null> }) => count(),
} as const;
