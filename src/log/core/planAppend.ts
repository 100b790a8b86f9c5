/** What an append records: decided here, once, for every engine. */
import { type AnyEvent, targetEventId } from '../../../events/catalogue.js';
import type { EventDraft } from '../../../events/parse.js';
import { canonical } from './canonicalJson.js';
import {
  DecisionOutdated,
  DuplicateEvent,
  IdempotencyConflict,
  RestoreRefused,
  RevisionConflict,
} from './errors.js';
import type { Append, Basis, Head, StoredRecord } from './eventLog.js';
import { newId } from './eventIds.js';
import { FIRST_PREVIOUS, historiesOf, type Placed, record, sha256 } from './recordCodec.js';

/** The first use of an idempotency key. `last` is `first - 1` when it recorded nothing. */
export interface Remembered {
  readonly digest: string;
  readonly first: number;
  readonly last: number;
}

/** What stamping must know of a log; it must not change while an append is stamped. */
export interface Ledger {
  readonly head: Head;
  /** Nothing may be recorded at or before it; `-Infinity` when nothing was promised. */
  readonly floor: number;
  revision(stream: string): number;
  placed(id: string): Placed | undefined;
  remembered(key: string): Remembered | undefined;
  /** Whether what a decision rests on has changed since it was looked at. */
  isOutdated(basis: Basis): boolean;
  /** The events from one position to another, both included. */
  events(first: number, last: number): readonly AnyEvent[];
}

/** One record with the entries by which it will be found. */
export interface Recording {
  readonly row: StoredRecord;
  readonly event: AnyEvent;
  readonly about: string | undefined;
  /** The streams in whose history it appears besides its own. */
  readonly guestOf: readonly string[];
}

/** What to write for an append; nothing at all when it repeats an earlier one. */
export interface Stamped {
  readonly events: readonly AnyEvent[];
  readonly repeated: boolean;
  readonly recordings: readonly Recording[];
  readonly head: Head;
  readonly remember: (Remembered & { readonly key: string }) | undefined;
}

const NOWHERE: readonly string[] = Object.freeze([]);

/** The head of a log that holds nothing. */
export const EMPTY: Head = Object.freeze({ position: 0, hash: '', recorded: 0, recordedAt: '' });

/**
 * Checks an append against the log and makes its records. It writes nothing, so a refused append
 * and a dry run leave no trace. `now` is the clock's epoch milliseconds. Throws what
 * {@link Append} promises.
 */
export function stamp(ledger: Ledger, append: Append, now: number): Stamped {
  const { idempotencyKey: key } = append;
  const digest = key === undefined ? '' : sha256(canonical(append.events));
  const known = key === undefined ? undefined : ledger.remembered(key);
  if (key !== undefined && known) {
    if (known.digest !== digest) throw new IdempotencyConflict(key);
    const events = ledger.events(known.first, known.last);
    return { events, repeated: true, recordings: [], head: ledger.head, remember: undefined };
  }
  for (const { stream, revision } of append.expectedRevisions ?? []) {
    const actual = ledger.revision(stream);
    if (actual !== revision) throw new RevisionConflict(stream, revision, actual);
  }
  const { basis } = append;
  if (basis && basis.position < ledger.head.position && ledger.isOutdated(basis))
    throw new DecisionOutdated(basis.position);
  const batch = new Batch(ledger, append, now);
  const recordings = append.events.map((draft, index) => batch.record(draft, index));
  const first = ledger.head.position + 1;
  return {
    events: Object.freeze(recordings.map(({ event }) => event)),
    repeated: false,
    recordings,
    head: batch.head,
    remember: key === undefined ? undefined : { key, digest, first, last: batch.head.position },
  };
}

/**
 * Whether nothing can be recorded at or before `instant` any more. A restore may repeat the
 * instant recorded last, so only what lies before that one is sure.
 */
export function isSettled({ head, floor }: Ledger, instant: number): boolean {
  return instant <= floor || (head.position > 0 && instant < head.recorded);
}

const second = { at: NaN, text: '' };

/** `toISOString`, which is dear, once a second only. */
function instantText(ms: number): string {
  const at = Math.floor(ms / 1000);
  if (at !== second.at) {
    second.text = new Date(at * 1000).toISOString().slice(0, -4);
    second.at = at;
  }
  return `${second.text}${String(ms - at * 1000).padStart(3, '0')}Z`;
}

/** The log as it would be after the events of an append stamped so far. */
class Batch {
  head: Head;
  private readonly revisions = new Map<string, number>();
  private readonly placed = new Map<string, Placed>();

  constructor(
    private readonly ledger: Ledger,
    private readonly append: Append,
    private readonly now: number,
  ) {
    this.head = ledger.head;
  }

  record(draft: EventDraft, index: number): Recording {
    const time = this.recorded(draft, index);
    const id = draft.id ?? newId(time.recorded);
    if (draft.id !== undefined && this.find(id)) throw new DuplicateEvent(id, index);
    const position = this.head.position + 1;
    const about = targetEventId(draft);
    const place = { position, stream: draft.stream, also: draft.also ?? NOWHERE, about };
    const revision = this.revision(draft.stream) + 1;
    this.revisions.set(draft.stream, revision);
    if (draft.id !== undefined) this.placed.set(id, place);
    const { row, event } = record(draft, {
      id,
      position,
      revision,
      ...time,
      recordedBy: (this.append.restore ? draft.recordedBy : undefined) ?? this.append.recordedBy,
      previous: this.head.hash === '' ? FIRST_PREVIOUS : this.head.hash,
    });
    this.head = { position, hash: row.hash, recorded: row.recorded, recordedAt: event.recordedAt };
    return { row, event, about, guestOf: this.guestOf(place) };
  }

  private guestOf(place: Placed): readonly string[] {
    if (place.also.length === 0 && place.about === undefined) return NOWHERE;
    const [, ...others] = historiesOf(place, (id) => this.find(id));
    return others;
  }

  private find(id: string): Placed | undefined {
    return this.placed.get(id) ?? this.ledger.placed(id);
  }

  private revision(stream: string): number {
    return this.revisions.get(stream) ?? this.ledger.revision(stream);
  }

  private recorded(draft: EventDraft, index: number): { recorded: number; recordedAt: string } {
    const { floor } = this.ledger;
    const last = this.head.position === 0 ? -Infinity : this.head.recorded;
    if (this.append.restore && draft.recordedAt !== undefined) {
      const recorded = Date.parse(draft.recordedAt);
      if (recorded < last) throw new RestoreRefused(index, draft.recordedAt, this.head.recordedAt);
      if (recorded <= floor)
        throw new RestoreRefused(index, draft.recordedAt, new Date(floor).toISOString(), true);
      return { recorded, recordedAt: draft.recordedAt };
    }
    const recorded = Math.max(Math.floor(this.now), last + 1, floor + 1);
    return { recorded, recordedAt: instantText(recorded) };
  }
}
