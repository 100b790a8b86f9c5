/** Keyset pagination: each page continues after the last position, so no cursor stays open. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { Selection } from './eventLog.js';

/** One page: at most `count` events strictly between two positions. */
export interface PageRequest {
  readonly after: number;
  readonly before: number;
  readonly count: number;
  readonly backwards: boolean;
}

export const PAGE_SIZE = 500;

/** Yields pages until `page` returns fewer items than requested. */
export async function* paginate<Item extends { readonly position: number } = AnyEvent>(
  selection: Pick<Selection, 'after' | 'before' | 'backwards' | 'limit'>,
  pageSize: number,
  page: (request: PageRequest) => readonly Item[] | Promise<readonly Item[]>,
): AsyncGenerator<readonly Item[], void, undefined> {
  const { backwards = false } = selection;
  const size = Math.max(1, Math.floor(pageSize));
  let { after = 0, before = Number.MAX_SAFE_INTEGER, limit: left = Infinity } = selection;
  while (left > 0) {
    const count = Math.min(size, left);
    const items = await page({ after, before, count, backwards });
    const last = items.at(-1);
    if (!last) return;
    yield items;
    if (items.length < count) return;
    left -= items.length;
    if (backwards) before = last.position;
    else after = last.position;
  }
}

/** Merges lists of positions, each in reading order, into the first `count` distinct ones. */
export function mergePositions(
  lists: readonly (readonly number[])[],
  { count, backwards }: PageRequest,
): readonly number[] {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const positions = [...new Set(lists.flat())];
  positions.sort(backwards ? (a, b) => b - a : (a, b) => a - b);
  return positions.slice(0, count);
}
