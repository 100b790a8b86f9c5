/** What goes wrong while clients work, one thing after the other, by chance. */
import type { SimulatedDatabase } from './database.js';
import type { SimulatedServer } from './server.js';

export const FAULTS = [
  'server-crash',
  'server-stop',
  'database-restart',
  'failover',
  'clock-step',
] as const;

export type Fault = (typeof FAULTS)[number];

export class Faults {
  /** What happened, for whoever replays it. */
  readonly happened: string[] = [];
  #isOver = false;

  constructor(
    readonly database: SimulatedDatabase,
    readonly servers: readonly SimulatedServer[],
    readonly kinds: readonly Fault[],
  ) {}

  async happen(): Promise<void> {
    const { scheduler } = this.database;
    while (this.kinds.length > 0) {
      await scheduler.sleep(scheduler.random.below(1_500));
      if (this.#isOver) return;
      this.#one(scheduler.random.pick(this.kinds));
    }
  }

  /** No more of it. */
  end(): void {
    this.#isOver = true;
    this.database.withinCommit();
  }

  #one(kind: Fault): void {
    const { scheduler } = this.database;
    const { random } = scheduler;
    const server = random.pick(this.servers);
    this.happened.push(`${scheduler.steps} ${kind}`);
    if (kind === 'server-crash') server.restart();
    else if (kind === 'server-stop') server.stop();
    else if (kind === 'clock-step') server.process.skew += random.between(-4_000, 4_000);
    else {
      const downMs = random.below(300);
      const happen = () =>
        kind === 'failover' ? this.database.failOver(downMs) : this.database.restart(downMs);
      if (random.oneIn(2)) happen();
      else this.database.withinCommit(happen);
    }
  }
}
