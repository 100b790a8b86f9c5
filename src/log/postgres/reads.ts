/** Queries on a log in PostgreSQL. Each page is one statement; no cursor stays open. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { Head, Selection, StoredRecord, StreamInfo } from '../core/eventLog.js';
import type { PageRequest } from '../core/paging.js';
import type { PostgresConnections } from './connections.js';
import { isText } from './appendStore.js';
import { decodeEvent } from '../core/recordCodec.js';
import { EMPTY_HEAD } from '../core/planAppend.js';

interface BodyRow {
  readonly body: string;
  readonly hash: string;
}

/**
 * The certainty as sent. Canonical JSON orders its keys, so it comes first or right after `also`,
 * whose stream names hold no bracket. A cast to jsonb would fail on \u0000, which texts may hold.
 */
const CERTAINTY = String.raw`coalesce(substring(e.body from '^\{(?:"also":\[[^]]*\],)?"certainty":"([A-Z]+)"'), 'REPORTED')`;

export class PostgresReads {
  constructor(
    private readonly connections: PostgresConnections,
    private readonly schema: string,
  ) {}

  async head(): Promise<Head> {
    const [last] = await this.connections.query<BodyRow>(
      `SELECT body, hash FROM ${this.schema}.events ORDER BY position DESC LIMIT 1`,
    );
    if (!last) return EMPTY_HEAD;
    const { position, hash, recorded, recordedAt } = decodeEvent(last);
    return Object.freeze({ position, hash, recorded, recordedAt });
  }

  async page(selection: Selection, request: PageRequest): Promise<readonly AnyEvent[]> {
    const statement = new PageStatement(this.schema, selection, request);
    const rows = await this.connections.query<BodyRow>(statement.text(), statement.values);
    return rows.map(decodeEvent);
  }

  async byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    const texts = [...new Set(ids)].filter(isText);
    if (texts.length === 0) return ids.map(() => undefined);
    const rows = await this.connections.query<BodyRow>(
      `SELECT body, hash FROM ${this.schema}.events WHERE id = ANY ($1::text[])`,
      [texts],
    );
    const found = new Map(rows.map(decodeEvent).map((event) => [event.id, event]));
    return ids.map((id) => found.get(id));
  }

  async byTarget(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    const texts = ids.filter(isText);
    if (texts.length === 0) return [];
    const rows = await this.connections.query<BodyRow>(
      `SELECT e.body, e.hash FROM ${this.schema}.event_targets t JOIN ${this.schema}.events e USING (position)
       WHERE t.target = ANY ($1::text[]) ORDER BY position`,
      [texts],
    );
    return rows.map(decodeEvent);
  }

  /** Loose index scan: O(streams), not O(events). */
  async streams(prefix: string): Promise<readonly StreamInfo[]> {
    if (!isText(prefix)) return [];
    const names = (name: string, table: string) => `
      ${name} (stream) AS (
        (SELECT stream FROM ${this.schema}.${table} WHERE stream >= $1 ORDER BY stream LIMIT 1)
        UNION ALL
        SELECT (SELECT t.stream FROM ${this.schema}.${table} t WHERE t.stream > ${name}.stream ORDER BY t.stream LIMIT 1)
          FROM ${name} WHERE starts_with(${name}.stream, $1)
      )`;
    const rows = await this.connections.query<StreamInfo>(
      `WITH RECURSIVE ${names('event_streams', 'events')}, ${names('link_streams', 'stream_links')}
       SELECT stream, coalesce(
           (SELECT e.revision FROM ${this.schema}.events e WHERE e.stream = names.stream ORDER BY e.position DESC LIMIT 1), 0
         ) AS revision
       FROM (SELECT stream FROM event_streams UNION SELECT stream FROM link_streams) names
       WHERE starts_with(stream, $1)`,
      [prefix],
    );
    return [...rows].sort((a, b) => (a.stream < b.stream ? -1 : 1));
  }

  async positionAt(recorded: number): Promise<number> {
    if (Number.isNaN(recorded)) return 0;
    const [found] = await this.connections.query<{ position: number }>(
      `SELECT position FROM ${this.schema}.events WHERE recorded <= $1 ORDER BY recorded DESC, position DESC LIMIT 1`,
      [wholeNumber(recorded)],
    );
    return found?.position ?? 0;
  }

  async records(request: PageRequest): Promise<readonly StoredRecord[]> {
    return this.connections.query<StoredRecord>(
      `SELECT position, id, stream, revision, type, recorded, body, hash FROM ${this.schema}.events
       WHERE position > $1 ORDER BY position LIMIT $2`,
      [request.after, request.count],
    );
  }
}

/** Rounds down to an integer that bigint and JavaScript both hold. */
const wholeNumber = (instant: number): number =>
  Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, Math.floor(instant)));

class PageStatement {
  readonly values: unknown[] = [];
  private readonly filters: string;
  private readonly order: string;
  private readonly limit: string;

  constructor(
    private readonly schema: string,
    private readonly selection: Selection,
    { after, before, count, backwards }: PageRequest,
  ) {
    const { certainty } = selection;
    const between = `position > ${this.parameter(wholeNumber(after))} AND position < ${this.parameter(wholeNumber(before))}`;
    this.order = `ORDER BY position ${backwards ? 'DESC' : 'ASC'}`;
    this.limit = `LIMIT ${this.parameter(count)}`;
    this.filters =
      between + (certainty ? ` AND ${CERTAINTY} = ANY (${this.parameter(certainty)}::text[])` : '');
  }

  text(): string {
    const { streams, types } = this.selection;
    const events = `${this.schema}.events e`;
    if (streams) {
      const ofType = types ? ` AND e.type = ANY (${this.parameter(types)}::text[])` : '';
      const links = `${this.schema}.stream_links l ${this.selection.certainty || types ? `JOIN ${events} USING (position)` : ''}`;
      return this.merged(streams.filter(isText), [
        `FROM ${events} WHERE e.stream = names.name${ofType}`,
        `FROM ${links} WHERE l.stream = names.name${ofType}`,
      ]);
    }
    if (types) return this.merged(types, [`FROM ${events} WHERE e.type = names.name`]);
    return `SELECT body, hash FROM ${events} WHERE ${this.filters} ${this.order} ${this.limit}`;
  }

  /** For each value of an indexed column the first matching positions, merged into one page. */
  private merged(names: readonly string[], sources: readonly string[]): string {
    const lists = sources.map(
      (source) => `(SELECT position ${source} AND ${this.filters} ${this.order} ${this.limit})`,
    );
    return `SELECT body, hash FROM (
        SELECT DISTINCT position
        FROM unnest(${this.parameter([...new Set(names)])}::text[]) AS names(name)
        CROSS JOIN LATERAL (${lists.join(' UNION ALL ')}) list
        ${this.order} ${this.limit}
      ) page JOIN ${this.schema}.events e USING (position) ${this.order}`;
  }

  /** Adds a parameter; returns its placeholder. */
  private parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
