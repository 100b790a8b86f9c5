/**
 * Pages of events. In log order the cursor of an event is its position; in order of time it is the
 * earliest instant of the event and its position. Both stay where they are while events arrive;
 * only a correction of a stream's time zone, which moves its dates, can move one past a cursor.
 */
import type { AnyEvent } from '../../../events/catalogue.js';
import { compareOccurrence } from '../../app/queries/events/eventList.js';
import type { EventList, OccurrenceKey, PositionRange } from '../../app/parley.js';
import type { EventFilter, EventOrder } from './eventFilter.js';
import { connection, listPage, type PageArgs, pageComplexity, parsePageArgs } from './pages.js';
import { withQueryErrors, badInput } from '../queryErrors.js';

type Order = typeof EventOrder.$inferType;

/** Arguments of a list of events. */
export interface ListArgs extends PageArgs {
  readonly filter?: typeof EventFilter.$inferInput | null | undefined;
  readonly order?: Order | null | undefined;
}

/** What reading through the log costs, counted in fields. */
const SCAN_COMPLEXITY = 1000;

/** The size of a page, and what it takes to find its events where no index does. */
export function eventComplexity({ filter, order, ...page }: ListArgs) {
  const { party, occurred, published, sourceKinds, text } = filter ?? {};
  const scans =
    order?.startsWith('OCCURRED') ||
    [party, occurred, published, sourceKinds, text].some((asked) => asked != null);
  return { ...pageComplexity(page), field: scans ? SCAN_COMPLEXITY : 1 };
}

const invalidCursor = (argument: string, cursor: string) =>
  badInput(
    `${argument} ${JSON.stringify(cursor)} is not the cursor of an event: take it from a page of the same order.`,
  );

/** The position that a cursor of log order names. Throws where it is none. */
export function parsePositionCursor(
  argument: string,
  cursor: string | undefined,
): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw invalidCursor(argument, cursor);
}

async function takeEvents(
  pages: AsyncIterable<readonly AnyEvent[]>,
  limit: number,
): Promise<AnyEvent[]> {
  const taken: AnyEvent[] = [];
  for await (const page of pages) {
    taken.push(...page.slice(0, limit - taken.length));
    if (taken.length >= limit) break;
  }
  return taken;
}

/** A page in log order or against it, read as far as needed. */
async function byPosition(list: EventList, args: PageArgs, descending: boolean) {
  const { size, fromEnd, ...cursors } = parsePageArgs(args);
  const after = parsePositionCursor('after', cursors.after);
  const before = parsePositionCursor('before', cursors.before);
  const [low, high] = descending ? [before, after] : [after, before];
  const range = {
    ...(low !== undefined && { after: low }),
    ...(high !== undefined && { before: high }),
    backwards: descending !== fromEnd,
  };
  const found = await takeEvents(list.pages(range, size + 1), size + 1);
  const more = found.length > size;
  const events = found.slice(0, size);
  if (fromEnd) events.reverse();
  /** Whether anything lies at a cursor or beyond it, seen from the page. */
  const hasEventsBeyond = async (
    cursor: number | undefined,
    preceding: boolean,
  ): Promise<boolean> => {
    if (cursor === undefined) return false;
    const range: PositionRange =
      preceding === descending
        ? { after: cursor - 1, backwards: false }
        : { before: cursor + 1, backwards: true };
    return (await takeEvents(list.pages(range, 1), 1)).length > 0;
  };
  const previous = (fromEnd && more) || (await hasEventsBeyond(after, true));
  const next = (!fromEnd && more) || (await hasEventsBeyond(before, false));
  const count = async () => (await list.count()) ?? null;
  return { ...connection(events, ({ position: at }) => String(at), previous, next), count };
}

const OCCURRENCE_CURSOR = /^(-?\d{1,17}|-Infinity)\.(\d{1,15})$/;

function parseOccurrenceCursor(
  argument: string,
  cursor: string,
): Pick<OccurrenceKey, 'start' | 'position'> {
  const [, start, at] = OCCURRENCE_CURSOR.exec(cursor) ?? [];
  if (start === undefined) throw invalidCursor(argument, cursor);
  return { start: Number(start), position: Number(at) };
}

/** A page in order of time or against it: every event is placed, those of the page are read. */
async function byOccurrence(list: EventList, args: PageArgs, descending: boolean) {
  const { after, before } = parsePageArgs(args);
  if (after !== undefined) parseOccurrenceCursor('after', after);
  if (before !== undefined) parseOccurrenceCursor('before', before);
  const keys = await list.sortedByOccurrence();
  const { edges, pageInfo, totalCount } = listPage(
    descending ? keys.toReversed() : keys,
    args,
    ({ start, position: at }) => `${start}.${at}`,
    (key, cursor) =>
      compareOccurrence(key, parseOccurrenceCursor('cursor', cursor)) * (descending ? -1 : 1),
  );
  const events = await list.events(edges.map(({ node }) => node));
  return {
    pageInfo,
    edges: events.map((node, i) => ({ cursor: edges[i]?.cursor ?? '', node })),
    count: () => Promise.resolve(totalCount),
  };
}

/** A page of events, in log order by default. */
export const eventPage = ({ order, ...args }: ListArgs, list: () => Promise<EventList>) =>
  withQueryErrors(async () => {
    const descending = order?.endsWith('DESC') ?? false;
    const page = order?.startsWith('OCCURRED') ? byOccurrence : byPosition;
    return page(await list(), args, descending);
  });
