/** A filtered list of events that is read as far as it is paged through. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { AnyEvent } from '../../../../events/catalogue.js';
import type { Selection } from '../../../log/core/eventLog.js';
import { TooManyEvents } from '../../errors.js';
import type { EventPredicate, FilterPlan } from './eventFilter.js';
import type { EventSource } from './eventSource.js';
import type { FilterContext } from '../filterContext.js';
import { earliestInstant } from '../timeRange.js';

/** Largest number of events that are sorted by when they occurred. */
const MAX_SORTED_EVENTS = 20_000;
/** Page size of a scan, where few of the events read may match. */
const SCAN_PAGE_SIZE = 500;

const MAX_POSITION = Number.MAX_SAFE_INTEGER;

/** Events strictly between two positions, in log order or against it. */
export type PositionRange = Pick<Selection, 'after' | 'before' | 'backwards'>;

/** The sort key of an event in a list ordered by when events occurred. */
export interface OccurrenceKey {
  readonly id: string;
  readonly position: number;
  /** Earliest instant at which it can have occurred, epoch milliseconds; `-Infinity` if unbounded. */
  readonly start: number;
}

/** By earliest instant, then by position. */
export const compareOccurrence = (
  a: Pick<OccurrenceKey, 'start' | 'position'>,
  b: Pick<OccurrenceKey, 'start' | 'position'>,
): number => (a.start === b.start ? a.position - b.position : a.start < b.start ? -1 : 1);

async function matchesAll(
  event: AnyEvent,
  predicates: readonly EventPredicate[],
): Promise<boolean> {
  for (const predicate of predicates) if (!(await predicate(event))) return false;
  return true;
}

/** Those of the events that match every predicate. Judged together, so that lookups are shared. */
export async function filterEvents(
  page: readonly AnyEvent[],
  predicates: readonly EventPredicate[],
): Promise<AnyEvent[]> {
  const matching = await Promise.all(page.map((event) => matchesAll(event, predicates)));
  return page.filter((_, index) => matching[index]);
}

export class EventList {
  constructor(
    private readonly source: EventSource,
    private readonly plan: FilterPlan,
    private readonly context: FilterContext,
  ) {}

  /**
   * The matching events of a range, in pages that are each read when asked for; pages may be empty
   * where few events match. Yields to the event loop between pages.
   */
  async *pages(range: PositionRange, pageSize: number): AsyncGenerator<readonly AnyEvent[]> {
    const { selection, predicates } = this.plan;
    const narrowed: Selection = {
      ...selection,
      ...range,
      after: Math.max(selection.after ?? 0, range.after ?? 0),
      before: Math.min(selection.before ?? MAX_POSITION, range.before ?? MAX_POSITION),
    };
    const size = predicates.length > 0 ? Math.max(pageSize, SCAN_PAGE_SIZE) : pageSize;
    for await (const page of this.source.read(narrowed, size)) {
      yield predicates.length > 0 ? await filterEvents(page, predicates) : page;
      await yieldToEventLoop();
    }
  }

  /**
   * The keys of all matching events, sorted by when they occurred. Reads the whole list. Throws
   * {@link TooManyEvents} above 20,000.
   */
  async sortedByOccurrence(): Promise<readonly OccurrenceKey[]> {
    const keys: OccurrenceKey[] = [];
    for await (const page of this.pages({}, SCAN_PAGE_SIZE)) {
      if (keys.length + page.length > MAX_SORTED_EVENTS) throw new TooManyEvents(MAX_SORTED_EVENTS);
      for (const event of page) keys.push(await this.#occurrenceKey(event));
    }
    return keys.sort(compareOccurrence);
  }

  async #occurrenceKey(event: AnyEvent): Promise<OccurrenceKey> {
    const { id, position, occurred, timeZone, stream } = event;
    const zone = () => timeZone ?? this.context.zone(stream);
    return { id, position, start: await earliestInstant(occurred, zone) };
  }

  /** The events of these keys, in the order given. One query. */
  async events(keys: readonly OccurrenceKey[]): Promise<readonly AnyEvent[]> {
    const events = await this.context.log.byId(keys.map(({ id }) => id));
    return events.filter((event) => event !== undefined);
  }

  /** Number of matching events; undefined when only reading them all would tell. */
  async count(): Promise<number | undefined> {
    const { predicates, selection } = this.plan;
    const { streams, types, certainty, after = 0, before = MAX_POSITION } = selection;
    if (predicates.length > 0 || streams || types || certainty) return undefined;
    return this.source.count(after, before);
  }
}
