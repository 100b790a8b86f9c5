/** Event sources that a list can page over: the whole log, or the history of a stream at a view. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { EventLog, Head, Selection } from '../../log/core/eventLog.js';
import { eventsOf } from '../readModel/stateEvents.js';
import type { StreamStateCache } from '../readModel/streamStateCache.js';
import { type AsOfResult, cutoffIn } from './asOf.js';
import { effectiveEvents } from './streamHistory.js';

export interface EventSource {
  /** The selected events in pages, each read when it is asked for. */
  read(selection: Selection, pageSize?: number): AsyncIterable<readonly AnyEvent[]>;
  /** Number of events strictly between two positions. */
  count(after: number, before: number): Promise<number>;
}

/** The whole log. Counts are O(1) and stop at `head`. */
export const logSource = (log: EventLog, head: Head): EventSource => ({
  read: (selection, pageSize) => log.read(selection, pageSize),
  count: async (after, before) =>
    Math.max(0, Math.min(before - 1, head.position) - Math.min(after, head.position)),
});

/**
 * The events of a stream that count in a view: those it knows and, where `publicAt` was given,
 * those public and not retracted by then. Counts are O(events of the stream).
 */
export function historySource(
  log: EventLog,
  streamStates: StreamStateCache,
  stream: string,
  { view, asOf }: Pick<AsOfResult<unknown>, 'view' | 'asOf'>,
): EventSource {
  const end = view.position + 1;
  const state = () => streamStates.state(stream, view.position);
  const effective = async () =>
    effectiveEvents(streamStates.knowledgeView(await state(), cutoffIn({ view, asOf })));
  return {
    async *read(selection, pageSize) {
      const before = Math.min(selection.before ?? end, end);
      const pages = log.read({ ...selection, streams: [stream], before }, pageSize);
      if (asOf.publicAt === undefined) {
        yield* pages;
        return;
      }
      const counted = await effective();
      for await (const page of pages) yield page.filter(({ id }) => counted.has(id));
    },
    async count(after, before) {
      const events =
        asOf.publicAt === undefined ? eventsOf(await state()) : (await effective()).values();
      const last = Math.min(before, end);
      return [...events].filter(({ position }) => position > after && position < last).length;
    },
  };
}
