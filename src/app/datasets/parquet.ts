/** Tables as Parquet, written one row group at a time. */
import type { BasicType } from 'hyparquet-writer';
import type { Cell, ColumnType, Table } from './table.js';

/** Rows of a row group: what is held in memory at once. */
const ROW_GROUP = 10_000;

const TYPES: Readonly<Record<ColumnType, BasicType>> = {
  text: 'STRING',
  integer: 'INT64',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  instant: 'TIMESTAMP',
};

function encoded(value: Cell | undefined, type: ColumnType): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'integer') return BigInt(value);
  return type === 'instant' ? new Date(value as number) : value;
}

/** Joins pages into groups of rows. */
async function* groupsOf<Row>(pages: AsyncIterable<readonly Row[]>): AsyncGenerator<Row[]> {
  let group: Row[] = [];
  for await (const rows of pages) {
    group.push(...rows);
    if (group.length < ROW_GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/**
 * A whole table in chunks, one for each row group and the footer. Memory is bounded by a row group.
 * The bytes depend on the rows and `createdBy` alone.
 */
export async function* parquetChunks<Row>(
  table: Table<Row>,
  pages: AsyncIterable<readonly Row[]>,
  createdBy: string,
): AsyncGenerator<Uint8Array> {
  // Loaded when a file is asked for.
  const { ByteWriter, ParquetWriter, schemaFromColumnData } = await import('hyparquet-writer');
  const columnsOf = (rows: readonly Row[]) =>
    Object.entries(table).map(([name, { type, value }]) => ({
      name,
      type: TYPES[type],
      data: rows.map((row) => encoded(value(row), type)),
    }));
  const bytes = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: columnsOf([]) });
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy });
  const written = (): Uint8Array => {
    const chunk = bytes.getBytes().slice();
    bytes.index = 0;
    return chunk;
  };
  for await (const rows of groupsOf(pages)) {
    await writer.write({ columnData: columnsOf(rows), rowGroupSize: ROW_GROUP * 2 });
    yield written();
  }
  await writer.finish();
  yield written();
}
