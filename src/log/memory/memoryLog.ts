/** A log in memory: every promise but durability, and the same rules. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { LogUnavailable } from '../core/errors.js';
import type {
  Append,
  Appended,
  Basis,
  Checkpoint,
  EventLog,
  Head,
  Listening,
  Selection,
  StoredRecord,
  StreamInfo,
} from '../core/eventLog.js';
import { Hints } from '../core/appendNotifier.js';
import { merge, PAGE_SIZE, type PageRequest, pages } from '../core/paging.js';
import { type Placed, placedOf } from '../core/recordCodec.js';
import {
  EMPTY,
  isSettled,
  type Ledger,
  type Recording,
  type Remembered,
  stamp,
} from '../core/planAppend.js';

interface History {
  revision: number;
  readonly positions: number[];
}

class MemoryLedger implements Ledger {
  head: Head = EMPTY;
  floor = -Infinity;
  readonly kept: Recording[] = [];
  readonly histories = new Map<string, History>();
  readonly abouts = new Map<string, number[]>();
  readonly positions = new Map<string, number>();
  readonly keys = new Map<string, Remembered>();

  revision(stream: string): number {
    return this.histories.get(stream)?.revision ?? 0;
  }

  event(id: string): AnyEvent | undefined {
    const position = this.positions.get(id);
    return position === undefined ? undefined : this.kept[position - 1]?.event;
  }

  placed(id: string): Placed | undefined {
    const event = this.event(id);
    return event && placedOf(event);
  }

  remembered(key: string): Remembered | undefined {
    return this.keys.get(key);
  }

  isOutdated({ position, events, streams }: Basis): boolean {
    return [
      ...events.map((id) => this.abouts.get(id)),
      ...streams.map((stream) => this.histories.get(stream)?.positions),
    ].some((positions) => (positions?.at(-1) ?? 0) > position);
  }

  events(first: number, last: number): readonly AnyEvent[] {
    return Object.freeze(this.kept.slice(first - 1, last).map(({ event }) => event));
  }

  private history(stream: string): History {
    let history = this.histories.get(stream);
    if (!history) this.histories.set(stream, (history = { revision: 0, positions: [] }));
    return history;
  }

  keep(recording: Recording): void {
    const { position, id, stream, revision } = recording.row;
    this.kept.push(recording);
    this.positions.set(id, position);
    this.history(stream).positions.push(position);
    this.history(stream).revision = revision;
    for (const host of recording.guestOf) this.history(host).positions.push(position);
    if (recording.about === undefined) return;
    const abouts = this.abouts.get(recording.about) ?? [];
    abouts.push(position);
    this.abouts.set(recording.about, abouts);
  }
}

export class MemoryLog implements EventLog {
  private readonly ledger = new MemoryLedger();
  private readonly checkpoints = new Map<string, Checkpoint>();
  private readonly hints = new Hints();
  private closed = false;
  private readonly now: () => number;

  constructor(
    readonly url = 'memory:',
    private readonly options: { readonly readonly?: boolean; readonly now?: () => number } = {},
  ) {
    this.now = options.now ?? Date.now;
  }

  async head(): Promise<Head> {
    return this.open().head;
  }

  async append(append: Append): Promise<Appended> {
    const ledger = this.open();
    if (this.options.readonly && !append.dryRun)
      throw new LogUnavailable(`The log ${this.url} was opened read-only.`);
    const { events, repeated, recordings, head, remember } = stamp(ledger, append, this.now());
    if (!append.dryRun) {
      for (const recording of recordings) ledger.keep(recording);
      if (remember) ledger.keys.set(remember.key, remember);
      ledger.head = head;
      this.hints.wake();
    }
    return { events, repeated };
  }

  async *read(
    selection: Selection = {},
    pageSize = PAGE_SIZE,
  ): AsyncGenerator<readonly AnyEvent[]> {
    yield* pages(selection, pageSize, (request) => this.page(selection, request));
  }

  async byId(ids: readonly string[]): Promise<readonly (AnyEvent | undefined)[]> {
    const ledger = this.open();
    return ids.map((id) => ledger.event(id));
  }

  async streams(prefix = ''): Promise<readonly StreamInfo[]> {
    return [...this.open().histories]
      .filter(([stream]) => stream.startsWith(prefix))
      .map(([stream, { revision }]) => ({ stream, revision }))
      .sort((a, b) => (a.stream < b.stream ? -1 : 1));
  }

  async about(ids: readonly string[]): Promise<readonly AnyEvent[]> {
    const ledger = this.open();
    const positions = new Set(ids.flatMap((id) => ledger.abouts.get(id) ?? []));
    return [...positions]
      .sort((a, b) => a - b)
      .flatMap((position) => ledger.events(position, position));
  }

  async positionAt(recorded: number): Promise<number> {
    return this.open().kept.findLastIndex(({ row }) => row.recorded <= recorded) + 1;
  }

  async pin(instant: number): Promise<boolean> {
    const ledger = this.open();
    if (isSettled(ledger, instant)) return true;
    if (this.options.readonly || !(instant < this.now())) return false;
    ledger.floor = Math.floor(instant);
    return true;
  }

  async listen(wake: () => void): Promise<Listening> {
    return { mode: 'direct', stop: this.hints.add(wake) };
  }

  async checkpoint(stream: string): Promise<Checkpoint | undefined> {
    this.open();
    return this.checkpoints.get(stream);
  }

  async keepCheckpoint(checkpoint: Checkpoint): Promise<void> {
    this.open();
    if (!this.options.readonly) this.checkpoints.set(checkpoint.stream, checkpoint);
  }

  async *records(after = 0): AsyncGenerator<readonly StoredRecord[]> {
    yield* pages({ after }, PAGE_SIZE, ({ after: from, count }) =>
      this.open()
        .kept.slice(from, from + count)
        .map(({ row }) => row),
    );
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  private open(): MemoryLedger {
    if (this.closed)
      throw new LogUnavailable(
        `The log ${this.url} was closed; it held its events in memory only.`,
      );
    return this.ledger;
  }

  private page(selection: Selection, request: PageRequest): readonly AnyEvent[] {
    const ledger = this.open();
    const { streams, types, certainty } = selection;
    const wanted = ({ position }: AnyEvent) =>
      position > request.after && position < request.before;
    const candidates = streams
      ? merge(
          [...new Set(streams)].map((stream) => ledger.histories.get(stream)?.positions ?? []),
          { ...request, count: Infinity, backwards: false },
        ).flatMap((position) => ledger.events(position, position))
      : ledger.events(request.after + 1, Math.min(request.before - 1, ledger.head.position));
    const matching = candidates.filter(
      (event) =>
        wanted(event) &&
        (types?.includes(event.type) ?? true) &&
        (certainty?.includes(event.certainty) ?? true),
    );
    return (request.backwards ? matching.reverse() : matching).slice(0, request.count);
  }
}
