/** The shipped record, in a log in memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { Parley } from '../../src/app/parley.js';
import { openLog } from '../../src/log/openLog.js';

const LOGS = new URL('../../events/logs/', import.meta.url);

/** The files of the talks between India and the United States, which most tests ask about. */
export const INDIA_US = ['in-us-bta.jsonl', 'us-measures.jsonl'];

type Event = { id: string; type: string; recordedAt: string; [key: string]: unknown };

/** Every event of these files of the shipped record, or of all, in the order of a restore. */
export function shippedEvents(
  names = readdirSync(LOGS).filter((name) => name.endsWith('.jsonl')),
): readonly Event[] {
  return names
    .flatMap((name) => readFileSync(new URL(name, LOGS), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Event)
    .sort((a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt));
}

/** Parley over the shipped record, or these files of it; the clocks of the reader and of the log stand at `now`. */
export async function shippedRecord(
  now = '2026-11-27T00:00:00Z',
  names?: readonly string[],
): Promise<Parley> {
  const clock = { now: () => Date.parse(now) };
  const parley = new Parley(await openLog('memory:', clock), clock);
  await parley.append(shippedEvents(names && [...names]), { restore: true });
  return parley;
}

/** Parley over the talks between India and the United States alone. */
export const indiaUsRecord = (now = '2026-11-23T00:00:00Z'): Promise<Parley> =>
  shippedRecord(now, INDIA_US);
