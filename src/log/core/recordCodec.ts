/** A stored record and the event it holds: written here, read here, nowhere else. */
import { hash as digest } from 'node:crypto';
import { type AnyEvent, targetEventId } from '../../../events/catalogue.js';
import type { Certainty, Recorded, Source } from '../../../events/envelope.js';
import type { EventDraft } from '../../../events/parse.js';
import { upcast } from '../../../events/upcast.js';
import { canonical, OrderedCopy } from './canonicalJson.js';
import { LogDamaged } from './errors.js';
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
 * What is hashed and stored: the event in interchange form exactly as sent (what is
 * undefined is absent) and what the log added.
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

/** What the first record names as the hash of the record before it: 64 zeros. */
export const FIRST_PREVIOUS = '0'.repeat(64);

/** Lower-case hex SHA-256 of the UTF-8 of `text`. */
export const sha256 = (text: string): string => digest('sha256', text);

const NONE: readonly never[] = Object.freeze([]);

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function event(body: RecordBody, recorded: number, hash: string): AnyEvent {
  const read: Writable<Recorded> = {
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
  if (body.timeZone !== undefined) read.timeZone = body.timeZone;
  if (body.recordedBy !== undefined) read.recordedBy = body.recordedBy;
  return Object.freeze(read) as AnyEvent;
}

/** The record of an event as sent, and the event as it will be read: the draft is left alone. */
export function record(draft: EventDraft, stamp: Stamp): { row: StoredRecord; event: AnyEvent } {
  const { id, recorded, position, revision } = stamp;
  const { stream, type } = draft;
  const copy = new OrderedCopy();
  // In canonical order: this is what is written.
  const body: RecordBody = {
    also: copy.of(draft.also),
    certainty: draft.certainty,
    data: copy.of(draft.data),
    id,
    occurred: draft.occurred,
    position,
    previous: stamp.previous,
    recordedAt: stamp.recordedAt,
    recordedBy: stamp.recordedBy,
    revision,
    sources: copy.of(draft.sources),
    stream,
    timeZone: draft.timeZone,
    type,
  };
  const text = copy.write(body);
  const hash = sha256(text);
  return {
    row: { position, id, stream, revision, type, recorded, body: text, hash },
    event: event(body, recorded, hash),
  };
}

/** Freezes a value read from JSON and all that is in it; returns it. */
export function deepFreeze<Value>(value: Value): Value {
  if (value !== null && typeof value === 'object') {
    for (const key in value) deepFreeze(value[key]);
    Object.freeze(value);
  }
  return value;
}

/**
 * The event in a stored record: upcast, defaults filled in, deeply frozen. Throws `LogDamaged`
 * when the record is not what was written: a wrong answer would be worse than none.
 */
export function eventOf(row: { readonly body: string; readonly hash: string }): AnyEvent {
  if (sha256(row.body) !== row.hash)
    throw new LogDamaged('a record is not what its hash was made from');
  const body = deepFreeze(upcast(JSON.parse(row.body) as RecordBody));
  return event(body, Date.parse(body.recordedAt), row.hash);
}

/** What was sent of a stored record: without what belongs to its log alone. */
export function sentOf(body: string): EventDraft {
  const sent = JSON.parse(body) as Partial<Writable<RecordBody>>;
  delete sent.position;
  delete sent.revision;
  delete sent.previous;
  return sent as EventDraft;
}

/**
 * One line of the interchange format: the canonical JSON of a stored record without what belongs
 * to this log alone (position, revision, the hash before). Importing it into an empty log and
 * exporting again gives the same bytes.
 */
export const interchange = (body: string): string => canonical(sentOf(body));

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
  return { position, stream, also, about: targetEventId(event) };
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
