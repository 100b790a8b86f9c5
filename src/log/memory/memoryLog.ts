/** A log in memory: every guarantee of {@link EventLog} except durability. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { AppendNotifier } from '../core/appendNotifier.js';
import type { Bookkeeping } from '../core/bookkeeping.js';
import { LogUnavailable } from '../core/errors.js';
import type {
  Append,
  AppendListener,
  AppendResult,
  EventLog,
  Head,
  Selection,
  StoredRecord,
  StreamInfo,
} from '../core/eventLog.js';
import { PAGE_SIZE, paginate } from '../core/paging.js';
import { isClosed, planAppend } from '../core/planAppend.js';
import { MemoryDutySteps } from './memoryDutySteps.js';
import { MemoryProposals } from './memoryProposals.js';
import { MemoryStore } from './memoryStore.js';
import { MemoryTree } from './memoryTree.js';
import { MemoryWebhooks } from './memoryWebhooks.js';

export class MemoryLog implements EventLog {
  private readonly store = new MemoryStore();
  readonly index = this.store.index;
  readonly proposals: MemoryProposals;
  readonly webhooks: MemoryWebhooks;
  readonly tree = new MemoryTree((after, count) => this.open().records(after + 1, after + count));
  readonly dutySteps = new MemoryDutySteps();
  private readonly notifier = new AppendNotifier();
  private closed = false;
  private readonly now: () => number;

  constructor(
    readonly url = 'memory:',
    private readonly options: { readonly readonly?: boolean; readonly now?: () => number } = {},
  ) {
    this.now = options.now ?? Date.now;
    this.proposals = new MemoryProposals(options.readonly ?? false);
    this.webhooks = new MemoryWebhooks(options.readonly ?? false);
  }

  async head(): Promise<Head> {
    return this.open().head;
  }

  async append(append: Append): Promise<AppendResult> {
    const store = this.open();
    if (this.options.readonly && !append.dryRun)
      throw new LogUnavailable(
        `The log ${this.url} was opened read-only. Open it for writing to append.`,
      );
    const plan = planAppend(store, append, this.now());
    if (!append.dryRun) {
      store.write(plan);
      this.notifier.wake();
    }
    return { events: plan.events, repeated: plan.repeated };
  }

  async *read(
    selection: Selection = {},
    pageSize = PAGE_SIZE,
  ): AsyncGenerator<readonly AnyEvent[]> {
    yield* paginate(selection, pageSize, (request) => this.open().page(selection, request));
  }

  async byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    return this.open().byId(ids);
  }

  async streams(prefix = ''): Promise<readonly StreamInfo[]> {
    return this.open().streams(prefix);
  }

  async byTarget(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    return this.open().byTarget(ids);
  }

  async positionAt(recorded: number): Promise<number> {
    return this.open().positionAt(recorded);
  }

  async closeTimestamp(instant: number): Promise<boolean> {
    const store = this.open();
    if (isClosed(store, instant)) return true;
    if (this.options.readonly || !(instant < this.now())) return false;
    store.closedTimestamp = Math.floor(instant);
    return true;
  }

  async listen(wake: () => void): Promise<AppendListener> {
    return { mode: 'direct', stop: this.notifier.add(wake) };
  }

  async *records(after = 0, pageSize = PAGE_SIZE): AsyncGenerator<readonly StoredRecord[]> {
    yield* paginate({ after }, pageSize, (request) => this.open().recordPage(request));
  }

  async bookkeeping(): Promise<Bookkeeping> {
    return this.open().bookkeeping();
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  private open(): MemoryStore {
    if (this.closed)
      throw new LogUnavailable(
        `The log ${this.url} was closed; it held its events in memory only.`,
      );
    return this.store;
  }
}
