/** Append store in PostgreSQL: lookups for planning a group of appends, and writing the plans. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { targetEventId } from '../../../events/links.js';
import { LogUnavailable } from '../core/errors.js';
import type { Append, AppendCondition, Head } from '../core/eventLog.js';
import type { Session } from './connections.js';
import { decodeEvent, sha256 } from '../core/recordCodec.js';
import { type EventLinks, linksOf } from '../../../events/links.js';
import {
  EMPTY_HEAD,
  type AppendStore,
  type PlannedRecord,
  type IdempotencyRecord,
  type AppendPlan,
  toLinkedEvent,
} from '../core/planAppend.js';
import { indexBatch } from '../core/streamIndex/streamIndex.js';
import { batchValues, writeBatch } from './streamIndex.js';

/** The head, as locked for an append or read for a dry run. */
export interface HeadRow {
  readonly position: number;
  readonly hash: string;
  readonly recorded: number | null;
  /** Body of the last record; null in an empty log. */
  readonly body: string | null;
  readonly closedTimestamp: number | null;
}

interface BodyRow {
  readonly body: string;
  readonly hash: string;
}

interface LookupRow {
  /** A stream with its revision, an idempotency key with its record, or an event. */
  readonly kind: 'stream' | 'key' | 'event';
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/**
 * Everything that planning a group of appends needs, in one statement: the revisions of streams
 * ($1), the events with given ids and the chains of events that they target ($2), and the records
 * of idempotency keys ($3) with their events.
 */
const lookUp = (schema: string): string => `
  WITH RECURSIVE used AS (
    SELECT key_hash, digest, first_position, last_position
    FROM ${schema}.idempotency_keys WHERE key_hash = ANY ($3::text[])
  ), chain (position) AS (
    SELECT position FROM ${schema}.events WHERE id = ANY ($2::text[])
    UNION
    SELECT e.position FROM chain
      JOIN ${schema}.event_targets t ON t.position = chain.position
      JOIN ${schema}.events e ON e.id = t.target
  ), found AS (
    SELECT position FROM chain
    UNION
    SELECT e.position FROM used JOIN ${schema}.events e ON e.position BETWEEN first_position AND last_position
  )
  SELECT 'stream' AS kind, s.name, e.revision AS first, 0::bigint AS last, '' AS text
    FROM unnest($1::text[]) AS s(name) CROSS JOIN LATERAL (
      SELECT revision FROM ${schema}.events WHERE stream = s.name ORDER BY position DESC LIMIT 1
    ) e
  UNION ALL SELECT 'key', key_hash, first_position, last_position, digest FROM used
  UNION ALL SELECT 'event', hash, position, 0, body FROM found JOIN ${schema}.events USING (position)`;

/** Whether an event after $1 targets these events ($2) or is in the history of these streams ($3). */
const violates = (schema: string): string => `
  SELECT EXISTS (SELECT FROM ${schema}.event_targets WHERE target = ANY ($2::text[]) AND position > $1)
    OR EXISTS (SELECT FROM ${schema}.events WHERE stream = ANY ($3::text[]) AND position > $1)
    OR EXISTS (SELECT FROM ${schema}.stream_links WHERE stream = ANY ($3::text[]) AND position > $1)
    AS violated`;

const write = (schema: string): string => `
  WITH event AS (
    INSERT INTO ${schema}.events (position, id, stream, revision, type, recorded, hash, body)
    SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[],
      $6::bigint[], $7::text[], $8::text[])
  ), link AS (
    INSERT INTO ${schema}.stream_links (stream, position) SELECT * FROM unnest($9::text[], $10::bigint[])
  ), target AS (
    INSERT INTO ${schema}.event_targets (target, position) SELECT * FROM unnest($11::text[], $12::bigint[])
  ), key AS (
    INSERT INTO ${schema}.idempotency_keys (key_hash, digest, first_position, last_position)
    SELECT * FROM unnest($13::text[], $14::text[], $15::bigint[], $16::bigint[])
  )
  ${writeBatch(schema, 17)}`;

/** State of the log in one transaction, for the appends that were looked up. */
export class PostgresAppendStore implements AppendStore {
  head: Head = EMPTY_HEAD;
  readonly closedTimestamp: number;
  private readonly revisions = new Map<string, number>();
  private readonly byId = new Map<string, AnyEvent>();
  private readonly byPosition = new Map<number, BodyRow>();
  private readonly violated = new Set<AppendCondition>();
  private readonly idempotency = new Map<string, IdempotencyRecord>();
  private readonly planned: PlannedRecord[] = [];
  /** Where the log ended before this group. */
  private readonly start: number;
  private readonly newKeys: (IdempotencyRecord & { readonly keyHash: string })[] = [];

  constructor(
    private readonly session: Session,
    private readonly schema: string,
    /** The only row of the head query. */
    [row]: readonly HeadRow[],
  ) {
    if (!row)
      throw new LogUnavailable('The table head is empty. Restore the tables from a backup.');
    const { position, hash, body, closedTimestamp } = row;
    this.start = position;
    this.closedTimestamp = closedTimestamp ?? -Infinity;
    if (body === null) return;
    const { recorded, recordedAt } = decodeEvent({ body, hash });
    this.head = Object.freeze({ position, hash, recorded, recordedAt });
  }

  /** Fetches what planning these appends needs. One query, and one for each append condition. */
  async lookUp(appends: readonly Append[]): Promise<void> {
    const streams = new Set<string>();
    const ids = new Set<string>();
    const keys = new Set<string>();
    for (const { events, expectedRevisions = [], idempotencyKey } of appends) {
      if (idempotencyKey !== undefined) keys.add(keyHashOf(idempotencyKey));
      for (const { stream } of expectedRevisions) streams.add(stream);
      for (const draft of events) {
        streams.add(draft.stream);
        if (draft.id !== undefined) ids.add(draft.id);
        const target = targetEventId(draft);
        if (target !== undefined) ids.add(target);
      }
    }
    const values = [streams, ids, keys].map((names) => [...names].filter(isText));
    const found = await this.session.query<LookupRow>(lookUp(this.schema), values);
    for (const row of found) this.cache(row);
    for (const { condition } of appends) if (condition) await this.check(condition);
  }

  private async check(condition: AppendCondition): Promise<void> {
    const { position, events, streams } = condition;
    if (position >= this.head.position) return;
    const [row] = await this.session.query<{ violated: boolean }>(violates(this.schema), [
      position,
      events,
      streams,
    ]);
    if (row?.violated) this.violated.add(condition);
  }

  isViolated(condition: AppendCondition): boolean {
    const { events, streams } = condition;
    return (
      this.violated.has(condition) ||
      // Records planned earlier in this group count, too.
      this.planned.some(
        ({ record, target, streamLinks }) =>
          (target !== undefined && events.includes(target)) ||
          [record.stream, ...streamLinks].some((stream) => streams.includes(stream)),
      )
    );
  }

  private cache({ kind, name, first, last, text }: LookupRow): void {
    if (kind === 'stream') this.revisions.set(name, first);
    else if (kind === 'key') this.idempotency.set(name, { digest: text, first, last });
    else this.cacheEvent({ body: text, hash: name });
  }

  private cacheEvent(record: BodyRow, event = decodeEvent(record)): void {
    this.byId.set(event.id, event);
    this.byPosition.set(event.position, record);
  }

  revision(stream: string): number {
    return this.revisions.get(stream) ?? 0;
  }

  links(id: string): EventLinks | undefined {
    const event = this.byId.get(id);
    return event && linksOf(event);
  }

  idempotencyRecord(key: string): IdempotencyRecord | undefined {
    return this.idempotency.get(keyHashOf(key));
  }

  records(first: number, last: number): readonly BodyRow[] {
    const records: BodyRow[] = [];
    for (let position = first; position <= last; position++) {
      const record = this.byPosition.get(position);
      if (record) records.push(record);
    }
    return records;
  }

  /** Adds a plan to the group to be written. */
  add({ records, head, idempotency }: AppendPlan): void {
    for (const planned of records) {
      this.cacheEvent(planned.record, planned.event);
      this.revisions.set(planned.record.stream, planned.record.revision);
      this.planned.push(planned);
    }
    if (idempotency) {
      const { key, ...use } = idempotency;
      const keyHash = keyHashOf(key);
      this.idempotency.set(keyHash, use);
      this.newKeys.push({ keyHash, ...use });
    }
    this.head = head;
  }

  /** Whether there is anything to write. */
  get isChanged(): boolean {
    return this.planned.length > 0 || this.newKeys.length > 0;
  }

  /** One statement; durable when the transaction commits. */
  async write(): Promise<void> {
    const records = this.planned.map(({ record }) => record);
    const links = this.planned.flatMap(({ record, streamLinks }) =>
      streamLinks.map((stream) => ({ stream, position: record.position })),
    );
    const targets = this.planned.flatMap(({ record, target }) =>
      target === undefined ? [] : [{ target, position: record.position }],
    );
    await this.session.query(write(this.schema), [
      records.map(({ position }) => position),
      records.map(({ id }) => id),
      records.map(({ stream }) => stream),
      records.map(({ revision }) => revision),
      records.map(({ type }) => type),
      records.map(({ recorded }) => recorded),
      records.map(({ hash }) => hash),
      records.map(({ body }) => body),
      links.map(({ stream }) => stream),
      links.map(({ position }) => position),
      targets.map(({ target }) => target),
      targets.map(({ position }) => position),
      this.newKeys.map(({ keyHash }) => keyHash),
      this.newKeys.map(({ digest }) => digest),
      this.newKeys.map(({ first }) => first),
      this.newKeys.map(({ last }) => last),
      ...batchValues(indexBatch(this.start, this.planned.map(toLinkedEvent))),
    ]);
  }
}

/** A key may have any length and hold any characters, so its hash is stored. */
const keyHashOf = (key: string): string => sha256(JSON.stringify(key));

/** Whether PostgreSQL can store it as text. Events hold no other text. */
export const isText = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
