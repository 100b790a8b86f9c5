/** Progress of a long command on stderr: one line in place on a terminal, else a line every five seconds. */

const EVERY_MS = { terminal: 100, file: 5_000 };

export class Progress {
  readonly #terminal = process.stderr.isTTY;
  #lastShownAt = Date.now();
  #shown = false;

  /** Shows a line; does nothing when one was shown less than the interval ago. */
  show(line: string): void {
    const now = Date.now();
    if (now - this.#lastShownAt < (this.#terminal ? EVERY_MS.terminal : EVERY_MS.file)) return;
    this.#lastShownAt = now;
    this.#shown = true;
    process.stderr.write(this.#terminal ? `\r\x1b[K${line}` : `${line}\n`);
  }

  /** Removes the line from a terminal. */
  clear(): void {
    if (this.#terminal && this.#shown) process.stderr.write('\r\x1b[K');
    this.#shown = false;
  }
}

/** `5,120 events`, `1 event`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
