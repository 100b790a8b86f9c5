/**
 * Pages of lists. The cursor of an event is its position, that of anything else what the list is
 * ordered by, so that a page stays where it is while events arrive.
 */
import type { AnyEvent } from '../../events/catalogue.js';
import type { Selection } from '../app/parley.js';
import { given } from './given.js';
import { badInput } from './refusal.js';

const USUAL = 100;
const MOST = 1000;

/** As GraphQL hands them over. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

interface Page {
  readonly size: number;
  readonly fromEnd: boolean;
  readonly after: string | undefined;
  readonly before: string | undefined;
}

function pageOf(args: PageArgs): Page {
  const { first, last, after, before } = given(args);
  if (first !== undefined && last !== undefined)
    throw badInput('Give first or last, not both: a page is taken from one end of the list.');
  const size = last ?? first ?? USUAL;
  if (size < 0 || size > MOST)
    throw badInput(
      `${last === undefined ? 'first' : 'last'} is ${size}: ask for 0 to ${MOST}, and go on from the page's cursors.`,
    );
  return { size, fromEnd: last !== undefined, after, before };
}

/** How many times what a page selects is worked out, for the limits of a request. */
export const pageComplexity = ({ first, last }: PageArgs) => ({
  field: 1,
  multiplier: Math.min(Math.max(first ?? last ?? USUAL, 1), MOST),
});

const connection = <Item>(
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
  const { size, fromEnd, after, before } = pageOf(args);
  const low = after === undefined ? 0 : items.filter((item) => compare(item, after) <= 0).length;
  const high =
    before === undefined
      ? items.length
      : Math.max(low, items.filter((item) => compare(item, before) < 0).length);
  const start = fromEnd ? Math.max(low, high - size) : low;
  const end = fromEnd ? high : Math.min(high, low + size);
  return connection(items.slice(start, end), cursorOf, start > 0, end < items.length);
}

/** The page of a list in order of its items' slugs. */
export const slugPage = <Item>(
  items: readonly Item[],
  args: PageArgs,
  slugOf: (item: Item) => string,
) =>
  listPage(items, args, slugOf, (item, cursor) =>
    slugOf(item) < cursor ? -1 : slugOf(item) > cursor ? 1 : 0,
  );

function position(argument: string, cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw badInput(
    `${argument} ${JSON.stringify(cursor)} is not the cursor of an event: take it from a page.`,
  );
}

/** Reads events of one selection, within bounds, in pages. */
export type ReadEvents = (
  range: Pick<Selection, 'after' | 'before' | 'backwards'>,
  pageSize: number,
) => AsyncIterable<readonly AnyEvent[]>;

async function take(pages: AsyncIterable<readonly AnyEvent[]>, most: number): Promise<AnyEvent[]> {
  const taken: AnyEvent[] = [];
  for await (const page of pages) {
    taken.push(...page.slice(0, most - taken.length));
    if (taken.length >= most) break;
  }
  return taken;
}

/** A page of events, read from the log as far as needed. */
export async function eventPage(args: PageArgs, descending: boolean, read: ReadEvents) {
  const { size, fromEnd, ...cursors } = pageOf(args);
  const after = position('after', cursors.after);
  const before = position('before', cursors.before);
  const [low, high] = descending ? [before, after] : [after, before];
  const range = {
    ...(low !== undefined && { after: low }),
    ...(high !== undefined && { before: high }),
    backwards: descending !== fromEnd,
  };
  const found = await take(read(range, size + 1), size + 1);
  const more = found.length > size;
  const events = found.slice(0, size);
  if (fromEnd) events.reverse();
  /** Whether anything lies at a cursor or beyond it, seen from the page. */
  const beyond = async (cursor: number | undefined, preceding: boolean): Promise<boolean> => {
    if (cursor === undefined) return false;
    const there =
      preceding === descending
        ? { after: cursor - 1, backwards: false }
        : { before: cursor + 1, backwards: true };
    return (await take(read(there, 1), 1)).length > 0;
  };
  const previous = (fromEnd && more) || (await beyond(after, true));
  const next = (!fromEnd && more) || (await beyond(before, false));
  return connection(events, ({ position: at }) => String(at), previous, next);
}
