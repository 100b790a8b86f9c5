/** The reading side of a log in SQLite. Every query takes one page and leaves nothing open. */
import type Database from 'better-sqlite3';
import type { AnyEvent } from '../../events/catalogue.js';
import type { Selection, StoredRecord, StreamInfo } from './eventLog.js';
import { merge, type PageRequest } from './paging.js';
import { eventOf } from './row.js';

interface BodyRow {
  readonly body: string;
  readonly hash: string;
}

const FILTERS = {
  types: 'e.type IN (SELECT value FROM json_each(?))',
  certainty: "coalesce(e.body ->> '$.certainty', 'REPORTED') IN (SELECT value FROM json_each(?))",
} as const;

export class SqliteReads {
  private readonly statements = new Map<string, Database.Statement<unknown[]>>();

  constructor(private readonly db: Database.Database) {}

  page(selection: Selection, request: PageRequest): readonly AnyEvent[] {
    const { streams, types, certainty } = selection;
    const at = 'e.position = h.position';
    if (streams) {
      const from =
        (types ?? certainty) ? `histories h CROSS JOIN events e ON ${at}` : 'histories h';
      return this.merged(streams, from, 'h', 'h.stream = ?', { types, certainty }, request);
    }
    if (types) return this.merged(types, 'events e', 'e', 'e.type = ?', { certainty }, request);
    const filter = this.filters({ certainty });
    return this.all<BodyRow>(
      `SELECT e.body, e.hash FROM events e WHERE ${within('e', request)} ${filter.sql} ${ordered('e', request)}`,
      [request.after, request.before, ...filter.values, request.count],
    ).map(eventOf);
  }

  byId(ids: readonly string[]): readonly (AnyEvent | undefined)[] {
    const statement = this.statement('SELECT body, hash FROM events WHERE id = ?');
    return ids.map((id) => {
      const row = statement.get(id) as BodyRow | undefined;
      return row && eventOf(row);
    });
  }

  about(ids: readonly string[]): readonly AnyEvent[] {
    const statement = this.statement('SELECT position FROM abouts WHERE target = ?').pluck();
    const positions = new Set(ids.flatMap((id) => statement.all(id) as number[]));
    return this.at([...positions].sort((a, b) => a - b));
  }

  /** Leaps from name to name over the history index, so its size does not matter. */
  streams(prefix: string): readonly StreamInfo[] {
    const next = this.statement(
      'SELECT stream FROM histories WHERE stream > ? ORDER BY stream LIMIT 1',
    ).pluck();
    const first = this.statement(
      'SELECT stream FROM histories WHERE stream >= ? ORDER BY stream LIMIT 1',
    ).pluck();
    const revision = this.statement(
      'SELECT revision FROM histories WHERE stream = ? ORDER BY position DESC LIMIT 1',
    ).pluck();
    const streams: StreamInfo[] = [];
    let stream = first.get(prefix) as string | undefined;
    while (stream?.startsWith(prefix)) {
      streams.push({ stream, revision: revision.get(stream) as number });
      stream = next.get(stream) as string | undefined;
    }
    return streams;
  }

  /** Recorded instants never decrease with position, so a binary search needs no index. */
  positionAt(recorded: number): number {
    const at = this.statement('SELECT recorded FROM events WHERE position = ?').pluck();
    let low = 0;
    let high =
      (this.statement('SELECT max(position) FROM events').pluck().get() as number | null) ?? 0;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((at.get(middle) as number) <= recorded) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  records(request: PageRequest): readonly StoredRecord[] {
    return this.all<StoredRecord>(
      `SELECT position, id, stream, revision, type, recorded, body, hash FROM events e WHERE ${within('e', request)} ${ordered('e', request)}`,
      [request.after, request.before, request.count],
    );
  }

  private merged(
    keys: readonly string[],
    from: string,
    table: string,
    key: string,
    selection: Filters,
    request: PageRequest,
  ): readonly AnyEvent[] {
    const filter = this.filters(selection);
    const statement = this.statement(
      `SELECT ${table}.position FROM ${from} WHERE ${key} AND ${within(table, request)} ${filter.sql} ${ordered(table, request)}`,
    ).pluck();
    const { after, before, count } = request;
    const lists = [...new Set(keys)].map(
      (value) => statement.all(value, after, before, ...filter.values, count) as number[],
    );
    return this.at(merge(lists, request));
  }

  private at(positions: readonly number[]): readonly AnyEvent[] {
    const statement = this.statement('SELECT body, hash FROM events WHERE position = ?');
    return positions.map((position) => eventOf(statement.get(position) as BodyRow));
  }

  private filters(selection: Filters): { sql: string; values: string[] } {
    const given = (['types', 'certainty'] as const).filter((name) => selection[name]);
    return {
      sql: given.map((name) => `AND ${FILTERS[name]}`).join(' '),
      values: given.map((name) => JSON.stringify(selection[name])),
    };
  }

  private all<Row>(sql: string, values: readonly unknown[]): readonly Row[] {
    return this.statement(sql).all(...values) as Row[];
  }

  private statement(sql: string): Database.Statement<unknown[]> {
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.db.prepare<unknown[]>(sql)));
    return statement;
  }
}

interface Filters {
  readonly types?: readonly string[] | undefined;
  readonly certainty?: readonly string[] | undefined;
}

const within = (table: string, _request: PageRequest): string =>
  `${table}.position > ? AND ${table}.position < ?`;

const ordered = (table: string, { backwards }: PageRequest): string =>
  `ORDER BY ${table}.position ${backwards ? 'DESC' : 'ASC'} LIMIT ?`;
