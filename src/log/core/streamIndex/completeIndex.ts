/** Brings a stream index up to date with the events of its log. */
import type { AnyEvent } from '../../../../events/catalogue.js';
import { INDEX_VERSION } from '../../../../events/indexKeys.js';
import type { EventLog } from '../eventLog.js';
import { type EventLinks, linkedStreams, linksOf } from '../../../../events/links.js';
import { type IndexState, indexBatch, type LinkedEvent, type StreamIndex } from './streamIndex.js';

/** Events indexed in one transaction. */
const BATCH_SIZE = 1_000;

/** Told after each batch: the position reached, and the head of the log. */
export type IndexProgress = (position: number, head: number) => void;

/** Each event of a page with the streams in whose history it appears. One lookup per level of annotation. */
async function withLinks(
  log: Pick<EventLog, 'byId'>,
  page: readonly AnyEvent[],
): Promise<readonly LinkedEvent[]> {
  const links = new Map<string, EventLinks>(page.map((event) => [event.id, linksOf(event)]));
  for (let missing = targetsIn(links); missing.length > 0; missing = targetsIn(links)) {
    const found = await log.byId(missing);
    missing.forEach((id, index) => {
      const target = found[index];
      // One that the log does not have links to nothing: as if it came later.
      const absent = { position: Infinity, stream: '', also: [], target: undefined };
      links.set(id, target ? linksOf(target) : absent);
    });
  }
  return page.map((event) => ({
    event,
    streams: linkedStreams(linksOf(event), (id) => links.get(id)),
  }));
}

const targetsIn = (links: ReadonlyMap<string, EventLinks>): readonly string[] => [
  ...new Set(
    [...links.values()].flatMap(({ target }) =>
      target === undefined || links.has(target) ? [] : [target],
    ),
  ),
];

async function firstPage(log: EventLog, after: number): Promise<readonly AnyEvent[]> {
  for await (const page of log.read({ after }, BATCH_SIZE)) return page;
  return [];
}

/** Whether the index was made from this log: the record that it ends with is in it. */
async function isOfLog(log: EventLog, { position, recordHash }: IndexState): Promise<boolean> {
  if (position === 0) return true;
  for await (const [record] of log.read({ after: position - 1, before: position + 1 }, 1))
    return record?.hash === recordHash;
  return false;
}

/**
 * Brings `index` up to the head of the log: all of it when it is of an older version or of another
 * log, else what is missing. False when it cannot: it belongs to a newer version, or this process
 * cannot write it. O(events missing), in batches that appends do not wait for. Rejects with
 * `LogUnavailable` when the log cannot be read or written.
 */
export async function completeIndex(
  log: EventLog,
  index: StreamIndex = log.index,
  progress?: IndexProgress,
): Promise<boolean> {
  for (let checked = false; ;) {
    const state = await index.state();
    if (state.version > INDEX_VERSION) return false;
    const head = await log.head();
    const isCurrent = state.version === INDEX_VERSION && (checked || (await isOfLog(log, state)));
    if (isCurrent && state.position >= head.position) return true;
    if (!index.writable) return false;
    if (!isCurrent) await index.clear(state);
    else {
      const page = await firstPage(log, state.position);
      await index.write(indexBatch(state.position, await withLinks(log, page)));
      progress?.(Math.min(state.position + page.length, head.position), head.position);
    }
    checked = true;
  }
}

/**
 * Makes the index anew from all events, whatever it holds. False, and nothing is changed, when it
 * belongs to a newer version or this process cannot write it. O(events), as {@link completeIndex};
 * servers go on meanwhile, and wait for it with reads that need the index.
 */
export async function remakeIndex(log: EventLog, progress?: IndexProgress): Promise<boolean> {
  const { index } = log;
  if (!index.writable) return false;
  for (;;) {
    const state = await index.state();
    if (state.version > INDEX_VERSION) return false;
    await index.clear(state);
    // An append may have come between: then nothing was emptied. Only emptying takes it back.
    const { position } = await index.state();
    if (position === 0 || position < state.position) return completeIndex(log, index, progress);
  }
}
