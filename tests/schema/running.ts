/** Running the programs that judge the schema from outside. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The public contract, as printed from the code. */
export const SCHEMA = path.join(ROOT, 'schema', 'schema.graphql');

export interface Ended {
  readonly status: number;
  /** All it printed, on both streams. */
  readonly said: string;
}

/** Runs a script of Node's in a directory to its end. */
export const run = (cwd: string, script: string, ...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...args], { cwd }, (error, stdout, stderr) => {
      const status = error === null ? 0 : error.code;
      if (typeof status === 'number') resolve({ status, said: stdout + stderr });
      else reject(error ?? new Error(`${script} ended without a status`));
    });
  });

/** A directory that is gone when the test is over. */
export async function temporary(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'parley-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}
