/** Telling how far a long command got: on stderr, in place on a terminal, else once in a while. */

const EVERY_MS = { terminal: 100, file: 1_000 };

export class Progress {
  readonly #terminal = process.stderr.isTTY;
  #told = Date.now();
  #shown = false;

  /** Shows a line if enough time went by since the one before. */
  show(line: string): void {
    const now = Date.now();
    if (now - this.#told < (this.#terminal ? EVERY_MS.terminal : EVERY_MS.file)) return;
    this.#told = now;
    this.#shown = true;
    process.stderr.write(this.#terminal ? `\r\x1b[K${line}` : `${line}\n`);
  }

  /** Takes the line away again. */
  clear(): void {
    if (this.#terminal && this.#shown) process.stderr.write('\r\x1b[K');
    this.#shown = false;
  }
}

/** `5,120 events`, `1 event`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
