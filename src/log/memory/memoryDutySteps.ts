/** Duty steps of a log in memory. */
import type { DutySteps, DutyStepStore } from '../core/stores/dutyStepStore.js';

export class MemoryDutySteps implements DutyStepStore {
  #steps: DutySteps | undefined;

  async replace(steps: DutySteps): Promise<void> {
    this.#steps = steps;
  }

  async read(): Promise<DutySteps | undefined> {
    return this.#steps;
  }
}
