/** A stored record and the event it holds: written here, read here, nowhere else. */
import { hash as digest } from 'node:crypto';
import { type AnyEvent, type EventType, targetOf } from '../../events/catalogue.js';
import type { Certainty, Source } from '../../events/envelope.js';
import type { EventDraft } from '../../events/parse.js';
import { upcast } from '../../events/upcast.js';
import { canonical } from './canonical.js';
import type { StoredRecord } from './eventLog.js';

/** What the log adds to an event that it records. */
export interface Stamp {
  readonly id: string;
  readonly recorded: number;
  readonly recordedAt: string;
  readonly recordedBy: string | undefined;
  readonly position: number;
  readonly revision: number;
  /** The hash of the record before; {@link FIRST_PREVIOUS} for the first. */
  readonly previous: string;
}

/**
 * What is hashed and stored: the event in interchange form exactly as sent (what was absent is
 * absent) and what the log added.
 */
export interface RecordBody {
  readonly also?: readonly string[];
  readonly certainty?: Certainty;
  readonly data: unknown;
  readonly id: string;
  readonly occurred: string;
  readonly position: number;
  readonly previous: string;
  readonly recordedAt: string;
  readonly recordedBy?: string;
  readonly revision: number;
  readonly sources?: readonly Source[];
  readonly stream: string;
  readonly timeZone?: string;
  readonly type: string;
}

/** What the first record names as the hash of the record before it: 64 zeros. */
export const FIRST_PREVIOUS = '0'.repeat(64);

/** Lower-case hex SHA-256 of the UTF-8 of `text`. */
export const sha256 = (text: string): string => digest('sha256', text);

const NONE: readonly never[] = Object.freeze([]);

function event(body: RecordBody, hash: string): AnyEvent {
  return Object.freeze({
    id: body.id,
    stream: body.stream,
    also: body.also ?? NONE,
    type: body.type as EventType,
    occurred: body.occurred,
    ...(body.timeZone === undefined ? {} : { timeZone: body.timeZone }),
    data: body.data,
    sources: body.sources ?? NONE,
    certainty: body.certainty ?? 'REPORTED',
    recordedAt: body.recordedAt,
    recorded: Date.parse(body.recordedAt),
    ...(body.recordedBy === undefined ? {} : { recordedBy: body.recordedBy }),
    position: body.position,
    revision: body.revision,
    hash,
  }) as AnyEvent;
}

/** The record of an event as sent, and the event as it will be read: the draft is left alone. */
export function record(draft: EventDraft, stamp: Stamp): { row: StoredRecord; event: AnyEvent } {
  const { id, recorded, recordedAt, recordedBy, position, revision, previous } = stamp;
  const { also, certainty, data, occurred, sources, stream, timeZone, type } = draft;
  const { value, text: body } = canonical({
    also,
    certainty,
    data,
    id,
    occurred,
    position,
    previous,
    recordedAt,
    recordedBy,
    revision,
    sources,
    stream,
    timeZone,
    type,
  });
  const hash = sha256(body);
  return {
    row: { position, id, stream, revision, type, recorded, body, hash },
    event: event(value as RecordBody, hash),
  };
}

function deepFreeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object') {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}

/** The event in a stored record: upcast, defaults filled in, deeply frozen. */
export function eventOf(row: { readonly body: string; readonly hash: string }): AnyEvent {
  return event(deepFreeze(upcast(JSON.parse(row.body) as RecordBody)), row.hash);
}

/**
 * One line of the interchange format: the canonical JSON of a stored record without what belongs
 * to this log alone (position, revision, the hash before). Importing it into an empty log and
 * exporting again gives the same bytes.
 */
export function interchange(body: string): string {
  const { position, revision, previous, ...sent } = JSON.parse(body) as RecordBody;
  return canonical(sent).text;
}

/** Where an event is, and what decides which histories it appears in. */
export interface Placed {
  readonly position: number;
  readonly stream: string;
  readonly also: readonly string[];
  /** The id of the event that it is about. */
  readonly about: string | undefined;
}

export function placedOf(event: AnyEvent): Placed {
  const { position, stream, also } = event;
  return { position, stream, also, about: targetOf(event) };
}

/**
 * Every stream in whose history an event appears, once each, its own first: its own, `also`, and
 * those in which the event it is about appears, if that was in the log before it.
 */
export function historiesOf(
  event: Placed,
  find: (id: string) => Placed | undefined,
): ReadonlySet<string> {
  const histories = new Set<string>();
  let next: Placed | undefined = event;
  while (next) {
    const here: Placed = next;
    histories.add(here.stream);
    for (const stream of here.also) histories.add(stream);
    next = here.about === undefined ? undefined : find(here.about);
    if (next && next.position >= here.position) next = undefined;
  }
  return histories;
}
