/** Compares a stream index with the events of its log. */
import { INDEX_VERSION } from '../../../../events/indexKeys.js';
import { trigramsOf } from '../../../../events/searchText.js';
import {
  type IndexRow,
  type IndexState,
  indexBatch,
  type LinkedEvent,
  MANY_TRIGRAMS,
  type StreamHead,
  type StreamIndex,
} from './streamIndex.js';

/** What is wrong, and at which event it shows. */
export interface WrongEntry {
  readonly position: number;
  readonly problem: string;
}

/** A sum of trigrams, in whatever order they come; 32 bits. */
function added(sum: number, trigram: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < trigram.length; i++)
    hash = Math.imul(hash ^ trigram.charCodeAt(i), 0x01000193);
  return (sum + hash) >>> 0;
}

const rowId = ({ key, stream }: Pick<IndexRow, 'key' | 'stream'>): string => `${stream} ${key}`;

/** Collects what an index should hold, event by event, then compares. */
export class IndexVerification {
  /** Position of the first event that states each row. */
  readonly #rows = new Map<string, IndexRow>();
  /** By stream, its heads after each event of its history. */
  readonly #heads = new Map<string, StreamHead[]>();
  readonly #hashes = new Map<number, string>();
  /** By position, the sum of the trigrams of what the event says. */
  readonly #texts = new Map<number, number>();
  #last = 0;
  /** The highest position that a stored row names. */
  #furthest = 0;

  /** Adds the next event of the log. */
  add(linked: LinkedEvent): void {
    const { position, hash } = linked.event;
    const { heads, rows, texts } = indexBatch(position - 1, [linked]);
    for (const row of rows) if (!this.#rows.has(rowId(row))) this.#rows.set(rowId(row), row);
    for (const head of heads) {
      const { stream } = head;
      const earlier = this.#heads.get(stream) ?? [];
      const revision = Math.max(head.revision, earlier.at(-1)?.revision ?? 0);
      earlier.push({ stream, revision, position });
      this.#heads.set(stream, earlier);
    }
    this.#hashes.set(position, hash);
    for (const { text } of texts) this.#texts.set(position, [...trigramsOf(text)].reduce(added, 0));
    this.#last = position;
  }

  /**
   * The first entry that is not as the events added say; undefined when all are, or when the index
   * is of another version and is made anew before it is used. Later events are not compared.
   */
  async firstWrong(index: StreamIndex): Promise<WrongEntry | undefined> {
    const { state, heads } = await index.changesAfter(0);
    if (state.version !== INDEX_VERSION) return undefined;
    const end = Math.min(state.position, this.#last);
    if (end === state.position && end > 0 && this.#hashes.get(end) !== state.recordHash)
      return { position: end, problem: 'it is of another log' };
    return (
      this.#wrongHead(heads, end, state.position) ??
      (await this.#wrongRow(index, end)) ??
      (await this.#wrongText(index, end)) ??
      this.#wrongEnd(await index.state())
    );
  }

  /** Rows are compared up to the last event added; none is beyond what the index reached since. */
  #wrongEnd({ position }: IndexState): WrongEntry | undefined {
    if (this.#furthest <= position) return undefined;
    return {
      position: this.#last,
      problem: `it ends at position ${position}, but has a row of ${this.#furthest}`,
    };
  }

  #wrongHead(heads: readonly StreamHead[], end: number, indexed: number): WrongEntry | undefined {
    const found = new Map(heads.map((head) => [head.stream, head]));
    for (const stream of new Set([...this.#heads.keys(), ...found.keys()])) {
      const none = { position: 0, revision: 0 };
      const expected = this.#heads.get(stream)?.findLast(({ position }) => position <= end) ?? none;
      const { position, revision } = found.get(stream) ?? none;
      // Later events were indexed with heads of their own.
      const isLater = position > this.#last && position <= indexed;
      if (isLater || (position === expected.position && revision === expected.revision)) continue;
      return {
        position: Math.max(expected.position, 1),
        problem: `it has the history of ${stream} end at position ${position} with revision ${revision} instead of ${expected.position} with ${expected.revision}`,
      };
    }
    return undefined;
  }

  async #wrongText(index: StreamIndex, end: number): Promise<WrongEntry | undefined> {
    if (!index.texts) return undefined;
    const found = new Map<number, number>();
    const uncounted = new Set<number>();
    for await (const page of index.texts())
      for (const { position, trigram } of page) {
        this.#furthest = Math.max(this.#furthest, position);
        if (trigram === MANY_TRIGRAMS) uncounted.add(position);
        else found.set(position, added(found.get(position) ?? 0, trigram));
      }
    for (const [position, sum] of this.#texts)
      if (position <= end && !uncounted.has(position) && (found.get(position) ?? 0) !== sum)
        return { position, problem: 'it has the event say something else' };
    return undefined;
  }

  async #wrongRow(index: StreamIndex, end: number): Promise<WrongEntry | undefined> {
    const missing = new Map([...this.#rows].filter(([, { position }]) => position <= end));
    for await (const page of index.rows())
      for (const row of page) {
        const { key, stream, position } = row;
        this.#furthest = Math.max(this.#furthest, position);
        if (position > this.#last) continue;
        if (missing.get(rowId(row))?.position !== position)
          return { position, problem: `its row "${key}" of ${stream} is stated by no event there` };
        missing.delete(rowId(row));
      }
    const [first] = [...missing.values()].sort((a, b) => a.position - b.position);
    return (
      first && {
        position: first.position,
        problem: `its row "${first.key}" of ${first.stream} is missing`,
      }
    );
  }
}
