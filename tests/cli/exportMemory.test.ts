/** Exports of long logs: every format is written as the log is read. */
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/log/openLog.js';
import { statement } from '../support/logFixtures.js';
import { type Desk, desk } from './running.js';

/** Says at exit how much memory the process had at most, in bytes. */
const SAY_PEAK = `data:text/javascript,process.on('exit',()=>console.error('peak',process.resourceUsage().maxRSS*1024))`;

/** The heap is kept small, so that what is retained shows and garbage does not. */
const env = { NODE_OPTIONS: `--max-old-space-size=64 --import=${SAY_PEAK}` };

async function logOf(at: Desk, count: number): Promise<string> {
  const url = `sqlite:${at.path(`${count}.db`)}`;
  const log = await openLog(url);
  const words = 'They agreed to meet again and said nothing of the rate. '.repeat(12);
  for (let from = 0; from < count; from += 1_000)
    await log.append({
      events: Array.from({ length: 1_000 }, (_, n) => statement(`${from + n}: ${words}`)),
    });
  await log.close();
  return url;
}

describe('an export of 100,000 events', () => {
  it('takes no more memory than one of 10,000, in any format', async () => {
    const at = desk();
    const [short, long] = [await logOf(at, 10_000), await logOf(at, 100_000)];
    for (const format of ['jsonl', 'csv', 'parquet']) {
      const peakOf = async (log: string, file: string) => {
        const args = ['export', '--log', log, '--format', format, '--output', file];
        const { status, stderr } = await at.spawn(args, { env });
        expect([status, stderr]).toEqual([0, expect.stringContaining('Exported')]);
        return Number(/^peak (\d+)$/m.exec(stderr)![1]);
      };
      const growth =
        (await peakOf(long, `long.${format}`)) - (await peakOf(short, `short.${format}`));
      const read = statSync(at.path('100000.db')).size;
      expect(read).toBeGreaterThan(100_000_000);
      expect(growth / read, format).toBeLessThan(0.4);
    }
  }, 300_000);
});
