/** Virtual time: one task after the other, in the order of their times, and no clock but this one. */
import { setImmediate as turn } from 'node:timers/promises';
import type { SeededRandom } from '../../cluster/seededRandom.js';

interface Task {
  readonly at: number;
  readonly run: () => void;
}

export class Scheduler {
  /** Epoch milliseconds, with fractions. */
  now = Date.parse('2025-11-04T12:00:00Z');
  /** Tasks run so far. */
  steps = 0;
  readonly #tasks = new Set<Task>();

  constructor(readonly random: SeededRandom) {}

  /** Runs a task after so many milliseconds; the function returned cancels it. */
  after(ms: number, run: () => void): () => void {
    // A fraction decides between tasks of one millisecond: every order of them is drawn some time.
    const task = { at: this.now + ms + this.random.below(1e6) / 1e6, run };
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /**
   * Runs tasks until the condition holds or so many virtual milliseconds have passed. Whether it came
   * to hold.
   */
  async runUntil(holds: () => boolean, ms: number): Promise<boolean> {
    const end = this.now + ms;
    for (;;) {
      // What the task set off runs until nothing is left of it that waits for no other task.
      await turn();
      if (holds()) return true;
      let next: Task | undefined;
      for (const task of this.#tasks) if (!next || task.at < next.at) next = task;
      if (!next || next.at > end) return false;
      this.#tasks.delete(next);
      this.now = Math.max(this.now, next.at);
      this.steps += 1;
      next.run();
    }
  }
}
