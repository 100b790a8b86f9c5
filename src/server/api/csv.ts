/** Tables as CSV (RFC 4180): UTF-8, CRLF, a header line. */
import type { Cell, Table } from './resource.js';

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** Text that a spreadsheet would run as a formula, which a leading apostrophe prevents (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

export const csvHeader = ({ columns }: Table<never>): string => line(Object.keys(columns));

export function csvRow(table: Table<never>, item: unknown): string {
  return line(Object.values(table.columns).map((column) => column(item as never)));
}

/** The whole table. O(rows × columns). */
export const csvTable = (table: Table<never>, items: readonly unknown[]): string =>
  csvHeader(table) + items.map((item) => csvRow(table, item)).join('');
