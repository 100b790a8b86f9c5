/** The events that match a filter: those after a cursor without a gap, then live ones. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { ServerStopping } from '../../log/core/errors.js';
import type { EventLog, Selection } from '../../log/core/eventLog.js';
import type { LogTail } from '../../log/core/logTail.js';
import {
  type EventFilter,
  type EventPredicate,
  planFilter,
} from '../queries/events/eventFilter.js';
import { EventList, filterEvents } from '../queries/events/eventList.js';
import { logSource } from '../queries/events/eventSource.js';
import { FilterContext } from '../queries/filterContext.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';

/** What a subscription reads from. */
export interface SubscriptionDeps {
  readonly log: EventLog;
  readonly streamStates: StreamStateCache;
  readonly tail: LogTail;
}

const PAGE_SIZE = 500;

/** See `Subscriptions.events`. A page of the backlog is read when the one before has been taken. */
export async function* subscribeToEvents(
  { log, streamStates, tail }: SubscriptionDeps,
  filter: EventFilter,
  after: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly AnyEvent[], void, undefined> {
  const subscriber = await tail.subscribe();
  try {
    let position = after ?? subscriber.position;
    // Refuses a bad filter at once, even when there is no backlog.
    await planFilter(filter, new FilterContext(log, streamStates, position), { inHistory: false });
    // The log grows while the backlog is read: repeat until there is none left.
    for (let end = subscriber.position; position < end; end = subscriber.position) {
      const context = new FilterContext(log, streamStates, end);
      const plan = await planFilter(filter, context, { inHistory: false });
      const list = new EventList(logSource(log, await log.head()), plan, context);
      for await (const page of list.pages({ after: position, before: end + 1 }, PAGE_SIZE)) {
        yield page;
        position = page.at(-1)?.position ?? position;
        if (signal.aborted) return;
        if (subscriber.stopped) throw new ServerStopping(position);
      }
      position = end;
    }
    while (!signal.aborted) {
      const page = await subscriber.after(position, signal);
      const last = page.at(-1);
      if (!last) return;
      const context = new FilterContext(log, streamStates, last.position);
      const { selection, predicates } = await planFilter(filter, context, { inHistory: true });
      yield await filterEvents(page, [matchesSelection(selection), ...predicates]);
      position = last.position;
    }
  } finally {
    subscriber.close();
  }
}

/** The log's part of a filter, for one event in memory; its streams are among the predicates. */
const matchesSelection =
  ({ types, certainty, after = 0, before = Infinity }: Selection): EventPredicate =>
  (event) =>
    event.position > after &&
    event.position < before &&
    (types?.includes(event.type) ?? true) &&
    (certainty?.includes(event.certainty) ?? true);
