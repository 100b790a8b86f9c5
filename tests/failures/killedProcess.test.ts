import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verify } from '../../src/log/core/verify.js';
import { openLog } from '../../src/log/openLog.js';
import { SeededRandom } from '../cluster/seededRandom.js';
import { SEED } from '../support/seed.js';
import { newDirectory } from './smallDisk.js';

const WRITER = fileURLToPath(new URL('bulkWriter.ts', import.meta.url));
const AT_ONCE = 2_000;

/** Kills a writer some time after it has begun to append; how many appends it acknowledged. */
async function killed(file: string, ms: number): Promise<number> {
  const args = ['--import', 'tsx', WRITER, file, `${AT_ONCE}`];
  const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void writer.kill('SIGKILL'));
  const closed = once(writer, 'close');
  const lines: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line === 'open') void pause(ms).then(() => writer.kill('SIGKILL'));
    lines.push(line);
  }
  expect(await closed).toEqual([null, 'SIGKILL']);
  return lines.filter((line) => line === 'acknowledged').length;
}

describe(`a process killed while it records many events at once (seed ${SEED})`, () => {
  it('leaves each append whole or absent, and every acknowledged one', async () => {
    const chance = new SeededRandom(SEED, 'kills');
    const file = path.join(newDirectory(), 'log.db');
    let acknowledged = 0;
    for (let kills = 0; kills < 4; kills++) {
      acknowledged += await killed(file, chance.between(1, 600));
      const log = await openLog(`sqlite:${file}`);
      const { position } = await log.head();
      expect(position % AT_ONCE).toBe(0);
      expect(position).toBeGreaterThanOrEqual(acknowledged * AT_ONCE);
      expect(await verify(log)).toMatchObject({ ok: true, count: position });
      await log.close();
    }
  }, 180_000);
});
