/** Codec between events and stored records; the only place that reads or writes a record's body. */
import { hash as digest } from 'node:crypto';
import type { AnyEvent } from '../../../events/catalogue.js';
import type { EventDraft } from '../../../events/parse.js';
import { eventInBody, type RecordBody, toEvent } from '../../../events/recordBody.js';
import { canonical, OrderedCopy } from './canonicalJson.js';
import { LogDamaged } from './errors.js';
import type { StoredRecord } from './eventLog.js';

/** What the log adds to an event when it records it. */
export interface RecordMetadata {
  readonly id: string;
  readonly recorded: number;
  readonly recordedAt: string;
  readonly recordedBy: string | undefined;
  readonly position: number;
  readonly revision: number;
  /** Hash of the preceding record; {@link GENESIS_HASH} for the first. */
  readonly previous: string;
}

/** Lower-case hex SHA-256 of the UTF-8 of `text`. */
export const sha256 = (text: string): string => digest('sha256', text);

/** The record of a draft, and the event as it will be read. The draft is not modified. */
export function encodeRecord(
  draft: EventDraft,
  metadata: RecordMetadata,
): { record: StoredRecord; event: AnyEvent } {
  const { id, recorded, position, revision } = metadata;
  const { stream, type } = draft;
  const copy = new OrderedCopy();
  // Keys in canonical order: `write` relies on it.
  const content: RecordBody = {
    also: copy.of(draft.also),
    certainty: draft.certainty,
    data: copy.of(draft.data),
    id,
    occurred: draft.occurred,
    position,
    previous: metadata.previous,
    recordedAt: metadata.recordedAt,
    recordedBy: metadata.recordedBy,
    revision,
    sources: copy.of(draft.sources),
    stream,
    timeZone: draft.timeZone,
    type,
  };
  const body = copy.write(content);
  const hash = sha256(body);
  return {
    record: { position, id, stream, revision, type, recorded, body, hash },
    event: toEvent(content, recorded, hash),
  };
}

/**
 * The event in a stored record: upcast, defaults filled in, deeply frozen. Throws `LogDamaged`
 * when the body does not match its hash.
 */
export function decodeEvent(record: { readonly body: string; readonly hash: string }): AnyEvent {
  if (sha256(record.body) !== record.hash)
    throw new LogDamaged('the body of a record does not match its hash');
  return eventInBody(record.body, record.hash);
}

/** The draft that a stored record was made from: without position, revision and previous hash. */
export function draftOf(body: string): EventDraft {
  const draft = JSON.parse(body) as { -readonly [Key in keyof RecordBody]?: RecordBody[Key] };
  delete draft.position;
  delete draft.revision;
  delete draft.previous;
  return draft as EventDraft;
}

/**
 * One line of the interchange format: the canonical JSON of {@link draftOf}. Importing it into an
 * empty log and exporting again gives the same bytes.
 */
export const interchangeLine = (body: string): string => canonical(draftOf(body));
