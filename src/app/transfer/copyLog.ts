/**
 * Copying a whole log into another, from one engine to another: positions, recorded instants and
 * hashes stay as they are, so that whatever was noted down of one holds for the other.
 */
import { verify } from '../../log/core/verify.js';
import type { EventLog, Head, StoredRecord } from '../../log/core/eventLog.js';
import { draftOf } from '../../log/core/recordCodec.js';

/** A log cannot be copied: it is broken, or the other already holds something else. */
export class CopyRefused extends Error {
  readonly code = 'COPY_REFUSED';
  constructor(message: string) {
    super(message);
    this.name = 'CopyRefused';
  }
}

export interface CopyOptions {
  /** Checks everything and writes nothing. */
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((stage: 'checked' | 'copied', records: number) => void) | undefined;
}

export interface Copied {
  readonly events: number;
  /** How many of the first were there already, from a copy that was interrupted. */
  readonly before: number;
  /** Of both logs, once the copy is done. */
  readonly head: Pick<Head, 'position' | 'hash'>;
}

async function recordAt(log: EventLog, position: number): Promise<StoredRecord | undefined> {
  for await (const records of log.records(position - 1)) return records[0];
  return undefined;
}

/**
 * Verifies a log and copies it into one that is empty, or that holds the beginning of it: then the
 * rest is added. Throws {@link CopyRefused}, and what either log throws. What is kept beside the
 * events (idempotency keys, promises to readers, checkpoints) stays behind.
 */
export async function copyLog(
  from: EventLog,
  to: EventLog,
  { dryRun = false, onProgress }: CopyOptions = {},
): Promise<Copied> {
  const verified = await verify(from, { progress: (checked) => onProgress?.('checked', checked) });
  if (!verified.ok)
    throw new CopyRefused(
      `${from.url} is broken at position ${verified.position}: ${verified.problem}. Nothing was copied.`,
    );
  const { position: before, hash } = await to.head();
  if (before > 0 && (await recordAt(from, before))?.hash !== hash)
    throw new CopyRefused(
      `${to.url} holds ${before} events that are not the first of ${from.url}. Copy into a new log.`,
    );
  if (dryRun) return { events: verified.count - before, before, head: verified.head };
  let head = { position: before, hash };
  for await (const records of from.records(before)) {
    const drafts = records.map(({ body }) => draftOf(body));
    const { events } = await to.append({ events: drafts, restore: true });
    events.forEach((event, index) => checkSame(records[index], event, from.url));
    head = events.at(-1) ?? head;
    onProgress?.('copied', head.position);
  }
  return {
    events: head.position - before,
    before,
    head: { position: head.position, hash: head.hash },
  };
}

function checkSame(
  record: StoredRecord | undefined,
  event: { readonly position: number; readonly hash: string },
  url: string,
): void {
  if (record?.position !== event.position || record.hash !== event.hash)
    throw new CopyRefused(
      `The copy differs at position ${event.position} from ${url}: someone else wrote to it, or the log is of another version of Parley. Copy into a new log, to which nobody writes.`,
    );
}
