/** Latencies of a phase, in milliseconds. */
export class Latencies {
  #all: number[] = [];
  #last: number[] = [];

  add(ms: number): void {
    this.#all.push(ms);
    this.#last.push(ms);
  }

  get count(): number {
    return this.#all.length;
  }

  at(share: number): number {
    return percentile(this.#all, share);
  }

  /** A percentile of those since it was last asked for. */
  recent(share: number): number {
    const value = percentile(this.#last, share);
    this.#last = [];
    return value;
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
