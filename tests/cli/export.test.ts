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

  it('writes duties over time in place of events', async () => {
    const at = desk();
    await at.parley('import', ...RECORD);
    const { stdout } = await at.parley('export', '--duty-steps', '--format', 'csv');
    expect(stdout).toMatch(/^imposed_by,on_goods_of,starts_at,ends_at,percentage_points,/);
    expect(stdout).toMatch(/^US,IN,2025-08-27T04:01:00\.000Z,[^,]*,50,50 %,/m);
    const written = await at.parley(
      ...['export', '--duty-steps', '--format', 'parquet', '--output', 'steps.parquet'],
    );
    expect(written.stderr).toBe(
      `Exported ${stdout.trimEnd().split('\r\n').length - 1} duty steps to steps.parquet.\n`,
    );
    for (const args of [[], ['--format', 'csv', '--stream', 'measure/us-recip-in']])
      expect((await at.parley('export', '--duty-steps', ...args)).status).toBe(1);
  });

  it('is an empty table of a log without events', async () => {
    const at = desk();
    await at.parley('migrate');
    const { stdout } = await at.parley('export', '--format', 'csv');
    expect(stdout.split('\r\n')).toEqual([expect.stringMatching(/^position,/), '']);
  });
});
