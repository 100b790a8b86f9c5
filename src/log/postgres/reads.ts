/** The reading side of a log in PostgreSQL: every page is one statement that leaves nothing open. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type { Checkpoint, Head, Selection, StoredRecord, StreamInfo } from '../core/eventLog.js';
import type { PageRequest } from '../core/paging.js';
import type { PostgresConnections } from './connections.js';
import { isText } from './ledger.js';
import { eventOf } from '../core/recordCodec.js';
import { EMPTY } from '../core/planAppend.js';

interface BodyRow {
  readonly body: string;
  readonly hash: string;
}

/**
 * The certainty as sent. Canonical JSON has its keys in order, so it comes first or right after
 * `also`, whose stream names hold no bracket. Reading the JSON itself would stumble over the
 * escape of a zero character, which is allowed in words.
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
    if (!last) return EMPTY;
    const { position, hash, recorded, recordedAt } = eventOf(last);
    return Object.freeze({ position, hash, recorded, recordedAt });
  }

  async page(selection: Selection, request: PageRequest): Promise<readonly AnyEvent[]> {
    const statement = new PageStatement(this.schema, selection, request);
    const rows = await this.connections.query<BodyRow>(statement.text(), statement.values);
    return rows.map(eventOf);
  }

  async byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    const wanted = [...new Set(ids)].filter(isText);
    if (wanted.length === 0) return ids.map(() => undefined);
    const rows = await this.connections.query<BodyRow>(
      `SELECT body, hash FROM ${this.schema}.events WHERE id = ANY ($1::text[])`,
      [wanted],
    );
    const found = new Map(rows.map(eventOf).map((event) => [event.id, event]));
    return ids.map((id) => found.get(id));
  }

  async about(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    const wanted = ids.filter(isText);
    if (wanted.length === 0) return [];
    const rows = await this.connections.query<BodyRow>(
      `SELECT e.body, e.hash FROM ${this.schema}.abouts a JOIN ${this.schema}.events e USING (position)
       WHERE a.target = ANY ($1::text[]) ORDER BY position`,
      [wanted],
    );
    return rows.map(eventOf);
  }

  /** Leaps from name to name over the indexes, so the number of events does not matter. */
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
      `WITH RECURSIVE ${names('own', 'events')}, ${names('others', 'guests')}
       SELECT stream, coalesce(
           (SELECT e.revision FROM ${this.schema}.events e WHERE e.stream = known.stream ORDER BY e.position DESC LIMIT 1), 0
         ) AS revision
       FROM (SELECT stream FROM own UNION SELECT stream FROM others) known
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

  async checkpoint(stream: string): Promise<Checkpoint | undefined> {
    const [kept] = await this.connections.query<Checkpoint>(
      `SELECT stream, version, position, at, body, hash FROM ${this.schema}.checkpoints WHERE stream = $1`,
      [stream],
    );
    return kept;
  }

  async records(request: PageRequest): Promise<readonly StoredRecord[]> {
    return this.connections.query<StoredRecord>(
      `SELECT position, id, stream, revision, type, recorded, body, hash FROM ${this.schema}.events
       WHERE position > $1 ORDER BY position LIMIT $2`,
      [request.after, request.count],
    );
  }
}

/** An instant as the nearest that can be stored, at or before it. */
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
    const between = `position > ${this.value(wholeNumber(after))} AND position < ${this.value(wholeNumber(before))}`;
    this.order = `ORDER BY position ${backwards ? 'DESC' : 'ASC'}`;
    this.limit = `LIMIT ${this.value(count)}`;
    this.filters =
      between + (certainty ? ` AND ${CERTAINTY} = ANY (${this.value(certainty)}::text[])` : '');
  }

  text(): string {
    const { streams, types } = this.selection;
    const events = `${this.schema}.events e`;
    if (streams) {
      const ofType = types ? ` AND e.type = ANY (${this.value(types)}::text[])` : '';
      const guests = `${this.schema}.guests g ${this.selection.certainty || types ? `JOIN ${events} USING (position)` : ''}`;
      return this.merged(streams.filter(isText), [
        `FROM ${events} WHERE e.stream = wanted.name${ofType}`,
        `FROM ${guests} WHERE g.stream = wanted.name${ofType}`,
      ]);
    }
    if (types) return this.merged(types, [`FROM ${events} WHERE e.type = wanted.name`]);
    return `SELECT body, hash FROM ${events} WHERE ${this.filters} ${this.order} ${this.limit}`;
  }

  /** For each value of an indexed column the first positions that match; of all those, the first. */
  private merged(names: readonly string[], sources: readonly string[]): string {
    const lists = sources.map(
      (source) => `(SELECT position ${source} AND ${this.filters} ${this.order} ${this.limit})`,
    );
    return `SELECT body, hash FROM (
        SELECT DISTINCT position
        FROM unnest(${this.value([...new Set(names)])}::text[]) AS wanted(name)
        CROSS JOIN LATERAL (${lists.join(' UNION ALL ')}) list
        ${this.order} ${this.limit}
      ) page JOIN ${this.schema}.events e USING (position) ${this.order}`;
  }

  /** The place of a value in the statement. */
  private value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
