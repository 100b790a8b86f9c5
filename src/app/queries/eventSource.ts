/** What lists of events are read from: the whole log, or the history of one stream at a view. */
import type { EventLog, Head } from '../../log/core/eventLog.js';
import { type AsOf, knowledgeIn, type View } from './asOf.js';
import type { Dossiers } from '../readModel/streamStateCache.js';
import type { Shelf } from './eventList.js';
import { filed, standing } from './streamHistory.js';

/** The whole log, as long as it was at `head` where it is counted. */
export const wholeLog = (log: EventLog, head: Head): Shelf => ({
  read: (selection, pageSize) => log.read(selection, pageSize),
  count: async (after, before) =>
    Math.max(0, Math.min(before - 1, head.position) - Math.min(after, head.position)),
});

/**
 * The events of a stream that count in a view: those it knows and, where `publicAt` was given,
 * those that stood and were public by then.
 */
export function historyIn(
  log: EventLog,
  dossiers: Dossiers,
  stream: string,
  { view, asOf }: { readonly view: View; readonly asOf: AsOf },
): Shelf {
  const end = view.position + 1;
  const dossier = () => dossiers.dossier(stream, view.position);
  const reading = async () => dossiers.reading(await dossier(), knowledgeIn({ view, asOf }));
  return {
    async *read(selection, pageSize) {
      const before = Math.min(selection.before ?? end, end);
      const pages = log.read({ ...selection, streams: [stream], before }, pageSize);
      if (asOf.publicAt === undefined) {
        yield* pages;
        return;
      }
      const stood = standing(await reading());
      for await (const page of pages) yield page.filter(({ id }) => stood.has(id));
    },
    async count(after, before) {
      const events =
        asOf.publicAt === undefined
          ? filed(await dossier())
          : [...standing(await reading()).values()];
      const last = Math.min(before, end);
      return [...events].filter(({ position }) => position > after && position < last).length;
    },
  };
}
