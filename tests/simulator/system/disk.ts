/** A disk: what was written is safe once it is synced; a crash keeps any part of the rest. */
import type { SeededRandom } from '../../cluster/seededRandom.js';

export class SimulatedDisk {
  #content = '';
  #synced = 0;

  get content(): string {
    return this.#content;
  }

  write(text: string): void {
    this.#content += text;
  }

  sync(): void {
    this.#synced = this.#content.length;
  }

  /** Keeps what is synced, and of what is not a part, in which a byte may be another. */
  crash(random: SeededRandom): void {
    const end = random.oneIn(3)
      ? random.between(this.#synced, this.#content.length)
      : this.#content.length;
    const torn = this.#content.slice(0, end);
    const at = random.between(this.#synced, end);
    this.#content =
      at < end && !random.oneIn(3) ? `${torn.slice(0, at)}0${torn.slice(at + 1)}` : torn;
  }

  /** Continues after what could be read. */
  truncate(length: number): void {
    this.#content = this.#content.slice(0, length);
    this.sync();
  }
}
