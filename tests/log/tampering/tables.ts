/** The tables of a log as its database lists them, and rows changed in every way. */

export type Value = string | number | boolean | null | Uint8Array;
export type Row = Readonly<Record<string, Value>>;

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of the primary key. */
  readonly key: readonly string[];
}

/** A log whose tables can be changed as whoever owns the database could. */
export interface TamperedLog {
  /** Every table that the database lists. */
  readonly tables: readonly Table[];
  /** All rows of a table, by its key. */
  rows(table: Table): Promise<readonly Row[]>;
  /** Puts rows in place of those of a table. False where a key that must be unique is not. */
  replace(table: Table, rows: readonly Row[]): Promise<boolean>;
  /** What plain `parley verify` says is wrong; undefined where it finds nothing. */
  problem(): Promise<string | undefined>;
  /** Makes anew what follows from the records, as `parley verify --repair` does. */
  repair(): Promise<void>;
  dispose(): Promise<void>;
}

export interface Change {
  /** The column changed, or `row added`, `row removed`, `rows swapped`. */
  readonly what: string;
  readonly rows: readonly Row[];
}

/** A value in place of one, of the same type: in the first row a greater one. */
function other(value: Value, isFirst: boolean): Value {
  if (typeof value === 'number') return isFirst ? value + 1_000 : value - 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') {
    if (value.endsWith('infinity')) return '2025-11-04T12:00:00.000Z';
    const time = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : NaN;
    return Number.isNaN(time) ? `${value}x` : new Date(time + 60_000).toISOString();
  }
  if (value === null) return null;
  return value.map((byte, index) => (index === value.length - 1 ? byte ^ 1 : byte));
}

/** A value of a key that no row has. */
const beyond = (value: Value): Value =>
  typeof value === 'number' ? value + 5_000_000 : other(value, true);

/** A row like another, with values of its own where no two rows share one. */
function addedLike(row: Row, rows: readonly Row[], key: readonly string[]): Row {
  const isOwn = (name: string) =>
    key.includes(name) || new Set(rows.map((each) => each[name])).size === rows.length;
  const entries = Object.entries(row);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isOwn(name) ? beyond(value) : value]),
  );
}

/** Each column of the first and of the last row changed; rows removed, added and swapped. */
export function* changesOf({ columns, key }: Table, rows: readonly Row[]): Generator<Change> {
  const ends = rows.length > 1 ? [0, rows.length - 1] : rows.length > 0 ? [0] : [];
  for (const at of ends) {
    const row = rows[at] ?? {};
    for (const column of columns) {
      const changed = other(row[column] ?? null, at === 0);
      if (changed !== null)
        yield { what: column, rows: rows.with(at, { ...row, [column]: changed }) };
    }
    yield { what: 'row removed', rows: rows.toSpliced(at, 1) };
    yield { what: 'row added', rows: [...rows, addedLike(row, rows, key)] };
  }
  const [first, last] = [rows[0], rows.at(-1)];
  const rest = columns.filter((column) => !key.includes(column));
  if (!first || !last || rest.every((name) => Object.is(first[name], last[name]))) return;
  const keyOf = (row: Row) => Object.fromEntries(key.map((name) => [name, row[name] ?? null]));
  const swapped = rows.with(0, { ...last, ...keyOf(first) });
  yield { what: 'rows swapped', rows: swapped.with(-1, { ...first, ...keyOf(last) }) };
}
