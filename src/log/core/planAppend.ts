/** Decides what an append records. Pure and shared by every engine. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { targetEventId } from '../../../events/links.js';
import type { EventDraft } from '../../../events/parse.js';
import { canonical } from './canonicalJson.js';
import {
  DecisionOutdated,
  DuplicateEvent,
  IdempotencyConflict,
  LogDamaged,
  RestoreRefused,
  RevisionConflict,
} from './errors.js';
import { newId } from './eventIds.js';
import type { Append, AppendCondition, Head, StoredRecord } from './eventLog.js';
import { decodeEvent, draftOf, encodeRecord, sha256 } from './recordCodec.js';
import { type EventLinks, linkedStreams } from '../../../events/links.js';
import { GENESIS_HASH } from '../../../events/recordBody.js';
import type { LinkedEvent } from './streamIndex/streamIndex.js';

/** The first use of an idempotency key. `last` is `first - 1` when it recorded nothing. */
export interface IdempotencyRecord {
  /** SHA-256 of the canonical JSON of the events as sent. */
  readonly digest: string;
  readonly first: number;
  readonly last: number;
}

/** The log's state that an append is checked against; constant while one append is planned. */
export interface AppendStore {
  readonly head: Head;
  /** Nothing may be recorded at or before it; `-Infinity` when none was closed. */
  readonly closedTimestamp: number;
  revision(stream: string): number;
  links(id: string): EventLinks | undefined;
  idempotencyRecord(key: string): IdempotencyRecord | undefined;
  /** Whether a record after the condition's position touches what it names. */
  isViolated(condition: AppendCondition): boolean;
  /** The records from one position to another, both included. */
  records(first: number, last: number): readonly Pick<StoredRecord, 'body' | 'hash'>[];
}

/** One record to write, with its index entries. */
export interface PlannedRecord {
  readonly record: StoredRecord;
  readonly event: AnyEvent;
  /** The id of the event that it targets. */
  readonly target: string | undefined;
  /** The streams in whose history it appears, other than its own. */
  readonly streamLinks: readonly string[];
}

/** A planned record as the stream index takes it. */
export const toLinkedEvent = ({ event, streamLinks }: PlannedRecord): LinkedEvent => ({
  event,
  streams: [event.stream, ...streamLinks],
});

/** What to write for an append; no records when it repeats an earlier one. */
export interface AppendPlan {
  readonly events: readonly AnyEvent[];
  readonly repeated: boolean;
  readonly records: readonly PlannedRecord[];
  /** The head after the append. */
  readonly head: Head;
  readonly idempotency: (IdempotencyRecord & { readonly key: string }) | undefined;
}

const NONE: readonly string[] = Object.freeze([]);

/** The head of an empty log. */
export const EMPTY_HEAD: Head = Object.freeze({
  position: 0,
  hash: '',
  recorded: 0,
  recordedAt: '',
});

/**
 * Checks an append against the log and builds its records. Writes nothing, so a refused append and
 * a dry run leave no trace. `now` is the clock in epoch milliseconds. Throws the errors that
 * {@link Append} names.
 */
export function planAppend(store: AppendStore, append: Append, now: number): AppendPlan {
  const { idempotencyKey: key } = append;
  const digest = key === undefined ? '' : sha256(canonical(append.events));
  const earlier = key === undefined ? undefined : store.idempotencyRecord(key);
  if (key !== undefined && earlier) {
    if (earlier.digest !== digest) throw new IdempotencyConflict(key);
    const events = recordedBefore(store, append, earlier);
    return { events, repeated: true, records: [], head: store.head, idempotency: undefined };
  }
  for (const { stream, revision } of append.expectedRevisions ?? []) {
    const actual = store.revision(stream);
    if (actual !== revision) throw new RevisionConflict(stream, revision, actual);
  }
  const { condition } = append;
  if (condition && condition.position < store.head.position && store.isViolated(condition))
    throw new DecisionOutdated(condition.position);
  const batch = new Batch(store, append, now);
  const records = append.events.map((draft, index) => batch.plan(draft, index));
  const first = store.head.position + 1;
  return {
    events: Object.freeze(records.map(({ event }) => event)),
    repeated: false,
    records,
    head: batch.head,
    idempotency: key === undefined ? undefined : { key, digest, first, last: batch.head.position },
  };
}

/**
 * The events that an earlier use of the append's key recorded. The key only names their positions:
 * throws `LogDamaged` unless what is recorded there is what is sent again.
 */
function recordedBefore(
  store: AppendStore,
  { events, idempotencyKey }: Append,
  { first, last }: IdempotencyRecord,
): readonly AnyEvent[] {
  const records = store.records(first, last);
  const isSame = (draft: EventDraft, index: number) => {
    const record = records[index];
    return record !== undefined && contentOf(draft) === contentOf(draftOf(record.body));
  };
  if (records.length !== events.length || !events.every(isSame))
    throw new LogDamaged(
      `the idempotency key "${idempotencyKey}" stands for the records ${first} to ${last}, which hold other events`,
    );
  return Object.freeze(records.map(decodeEvent));
}

/** What a draft says, whatever the log adds to it. */
const contentOf = (draft: EventDraft): string => {
  const { also, certainty, data, occurred, sources, stream, timeZone, type } = draft;
  return canonical({ also, certainty, data, occurred, sources, stream, timeZone, type });
};

/**
 * Whether nothing can be recorded at or before `instant` any more. A restore may repeat the last
 * recorded instant, so only instants before that one are closed by it.
 */
export function isClosed({ head, closedTimestamp }: AppendStore, instant: number): boolean {
  return instant <= closedTimestamp || (head.position > 0 && instant < head.recorded);
}

const formattedSecond = { at: NaN, text: '' };

/** `toISOString`, computed once a second because it is slow. */
function formatInstant(ms: number): string {
  const at = Math.floor(ms / 1000);
  if (at !== formattedSecond.at) {
    formattedSecond.text = new Date(at * 1000).toISOString().slice(0, -4);
    formattedSecond.at = at;
  }
  return `${formattedSecond.text}${String(ms - at * 1000).padStart(3, '0')}Z`;
}

/** The state of the log after the events of one append that are planned so far. */
class Batch {
  head: Head;
  private readonly revisions = new Map<string, number>();
  private readonly planned = new Map<string, EventLinks>();

  constructor(
    private readonly store: AppendStore,
    private readonly append: Append,
    private readonly now: number,
  ) {
    this.head = store.head;
  }

  plan(draft: EventDraft, index: number): PlannedRecord {
    const time = this.recorded(draft, index);
    const id = draft.id ?? newId(time.recorded);
    if (draft.id !== undefined && this.find(id)) throw new DuplicateEvent(id, index);
    const position = this.head.position + 1;
    const target = targetEventId(draft);
    const links = { position, stream: draft.stream, also: draft.also ?? NONE, target };
    const revision = this.revision(draft.stream) + 1;
    this.revisions.set(draft.stream, revision);
    if (draft.id !== undefined) this.planned.set(id, links);
    const { record, event } = encodeRecord(draft, {
      id,
      position,
      revision,
      ...time,
      recordedBy: (this.append.restore ? draft.recordedBy : undefined) ?? this.append.recordedBy,
      previous: this.head.hash === '' ? GENESIS_HASH : this.head.hash,
    });
    const { hash, recorded } = record;
    this.head = { position, hash, recorded, recordedAt: event.recordedAt };
    return { record, event, target, streamLinks: this.streamLinks(links) };
  }

  private streamLinks(links: EventLinks): readonly string[] {
    if (links.also.length === 0 && links.target === undefined) return NONE;
    const [, ...others] = linkedStreams(links, (id) => this.find(id));
    return others;
  }

  private find(id: string): EventLinks | undefined {
    return this.planned.get(id) ?? this.store.links(id);
  }

  private revision(stream: string): number {
    return this.revisions.get(stream) ?? this.store.revision(stream);
  }

  private recorded(draft: EventDraft, index: number): { recorded: number; recordedAt: string } {
    const { closedTimestamp: closed } = this.store;
    const last = this.head.position === 0 ? -Infinity : this.head.recorded;
    if (this.append.restore && draft.recordedAt !== undefined) {
      const recorded = Date.parse(draft.recordedAt);
      if (recorded < last) throw new RestoreRefused(index, draft.recordedAt, this.head.recordedAt);
      if (recorded <= closed)
        throw new RestoreRefused(index, draft.recordedAt, new Date(closed).toISOString(), true);
      return { recorded, recordedAt: draft.recordedAt };
    }
    const recorded = Math.max(Math.floor(this.now), last + 1, closed + 1);
    return { recorded, recordedAt: formatInstant(recorded) };
  }
}
