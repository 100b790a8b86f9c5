import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { csvChunks } from '../../src/app/datasets/csv.js';
import { parquetChunks } from '../../src/app/datasets/parquet.js';
import {
  boolean,
  instant,
  integer,
  number,
  type Table,
  text,
} from '../../src/app/datasets/table.js';

interface Row {
  readonly name: string | null;
  readonly count: number | null;
  readonly rate: number | null;
  readonly open: boolean | null;
  readonly at: number | null;
}

const table: Table<Row> = {
  name: text(({ name }) => name),
  count: integer(({ count }) => count),
  rate: number(({ rate }) => rate),
  open: boolean(({ open }) => open),
  at: instant(({ at }) => at),
};

async function* pagesOf(rows: readonly Row[], size: number): AsyncGenerator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const rowsOf = fc.array(
  fc.record({
    name: orNull(fc.string({ unit: 'grapheme' })),
    count: orNull(fc.integer()),
    rate: orNull(fc.double({ noNaN: true, noDefaultInfinity: true })),
    open: orNull(fc.boolean()),
    at: orNull(fc.integer({ min: -1e12, max: 4e12 })),
  }),
  { maxLength: 50 },
);

describe('a table as Parquet', () => {
  it('holds every row and type, however it is cut into pages', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, fc.integer({ min: 1, max: 20 }), async (rows, size) => {
        const bytes = await bytesOf(parquetChunks(table, pagesOf(rows, size), 'test'));
        const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
        const read = await parquetReadObjects({ file: file as ArrayBuffer });
        expect(read).toEqual(
          rows.map(({ count, at, ...row }) => ({
            ...row,
            count: count === null ? null : BigInt(count),
            at: at === null ? null : new Date(at),
          })),
        );
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('is written in groups of rows, so that memory does not grow with their number', async () => {
    const row: Row = { name: 'x', count: 1, rate: 0.5, open: true, at: 0 };
    const chunks: number[] = [];
    const rows = async function* () {
      for (let page = 0; page < 70; page++) yield Array.from({ length: 1_000 }, () => row);
    };
    for await (const chunk of parquetChunks(table, rows(), 'test')) chunks.push(chunk.length);
    // Seven groups of ten thousand rows, and the footer.
    expect(chunks).toHaveLength(8);
  });
});

describe('a table as CSV', () => {
  const csv = async (rows: readonly Row[]) =>
    (await bytesOf(csvChunks(table, pagesOf(rows, 2)))).toString('utf8');
  const empty: Row = { name: null, count: null, rate: null, open: null, at: null };

  it('quotes what needs it, leaves what is unknown empty, and writes instants in UTC', async () => {
    expect(
      await csv([
        { name: 'a "b", c', count: 1, rate: -2.5, open: false, at: 0 },
        { ...empty, name: 'two\nlines' },
        empty,
      ]),
    ).toBe(
      'name,count,rate,open,at\r\n"a ""b"", c",1,-2.5,false,1970-01-01T00:00:00.000Z\r\n"two\nlines",,,,\r\n,,,,\r\n',
    );
  });

  it('keeps a spreadsheet from running text as a formula', async () => {
    for (const name of ['=1+1', '+1', '-1', '@sum', '\ttab'])
      expect((await csv([{ ...empty, name }])).split('\r\n')[1]).toBe(`'${name},,,,`);
  });
});
