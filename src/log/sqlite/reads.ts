/** The reading side of a log in SQLite. Every query takes one page and leaves nothing open. */
import type Database from 'better-sqlite3';
import type { AnyEvent } from '../../../events/catalogue.js';
import { LogDamaged } from '../core/errors.js';
import type { Selection, StoredRecord, StreamInfo } from '../core/eventLog.js';
import { merge, type PageRequest } from '../core/paging.js';
import { eventOf } from '../core/recordCodec.js';

interface BodyRow {
  readonly body: string;
  readonly hash: string;
}

type Filters = Pick<Selection, 'types' | 'certainty'>;

const FILTERS: Readonly<Record<keyof Filters, string>> = {
  types: 'AND e.type IN (SELECT value FROM json_each(?))',
  certainty:
    "AND coalesce(e.body ->> '$.certainty', 'REPORTED') IN (SELECT value FROM json_each(?))",
};

export class SqliteReads {
  private readonly statements = new Map<string, Database.Statement>();

  constructor(private readonly db: Database.Database) {}

  page(selection: Selection, request: PageRequest): readonly AnyEvent[] {
    const { streams, types, certainty } = selection;
    if (streams) {
      const filters = { ...(types && { types }), ...(certainty && { certainty }) };
      const guest =
        types || certainty ? 'guests g CROSS JOIN events e USING (position)' : 'guests g';
      return this.at(
        merge(
          [
            ...this.lists('events e', 'e.stream', streams, filters, request),
            ...this.lists(guest, 'g.stream', streams, filters, request),
          ],
          request,
        ),
      );
    }
    const filters = { ...(certainty && { certainty }) };
    if (types)
      return this.at(merge(this.lists('events e', 'e.type', types, filters, request), request));
    const sql = `SELECT body, hash FROM events e WHERE ${between(filters, request)}`;
    const rows = this.statement(sql).all(...values(filters, request)) as BodyRow[];
    return rows.map(eventOf);
  }

  byId(ids: readonly string[]): readonly (AnyEvent | undefined)[] {
    const statement = this.statement('SELECT body, hash FROM events WHERE id = ?');
    return ids.map((id) => {
      const row = statement.get(id) as BodyRow | undefined;
      const event = row && eventOf(row);
      if (event && event.id !== id) throw new LogDamaged(`asked for ${id} it gives another event`);
      return event;
    });
  }

  about(ids: readonly string[]): readonly AnyEvent[] {
    const statement = this.column('SELECT position FROM abouts WHERE target = ?');
    const positions = new Set(ids.flatMap((id) => statement.all(id) as number[]));
    return this.at([...positions].sort((a, b) => a - b));
  }

  streams(prefix: string): readonly StreamInfo[] {
    const revision = this.column(
      'SELECT revision FROM events WHERE stream = ? ORDER BY position DESC LIMIT 1',
    );
    const names = new Set([...this.names('events', prefix), ...this.names('guests', prefix)]);
    return [...names].sort().map((stream) => ({
      stream,
      revision: (revision.get(stream) as number | undefined) ?? 0,
    }));
  }

  /** Recorded instants never decrease with position, so a binary search needs no index. */
  positionAt(recorded: number): number {
    const at = this.column('SELECT recorded FROM events WHERE position = ?');
    let low = 0;
    let high = (this.column('SELECT max(position) FROM events').get() as number | null) ?? 0;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((at.get(middle) as number) <= recorded) low = middle;
      else high = middle - 1;
    }
    this.checkLast(low, recorded);
    return low;
  }

  /** The columns that were searched are not in the hash, so the records themselves are asked. */
  private checkLast(position: number, recorded: number): void {
    const around = this.statement('SELECT body, hash FROM events WHERE position BETWEEN ? AND ?');
    for (const event of (around.all(position, position + 1) as BodyRow[]).map(eventOf))
      if (event.recorded <= recorded !== event.position <= position)
        throw new LogDamaged(
          `the event at position ${event.position} has another recorded instant`,
        );
  }

  records(request: PageRequest): readonly StoredRecord[] {
    const sql = `SELECT position, id, stream, revision, type, recorded, body, hash FROM events WHERE ${between({}, request)}`;
    return this.statement(sql).all(...values({}, request)) as StoredRecord[];
  }

  /** Leaps from name to name over the index, so the number of events does not matter. */
  private *names(table: 'events' | 'guests', prefix: string): Generator<string> {
    const from = (comparison: string) =>
      this.column(
        `SELECT stream FROM ${table} WHERE stream ${comparison} ? ORDER BY stream LIMIT 1`,
      );
    let stream = from('>=').get(prefix) as string | undefined;
    while (stream?.startsWith(prefix)) {
      yield stream;
      stream = from('>').get(stream) as string | undefined;
    }
  }

  /** For each value of an indexed column, the first positions that match, in reading order. */
  private lists(
    from: string,
    column: string,
    wanted: readonly string[],
    filters: Filters,
    request: PageRequest,
  ): readonly (readonly number[])[] {
    const statement = this.column(
      `SELECT position FROM ${from} WHERE ${column} = ? AND ${between(filters, request)}`,
    );
    return [...new Set(wanted)].map(
      (value) => statement.all(value, ...values(filters, request)) as number[],
    );
  }

  private at(positions: readonly number[]): readonly AnyEvent[] {
    const statement = this.statement('SELECT body, hash FROM events WHERE position = ?');
    return positions.map((position) => {
      const row = statement.get(position) as BodyRow | undefined;
      if (!row)
        throw new LogDamaged(`an index names position ${position}, where there is no event`);
      return eventOf(row);
    });
  }

  private statement(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.db.prepare(sql)));
    return statement;
  }

  /** A statement that gives the values of its only column. */
  private column(sql: string): Database.Statement {
    return this.statement(sql).pluck();
  }
}

const given = (filters: Filters) => Object.keys(filters) as (keyof Filters)[];

const between = (filters: Filters, { backwards }: PageRequest): string =>
  `position > ? AND position < ? ${given(filters)
    .map((name) => FILTERS[name])
    .join(' ')} ORDER BY position ${backwards ? 'DESC' : 'ASC'} LIMIT ?`;

const values = (filters: Filters, { after, before, count }: PageRequest): unknown[] => [
  after,
  before,
  ...given(filters).map((name) => JSON.stringify(filters[name])),
  count,
];
