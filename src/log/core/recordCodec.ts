/** Codec between events and stored records; the only place that reads or writes a record's body. */
import { hash as digest } from 'node:crypto';
import { type AnyEvent, targetEventId } from '../../../events/catalogue.js';
import type { Certainty, Recorded, Source } from '../../../events/envelope.js';
import type { EventDraft } from '../../../events/parse.js';
import { upcast } from '../../../events/upcast.js';
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

/**
 * What is hashed and stored: the event in the interchange format exactly as sent (undefined fields
 * are absent) and the log's metadata.
 */
export interface RecordBody {
  readonly also?: readonly string[] | undefined;
  readonly certainty?: Certainty | undefined;
  readonly data: unknown;
  readonly id: string;
  readonly occurred: string;
  readonly position: number;
  readonly previous: string;
  readonly recordedAt: string;
  readonly recordedBy?: string | undefined;
  readonly revision: number;
  readonly sources?: readonly Source[] | undefined;
  readonly stream: string;
  readonly timeZone?: string | undefined;
  readonly type: string;
}

/** `previous` of the first record: 64 zeros. */
export const GENESIS_HASH = '0'.repeat(64);

/** Lower-case hex SHA-256 of the UTF-8 of `text`. */
export const sha256 = (text: string): string => digest('sha256', text);

const NONE: readonly never[] = Object.freeze([]);

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function toEvent(body: RecordBody, recorded: number, hash: string): AnyEvent {
  const event: Writable<Recorded> = {
    id: body.id,
    stream: body.stream,
    also: body.also ?? NONE,
    type: body.type,
    occurred: body.occurred,
    data: body.data,
    sources: body.sources ?? NONE,
    certainty: body.certainty ?? 'REPORTED',
    recordedAt: body.recordedAt,
    recorded,
    position: body.position,
    revision: body.revision,
    hash,
  };
  if (body.timeZone !== undefined) event.timeZone = body.timeZone;
  if (body.recordedBy !== undefined) event.recordedBy = body.recordedBy;
  return Object.freeze(event) as AnyEvent;
}

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

/** Deeply freezes a JSON value; returns it. */
export function deepFreeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object') {
    for (const key in value) deepFreeze(value[key]);
    Object.freeze(value);
  }
  return value;
}

/**
 * The event in a stored record: upcast, defaults filled in, deeply frozen. Throws `LogDamaged`
 * when the body does not match its hash.
 */
export function decodeEvent(record: { readonly body: string; readonly hash: string }): AnyEvent {
  if (sha256(record.body) !== record.hash)
    throw new LogDamaged('the body of a record does not match its hash');
  const body = deepFreeze(upcast(JSON.parse(record.body) as RecordBody));
  return toEvent(body, Date.parse(body.recordedAt), record.hash);
}

/** The draft that a stored record was made from: without position, revision and previous hash. */
export function draftOf(body: string): EventDraft {
  const draft = JSON.parse(body) as Partial<Writable<RecordBody>>;
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

/** What decides in which histories an event appears. */
export interface EventLinks {
  readonly position: number;
  readonly stream: string;
  readonly also: readonly string[];
  /** The id of the event that it targets. */
  readonly target: string | undefined;
}

export function linksOf(event: AnyEvent): EventLinks {
  const { position, stream, also } = event;
  return { position, stream, also, target: targetEventId(event) };
}

/**
 * Every stream in whose history an event appears, once each, its own first: its own, `also`, and
 * those of the event it targets, if that event precedes it. O(length of the target chain).
 */
export function linkedStreams(
  event: EventLinks,
  find: (id: string) => EventLinks | undefined,
): ReadonlySet<string> {
  const streams = new Set<string>();
  let next: EventLinks | undefined = event;
  while (next) {
    const current: EventLinks = next;
    streams.add(current.stream);
    for (const stream of current.also) streams.add(stream);
    next = current.target === undefined ? undefined : find(current.target);
    if (next && next.position >= current.position) next = undefined;
  }
  return streams;
}
