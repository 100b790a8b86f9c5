/** Append store in SQLite: lookups for planning appends, and writing the plan. */
import type Database from 'better-sqlite3';
import type { AppendCondition, Head } from '../core/eventLog.js';
import { decodeEvent } from '../core/recordCodec.js';
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
import { SqliteIndexWriter } from './indexWriter.js';

interface BodyRow {
  readonly body: string;
  readonly hash: string;
}

const prepareReads = (db: Database.Database) => ({
  head: db.prepare<[], BodyRow>('SELECT body, hash FROM events ORDER BY position DESC LIMIT 1'),
  closedTimestamp: db.prepare<[], number | null>('SELECT instant FROM closed_timestamp').pluck(),
  revision: db
    .prepare<[string], number>(
      'SELECT revision FROM events WHERE stream = ? ORDER BY position DESC LIMIT 1',
    )
    .pluck(),
  byId: db.prepare<[string], BodyRow>('SELECT body, hash FROM events WHERE id = ?'),
  range: db.prepare<[number, number], BodyRow>(
    'SELECT body, hash FROM events WHERE position BETWEEN ? AND ? ORDER BY position',
  ),
  idempotency: db.prepare<[string], IdempotencyRecord>(
    'SELECT digest, first_position AS first, last_position AS last FROM idempotency_keys WHERE key = ?',
  ),
  targeted: db.prepare('SELECT 1 FROM event_targets WHERE target = ? AND position > ? LIMIT 1'),
  extended: db.prepare(
    `SELECT 1 FROM events WHERE stream = @stream AND position > @position
     UNION ALL SELECT 1 FROM stream_links WHERE stream = @stream AND position > @position LIMIT 1`,
  ),
});

const prepareWrites = (db: Database.Database) => ({
  closeTimestamp: db.prepare<[number]>('UPDATE closed_timestamp SET instant = ?'),
  addEvent: db.prepare(
    'INSERT INTO events (position, id, stream, revision, type, recorded, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  addStreamLink: db.prepare('INSERT INTO stream_links (stream, position) VALUES (?, ?)'),
  addTarget: db.prepare('INSERT INTO event_targets (target, position) VALUES (?, ?)'),
  addIdempotency: db.prepare(
    'INSERT INTO idempotency_keys (key, digest, first_position, last_position) VALUES (?, ?, ?, ?)',
  ),
});

/**
 * State of the log inside one transaction. Other processes write the same file, so every
 * transaction calls `begin`, which drops what was cached.
 */
export class SqliteAppendStore implements AppendStore {
  head: Head = EMPTY_HEAD;
  closedTimestamp = -Infinity;
  private readonly revisions = new Map<string, number>();
  private readonly sql: ReturnType<typeof prepareReads>;
  /** Prepared on the first write: a read-only log has no tables to write to. */
  private preparedWrites: ReturnType<typeof prepareWrites> | undefined;
  private readonly indexWriter: SqliteIndexWriter;

  constructor(private readonly db: Database.Database) {
    this.sql = prepareReads(db);
    this.indexWriter = new SqliteIndexWriter(db);
  }

  private get writes() {
    return (this.preparedWrites ??= prepareWrites(this.db));
  }

  begin(): void {
    this.revisions.clear();
    this.closedTimestamp = this.sql.closedTimestamp.get() ?? -Infinity;
    const last = this.sql.head.get();
    if (!last) {
      this.head = EMPTY_HEAD;
    } else if (last.hash !== this.head.hash) {
      const { position, recorded, recordedAt, hash } = decodeEvent(last);
      this.head = Object.freeze({ position, hash, recorded, recordedAt });
    }
  }

  /** Durable when the surrounding transaction commits. */
  closeTimestamp(instant: number): void {
    this.writes.closeTimestamp.run(instant);
  }

  revision(stream: string): number {
    let revision = this.revisions.get(stream);
    if (revision === undefined) {
      revision = this.sql.revision.get(stream) ?? 0;
      this.revisions.set(stream, revision);
    }
    return revision;
  }

  links(id: string): EventLinks | undefined {
    const row = this.sql.byId.get(id);
    return row && linksOf(decodeEvent(row));
  }

  idempotencyRecord(key: string): IdempotencyRecord | undefined {
    return this.sql.idempotency.get(key);
  }

  isViolated({ position, events, streams }: AppendCondition): boolean {
    const { targeted, extended } = this.sql;
    return (
      events.some((id) => targeted.get(id, position) !== undefined) ||
      streams.some((stream) => extended.get({ stream, position }) !== undefined)
    );
  }

  records(first: number, last: number): readonly BodyRow[] {
    return this.sql.range.all(first, last);
  }

  write({ records, head, idempotency }: AppendPlan): void {
    for (const planned of records) this.writeRecord(planned);
    this.indexWriter.write(indexBatch(this.head.position, records.map(toLinkedEvent)));
    if (idempotency) {
      const { key, digest, first, last } = idempotency;
      this.writes.addIdempotency.run(key, digest, first, last);
    }
    this.head = head;
  }

  private writeRecord({ record, target, streamLinks }: PlannedRecord): void {
    const { position, id, stream, revision, type, recorded, hash, body } = record;
    this.writes.addEvent.run(position, id, stream, revision, type, recorded, hash, body);
    this.revisions.set(stream, revision);
    for (const link of streamLinks) this.writes.addStreamLink.run(link, position);
    if (target !== undefined) this.writes.addTarget.run(target, position);
  }
}
