/** A server: a process with a connection to the database and a `Parley`, started again after a crash. */
import { Parley } from '../../../src/app/parley.js';
import type { NotificationMode } from '../../../src/log/core/eventLog.js';
import type { SimulatedDatabase } from './database.js';
import { SimulatedProcess } from './process.js';
import { SimulatedLog } from './simulatedLog.js';

export interface ServerOptions {
  readonly mode: NotificationMode;
  /** Events buffered for subscribers: few, so that a slow one falls behind. */
  readonly bufferSize: number;
  readonly cacheBytes: number;
  readonly skew: number;
}

export class SimulatedServer {
  process: SimulatedProcess;
  parley: Parley;

  constructor(
    readonly database: SimulatedDatabase,
    readonly faults: { lossOneIn: number },
    readonly options: ServerOptions,
  ) {
    ({ process: this.process, parley: this.parley } = this.#start());
  }

  #start() {
    const { bufferSize, cacheBytes, mode, skew } = this.options;
    const process = new SimulatedProcess(this.database.scheduler, this.faults);
    process.skew = skew;
    const { now, timers } = process;
    const log = new SimulatedLog(this.database, process, mode);
    return { process, parley: new Parley(log, { now, cacheBytes, tail: { timers, bufferSize } }) };
  }

  /** What this server answers to a client; throws `ConnectionLost` where no answer comes. */
  serve<Result>(work: (parley: Parley) => Promise<Result>): Promise<Result> {
    return this.process.serve(() => work(this.parley));
  }

  /** Crashes, and starts anew without anything that it held. */
  restart(): void {
    const { skew } = this.process;
    this.process.crash();
    ({ process: this.process, parley: this.parley } = this.#start());
    this.process.skew = skew;
  }

  /** Ends its subscriptions as a server that is asked to stop, and starts anew. */
  stop(): void {
    const { parley, process } = this;
    parley.subscriptions.stop();
    const { skew } = process;
    ({ process: this.process, parley: this.parley } = this.#start());
    this.process.skew = skew;
    process.scheduler.after(100, () => process.crash());
  }
}
