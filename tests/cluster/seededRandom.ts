/** A seeded random generator: the same seed and name give the same sequence. */
import { createHash } from 'node:crypto';

export class SeededRandom {
  #state: number;

  constructor(seed: number, name: string) {
    this.#state = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32LE(0);
  }

  /** A whole number from 0 up to, but not including, `end` (the mulberry32 generator). */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  /** True with probability 1/`times`. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    const order: Item[] = [];
    while (left.length > 0) order.push(...left.splice(this.below(left.length), 1));
    return order;
  }
}
