/** Event sources that a list can page over: the whole log, or the history of a stream at a view. */
import type { AnyEvent } from '../../../../events/catalogue.js';
import type { EventLog, Head, Selection } from '../../../log/core/eventLog.js';
import { eventsOf } from '../../readModel/stateEvents.js';
import type { ReadIndex } from '../../readModel/readIndex.js';
import type { StreamStateCache } from '../../readModel/streamStateCache.js';
import { type AsOfResult, cutoffIn } from '../asOf.js';
import { effectiveEvents } from '../streamHistory.js';

const DEFAULT_PAGE_SIZE = 500;

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
 * The events of the log that may contain all of these trigrams, by the index of texts; all events
 * where there is none. Types and certainties are judged here, streams are not.
 */
export function textSource(
  log: EventLog,
  index: ReadIndex,
  head: Head,
  trigrams: readonly string[],
): EventSource {
  const whole = logSource(log, head);
  if (trigrams.length === 0) return whole;
  return {
    ...whole,
    async *read(selection, pageSize = DEFAULT_PAGE_SIZE) {
      const { types, certainty, backwards = false } = selection;
      let { after = 0, before = Number.MAX_SAFE_INTEGER } = selection;
      for (;;) {
        const query = { trigrams, after, before, backwards, limit: pageSize };
        const places = await index.search(query, head.position);
        if (!places) {
          yield* whole.read(selection, pageSize);
          return;
        }
        const events = await log.byId(places.map(({ id }) => id));
        yield events
          .filter((event) => event !== undefined)
          .filter(
            (event) =>
              (types?.includes(event.type) ?? true) &&
              (certainty?.includes(event.certainty) ?? true),
          );
        const last = places.at(-1);
        if (!last || places.length < pageSize) return;
        if (backwards) before = last.position;
        else after = last.position;
      }
    },
  };
}

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
