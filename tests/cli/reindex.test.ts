import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { INDEX_VERSION } from '../../events/indexKeys.js';
import { type Desk, desk, PATIENCE, RECORD } from './running.js';

const DUTY = ['duty', 'US', 'IN', '--at', '2025-11-05'];

/** Changes the index of an imported record behind the log's back. */
async function changedBy(sql: string): Promise<Desk> {
  const at = desk();
  await at.parley('import', ...RECORD);
  const db = new Database(at.path('parley.db'));
  db.exec(sql);
  db.close();
  return at;
}

const WITHOUT_IMPOSERS = "DELETE FROM stream_keys WHERE key = 'imposedBy US'";

it('parley reindex makes an index as the events say of one that is not', PATIENCE, async () => {
  const at = await changedBy(WITHOUT_IMPOSERS);
  const wrong = await at.parley('verify');
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toMatch(
    /104 records in order.*"imposedBy US" of measure\/.*parley reindex/s,
  );
  expect(wrong.stderr).not.toContain('restore');
  expect(await at.parley('reindex')).toMatchObject({
    status: 0,
    stdout: 'The index was made anew from 104 events.\n',
  });
  expect((await at.parley('verify')).status).toBe(0);
  expect((await at.parley(...DUTY)).stdout).toContain('goods of India: 50 %');
});

it(
  'parley reindex --duty-steps computes what verify compares with the events',
  PATIENCE,
  async () => {
    const at = await changedBy('SELECT 1');
    expect((await at.parley('reindex', '--duty-steps')).stdout).toMatch(
      /parley_duty_steps has \d+ steps by the 104 events of the log\.\n$/,
    );
    expect((await at.parley('verify')).status).toBe(0);
    const db = new Database(at.path('parley.db'));
    db.exec('UPDATE duty_steps SET percentage_points = 5 WHERE percentage_points = 50');
    db.close();
    const wrong = await at.parley('verify');
    expect([wrong.status, wrong.stderr]).toEqual([
      1,
      expect.stringMatching(/104 records in order.* row \d+ of parley_duty_steps .*--duty-steps/s),
    ]);
  },
);

it('an index of another version is made anew by the first read', PATIENCE, async () => {
  const at = await changedBy(
    `${WITHOUT_IMPOSERS}; UPDATE stream_index_state SET version = ${INDEX_VERSION - 1}`,
  );
  expect((await at.parley(...DUTY)).stdout).toContain('goods of India: 50 %');
});

it('an index of a newer version is left alone, and not believed', PATIENCE, async () => {
  const at = await changedBy(
    `${WITHOUT_IMPOSERS}; UPDATE stream_index_state SET version = ${INDEX_VERSION + 1}`,
  );
  expect((await at.parley(...DUTY)).stdout).toContain('goods of India: 50 %');
  const refused = await at.parley('reindex');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('newer Parley');
});

it('an index made from another log is not believed', PATIENCE, async () => {
  const at = await changedBy(
    `${WITHOUT_IMPOSERS}; UPDATE stream_index_state SET record_hash = 'x'`,
  );
  expect((await at.parley(...DUTY)).stdout).toContain('goods of India: 50 %');
});

it('parley reindex of a log that does not exist creates nothing', PATIENCE, async () => {
  const { status, stderr } = await desk().parley('reindex');
  expect([status, stderr]).toEqual([1, expect.stringContaining('There is no log at')]);
});
