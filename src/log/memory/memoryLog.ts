/** A log in memory: every guarantee of {@link EventLog} except durability. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { LogUnavailable } from '../core/errors.js';
import type {
  Append,
  AppendResult,
  AppendCondition,
  EventLog,
  Head,
  AppendListener,
  Selection,
  StoredRecord,
  StreamInfo,
} from '../core/eventLog.js';
import type { Bookkeeping } from '../core/bookkeeping.js';
import { AppendNotifier } from '../core/appendNotifier.js';
import { mergePositions, PAGE_SIZE, type PageRequest, paginate } from '../core/paging.js';
import { type EventLinks, linksOf } from '../../../events/links.js';
import { MemoryProposals } from './memoryProposals.js';
import { MemoryTree } from './memoryTree.js';
import { MemoryDutySteps } from './memoryDutySteps.js';
import { MemoryWebhooks } from './memoryWebhooks.js';
import { MemoryIndex } from '../core/streamIndex/memoryIndex.js';
import { indexBatch } from '../core/streamIndex/streamIndex.js';
import {
  EMPTY_HEAD,
  isClosed,
  type AppendStore,
  type PlannedRecord,
  type IdempotencyRecord,
  planAppend,
  toLinkedEvent,
} from '../core/planAppend.js';

interface StreamIndex {
  revision: number;
  readonly positions: number[];
}

class MemoryAppendStore implements AppendStore {
  head: Head = EMPTY_HEAD;
  closedTimestamp = -Infinity;
  readonly planned: PlannedRecord[] = [];
  readonly streams = new Map<string, StreamIndex>();
  readonly targets = new Map<string, number[]>();
  readonly positions = new Map<string, number>();
  readonly keys = new Map<string, IdempotencyRecord>();

  revision(stream: string): number {
    return this.streams.get(stream)?.revision ?? 0;
  }

  event(id: string): AnyEvent | undefined {
    const position = this.positions.get(id);
    return position === undefined ? undefined : this.planned[position - 1]?.event;
  }

  links(id: string): EventLinks | undefined {
    const event = this.event(id);
    return event && linksOf(event);
  }

  idempotencyRecord(key: string): IdempotencyRecord | undefined {
    return this.keys.get(key);
  }

  isViolated({ position, events, streams }: AppendCondition): boolean {
    return [
      ...events.map((id) => this.targets.get(id)),
      ...streams.map((stream) => this.streams.get(stream)?.positions),
    ].some((positions) => (positions?.at(-1) ?? 0) > position);
  }

  events(first: number, last: number): readonly AnyEvent[] {
    return Object.freeze(this.planned.slice(first - 1, last).map(({ event }) => event));
  }

  records(first: number, last: number): readonly StoredRecord[] {
    return this.planned.slice(first - 1, last).map(({ record }) => record);
  }

  private stream(name: string): StreamIndex {
    let index = this.streams.get(name);
    if (!index) this.streams.set(name, (index = { revision: 0, positions: [] }));
    return index;
  }

  add(planned: PlannedRecord): void {
    const { position, id, stream, revision } = planned.record;
    this.planned.push(planned);
    this.positions.set(id, position);
    this.stream(stream).positions.push(position);
    this.stream(stream).revision = revision;
    for (const link of planned.streamLinks) this.stream(link).positions.push(position);
    if (planned.target === undefined) return;
    const positions = this.targets.get(planned.target) ?? [];
    positions.push(position);
    this.targets.set(planned.target, positions);
  }
}

export class MemoryLog implements EventLog {
  private readonly store = new MemoryAppendStore();
  readonly index = new MemoryIndex();
  readonly proposals: MemoryProposals;
  readonly webhooks: MemoryWebhooks;
  readonly tree = new MemoryTree(() => this.open().planned.map(({ record }) => record));
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
    const { events, repeated, records, head, idempotency } = planAppend(store, append, this.now());
    if (!append.dryRun) {
      for (const planned of records) store.add(planned);
      this.index.add(indexBatch(store.head.position, records.map(toLinkedEvent)));
      if (idempotency) store.keys.set(idempotency.key, idempotency);
      store.head = head;
      this.notifier.wake();
    }
    return { events, repeated };
  }

  async *read(
    selection: Selection = {},
    pageSize = PAGE_SIZE,
  ): AsyncGenerator<readonly AnyEvent[]> {
    yield* paginate(selection, pageSize, (request) => this.page(selection, request));
  }

  async byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    const store = this.open();
    return ids.map((id) => store.event(id));
  }

  async streams(prefix = ''): Promise<readonly StreamInfo[]> {
    return [...this.open().streams]
      .filter(([stream]) => stream.startsWith(prefix))
      .map(([stream, { revision }]) => ({ stream, revision }))
      .sort((a, b) => (a.stream < b.stream ? -1 : 1));
  }

  async byTarget(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    const store = this.open();
    const positions = new Set(ids.flatMap((id) => store.targets.get(id) ?? []));
    return [...positions]
      .sort((a, b) => a - b)
      .flatMap((position) => store.events(position, position));
  }

  async positionAt(recorded: number): Promise<number> {
    return this.open().planned.findLastIndex(({ record }) => record.recorded <= recorded) + 1;
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
    yield* paginate({ after }, pageSize, ({ after: from, count }) =>
      this.open().records(from + 1, from + count),
    );
  }

  async bookkeeping(): Promise<Bookkeeping> {
    const { head, keys, targets } = this.open();
    return {
      last: head.position === 0 ? undefined : head,
      head: undefined,
      singleRows: {},
      keyedRanges: [...keys.values()],
      targets: [...targets].flatMap(([target, positions]) =>
        positions.map((position) => ({ position, target })),
      ),
      lastLink: head.position,
    };
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  private open(): MemoryAppendStore {
    if (this.closed)
      throw new LogUnavailable(
        `The log ${this.url} was closed; it held its events in memory only.`,
      );
    return this.store;
  }

  private page(selection: Selection, request: PageRequest): readonly AnyEvent[] {
    const store = this.open();
    const { streams, types, certainty } = selection;
    const candidates = streams
      ? mergePositions(
          [...new Set(streams)].map((stream) => store.streams.get(stream)?.positions ?? []),
          { ...request, count: Infinity, backwards: false },
        ).flatMap((position) => store.events(position, position))
      : store.events(request.after + 1, Math.min(request.before - 1, store.head.position));
    const matching = candidates.filter(
      (event) =>
        event.position > request.after &&
        event.position < request.before &&
        (types?.includes(event.type) ?? true) &&
        (certainty?.includes(event.certainty) ?? true),
    );
    return (request.backwards ? matching.reverse() : matching).slice(0, request.count);
  }
}
