import { readFileSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { desk, PATIENCE, RECORD } from './running.js';

describe('parley export', PATIENCE, () => {
  it('writes a table as CSV or Parquet, with a row for each event of the streams asked for', async () => {
    const at = desk();
    await at.parley('import', ...RECORD);
    const only = ['--stream', 'measure/us-recip-in'];
    const lines = (await at.parley('export', ...only)).stdout.trimEnd().split('\n');
    const { stdout } = await at.parley('export', '--format', 'csv', ...only);
    const [header, ...rows] = stdout.trimEnd().split('\r\n');
    expect(header).toMatch(/^position,id,stream,/);
    expect(rows).toHaveLength(lines.length);

    const written = await at.parley(
      'export',
      '--format',
      'parquet',
      '--output',
      'events.parquet',
      ...only,
    );
    expect(written).toEqual({
      status: 0,
      stdout: '',
      stderr: `Exported ${lines.length} events to events.parquet.\n`,
    });
    const bytes = readFileSync(at.path('events.parquet'));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const read = await parquetReadObjects({ file });
    expect(read.map(({ id }) => id)).toEqual(
      lines.map((line) => (JSON.parse(line) as { id: string }).id),
    );
  });

  it('is an empty table of a log without events', async () => {
    const at = desk();
    await at.parley('migrate');
    const { stdout } = await at.parley('export', '--format', 'csv');
    expect(stdout.split('\r\n')).toEqual([expect.stringMatching(/^position,/), '']);
  });
});
