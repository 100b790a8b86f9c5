/** What a log in memory holds: lookups for planning appends, reads, and writing the plan. */
import type { AnyEvent } from '../../../events/catalogue.js';
import { type EventLinks, linksOf } from '../../../events/links.js';
import type { Bookkeeping } from '../core/bookkeeping.js';
import type {
  AppendCondition,
  Head,
  Selection,
  StoredRecord,
  StreamInfo,
} from '../core/eventLog.js';
import { mergePositions, type PageRequest } from '../core/paging.js';
import {
  type AppendPlan,
  type AppendStore,
  EMPTY_HEAD,
  type IdempotencyRecord,
  type PlannedRecord,
  toLinkedEvent,
} from '../core/planAppend.js';
import { MemoryIndex } from '../core/streamIndex/memoryIndex.js';
import { indexBatch } from '../core/streamIndex/streamIndex.js';

interface StreamHistory {
  revision: number;
  readonly positions: number[];
}

export class MemoryStore implements AppendStore {
  head: Head = EMPTY_HEAD;
  closedTimestamp = -Infinity;
  readonly index = new MemoryIndex();
  readonly #records: PlannedRecord[] = [];
  readonly #streams = new Map<string, StreamHistory>();
  readonly #targets = new Map<string, number[]>();
  readonly #positions = new Map<string, number>();
  readonly #keys = new Map<string, IdempotencyRecord>();

  revision(stream: string): number {
    return this.#streams.get(stream)?.revision ?? 0;
  }

  links(id: string): EventLinks | undefined {
    const event = this.#event(id);
    return event && linksOf(event);
  }

  idempotencyRecord(key: string): IdempotencyRecord | undefined {
    return this.#keys.get(key);
  }

  isViolated({ position, events, streams }: AppendCondition): boolean {
    return [
      ...events.map((id) => this.#targets.get(id)),
      ...streams.map((stream) => this.#streams.get(stream)?.positions),
    ].some((positions) => (positions?.at(-1) ?? 0) > position);
  }

  events(first: number, last: number): readonly AnyEvent[] {
    return Object.freeze(this.#records.slice(first - 1, last).map(({ event }) => event));
  }

  write({ records, head, idempotency }: Omit<AppendPlan, 'events' | 'repeated'>): void {
    for (const planned of records) this.#add(planned);
    this.index.add(indexBatch(this.head.position, records.map(toLinkedEvent)));
    if (idempotency) this.#keys.set(idempotency.key, idempotency);
    this.head = head;
  }

  byId(ids: readonly string[]): readonly (AnyEvent | undefined)[] {
    return ids.map((id) => this.#event(id));
  }

  streams(prefix: string): readonly StreamInfo[] {
    return [...this.#streams]
      .filter(([stream]) => stream.startsWith(prefix))
      .map(([stream, { revision }]) => ({ stream, revision }))
      .sort((a, b) => (a.stream < b.stream ? -1 : 1));
  }

  byTarget(ids: readonly string[]): readonly AnyEvent[] {
    const positions = new Set(ids.flatMap((id) => this.#targets.get(id) ?? []));
    return [...positions]
      .sort((a, b) => a - b)
      .flatMap((position) => this.events(position, position));
  }

  positionAt(recorded: number): number {
    return this.#records.findLastIndex(({ record }) => record.recorded <= recorded) + 1;
  }

  records(first: number, last: number): readonly StoredRecord[] {
    return this.#records.slice(first - 1, last).map(({ record }) => record);
  }

  recordPage({ after, count }: PageRequest): readonly StoredRecord[] {
    return this.records(after + 1, after + count);
  }

  bookkeeping(): Bookkeeping {
    const { head } = this;
    return {
      last: head.position === 0 ? undefined : head,
      head: undefined,
      singleRows: {},
      keyedRanges: [...this.#keys.values()],
      targets: [...this.#targets].flatMap(([target, positions]) =>
        positions.map((position) => ({ position, target })),
      ),
      lastLink: head.position,
    };
  }

  page(selection: Selection, request: PageRequest): readonly AnyEvent[] {
    const { streams, types, certainty } = selection;
    const candidates = streams
      ? mergePositions(
          [...new Set(streams)].map((stream) => this.#streams.get(stream)?.positions ?? []),
          { ...request, count: Infinity, backwards: false },
        ).flatMap((position) => this.events(position, position))
      : this.events(request.after + 1, Math.min(request.before - 1, this.head.position));
    const matching = candidates.filter(
      (event) =>
        event.position > request.after &&
        event.position < request.before &&
        (types?.includes(event.type) ?? true) &&
        (certainty?.includes(event.certainty) ?? true),
    );
    return (request.backwards ? matching.reverse() : matching).slice(0, request.count);
  }

  #event(id: string): AnyEvent | undefined {
    const position = this.#positions.get(id);
    return position === undefined ? undefined : this.#records[position - 1]?.event;
  }

  #stream(name: string): StreamHistory {
    let history = this.#streams.get(name);
    if (!history) this.#streams.set(name, (history = { revision: 0, positions: [] }));
    return history;
  }

  #add(planned: PlannedRecord): void {
    const { position, id, stream, revision } = planned.record;
    this.#records.push(planned);
    this.#positions.set(id, position);
    this.#stream(stream).positions.push(position);
    this.#stream(stream).revision = revision;
    for (const link of planned.streamLinks) this.#stream(link).positions.push(position);
    if (planned.target === undefined) return;
    const positions = this.#targets.get(planned.target) ?? [];
    positions.push(position);
    this.#targets.set(planned.target, positions);
  }
}
