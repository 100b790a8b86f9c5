/** The shipped record, in a log in memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';

const LOGS = new URL('../../events/logs/', import.meta.url);

/** Every event of the shipped record, in the order in which it is imported. */
export function shippedEvents(): readonly { id: string; type: string; [key: string]: unknown }[] {
  return readdirSync(LOGS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, LOGS), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as never);
}

/** Parley over the shipped record; the clocks of the reader and of the log are fixed at `now`. */
export async function shippedRecord(now = '2026-11-23T00:00:00Z'): Promise<Parley> {
  const clock = { now: () => Date.parse(now) };
  const parley = new Parley(await openLog('memory:', clock), clock);
  await parley.append(shippedEvents(), { restore: true });
  return parley;
}
