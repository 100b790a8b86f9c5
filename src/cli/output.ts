/** Writes to stdout with backpressure; a closed pipe ends the program without an error. */
import { once } from 'node:events';

/** The reader of stdout closed it, as `head` does. */
export class StdoutClosed extends Error {
  readonly code = 'EPIPE';
}

/** Writes to stdout, and waits while its buffer is full. Throws {@link StdoutClosed}. */
export async function print(text: string | Uint8Array): Promise<void> {
  const { stdout } = process;
  if (stdout.destroyed) throw new StdoutClosed();
  if (stdout.write(text)) return;
  await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]);
}

/** Exits with 0 when the reader of stdout closes it, instead of an uncaught error. */
export function exitWhenStdoutCloses(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}

export const printJson = (value: unknown): Promise<void> =>
  print(`${JSON.stringify(value, null, 2)}\n`);
