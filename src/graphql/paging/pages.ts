/**
 * Pages of lists. A cursor is what the list is ordered by, so that a page stays where it is while
 * events arrive.
 */
import type { AsOfResult, ViewList } from '../../app/parley.js';
import { omitNullish } from '../omitNullish.js';
import { badInput } from '../queryErrors.js';

const DEFAULT_PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 1000;

/** As GraphQL hands them over. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** The validated page arguments. */
export interface PageRequest {
  readonly size: number;
  readonly fromEnd: boolean;
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** Throws where the arguments contradict each other or ask for too much. */
export function parsePageArgs(args: PageArgs): PageRequest {
  const { first, last, after, before } = omitNullish(args);
  if (first !== undefined && last !== undefined)
    throw badInput('Give first or last, not both: a page is taken from one end of the list.');
  const size = last ?? first ?? DEFAULT_PAGE_SIZE;
  if (size < 0 || size > MAX_PAGE_SIZE)
    throw badInput(
      `${last === undefined ? 'first' : 'last'} is ${size}: ask for 0 to ${MAX_PAGE_SIZE}, and go on from the page's cursors.`,
    );
  return { size, fromEnd: last !== undefined, after, before };
}

/** How many times what a page selects is worked out, for the limits of a request. */
export const pageComplexity = ({ first, last }: PageArgs) => ({
  field: 1,
  multiplier: Math.min(Math.max(first ?? last ?? DEFAULT_PAGE_SIZE, 1), MAX_PAGE_SIZE),
});

/** A page as Relay has it. */
export const connection = <Item>(
  items: readonly Item[],
  cursorOf: (item: Item) => string,
  hasPreviousPage: boolean,
  hasNextPage: boolean,
) => {
  const edges = items.map((node) => ({ cursor: cursorOf(node), node }));
  const startCursor = edges[0]?.cursor ?? null;
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, pageInfo: { hasPreviousPage, hasNextPage, startCursor, endCursor } };
};

/** A page of a list that is at hand, in an order in which `compare` places an item by a cursor. */
export function listPage<Item>(
  items: readonly Item[],
  args: PageArgs,
  cursorOf: (item: Item) => string,
  compare: (item: Item, cursor: string) => number,
) {
  const { size, fromEnd, after, before } = parsePageArgs(args);
  const low = after === undefined ? 0 : items.filter((item) => compare(item, after) <= 0).length;
  const high =
    before === undefined
      ? items.length
      : Math.max(low, items.filter((item) => compare(item, before) < 0).length);
  const start = fromEnd ? Math.max(low, high - size) : low;
  const end = fromEnd ? high : Math.min(high, low + size);
  return {
    ...connection(items.slice(start, end), cursorOf, start > 0, end < items.length),
    totalCount: items.length,
  };
}

/** A page of a list that is read as far as needed. */
export async function viewPage<Subject extends { readonly slug: string }, Node>(
  list: ViewList<Subject>,
  args: PageArgs,
  nodeOf: (result: AsOfResult<Subject>) => Node & AsOfResult<Subject>,
) {
  const { items, hasPrevious, hasNext } = await list.page(parsePageArgs(args));
  const nodes = items.map(nodeOf);
  return {
    ...connection(nodes, ({ subject }) => subject.slug, hasPrevious, hasNext),
    count: () => list.count(),
  };
}
