/** Tables as CSV (RFC 4180): UTF-8, CRLF, a header line; instants in ISO 8601, UTC. */
import type { Cell, Column, Table } from './table.js';

/** Text that a spreadsheet would run as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function cell(value: Cell | undefined, { type }: Column<never>): string {
  if (value === null || value === undefined) return '';
  if (type === 'instant' && typeof value === 'number') return new Date(value).toISOString();
  return typeof value === 'string' ? quoted(value) : String(value);
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

export const csvHeader = (table: Table<never>): string => line(Object.keys(table).map(quoted));

/** Rows as lines. O(rows × columns). */
export const csvRows = <Row>(table: Table<Row>, rows: readonly Row[]): string => {
  const columns = Object.values(table);
  return rows
    .map((row) => line(columns.map((column) => cell(column.value(row), column as Column<never>))))
    .join('');
};

/** A whole table in chunks, one for each page of rows after the header. */
export async function* csvChunks<Row>(
  table: Table<Row>,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvHeader(table));
  for await (const rows of pages) if (rows.length > 0) yield encoder.encode(csvRows(table, rows));
}
