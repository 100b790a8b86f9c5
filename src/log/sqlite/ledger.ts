/** The writing side of a log in SQLite: what stamping looks up, and writing what it made. */
import type Database from 'better-sqlite3';
import type { AnyEvent } from '../../../events/catalogue.js';
import type { Basis, Head } from '../core/eventLog.js';
import { eventOf, type Placed, placedOf } from '../core/recordCodec.js';
import {
  EMPTY,
  type Ledger,
  type Recording,
  type Remembered,
  type Stamped,
} from '../core/planAppend.js';

interface BodyRow {
  readonly body: string;
  readonly hash: string;
}

function prepare(db: Database.Database) {
  return {
    head: db.prepare<[], BodyRow>('SELECT body, hash FROM events ORDER BY position DESC LIMIT 1'),
    floor: db.prepare<[], number | null>('SELECT floor FROM promise').pluck(),
    raise: db.prepare<[number]>('UPDATE promise SET floor = ?'),
    revision: db
      .prepare<[string], number>(
        'SELECT revision FROM events WHERE stream = ? ORDER BY position DESC LIMIT 1',
      )
      .pluck(),
    byId: db.prepare<[string], BodyRow>('SELECT body, hash FROM events WHERE id = ?'),
    range: db.prepare<[number, number], BodyRow>(
      'SELECT body, hash FROM events WHERE position BETWEEN ? AND ? ORDER BY position',
    ),
    remembered: db.prepare<[string], Remembered>(
      'SELECT digest, first, last FROM idempotency WHERE key = ?',
    ),
    said: db.prepare('SELECT 1 FROM abouts WHERE target = ? AND position > ? LIMIT 1'),
    grown: db.prepare(
      `SELECT 1 FROM events WHERE stream = @stream AND position > @position
       UNION ALL SELECT 1 FROM guests WHERE stream = @stream AND position > @position LIMIT 1`,
    ),
    addEvent: db.prepare(
      'INSERT INTO events (position, id, stream, revision, type, recorded, hash, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ),
    addGuest: db.prepare('INSERT INTO guests (stream, position) VALUES (?, ?)'),
    addAbout: db.prepare('INSERT INTO abouts (target, position) VALUES (?, ?)'),
    remember: db.prepare('INSERT INTO idempotency (key, digest, first, last) VALUES (?, ?, ?, ?)'),
  };
}

/**
 * Valid inside one transaction. Other processes write the same file, so `begin` forgets what was
 * known of it.
 */
export class SqliteLedger implements Ledger {
  head: Head = EMPTY;
  floor = -Infinity;
  private readonly revisions = new Map<string, number>();
  private readonly sql: ReturnType<typeof prepare>;

  constructor(db: Database.Database) {
    this.sql = prepare(db);
  }

  begin(): void {
    this.revisions.clear();
    this.floor = this.sql.floor.get() ?? -Infinity;
    const last = this.sql.head.get();
    if (!last) {
      this.head = EMPTY;
    } else if (last.hash !== this.head.hash) {
      const { position, recorded, recordedAt, hash } = eventOf(last);
      this.head = Object.freeze({ position, hash, recorded, recordedAt });
    }
  }

  /** Durable with the transaction it is called in. */
  raiseFloor(instant: number): void {
    this.sql.raise.run(instant);
  }

  revision(stream: string): number {
    let revision = this.revisions.get(stream);
    if (revision === undefined) {
      revision = this.sql.revision.get(stream) ?? 0;
      this.revisions.set(stream, revision);
    }
    return revision;
  }

  placed(id: string): Placed | undefined {
    const row = this.sql.byId.get(id);
    return row && placedOf(eventOf(row));
  }

  remembered(key: string): Remembered | undefined {
    return this.sql.remembered.get(key);
  }

  isOutdated({ position, events, streams }: Basis): boolean {
    const { said, grown } = this.sql;
    return (
      events.some((id) => said.get(id, position) !== undefined) ||
      streams.some((stream) => grown.get({ stream, position }) !== undefined)
    );
  }

  events(first: number, last: number): readonly AnyEvent[] {
    return Object.freeze(this.sql.range.all(first, last).map(eventOf));
  }

  write({ recordings, head, remember }: Stamped): void {
    for (const recording of recordings) this.writeOne(recording);
    if (remember)
      this.sql.remember.run(remember.key, remember.digest, remember.first, remember.last);
    this.head = head;
  }

  private writeOne({ row, about, guestOf }: Recording): void {
    const { position, id, stream, revision, type, recorded, hash, body } = row;
    this.sql.addEvent.run(position, id, stream, revision, type, recorded, hash, body);
    this.revisions.set(stream, revision);
    for (const host of guestOf) this.sql.addGuest.run(host, position);
    if (about !== undefined) this.sql.addAbout.run(about, position);
  }
}
