/** A log whose calls are traced, and whose failures and successes feed its health. */
import type { AnyEvent } from '../../../events/catalogue.js';
import type {
  Append,
  AppendResult,
  EventLog,
  Head,
  AppendListener,
  Selection,
  StoredRecord,
  StreamInfo,
} from '../../log/core/eventLog.js';
import type { Bookkeeping } from '../../log/core/bookkeeping.js';
import type { DutyStepStore } from '../../log/core/stores/dutyStepStore.js';
import type { ProposalStore } from '../../log/core/stores/proposalStore.js';
import type { TreeStore } from '../../log/core/tree/treeStore.js';
import type { WebhookStore } from '../../log/core/stores/webhookStore.js';
import type { StreamIndex } from '../../log/core/streamIndex/streamIndex.js';
import type { Tracing } from './tracing.js';
import type { LogHealth } from './logHealth.js';

export class InstrumentedLog implements EventLog {
  constructor(
    readonly log: EventLog,
    readonly logHealth: LogHealth,
    readonly tracing: Pick<Tracing, 'span'> | undefined,
  ) {}

  get url(): string {
    return this.log.url;
  }

  get proposals(): ProposalStore {
    return this.log.proposals;
  }

  get dutySteps(): DutyStepStore {
    return this.log.dutySteps;
  }

  get webhooks(): WebhookStore {
    return this.log.webhooks;
  }

  get tree(): TreeStore {
    return this.log.tree;
  }

  get index(): StreamIndex {
    return this.log.index;
  }

  head(): Promise<Head> {
    return this.#read('head', () => this.log.head());
  }

  append(append: Append): Promise<AppendResult> {
    const events = append.events.length;
    return this.#span('log append', { 'parley.events': events }, () =>
      // A dry run writes nothing: it says nothing of whether writes succeed.
      append.dryRun
        ? this.#track('read', () => this.log.append(append))
        : this.#track('write', () => this.log.append(append)),
    );
  }

  async *read(
    selection: Selection = {},
    pageSize?: number,
  ): AsyncGenerator<readonly AnyEvent[], void, undefined> {
    const pages = this.log.read(selection, pageSize)[Symbol.asyncIterator]();
    try {
      for (;;) {
        const page = await this.#read('page', () => pages.next());
        if (page.done) return;
        yield page.value;
      }
    } finally {
      await pages.return?.();
    }
  }

  byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    return this.#read('byId', () => this.log.byId(ids));
  }

  streams(prefix?: string): Promise<readonly StreamInfo[]> {
    return this.#read('streams', () => this.log.streams(prefix));
  }

  byTarget(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    return this.#read('byTarget', () => this.log.byTarget(ids));
  }

  positionAt(recorded: number): Promise<number> {
    return this.#read('positionAt', () => this.log.positionAt(recorded));
  }

  /** A timestamp that is closed already is not written again, so success proves reading only. */
  closeTimestamp(instant: number): Promise<boolean> {
    return this.#span('log closeTimestamp', {}, async () => {
      try {
        const closed = await this.log.closeTimestamp(instant);
        this.logHealth.readSucceeded();
        return closed;
      } catch (error) {
        this.logHealth.failed('write', error);
        throw error;
      }
    });
  }

  listen(wake: () => void): Promise<AppendListener> {
    return this.log.listen(wake);
  }

  records(after?: number, pageSize?: number): AsyncIterable<readonly StoredRecord[]> {
    return this.log.records(after, pageSize);
  }

  bookkeeping(): Promise<Bookkeeping> {
    return this.log.bookkeeping();
  }

  close(): Promise<void> {
    return this.log.close();
  }

  #read<Result>(call: string, work: () => Promise<Result>): Promise<Result> {
    return this.#span(`log ${call}`, {}, () => this.#track('read', work));
  }

  #span<Result>(
    name: string,
    attributes: Readonly<Record<string, number>>,
    work: () => Promise<Result>,
  ): Promise<Result> {
    return this.tracing ? this.tracing.span(name, attributes, work) : work();
  }

  async #track<Result>(access: 'read' | 'write', work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      if (access === 'write') this.logHealth.writeSucceeded();
      else this.logHealth.readSucceeded();
      return result;
    } catch (error) {
      this.logHealth.failed(access, error);
      throw error;
    }
  }
}
