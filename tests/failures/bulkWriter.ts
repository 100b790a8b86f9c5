/** Appends argv[3] events at once to the log at argv[2], again and again; prints a line for each append. */
import { writeSync } from 'node:fs';
import { openLog } from '../../src/log/openLog.js';
import { statement } from '../support/logFixtures.js';

const log = await openLog(`sqlite:${process.argv[2]}`);
const events = Array.from({ length: Number(process.argv[3]) }, (_, n) =>
  statement(`statement ${n}`),
);

writeSync(1, 'open\n');
for (;;) {
  await log.append({ events });
  writeSync(1, 'acknowledged\n');
}
