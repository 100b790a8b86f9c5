/** A connection of one process to the simulated database: the engine beneath the shared core of every log. */
import type { Bookkeeping } from '../../../src/log/core/bookkeeping.js';
import { DatabaseLog } from '../../../src/log/core/databaseLog.js';
import { LogNotWritable, LogUnavailable } from '../../../src/log/core/errors.js';
import type {
  Append,
  AppendListener,
  EventLog,
  Head,
  NotificationMode,
} from '../../../src/log/core/eventLog.js';
import type { Outcome } from '../../../src/log/core/groupCommit.js';
import { isClosed, planAppend } from '../../../src/log/core/planAppend.js';
import type { StreamIndex } from '../../../src/log/core/streamIndex/streamIndex.js';
import { MemoryDutySteps } from '../../../src/log/memory/memoryDutySteps.js';
import { MemoryProposals } from '../../../src/log/memory/memoryProposals.js';
import type { MemoryStore } from '../../../src/log/memory/memoryStore.js';
import { MemoryTree } from '../../../src/log/memory/memoryTree.js';
import { MemoryWebhooks } from '../../../src/log/memory/memoryWebhooks.js';
import type { Entry, SimulatedDatabase, Transaction } from './database.js';
import { ConnectionLost, type SimulatedProcess } from './process.js';

type Work<Result> = (store: MemoryStore) => Result | Promise<Result>;

export class SimulatedLog extends DatabaseLog implements EventLog {
  readonly proposals = new MemoryProposals(false);
  readonly webhooks = new MemoryWebhooks(false);
  readonly dutySteps = new MemoryDutySteps();
  readonly tree = new MemoryTree((after, count) =>
    this.database.store.records(after + 1, after + count),
  );
  protected readonly isOpen = true;
  protected readonly reads = {
    page: this.#reading((store, ...args: Parameters<MemoryStore['page']>) => store.page(...args)),
    records: this.#reading((store, ...args: Parameters<MemoryStore['recordPage']>) =>
      store.recordPage(...args),
    ),
    byId: this.#reading((store, ids: readonly string[]) => store.byId(ids)),
    streams: this.#reading((store, prefix: string) => store.streams(prefix)),
    byTarget: this.#reading((store, ids: readonly string[]) => store.byTarget(ids)),
    positionAt: this.#reading((store, recorded: number) => store.positionAt(recorded)),
  };
  readonly index: StreamIndex;

  constructor(
    private readonly database: SimulatedDatabase,
    private readonly process: SimulatedProcess,
    private readonly mode: NotificationMode,
  ) {
    super('simulated:', 'simulated:', false);
    const query = <Args extends readonly unknown[], Result>(
      work: (index: StreamIndex, ...args: Args) => Promise<Result>,
    ) => {
      const read = this.#reading((store, ...args: Args) => work(store.index, ...args));
      return async (...args: Args) => this.query(() => read(...args));
    };
    this.index = {
      writable: true,
      state: query((index) => index.state()),
      streams: query((index, ...args: Parameters<StreamIndex['streams']>) =>
        index.streams(...args),
      ),
      changesAfter: query((index, position: number) => index.changesAfter(position)),
      write: query((index, ...args: Parameters<StreamIndex['write']>) => index.write(...args)),
      clear: query((index, ...args: Parameters<StreamIndex['clear']>) => index.clear(...args)),
      rows: () => this.database.store.index.rows(),
    };
  }

  async head(): Promise<Head> {
    return this.query(() => this.#ask((store) => store.head));
  }

  async bookkeeping(): Promise<Bookkeeping> {
    return this.query(() => this.#ask((store) => store.bookkeeping()));
  }

  async closeTimestamp(instant: number): Promise<boolean> {
    if (await this.query(() => this.#ask((store) => isClosed(store, instant)))) return true;
    if (!(instant < this.process.now())) return false;
    const close = (store: MemoryStore, write: (entry: Entry) => void) => {
      if (!isClosed(store, instant)) write({ closedTimestamp: Math.floor(instant) });
      return true;
    };
    try {
      return await this.query(() => this.#transact(close));
    } catch (error) {
      throw LogNotWritable.from(error);
    }
  }

  async listen(wake: () => void): Promise<AppendListener> {
    const remove = this.notifier.add(wake);
    const hint = () => this.process.alive && this.notifier.wake();
    const stop = this.mode === 'notify' ? this.database.listen(hint) : () => undefined;
    return {
      mode: this.mode,
      stop: async () => {
        await remove();
        stop();
      },
    };
  }

  async close(): Promise<void> {
    await this.group.flush();
  }

  protected async commit(appends: readonly Append[]): Promise<readonly Outcome[]> {
    const outcomes = await this.translateErrors(() =>
      this.#transact((store, write) =>
        appends.map((append) => this.#attempt(store, append, write)),
      ),
    );
    this.notifier.wake();
    return outcomes;
  }

  protected async translateErrors<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      throw new LogUnavailable('The connection to the database was lost.');
    }
  }

  #attempt(store: MemoryStore, append: Append, write: (entry: Entry) => void): Outcome {
    try {
      const { events, repeated, ...entry } = planAppend(store, append, this.process.now());
      if (!append.dryRun && !repeated) {
        store.write(entry);
        write(entry);
      }
      return { appended: { events, repeated } };
    } catch (refused) {
      return { refused };
    }
  }

  /** Plans on what the head was locked with, and commits what is written. */
  async #transact<Result>(
    plan: (store: MemoryStore, write: (entry: Entry) => void) => Result,
  ): Promise<Result> {
    let transaction: Transaction | undefined;
    const isAlive = () => this.process.alive;
    const forget = this.process.onCrash(() => transaction?.end());
    try {
      transaction = await this.#ask(async () => (transaction = await this.database.lock(isAlive)));
      const entries: Entry[] = [];
      const store = await this.#ask(() => transaction!.begin());
      const result = plan(store, (entry) => entries.push(entry));
      if (entries.length > 0) await this.#ask(() => transaction!.commit(entries));
      return result;
    } finally {
      forget();
      transaction?.end();
    }
  }

  #ask<Result>(work: Work<Result>): Promise<Result> {
    const { epoch } = this.database;
    const isUp = () => this.database.isUp && this.database.epoch === epoch;
    return this.process.ask(() => work(this.database.store), isUp);
  }

  #reading<Args extends readonly unknown[], Result>(
    read: (store: MemoryStore, ...args: Args) => Result | Promise<Result>,
  ): (...args: Args) => Promise<Result> {
    return (...args) => this.#ask((store) => read(store, ...args));
  }
}
