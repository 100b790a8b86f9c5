/** The writing side of a log in PostgreSQL: what stamping looks up, and writing what it made. */
import { type AnyEvent, targetEventId } from '../../../events/catalogue.js';
import { LogUnavailable } from '../core/errors.js';
import type { Append, Basis, Head } from '../core/eventLog.js';
import type { Session } from './connections.js';
import { eventOf, type Placed, placedOf, sha256 } from '../core/recordCodec.js';
import {
  EMPTY,
  type Ledger,
  type Recording,
  type Remembered,
  type Stamped,
} from '../core/planAppend.js';

/** The head as it is locked, or read for a dry run. */
export interface HeadRow {
  readonly position: number;
  readonly hash: string;
  readonly recorded: number | null;
  /** The body of the record there; null in an empty log. */
  readonly body: string | null;
  readonly floor: number | null;
}

interface Found {
  /** A stream with its revision, a key with its use, or an event. */
  readonly kind: 'stream' | 'key' | 'event';
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/**
 * All that stamping may ask of a group of appends, in one statement: the revisions of streams
 * ($1), the events with given ids and those that they are about, to the end ($2), and the uses of
 * idempotency keys ($3) with the events recorded then.
 */
const lookUp = (schema: string): string => `
  WITH RECURSIVE used AS (
    SELECT name, digest, first, last FROM ${schema}.idempotency WHERE name = ANY ($3::text[])
  ), chain (position) AS (
    SELECT position FROM ${schema}.events WHERE id = ANY ($2::text[])
    UNION
    SELECT e.position FROM chain
      JOIN ${schema}.abouts a ON a.position = chain.position
      JOIN ${schema}.events e ON e.id = a.target
  ), wanted AS (
    SELECT position FROM chain
    UNION
    SELECT e.position FROM used JOIN ${schema}.events e ON e.position BETWEEN first AND last
  )
  SELECT 'stream' AS kind, s.name, e.revision AS first, 0::bigint AS last, '' AS text
    FROM unnest($1::text[]) AS s(name) CROSS JOIN LATERAL (
      SELECT revision FROM ${schema}.events WHERE stream = s.name ORDER BY position DESC LIMIT 1
    ) e
  UNION ALL SELECT 'key', name, first, last, digest FROM used
  UNION ALL SELECT 'event', hash, position, 0, body FROM wanted JOIN ${schema}.events USING (position)`;

/** Whether anything was said about these events ($2), or came to these streams ($3), after $1. */
const changed = (schema: string): string => `
  SELECT EXISTS (SELECT FROM ${schema}.abouts WHERE target = ANY ($2::text[]) AND position > $1)
    OR EXISTS (SELECT FROM ${schema}.events WHERE stream = ANY ($3::text[]) AND position > $1)
    OR EXISTS (SELECT FROM ${schema}.guests WHERE stream = ANY ($3::text[]) AND position > $1)
    AS changed`;

const write = (schema: string): string => `
  WITH event AS (
    INSERT INTO ${schema}.events (position, id, stream, revision, type, recorded, hash, body)
    SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[],
      $6::bigint[], $7::text[], $8::text[])
  ), guest AS (
    INSERT INTO ${schema}.guests (stream, position) SELECT * FROM unnest($9::text[], $10::bigint[])
  ), about AS (
    INSERT INTO ${schema}.abouts (target, position) SELECT * FROM unnest($11::text[], $12::bigint[])
  )
  INSERT INTO ${schema}.idempotency (name, digest, first, last)
  SELECT * FROM unnest($13::text[], $14::text[], $15::bigint[], $16::bigint[])`;

/** Valid in one transaction, for the appends that were looked up. */
export class PostgresLedger implements Ledger {
  head: Head = EMPTY;
  readonly floor: number;
  private readonly revisions = new Map<string, number>();
  private readonly byId = new Map<string, AnyEvent>();
  private readonly byPosition = new Map<number, AnyEvent>();
  private readonly outdated = new Set<Basis>();
  private readonly uses = new Map<string, Remembered>();
  private readonly recordings: Recording[] = [];
  private readonly remembrances: (Remembered & { readonly name: string })[] = [];

  constructor(
    private readonly session: Session,
    private readonly schema: string,
    /** Its only row. */
    [row]: readonly HeadRow[],
  ) {
    if (!row)
      throw new LogUnavailable(
        'The log has no head: its tables were emptied. Restore them from a backup.',
      );
    const { position, hash, body, floor } = row;
    this.floor = floor ?? -Infinity;
    if (body === null) return;
    const { recorded, recordedAt } = eventOf({ body, hash });
    this.head = Object.freeze({ position, hash, recorded, recordedAt });
  }

  /** Fetches everything that stamping these appends may ask for. */
  async lookUp(appends: readonly Append[]): Promise<void> {
    const streams = new Set<string>();
    const ids = new Set<string>();
    const keys = new Set<string>();
    for (const { events, expectedRevisions = [], idempotencyKey } of appends) {
      if (idempotencyKey !== undefined) keys.add(nameOf(idempotencyKey));
      for (const { stream } of expectedRevisions) streams.add(stream);
      for (const draft of events) {
        streams.add(draft.stream);
        if (draft.id !== undefined) ids.add(draft.id);
        const target = targetEventId(draft);
        if (target !== undefined) ids.add(target);
      }
    }
    const values = [streams, ids, keys].map((names) => [...names].filter(isText));
    const found = await this.session.query<Found>(lookUp(this.schema), values);
    for (const row of found) this.take(row);
    for (const { basis } of appends) if (basis) await this.lookAt(basis);
  }

  private async lookAt(basis: Basis): Promise<void> {
    const { position, events, streams } = basis;
    if (position >= this.head.position) return;
    const [row] = await this.session.query<{ changed: boolean }>(changed(this.schema), [
      position,
      events,
      streams,
    ]);
    if (row?.changed) this.outdated.add(basis);
  }

  isOutdated(basis: Basis): boolean {
    const { events, streams } = basis;
    return (
      this.outdated.has(basis) ||
      // What others of this group are about to record counts, too.
      this.recordings.some(
        ({ row, about, guestOf }) =>
          (about !== undefined && events.includes(about)) ||
          [row.stream, ...guestOf].some((stream) => streams.includes(stream)),
      )
    );
  }

  private take({ kind, name, first, last, text }: Found): void {
    if (kind === 'stream') this.revisions.set(name, first);
    else if (kind === 'key') this.uses.set(name, { digest: text, first, last });
    else this.know(eventOf({ body: text, hash: name }));
  }

  private know(event: AnyEvent): void {
    this.byId.set(event.id, event);
    this.byPosition.set(event.position, event);
  }

  revision(stream: string): number {
    return this.revisions.get(stream) ?? 0;
  }

  placed(id: string): Placed | undefined {
    const event = this.byId.get(id);
    return event && placedOf(event);
  }

  remembered(key: string): Remembered | undefined {
    return this.uses.get(nameOf(key));
  }

  events(first: number, last: number): readonly AnyEvent[] {
    const events: AnyEvent[] = [];
    for (let position = first; position <= last; position++) {
      const event = this.byPosition.get(position);
      if (event) events.push(event);
    }
    return Object.freeze(events);
  }

  /** Takes what was stamped into account, to be written with the rest of the group. */
  add({ recordings, head, remember }: Stamped): void {
    for (const recording of recordings) {
      this.know(recording.event);
      this.revisions.set(recording.row.stream, recording.row.revision);
      this.recordings.push(recording);
    }
    if (remember) {
      const { key, ...use } = remember;
      const name = nameOf(key);
      this.uses.set(name, use);
      this.remembrances.push({ name, ...use });
    }
    this.head = head;
  }

  get hasNews(): boolean {
    return this.recordings.length > 0 || this.remembrances.length > 0;
  }

  /** Durable with the transaction. */
  async write(): Promise<void> {
    const rows = this.recordings.map(({ row }) => row);
    const guests = this.recordings.flatMap(({ row, guestOf }) =>
      guestOf.map((stream) => ({ stream, position: row.position })),
    );
    const abouts = this.recordings.flatMap(({ row, about }) =>
      about === undefined ? [] : [{ about, position: row.position }],
    );
    await this.session.query(write(this.schema), [
      rows.map(({ position }) => position),
      rows.map(({ id }) => id),
      rows.map(({ stream }) => stream),
      rows.map(({ revision }) => revision),
      rows.map(({ type }) => type),
      rows.map(({ recorded }) => recorded),
      rows.map(({ hash }) => hash),
      rows.map(({ body }) => body),
      guests.map(({ stream }) => stream),
      guests.map(({ position }) => position),
      abouts.map(({ about }) => about),
      abouts.map(({ position }) => position),
      this.remembrances.map(({ name }) => name),
      this.remembrances.map(({ digest }) => digest),
      this.remembrances.map(({ first }) => first),
      this.remembrances.map(({ last }) => last),
    ]);
  }
}

/** A key may be of any length and hold any characters. */
const nameOf = (key: string): string => sha256(JSON.stringify(key));

/** What PostgreSQL can hold as text; nothing else has ever been recorded. */
export const isText = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);
