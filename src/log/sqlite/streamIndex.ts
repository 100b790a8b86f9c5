/** The stream index in a log's SQLite file. */
import type Database from 'better-sqlite3';
import { INDEX_VERSION } from '../../../events/indexKeys.js';
import {
  endOfPrefix,
  type EventPlace,
  type IndexBatch,
  type IndexChanges,
  type IndexRow,
  type IndexState,
  type KeyMatch,
  nameBounds,
  type StreamHead,
  type StreamIndex,
  type StreamQuery,
  type TextQuery,
  type TrigramEntry,
} from '../core/streamIndex/streamIndex.js';
import { NO_INDEX, SELECT_STATE, SqliteIndexWriter } from './indexWriter.js';
import { Statements } from './statements.js';

const ROWS_PER_PAGE = 1_000;
/** Keys that more streams have are not counted further. */
const MAX_COUNTED = 1_000;
/** Fewer events than this have a rare trigram. */
const RARE = 100;
/** Trigrams that are looked up where one is rare. */
const MAX_TERMS = 3;

/** Lists the terms of the text index. */
const VOCABULARY =
  "CREATE VIRTUAL TABLE IF NOT EXISTS temp.event_text_terms USING fts5vocab(main, event_text, 'instance')";

/** Runs a query with the errors of SQLite translated. */
type Run = <Result>(work: () => Result) => Result | Promise<Result>;

interface Names {
  readonly after: string;
  readonly before: string;
  readonly order: string;
  readonly limit: number;
}

export class SqliteStreamIndex implements StreamIndex {
  private readonly statements: Statements;
  private readonly writer: SqliteIndexWriter;
  private hasTables: boolean | undefined;

  constructor(
    private readonly db: Database.Database,
    private readonly run: Run,
    readonly writable: boolean,
  ) {
    this.statements = new Statements(db);
    this.writer = new SqliteIndexWriter(db);
  }

  async state(): Promise<IndexState> {
    return this.run(() => this.readState());
  }

  async streams(query: StreamQuery, upTo: number): Promise<readonly string[] | undefined> {
    return this.run(() =>
      this.db.transaction(() => {
        const { version, position } = this.readState();
        return version === INDEX_VERSION && position >= upTo ? this.find(query) : undefined;
      })(),
    );
  }

  async changesAfter(position: number): Promise<IndexChanges> {
    return this.run(() =>
      this.db.transaction(() => {
        const state = this.readState();
        const heads = this.hasTables
          ? this.statement(
              'SELECT stream, revision, position FROM stream_heads WHERE position > ? ORDER BY position',
            ).all(position)
          : [];
        return { state, heads: heads as StreamHead[] };
      })(),
    );
  }

  async search(query: TextQuery, upTo: number): Promise<readonly EventPlace[] | undefined> {
    const { trigrams, after, before, backwards, limit } = query;
    const sql = `SELECT e.id, e.position FROM event_text t CROSS JOIN events e ON e.position = t.rowid
      WHERE t.event_text MATCH ? AND t.rowid > ? AND t.rowid < ?
      ORDER BY t.rowid ${backwards ? 'DESC' : 'ASC'} LIMIT ?`;
    return this.run(() =>
      this.db.transaction(() => {
        const { version, position } = this.readState();
        if (version !== INDEX_VERSION || position < upTo) return undefined;
        const match = this.rarestOf(trigrams.map(quoted)).join(' AND ');
        return this.statement(sql).all(match, after, before, limit) as EventPlace[];
      })(),
    );
  }

  async *rows(): AsyncGenerator<readonly IndexRow[]> {
    const select = `SELECT key, stream, position FROM stream_keys
      WHERE (key, stream) > (?, ?) ORDER BY key, stream LIMIT ${ROWS_PER_PAGE}`;
    for (let last = { key: '', stream: '' }; ;) {
      const { key, stream } = last;
      const page = await this.run(() => this.statement(select).all(key, stream) as IndexRow[]);
      const end = page.at(-1);
      if (!end) return;
      yield page;
      last = end;
    }
  }

  async *texts(): AsyncGenerator<readonly TrigramEntry[]> {
    await this.run(() => {
      this.db.exec(VOCABULARY);
    });
    const next = 'SELECT term FROM temp.event_text_terms WHERE term > ? LIMIT 1';
    // As a search looks them up: the table of terms is read in another way.
    const events =
      'SELECT ? AS trigram, rowid AS position FROM event_text WHERE event_text MATCH ?';
    for (let last = ''; ;) {
      const term = await this.run(() => this.column(next).get(last) as string | undefined);
      if (term === undefined) return;
      yield await this.run(() => this.statement(events).all(term, quoted(term)) as TrigramEntry[]);
      last = term;
    }
  }

  async write(batch: IndexBatch): Promise<boolean> {
    return this.run(() => this.db.transaction(() => this.writer.write(batch)).immediate());
  }

  async clear(state: IndexState): Promise<void> {
    await this.run(() => {
      this.db.transaction(() => this.writer.clear(state)).immediate();
    });
  }

  /** An older file that is opened read-only has no index. */
  private readState(): IndexState {
    this.hasTables ??=
      this.column(
        "SELECT count(*) FROM pragma_table_list WHERE name = 'stream_index_state'",
      ).get() !== 0;
    if (!this.hasTables) return NO_INDEX;
    return (this.statement(SELECT_STATE).get() as IndexState | undefined) ?? NO_INDEX;
  }

  private find(query: StreamQuery): readonly string[] {
    const { keys = [], among, backwards = false, limit = -1 } = query;
    const order = backwards ? 'DESC' : 'ASC';
    const names: Names = { ...nameBounds(query), order, limit };
    if (among) {
      const known = among.filter(
        (stream) => stream > names.after && stream < names.before && this.isKnown(stream),
      );
      const matching = known.filter((stream) => keys.every((list) => this.hasAny(stream, list)));
      return ordered(matching, backwards, limit);
    }
    const lists = this.rarestFirst(keys);
    const [first, ...others] = lists;
    if (!first) return this.named('stream_heads s WHERE true', [], [], names);
    return ordered(
      first.flatMap((match) => {
        const [condition, values] = keyCondition('s.key', match);
        const isRange = typeof match !== 'string';
        return this.named(`stream_keys s WHERE ${condition}`, values, others, names, isRange);
      }),
      backwards,
      limit,
    );
  }

  /**
   * The names that a source gives and that have, of each list, at least one key. Those of a range of
   * keys are found by key and then sorted: the `+` keeps SQLite from walking through all names.
   */
  private named(
    source: string,
    values: readonly string[],
    lists: readonly (readonly KeyMatch[])[],
    { after, before, order, limit }: Names,
    isRange = false,
  ): readonly string[] {
    const conditions = lists.map(anyKeyOf);
    const stream = isRange ? '+s.stream' : 's.stream';
    const sql = `SELECT DISTINCT s.stream FROM ${source} AND ${stream} > ? AND ${stream} < ?
      ${conditions.map(([exists]) => `AND ${exists}`).join(' ')} ORDER BY ${stream} ${order} LIMIT ?`;
    const found = this.column(sql).all(
      ...values,
      after,
      before,
      ...conditions.flatMap(([, parameters]) => parameters),
      limit,
    );
    return found as string[];
  }

  /** The lists of keys, the one that the fewest streams have first. */
  private rarestFirst(lists: readonly (readonly KeyMatch[])[]): readonly (readonly KeyMatch[])[] {
    if (lists.length < 2) return lists;
    const counted = lists.map((list) => ({
      list,
      count: list.reduce((sum, match) => sum + this.count(match), 0),
    }));
    return counted.sort((a, b) => a.count - b.count).map(({ list }) => list);
  }

  /**
   * The rarest few of these terms where one of them is rare, else all: to look a common term up beside
   * a rare one costs more than to read the events of the rare one.
   */
  private rarestOf(terms: readonly string[]): readonly string[] {
    if (terms.length <= MAX_TERMS) return terms;
    const count = this.column(
      `SELECT count(*) FROM (SELECT 1 FROM event_text WHERE event_text MATCH ? LIMIT ${RARE})`,
    );
    const counted = terms.map((term) => ({ term, count: count.get(term) as number }));
    counted.sort((a, b) => a.count - b.count);
    return counted[0] && counted[0].count < RARE
      ? counted.slice(0, MAX_TERMS).map(({ term }) => term)
      : terms;
  }

  private count(match: KeyMatch): number {
    const [condition, values] = keyCondition('s.key', match);
    const sql = `SELECT count(*) FROM (SELECT 1 FROM stream_keys s WHERE ${condition} LIMIT ${MAX_COUNTED})`;
    return this.column(sql).get(...values) as number;
  }

  private isKnown(stream: string): boolean {
    return this.statement('SELECT 1 FROM stream_heads WHERE stream = ?').get(stream) !== undefined;
  }

  private hasAny(stream: string, list: readonly KeyMatch[]): boolean {
    const [exists, values] = anyKeyOf(list);
    const sql = `SELECT ${exists} FROM (SELECT ? AS stream) s`;
    return this.column(sql).get(...values, stream) === 1;
  }

  private statement(sql: string): Database.Statement {
    return this.statements.get(sql);
  }

  private column(sql: string): Database.Statement {
    return this.statement(sql).pluck();
  }
}

function ordered(names: readonly string[], backwards: boolean, limit: number): readonly string[] {
  const distinct = [...new Set(names)].sort();
  if (backwards) distinct.reverse();
  return limit < 0 ? distinct : distinct.slice(0, limit);
}

/** A trigram as FTS5 takes any text. */
const quoted = (trigram: string): string => `"${trigram.replaceAll('"', '""')}"`;

const keyCondition = (column: string, match: KeyMatch): [string, readonly string[]] =>
  typeof match === 'string'
    ? [`${column} = ?`, [match]]
    : [`${column} >= ? AND ${column} < ?`, [match.prefix, endOfPrefix(match.prefix)]];

/** Whether the stream `s` has one of these keys. */
function anyKeyOf(list: readonly KeyMatch[]): [string, readonly string[]] {
  const exact = list.filter((match) => typeof match === 'string');
  const ranges = list.filter((match) => typeof match !== 'string');
  const conditions = [
    'o.key IN (SELECT value FROM json_each(?))',
    ...ranges.map((range) => `(${keyCondition('o.key', range)[0]})`),
  ];
  return [
    `EXISTS (SELECT 1 FROM stream_keys o WHERE o.stream = s.stream AND (${conditions.join(' OR ')}))`,
    [JSON.stringify(exact), ...ranges.flatMap((range) => keyCondition('o.key', range)[1])],
  ];
}
