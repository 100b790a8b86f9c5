/** Tables: named, typed columns over rows of any kind; written as CSV or Parquet. */

/** A value of a cell; null where there is none. */
export type Cell = string | number | boolean | null;

/** `instant` holds epoch milliseconds. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'instant';

export interface Column<Row> {
  readonly type: ColumnType;
  readonly value: (row: Row) => Cell | undefined;
}

/** Columns by name, in order. Names are lower case with underscores, as databases have them. */
export type Table<Row> = Readonly<Record<string, Column<Row>>>;

const column =
  (type: ColumnType) =>
  <Row>(value: (row: Row) => Cell | undefined): Column<Row> => ({ type, value });

export const text = column('text');
export const integer = column('integer');
export const number = column('number');
export const boolean = column('boolean');
export const instant = column('instant');
