/**
 * The database behind a log: transactions that lock the head, a journal on a disk, a standby that
 * confirms each commit, and notifications. It knows how to keep what a transaction wrote; what a log
 * writes is planned by `planAppend` and held by the store of a log in memory.
 */
import type { AppendPlan } from '../../../src/log/core/planAppend.js';
import { decodeEvent, sha256 } from '../../../src/log/core/recordCodec.js';
import { MemoryStore } from '../../../src/log/memory/memoryStore.js';
import { SimulatedDisk } from './disk.js';
import { ConnectionLost } from './process.js';
import type { Scheduler } from './scheduler.js';

/** What one transaction writes: an append, or a later closed timestamp. */
export type Entry =
  Pick<AppendPlan, 'records' | 'head' | 'idempotency'> | { readonly closedTimestamp: number };

/** What is on the disk for an entry: records without the events that are read from them. */
const lineOf = (entry: Entry): string => {
  const text = JSON.stringify(entry, (key, value: unknown) =>
    key === 'event' ? undefined : value,
  );
  return `${sha256(text)} ${text}\n`;
};

function apply(store: MemoryStore, entry: Entry): void {
  if ('closedTimestamp' in entry) store.closedTimestamp = entry.closedTimestamp;
  else store.write(entry);
}

/** The transaction that holds the head. */
export interface Transaction {
  /** The log as it was when the head was locked. */
  begin(): MemoryStore;
  /** Resolves when the entries are on the disk and on the standby, and visible. */
  commit(entries: readonly Entry[]): Promise<void>;
  end(): void;
}

interface Waiting {
  readonly holder: symbol;
  readonly isAlive: () => boolean;
  readonly granted: () => void;
  readonly lost: (error: ConnectionLost) => void;
}

export class SimulatedDatabase {
  /** What readers see. */
  store = new MemoryStore();
  /** Counts restarts: a connection lasts for one. */
  epoch = 0;
  isUp = true;
  readonly #listeners = new Set<() => void>();
  #entries: Entry[] = [];
  /** What the last transaction planned on: as the log is, unless it was not committed. */
  #draft = new MemoryStore();
  #disk = new SimulatedDisk();
  #standby = new SimulatedDisk();
  #holder: symbol | undefined;
  #pending: { stepsLeft: number; readonly happen: () => void } | undefined;
  #waiting: Waiting[] = [];

  constructor(
    readonly scheduler: Scheduler,
    /** One of so many notifications is lost; 0 for none. */
    readonly faults: { lostHintOneIn: number },
  ) {}

  /** Waits for the head, and holds it until the transaction ends or the database restarts. */
  async lock(isAlive: () => boolean): Promise<Transaction> {
    const holder = Symbol('transaction');
    if (this.#holder === undefined) this.#holder = holder;
    else
      await new Promise<void>((granted, lost) =>
        this.#waiting.push({ holder, isAlive, granted, lost }),
      );
    let committing: Promise<void> | undefined;
    const check = () => {
      if (this.#holder !== holder) throw new ConnectionLost();
    };
    const release = () => {
      if (this.#holder === holder) this.#grantNext();
    };
    return {
      begin: () => {
        check();
        return this.#begin();
      },
      commit: async (entries) => {
        check();
        committing = this.#commit(entries);
        await committing;
      },
      // What is being committed is, whatever becomes of the connection.
      end: () => {
        if (committing) committing.then(release, release);
        else release();
      },
    };
  }

  /** Calls `wake` after commits: some time later, or not at all, or twice. */
  listen(wake: () => void): () => void {
    this.#listeners.add(wake);
    return () => this.#listeners.delete(wake);
  }

  /** Does something within the next commit, after one of its steps; without it, nothing any more. */
  withinCommit(happen?: () => void): void {
    this.#pending = happen && { stepsLeft: this.scheduler.random.below(3), happen };
  }

  /** Everything that is not on the disk is lost, and every connection with it. */
  restart(downMs: number): void {
    this.#disk.crash(this.scheduler.random);
    this.#stop(downMs);
  }

  /** The standby takes over; the disk of the primary is gone. */
  failOver(downMs: number): void {
    this.#disk = this.#standby;
    this.#stop(downMs);
  }

  #begin(): MemoryStore {
    if (this.#draft.head.hash !== this.store.head.hash) this.#draft = storeOf(this.#entries);
    this.#draft.closedTimestamp = this.store.closedTimestamp;
    return this.#draft;
  }

  #grantNext(): void {
    this.#waiting = this.#waiting.filter(({ isAlive }) => isAlive());
    const next = this.#waiting.shift();
    this.#holder = next?.holder;
    next?.granted();
  }

  #stop(downMs: number): void {
    this.epoch += 1;
    this.#pending = undefined;
    this.isUp = false;
    this.#holder = undefined;
    for (const { lost } of this.#waiting.splice(0)) lost(new ConnectionLost());
    this.#recover();
    this.scheduler.after(downMs, () => (this.isUp = true));
  }

  async #commit(entries: readonly Entry[]): Promise<void> {
    const { scheduler, epoch } = this;
    const lines = entries.map(lineOf).join('');
    const step = async () => {
      await scheduler.sleep(scheduler.random.below(4));
      if (this.#pending?.stepsLeft === 0) this.#pending.happen();
      if (this.#pending) this.#pending.stepsLeft -= 1;
      if (this.epoch !== epoch) throw new ConnectionLost();
    };
    this.#disk.write(lines);
    await step();
    this.#disk.sync();
    await step();
    this.#standby.write(lines);
    this.#standby.sync();
    await step();
    for (const entry of entries) apply(this.store, entry);
    this.#entries.push(...entries);
    for (const wake of this.#listeners) this.#notify(wake);
  }

  #notify(wake: () => void): void {
    const { random } = this.scheduler;
    const { lostHintOneIn } = this.faults;
    if (lostHintOneIn > 0 && random.oneIn(lostHintOneIn)) return;
    for (let times = random.oneIn(8) ? 2 : 1; times > 0; times--)
      this.scheduler.after(random.below(random.oneIn(4) ? 500 : 5), wake);
  }

  /** Reads the journal up to the first entry that was not written whole. */
  #recover(): void {
    const entries: Entry[] = [];
    let length = 0;
    for (const line of this.#disk.content.split(/(?<=\n)/)) {
      if (!line.endsWith('\n') || sha256(line.slice(65, -1)) !== line.slice(0, 64)) break;
      length += line.length;
      entries.push(entryOf(line.slice(65)));
    }
    this.#disk.truncate(length);
    // Nobody sees what a standby does not have.
    this.#standby = new SimulatedDisk();
    this.#standby.write(this.#disk.content);
    this.#standby.sync();
    this.#entries = entries;
    this.store = storeOf(entries);
  }
}

function entryOf(text: string): Entry {
  const entry = JSON.parse(text) as Entry;
  if ('closedTimestamp' in entry) return entry;
  const records = entry.records.map((planned) => ({
    ...planned,
    event: decodeEvent(planned.record),
  }));
  return { ...entry, records };
}

function storeOf(entries: readonly Entry[]): MemoryStore {
  const store = new MemoryStore();
  for (const entry of entries) apply(store, entry);
  return store;
}
