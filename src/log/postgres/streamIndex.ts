/** The stream index in a log's PostgreSQL schema. */
import { INDEX_VERSION } from '../../../events/indexKeys.js';
import { trigramsOf } from '../../../events/searchText.js';
import {
  endOfPrefix,
  type EventPlace,
  type IndexBatch,
  type IndexChanges,
  type IndexRow,
  type IndexState,
  type KeyMatch,
  MANY_TRIGRAMS,
  nameBounds,
  type StreamIndex,
  type StreamQuery,
  type TextQuery,
  type TrigramEntry,
} from '../core/streamIndex/streamIndex.js';
import type { PostgresConnections } from './connections.js';

const ROWS_PER_PAGE = 1_000;
/** Keys that more streams have are not counted further. */
const MAX_COUNTED = 1_000;

type Run = <Result>(work: () => Promise<Result>) => Result | Promise<Result>;

/** A vector holds a megabyte: of a text with more trigrams one lexeme stands for all. */
const MAX_TRIGRAMS = 20_000;

function lexemes(text: string): string {
  const trigrams = [...trigramsOf(text)];
  return JSON.stringify(trigrams.length > MAX_TRIGRAMS ? [MANY_TRIGRAMS] : trigrams);
}

/** Adds a batch, with its arguments from `$first` on: see {@link batchValues}. */
export const writeBatch = (schema: string, first: number): string => {
  const parameters = Array.from({ length: 12 }, (_, i) => `$${first + i}`);
  return `SELECT CASE WHEN ${schema}.write_stream_index(${parameters.slice(0, 10).join(', ')})
    THEN ${schema}.write_text_index(${parameters.slice(10).join(', ')}) ELSE false END AS written`;
};

/** The arguments of the SQL functions `write_stream_index` and `write_text_index`. */
export const batchValues = ({ after, position, recordHash, heads, rows, texts }: IndexBatch) => [
  INDEX_VERSION,
  after,
  position,
  recordHash,
  heads.map(({ stream }) => stream),
  heads.map(({ revision }) => revision),
  heads.map((head) => head.position),
  rows.map(({ key }) => key),
  rows.map(({ stream }) => stream),
  rows.map((row) => row.position),
  texts.map((each) => each.position),
  texts.map(({ text }) => lexemes(text)),
];

export class PostgresStreamIndex implements StreamIndex {
  constructor(
    private readonly connections: PostgresConnections,
    private readonly schema: string,
    private readonly run: Run,
    readonly writable: boolean,
  ) {}

  async state(): Promise<IndexState> {
    const [state] = await this.query<IndexState>(this.selectState());
    return state ?? { version: 0, position: 0, recordHash: '' };
  }

  async streams(query: StreamQuery, upTo: number): Promise<readonly string[] | undefined> {
    const { keys = [], among } = query;
    const lists = among || keys.length < 2 ? keys : await this.rarestFirst(keys);
    const statement = new FindStatement(this.schema, { ...query, keys: lists }, upTo);
    const rows = await this.query<{ complete: boolean; stream: string | null }>(
      statement.text,
      statement.values,
    );
    // One row says whether the index reaches far enough; with the same snapshot, so it still does.
    if (!rows.some(({ complete }) => complete)) return undefined;
    const names = rows.flatMap(({ stream }) => stream ?? []).sort();
    return query.backwards ? names.reverse() : names;
  }

  async changesAfter(position: number): Promise<IndexChanges> {
    const rows = await this.query<ChangeRow>(
      `SELECT s.version, s.position AS at, s.record_hash AS hash, h.stream, h.revision, h.position
       FROM ${this.schema}.stream_index_state s
       LEFT JOIN ${this.schema}.stream_heads h ON h.position > $1 ORDER BY h.position`,
      [position],
    );
    return changesFrom(rows);
  }

  async search(query: TextQuery, upTo: number): Promise<readonly EventPlace[] | undefined> {
    const { trigrams, after, before, backwards, limit } = query;
    const lexeme = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
    const rows = await this.query<{ complete: boolean } & EventPlace>(
      `SELECT s.version = $1 AND s.position >= $2 AS complete, found.id, found.position
       FROM ${this.schema}.stream_index_state s LEFT JOIN (
         SELECT e.id, e.position FROM ${this.schema}.event_text t
         JOIN ${this.schema}.events e USING (position)
         WHERE t.trigrams @@ $3::tsquery AND t.position > $4 AND t.position < $5
         ORDER BY t.position ${backwards ? 'DESC' : 'ASC'} LIMIT $6) found ON true
       ORDER BY found.position ${backwards ? 'DESC' : 'ASC'}`,
      [
        INDEX_VERSION,
        upTo,
        `(${trigrams.map(lexeme).join(' & ')}) | ${lexeme(MANY_TRIGRAMS)}`,
        after,
        before,
        limit,
      ],
    );
    if (!rows[0]?.complete) return undefined;
    return rows.flatMap(({ id, position }) =>
      (id as string | null) === null ? [] : { id, position },
    );
  }

  async *rows(): AsyncGenerator<readonly IndexRow[]> {
    for (let last = { key: '', stream: '' }; ;) {
      const page = await this.query<IndexRow>(
        `SELECT key, stream, position FROM ${this.schema}.stream_keys
         WHERE (key, stream) > ($1, $2) ORDER BY key, stream LIMIT ${ROWS_PER_PAGE}`,
        [last.key, last.stream],
      );
      const end = page.at(-1);
      if (!end) return;
      yield page;
      last = end;
    }
  }

  async *texts(): AsyncGenerator<readonly TrigramEntry[]> {
    for (let last = 0; ;) {
      const page = await this.query<{ position: number; trigrams: readonly string[] }>(
        `SELECT position, tsvector_to_array(trigrams) AS trigrams FROM ${this.schema}.event_text
         WHERE position > $1 ORDER BY position LIMIT ${ROWS_PER_PAGE}`,
        [last],
      );
      const end = page.at(-1);
      if (!end) return;
      yield page.flatMap(({ position, trigrams }) =>
        trigrams.map((trigram) => ({ position, trigram })),
      );
      last = end.position;
    }
  }

  async write(batch: IndexBatch): Promise<boolean> {
    const [result] = await this.query<{ written: boolean }>(
      writeBatch(this.schema, 1),
      batchValues(batch),
    );
    return result?.written ?? false;
  }

  async clear({ version, position, recordHash }: IndexState): Promise<void> {
    await this.query(`SELECT ${this.schema}.clear_stream_index($1, $2, $3, $4)`, [
      INDEX_VERSION,
      version,
      position,
      recordHash,
    ]);
  }

  private async rarestFirst(
    lists: readonly (readonly KeyMatch[])[],
  ): Promise<readonly (readonly KeyMatch[])[]> {
    const values = new Values();
    const counts = lists.map((list) => {
      const condition = values.anyOf('key', list);
      return `(SELECT count(*) FROM (SELECT FROM ${this.schema}.stream_keys WHERE ${condition} LIMIT ${MAX_COUNTED}) counted)`;
    });
    const [row] = await this.query<{ counts: readonly string[] }>(
      `SELECT ARRAY[${counts.join(', ')}]::text[] AS counts`,
      values.all,
    );
    const order = lists.map((list, index) => ({ list, count: Number(row?.counts[index] ?? 0) }));
    return order.sort((a, b) => a.count - b.count).map(({ list }) => list);
  }

  private selectState(): string {
    return `SELECT version, position, record_hash AS "recordHash" FROM ${this.schema}.stream_index_state`;
  }

  private async query<Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.run(() => this.connections.query<Row>(text, values));
  }
}

interface ChangeRow {
  readonly version: number;
  readonly at: number;
  readonly hash: string;
  /** Null, as are the next, when no stream has changed. */
  readonly stream: string | null;
  readonly revision: number;
  readonly position: number;
}

function changesFrom(rows: readonly ChangeRow[]): IndexChanges {
  const { version = 0, at = 0, hash = '' } = rows[0] ?? {};
  return {
    state: { version, position: at, recordHash: hash },
    heads: rows.flatMap(({ stream, revision, position }) =>
      stream === null ? [] : [{ stream, revision, position }],
    ),
  };
}

/** The values of a statement's parameters. */
class Values {
  readonly all: unknown[] = [];

  /** Adds a value; returns its placeholder. */
  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }

  /** That a column has one of these keys. */
  anyOf(column: string, list: readonly KeyMatch[]): string {
    const exact = list.filter((match) => typeof match === 'string');
    const ranges = list.flatMap((match) =>
      typeof match === 'string'
        ? []
        : `${column} >= ${this.add(match.prefix)} AND ${column} < ${this.add(endOfPrefix(match.prefix))}`,
    );
    return `(${[`${column} = ANY (${this.add(exact)}::text[])`, ...ranges].join(' OR ')})`;
  }
}

/** A cursor may be any text; PostgreSQL holds no zero character. */
const toText = (name: string): string => name.replaceAll(/[\0\p{Surrogate}]/gu, '');

class FindStatement {
  private readonly parameters = new Values();
  readonly text: string;

  constructor(
    private readonly schema: string,
    query: StreamQuery,
    upTo: number,
  ) {
    const { keys = [], among, backwards, limit } = query;
    const values = this.parameters;
    const state = `SELECT version = ${values.add(INDEX_VERSION)} AND position >= ${values.add(upTo)} AS complete
      FROM ${schema}.stream_index_state`;
    const { after, before } = nameBounds(query);
    const page = `s.stream > ${values.add(toText(after))} AND s.stream < ${values.add(toText(before))}`;
    const order = `ORDER BY stream ${backwards ? 'DESC' : 'ASC'} ${limit === undefined ? '' : `LIMIT ${values.add(limit)}`}`;
    const driver = among ? undefined : keys[0];
    const others = among ? keys : keys.slice(1);
    const conditions = others.map(
      (list) =>
        `AND EXISTS (SELECT FROM ${schema}.stream_keys o WHERE o.stream = s.stream AND ${values.anyOf('o.key', list)})`,
    );
    const isAmong = among ? `AND s.stream = ANY (${values.add(among.map(toText))}::text[])` : '';
    const where = `${page} ${isAmong} ${conditions.join(' ')}`;
    const names = driver
      ? this.ofKeys(driver, where, order)
      : `SELECT s.stream FROM ${schema}.stream_heads s WHERE ${where}`;
    this.text = `WITH state AS (${state}), found AS (SELECT DISTINCT stream FROM (${names}) names ${order})
      SELECT complete, NULL AS stream FROM state UNION ALL SELECT false, stream FROM found`;
  }

  get values(): readonly unknown[] {
    return this.parameters.all;
  }

  /** For each key the first matching streams, so that a page costs no more than a page of each. */
  private ofKeys(list: readonly KeyMatch[], where: string, order: string): string {
    const exact = list.filter((match) => typeof match === 'string');
    const ranges = list.filter((match) => typeof match !== 'string');
    const keys = this.parameters.add(exact);
    const lists = [
      `SELECT page.stream FROM unnest(${keys}::text[]) AS k(key) CROSS JOIN LATERAL (
         SELECT s.stream FROM ${this.schema}.stream_keys s WHERE s.key = k.key AND ${where} ${order}) page`,
      ...(ranges.length === 0
        ? []
        : [
            `SELECT s.stream FROM ${this.schema}.stream_keys s WHERE ${this.parameters.anyOf('s.key', ranges)} AND ${where}`,
          ]),
    ];
    return lists.join(' UNION ALL ');
  }
}
