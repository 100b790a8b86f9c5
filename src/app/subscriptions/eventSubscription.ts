/** The events that a filter lets through: those after a cursor, without a gap, then live. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { ServerStopping } from '../../log/core/errors.js';
import type { EventLog, Selection } from '../../log/core/eventLog.js';
import type { LogTail } from '../../log/core/logTail.js';
import { Background } from '../queries/filterContext.js';
import type { Dossiers } from '../readModel/streamStateCache.js';
import { type EventFilter, sieveOf, type Test } from '../queries/eventFilter.js';
import { EventList, sifted } from '../queries/eventList.js';
import { wholeLog } from '../queries/eventSource.js';

/** What following needs of the door. */
export interface Ground {
  readonly log: EventLog;
  readonly dossiers: Dossiers;
  readonly tail: LogTail;
}

const PAGE = 500;

/**
 * The events after a position that the filter lets through, in log order, in pages that are
 * each read when the one before has been taken; then those that are appended, as they come. From
 * now on where no position is given. Ends when the signal is aborted. Throws `SlowConsumer`,
 * `ServerStopping`, and what `sieveOf` throws.
 */
export async function* followEvents(
  { log, dossiers, tail }: Ground,
  filter: EventFilter,
  after: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<readonly AnyEvent[], void, undefined> {
  const follower = await tail.subscribe();
  try {
    let position = after ?? follower.position;
    // Bad input is told at once, even when nothing lies behind.
    await sieveOf(filter, new Background(log, dossiers, position), false);
    // While what lies behind is read, more comes: read on until there is nothing left behind.
    for (let end = follower.position; position < end; end = follower.position) {
      const background = new Background(log, dossiers, end);
      const sieve = await sieveOf(filter, background, false);
      const list = new EventList(wholeLog(log, await log.head()), sieve, background);
      for await (const page of list.pages({ after: position, before: end + 1 }, PAGE)) {
        yield page;
        position = page.at(-1)?.position ?? position;
        if (signal.aborted) return;
        if (follower.stopped) throw new ServerStopping(position);
      }
      position = end;
    }
    while (!signal.aborted) {
      const page = await follower.after(position, signal);
      const last = page.at(-1);
      if (!last) return;
      const background = new Background(log, dossiers, last.position);
      const { selection, tests } = await sieveOf(filter, background, true);
      yield await sifted(page, [among(selection), ...tests]);
      position = last.position;
    }
  } finally {
    follower.close();
  }
}

/** What the log finds by itself, asked of one event; its streams are among the tests. */
const among =
  ({ types, certainty, after = 0, before = Infinity }: Selection): Test =>
  (event) =>
    event.position > after &&
    event.position < before &&
    (types?.includes(event.type) ?? true) &&
    (certainty?.includes(event.certainty) ?? true);
