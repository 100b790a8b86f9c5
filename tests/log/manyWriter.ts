/**
 * Two writers on the log at argv[2], named after argv[3]: singles and batches, many under way at
 * once, argv[4] events each. Prints the position of each once it is acknowledged.
 */
import { writeSync } from 'node:fs';
import { openLog } from '../../src/log/openLog.js';
import { statement } from '../support/logFixtures.js';

const [, , url = '', name = '', total = ''] = process.argv;
const UNDER_WAY = 12;

async function write(writer: string): Promise<void> {
  const log = await openLog(url, { busyTimeoutMs: 60_000 });
  let begun = 0;
  const lane = async () => {
    while (begun < Number(total)) {
      const size = Math.min(begun % 3 === 0 ? 1 : 1 + (begun % 29), Number(total) - begun);
      const first = begun;
      begun += size;
      const events = Array.from({ length: size }, (_, n) => statement(`${writer} ${first + n}`));
      const appended = await log.append({ events });
      writeSync(1, appended.events.map(({ position }) => `${position}\n`).join(''));
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, lane));
  await log.close();
}

await Promise.all([write(`${name} left`), write(`${name} right`)]);
