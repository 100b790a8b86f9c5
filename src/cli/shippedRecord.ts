/** The record that is shipped with Parley, which `parley serve` loads into an empty log. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { checkFiles, importFiles } from '../app/transfer/importFiles.js';
import type { Parley } from '../app/parley.js';

const DIRECTORY = fileURLToPath(new URL('../../events/logs/', import.meta.url));

/** Restores the shipped record into a log that is empty. Returns how many events it holds. */
export async function restoreShippedRecord(parley: Parley): Promise<number> {
  const files = readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => ({ path: path.join(DIRECTORY, name), name: `events/logs/${name}` }));
  return (await importFiles(parley, await checkFiles(files))).events;
}
