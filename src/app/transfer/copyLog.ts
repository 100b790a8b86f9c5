/** Copies a whole log into another, of any engine: positions, instants and hashes stay the same. */
import { verify } from '../../log/core/verify.js';
import type { EventLog, Head, StoredRecord } from '../../log/core/eventLog.js';
import { draftOf } from '../../log/core/recordCodec.js';

/** A log cannot be copied: it is damaged, or the other one holds something else. */
export class CopyRefused extends Error {
  readonly code = 'COPY_REFUSED';
  constructor(message: string) {
    super(message);
    this.name = 'CopyRefused';
  }
}

export interface CopyOptions {
  /** Runs every check and writes nothing. */
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((stage: 'checked' | 'copied', records: number) => void) | undefined;
}

export interface CopyResult {
  /** Number of events copied; in a dry run, to be copied. */
  readonly events: number;
  /** Number of events that the target held before, from a copy that was interrupted. */
  readonly existing: number;
  /** Of both logs, once the copy is done. */
  readonly head: Pick<Head, 'position' | 'hash'>;
}

async function recordAt(log: EventLog, position: number): Promise<StoredRecord | undefined> {
  for await (const records of log.records(position - 1)) return records[0];
  return undefined;
}

/**
 * Verifies a log and copies it into one that is empty or holds its first events; then the rest is
 * added. Reads the source twice, page by page. Throws {@link CopyRefused}, and what either log
 * throws. Idempotency keys and closed timestamps are not copied.
 */
export async function copyLog(
  from: EventLog,
  to: EventLog,
  { dryRun = false, onProgress }: CopyOptions = {},
): Promise<CopyResult> {
  const verified = await verify(from, { progress: (checked) => onProgress?.('checked', checked) });
  if (!verified.ok)
    throw new CopyRefused(
      `${from.url} is broken at position ${verified.position}: ${verified.problem}. Nothing was copied.`,
    );
  const { position: existing, hash } = await to.head();
  if (existing > 0 && (await recordAt(from, existing))?.hash !== hash)
    throw new CopyRefused(
      `${to.url} holds ${existing} events that are not the first of ${from.url}. Copy into a new log.`,
    );
  if (dryRun) return { events: verified.count - existing, existing, head: verified.head };
  let head = { position: existing, hash };
  for await (const records of from.records(existing)) {
    const drafts = records.map(({ body }) => draftOf(body));
    const { events } = await to.append({ events: drafts, restore: true });
    events.forEach((event, index) => assertIdentical(records[index], event, from.url));
    head = events.at(-1) ?? head;
    onProgress?.('copied', head.position);
  }
  return {
    events: head.position - existing,
    existing,
    head: { position: head.position, hash: head.hash },
  };
}

function assertIdentical(
  record: StoredRecord | undefined,
  event: { readonly position: number; readonly hash: string },
  url: string,
): void {
  if (record?.position !== event.position || record.hash !== event.hash)
    throw new CopyRefused(
      `The copy differs at position ${event.position} from ${url}: another process wrote to it, or the log is of another version of Parley. Copy into a new log that nobody writes to.`,
    );
}
