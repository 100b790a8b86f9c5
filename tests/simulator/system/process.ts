/** A process: its clock, its timers and its connections, until it crashes. */
import type { Timers } from '../../../src/log/core/timers.js';
import type { Scheduler } from './scheduler.js';

/** The other side cannot be reached, or its answer was lost. */
export class ConnectionLost extends Error {
  constructor() {
    super('the connection was lost');
  }
}

/** Never settles: what becomes of the code of a process that is no more. */
const never = () => new Promise<never>(() => undefined);

export class SimulatedProcess {
  /** How far its clock is off, in milliseconds. */
  skew = 0;
  #alive = true;
  readonly #crashed = new Set<() => void>();

  constructor(
    readonly scheduler: Scheduler,
    /** One of so many answers is lost; 0 for none. */
    readonly faults: { lossOneIn: number },
  ) {}

  get alive(): boolean {
    return this.#alive;
  }

  readonly now = (): number => Math.floor(this.scheduler.now + this.skew);

  readonly timers: Timers = {
    after: (ms, call) => this.scheduler.after(ms, () => this.#alive && call()),
  };

  /** Ends it where it stands: its code goes no further, and its callers lose their connections. */
  crash(): void {
    this.#alive = false;
    for (const call of this.#crashed) call();
  }

  /** Calls when it crashes, until the returned function is called. */
  onCrash(call: () => void): () => void {
    this.#crashed.add(call);
    return () => this.#crashed.delete(call);
  }

  /**
   * Work of this process for a caller elsewhere: the request takes its time, and so does the answer,
   * which may be lost with the work done.
   */
  async serve<Result>(work: () => Promise<Result>): Promise<Result> {
    const { scheduler } = this;
    await scheduler.sleep(scheduler.random.below(10));
    if (!this.#alive) throw new ConnectionLost();
    let forget: () => void = () => undefined;
    const crash = new Promise<never>((_, reject) => {
      forget = this.onCrash(() => reject(new ConnectionLost()));
    });
    try {
      const result = await Promise.race([work(), crash]);
      await Promise.race([scheduler.sleep(scheduler.random.below(10)), crash]);
      this.#maybeLose();
      return result;
    } finally {
      forget();
    }
  }

  /**
   * A request of this process to another side. `isUp` tells whether the connection has held; either
   * the request or the answer may be lost.
   */
  async ask<Result>(work: () => Result | Promise<Result>, isUp: () => boolean): Promise<Result> {
    const { scheduler } = this;
    await scheduler.sleep(scheduler.random.below(4));
    if (!this.#alive) return never();
    if (!isUp()) throw new ConnectionLost();
    this.#maybeLose();
    const result = await work();
    await scheduler.sleep(scheduler.random.below(4));
    // It may have crashed meanwhile.
    if (!this.alive) return never();
    if (!isUp()) throw new ConnectionLost();
    this.#maybeLose();
    return result;
  }

  #maybeLose(): void {
    const { lossOneIn } = this.faults;
    if (lossOneIn > 0 && this.scheduler.random.oneIn(lossOneIn)) throw new ConnectionLost();
  }
}
