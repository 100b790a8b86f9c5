/** Writing to stdout or a file: as fast as it is taken, and quiet when the reader leaves. */
import { once } from 'node:events';

/** Whoever reads has left, as `head` does: nothing to complain about. */
export class ReaderLeft extends Error {
  readonly code = 'EPIPE';
}

/** Writes to stdout, waiting whenever the reader is behind. Throws {@link ReaderLeft}. */
export async function print(text: string): Promise<void> {
  const { stdout } = process;
  if (stdout.destroyed) throw new ReaderLeft();
  if (stdout.write(text)) return;
  await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]);
}

/** Keeps a reader that leaves from becoming an uncaught error. */
export function watchStdout(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    // Whatever is still to be written has nowhere to go.
    process.exit(0);
  });
}
