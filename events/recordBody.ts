/** What a log hashes and stores of an event, and the event as it is read again. */
import type { AnyEvent } from './catalogue.js';
import type { Certainty, Recorded, Source } from './envelope.js';
import { upcast } from './upcast.js';

/** `previous` of the first record: 64 zeros. */
export const GENESIS_HASH = '0'.repeat(64);

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

const NONE: readonly never[] = Object.freeze([]);

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** The event of a body whose hash this is; the body is frozen. */
export function toEvent(body: RecordBody, recorded: number, hash: string): AnyEvent {
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

/** Deeply freezes a JSON value; returns it. */
export function deepFreeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object') {
    for (const key in value) deepFreeze(value[key]);
    Object.freeze(value);
  }
  return value;
}

/** The event in a stored body: upcast, defaults filled in, deeply frozen. Nothing is verified. */
export function eventInBody(text: string, hash: string): AnyEvent {
  const body = deepFreeze(upcast(JSON.parse(text) as RecordBody));
  return toEvent(body, Date.parse(body.recordedAt), hash);
}
