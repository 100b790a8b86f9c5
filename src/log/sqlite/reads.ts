/** Queries on a log in SQLite. Each reads one page and leaves no statement open. */
import type Database from 'better-sqlite3';
import type { AnyEvent } from '../../../events/catalogue.js';
import { LogDamaged } from '../core/errors.js';
import type { Selection, StoredRecord, StreamInfo } from '../core/eventLog.js';
import { mergePositions, type PageRequest } from '../core/paging.js';
import { decodeEvent } from '../core/recordCodec.js';
import { Statements } from './statements.js';

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
  private readonly statements: Statements;

  constructor(db: Database.Database) {
    this.statements = new Statements(db);
  }

  page(selection: Selection, request: PageRequest): readonly AnyEvent[] {
    const { streams, types, certainty } = selection;
    if (streams) {
      const filters = { ...(types && { types }), ...(certainty && { certainty }) };
      const links =
        types || certainty
          ? 'stream_links l CROSS JOIN events e USING (position)'
          : 'stream_links l';
      return this.at(
        mergePositions(
          [
            ...this.lists('events e', 'e.stream', streams, filters, request),
            ...this.lists(links, 'l.stream', streams, filters, request),
          ],
          request,
        ),
      );
    }
    const filters = { ...(certainty && { certainty }) };
    if (types)
      return this.at(
        mergePositions(this.lists('events e', 'e.type', types, filters, request), request),
      );
    const sql = `SELECT body, hash FROM events e WHERE ${pageClause(filters, request)}`;
    const rows = this.statement(sql).all(...parameters(filters, request)) as BodyRow[];
    return rows.map(decodeEvent);
  }

  byId(ids: readonly string[]): readonly (AnyEvent | undefined)[] {
    const statement = this.statement('SELECT body, hash FROM events WHERE id = ?');
    return ids.map((id) => {
      const row = statement.get(id) as BodyRow | undefined;
      const event = row && decodeEvent(row);
      if (event && event.id !== id)
        throw new LogDamaged(`looking up the id ${id} finds another event`);
      return event;
    });
  }

  byTarget(ids: readonly string[]): readonly AnyEvent[] {
    const statement = this.column('SELECT position FROM event_targets WHERE target = ?');
    const positions = new Set(ids.flatMap((id) => statement.all(id) as number[]));
    return this.at([...positions].sort((a, b) => a - b));
  }

  streams(prefix: string): readonly StreamInfo[] {
    const revision = this.column(
      'SELECT revision FROM events WHERE stream = ? ORDER BY position DESC LIMIT 1',
    );
    const names = new Set([...this.names('events', prefix), ...this.names('stream_links', prefix)]);
    return [...names].sort().map((stream) => ({
      stream,
      revision: (revision.get(stream) as number | undefined) ?? 0,
    }));
  }

  /** Binary search: recorded instants never decrease with position. O(log events), no index. */
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

  /** The hash does not cover the searched column, so the result is checked against the bodies. */
  private checkLast(position: number, recorded: number): void {
    const neighbours = this.statement(
      'SELECT body, hash FROM events WHERE position BETWEEN ? AND ?',
    );
    for (const event of (neighbours.all(position, position + 1) as BodyRow[]).map(decodeEvent))
      if (event.recorded <= recorded !== event.position <= position)
        throw new LogDamaged(
          `the recorded column at position ${event.position} differs from its body`,
        );
  }

  records(request: PageRequest): readonly StoredRecord[] {
    const sql = `SELECT position, id, stream, revision, type, recorded, body, hash FROM events WHERE ${pageClause({}, request)}`;
    return this.statement(sql).all(...parameters({}, request)) as StoredRecord[];
  }

  /** Loose index scan: O(streams), not O(events). */
  private *names(table: 'events' | 'stream_links', prefix: string): Generator<string> {
    const first = (comparison: string) =>
      this.column(
        `SELECT stream FROM ${table} WHERE stream ${comparison} ? ORDER BY stream LIMIT 1`,
      );
    let stream = first('>=').get(prefix) as string | undefined;
    while (stream?.startsWith(prefix)) {
      yield stream;
      stream = first('>').get(stream) as string | undefined;
    }
  }

  /** For each value of an indexed column, the first matching positions in reading order. */
  private lists(
    from: string,
    column: string,
    values: readonly string[],
    filters: Filters,
    request: PageRequest,
  ): readonly (readonly number[])[] {
    const statement = this.column(
      `SELECT position FROM ${from} WHERE ${column} = ? AND ${pageClause(filters, request)}`,
    );
    return [...new Set(values)].map(
      (value) => statement.all(value, ...parameters(filters, request)) as number[],
    );
  }

  private at(positions: readonly number[]): readonly AnyEvent[] {
    const statement = this.statement('SELECT body, hash FROM events WHERE position = ?');
    return positions.map((position) => {
      const row = statement.get(position) as BodyRow | undefined;
      if (!row) throw new LogDamaged(`an index names position ${position}, which has no event`);
      return decodeEvent(row);
    });
  }

  private statement(sql: string): Database.Statement {
    return this.statements.get(sql);
  }

  /** A statement that returns the values of its only column. */
  private column(sql: string): Database.Statement {
    return this.statement(sql).pluck();
  }
}

const filterNames = (filters: Filters) => Object.keys(filters) as (keyof Filters)[];

const pageClause = (filters: Filters, { backwards }: PageRequest): string =>
  `position > ? AND position < ? ${filterNames(filters)
    .map((name) => FILTERS[name])
    .join(' ')} ORDER BY position ${backwards ? 'DESC' : 'ASC'} LIMIT ?`;

const parameters = (filters: Filters, { after, before, count }: PageRequest): unknown[] => [
  after,
  before,
  ...filterNames(filters).map((name) => JSON.stringify(filters[name])),
  count,
];
