/** Appends to the log at argv[2] until it is killed; prints each id once it is acknowledged. */
import { writeSync } from 'node:fs';
import { openLog } from '../../src/log/openLog.js';
import { statement } from '../support/logFixtures.js';

const log = await openLog(`sqlite:${process.argv[2]}`);

async function write(writer: number): Promise<never> {
  for (let n = 0; ; n++) {
    const events = Array.from({ length: 1 + (n % 3) }, () => statement(`writer ${writer}, ${n}`));
    const appended = await log.append({ events });
    // Straight to the pipe: what is printed was acknowledged, whenever the kill comes.
    writeSync(1, appended.events.map(({ id }) => `${id}\n`).join(''));
  }
}

await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)));
