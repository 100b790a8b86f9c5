/** Without it spreadsheets read UTF-8 in the code page of their country, and a dash as three letters. */
const BOM = '\uFEFF';

/** A table as text that spreadsheets read (RFC 4180). */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(value: string | number): string {
  const text = String(value);
  // A spreadsheet takes these for the beginning of a formula.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
