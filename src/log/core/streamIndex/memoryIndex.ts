/** A stream index in memory: of the log in memory, and of a log whose own index cannot be written. */
import { INDEX_VERSION } from '../../../../events/indexKeys.js';
import {
  type IndexBatch,
  type IndexChanges,
  type IndexRow,
  type IndexState,
  type KeyMatch,
  nameBounds,
  type StreamHead,
  type StreamIndex,
  type StreamQuery,
} from './streamIndex.js';

/** Distinct names in order. Adding costs O(names), finding a range O(log names + range). */
class SortedNames {
  readonly #names: string[] = [];

  /** Index of the first name not before this one. */
  #find(name: string): number {
    let [low, high] = [0, this.#names.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#names[middle] ?? '') < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(name: string): void {
    const index = this.#find(name);
    if (this.#names[index] !== name) this.#names.splice(index, 0, name);
  }

  get size(): number {
    return this.#names.length;
  }

  has(name: string): boolean {
    return this.#names[this.#find(name)] === name;
  }

  /** Names strictly between two, in reading order. */
  *between(after: string, before: string, backwards: boolean): Generator<string> {
    const low = this.has(after) ? this.#find(after) + 1 : this.#find(after);
    const high = this.#find(before);
    for (let i = low; i < high; i++) yield this.#names[backwards ? high + low - 1 - i : i] ?? '';
  }
}

export class MemoryIndex implements StreamIndex {
  readonly writable = true;
  #state: IndexState = { version: INDEX_VERSION, position: 0, recordHash: '' };
  #names = new SortedNames();
  #keys = new SortedNames();
  /** By stream, the one whose history grew last at the end. */
  readonly #heads = new Map<string, StreamHead>();
  /** By key: its streams, each with the position that first states it. */
  readonly #streams = new Map<string, Map<string, number>>();
  readonly #sorted = new Map<string, SortedNames>();

  async state(): Promise<IndexState> {
    return this.#state;
  }

  async streams(query: StreamQuery, upTo: number): Promise<readonly string[] | undefined> {
    return this.#state.position < upTo ? undefined : this.#find(query);
  }

  async changesAfter(position: number): Promise<IndexChanges> {
    const heads: StreamHead[] = [];
    for (const head of [...this.#heads.values()].reverse()) {
      if (head.position <= position) break;
      heads.push(head);
    }
    return { state: this.#state, heads: heads.reverse() };
  }

  async *rows(): AsyncGenerator<readonly IndexRow[]> {
    for (const key of [...this.#streams.keys()].sort())
      yield [...(this.#streams.get(key) ?? [])]
        .map(([stream, position]) => ({ key, stream, position }))
        .sort((a, b) => (a.stream < b.stream ? -1 : 1));
  }

  async write(batch: IndexBatch): Promise<boolean> {
    return this.add(batch);
  }

  async clear({ position, recordHash }: IndexState): Promise<void> {
    if (position !== this.#state.position || recordHash !== this.#state.recordHash) return;
    this.#state = { ...this.#state, position: 0, recordHash: '' };
    this.#names = new SortedNames();
    this.#keys = new SortedNames();
    for (const map of [this.#heads, this.#streams, this.#sorted]) map.clear();
  }

  /** See {@link StreamIndex.write}. */
  add({ after, position, recordHash, heads, rows }: IndexBatch): boolean {
    if (position === after) return true;
    if (after !== this.#state.position) return false;
    for (const head of heads) {
      const revision = Math.max(head.revision, this.#heads.get(head.stream)?.revision ?? 0);
      if (!this.#heads.delete(head.stream)) this.#names.add(head.stream);
      this.#heads.set(head.stream, { ...head, revision });
    }
    for (const { key, stream, position: first } of rows) {
      let streams = this.#streams.get(key);
      if (!streams) {
        streams = new Map<string, number>();
        this.#streams.set(key, streams);
        this.#sorted.set(key, new SortedNames());
        this.#keys.add(key);
      }
      if (streams.has(stream)) continue;
      streams.set(stream, first);
      this.#sorted.get(key)?.add(stream);
    }
    this.#state = { version: this.#state.version, position, recordHash };
    return true;
  }

  #find(query: StreamQuery): readonly string[] {
    const { keys = [], among, backwards = false, limit = Infinity } = query;
    const { after, before } = nameBounds(query);
    const lists = keys.map((matches) => matches.flatMap((match) => this.#matching(match)));
    const sources = among
      ? [sortedNames(among)]
      : lists.reduce((least, list) => (sizeOf(list) < sizeOf(least) ? list : least), [this.#names]);
    const isMatch = (stream: string) =>
      this.#heads.has(stream) &&
      lists.every((list) => list === sources || list.some((names) => names.has(stream)));
    const found = new Set<string>();
    for (const names of sources) {
      let count = 0;
      for (const stream of names.between(after, before, backwards)) {
        if (count >= limit) break;
        if (!isMatch(stream)) continue;
        found.add(stream);
        count++;
      }
    }
    const ordered = [...found].sort();
    return (backwards ? ordered.reverse() : ordered).slice(0, limit);
  }

  #matching(match: KeyMatch): readonly SortedNames[] {
    const keys =
      typeof match === 'string'
        ? [match]
        : [
            ...(this.#sorted.has(match.prefix) ? [match.prefix] : []),
            ...this.#keys.between(match.prefix, `${match.prefix}~`, false),
          ];
    return keys.flatMap((key) => this.#sorted.get(key) ?? []);
  }
}

const sizeOf = (list: readonly SortedNames[]): number =>
  list.reduce((sum, { size }) => sum + size, 0);

function sortedNames(names: readonly string[]): SortedNames {
  const sorted = new SortedNames();
  for (const name of names) sorted.add(name);
  return sorted;
}
