/** Lists of subjects at a view, in order of slug, read as far as they are paged through. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { StreamQuery } from '../../log/core/streamIndex/streamIndex.js';
import type { AsOf, AsOfResult } from './asOf.js';
import type { ReadBasis } from './readBasis.js';
import type { ViewReader } from './viewReader.js';

/** A page of a list; slugs as cursors, exclusive. */
export interface SlugRange {
  readonly size: number;
  /** The last ones of the range instead of the first. */
  readonly fromEnd?: boolean;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

export interface ViewPage<Subject> {
  readonly items: readonly AsOfResult<Subject>[];
  /** Whether an item comes before the page. */
  readonly hasPrevious: boolean;
  /** Whether an item comes after the page. */
  readonly hasNext: boolean;
}

/** How a list is read. */
export interface ViewListSource<Subject> {
  /** The names of its streams begin with this. */
  readonly prefix: string;
  /** The index keys of its candidates; all streams when absent. */
  keys?(basis: ReadBasis): Promise<StreamQuery['keys']>;
  /** The subject of a candidate; undefined when it does not belong to the list. */
  read(basis: ReadBasis, stream: string): Promise<AsOfResult<Subject> | undefined>;
}

type NameRange = Pick<StreamQuery, 'after' | 'before' | 'among' | 'backwards'>;

/** Candidates read at once where few of them belong to the list. */
const MAX_CHUNK = 500;

export class ViewList<Subject> {
  constructor(
    private readonly reader: ViewReader,
    private readonly asOf: AsOf,
    private readonly source: ViewListSource<Subject>,
  ) {}

  /**
   * A page. Reads its items and the candidates between them, and on until it finds an item on either
   * side. Throws `BadTimePoint`.
   */
  page({ size, fromEnd = false, after, before }: SlugRange): Promise<ViewPage<Subject>> {
    const [low, high] = [this.#name(after), this.#name(before)];
    return this.reader.read(this.asOf, {}, async (basis) => {
      const range = { after: low, before: high, backwards: fromEnd };
      const found = await this.#take(basis, range, size + 1);
      const items = found.slice(0, size);
      if (fromEnd) items.reverse();
      const more = found.length > size;
      // At a cursor the page ends, but the list need not: the item that the cursor names is the
      // likeliest to be there still.
      const beyond = async (cursor: string | undefined, rest: NameRange): Promise<boolean> =>
        cursor !== undefined &&
        ((await this.#take(basis, { among: [cursor] }, 1)).length > 0 ||
          (await this.#take(basis, rest, 1)).length > 0);
      return {
        items,
        hasPrevious: (fromEnd && more) || (await beyond(low, { before: low, backwards: true })),
        hasNext: (!fromEnd && more) || (await beyond(high, { after: high })),
      };
    });
  }

  /** Every item. O(candidates). Throws `BadTimePoint`. */
  all(): Promise<readonly AsOfResult<Subject>[]> {
    return this.reader.read(this.asOf, {}, (basis) => this.#take(basis, {}, Infinity));
  }

  /** Number of items. O(candidates). */
  async count(): Promise<number> {
    return (await this.all()).length;
  }

  #name(slug: string | undefined): string | undefined {
    return slug === undefined ? undefined : `${this.source.prefix}${slug}`;
  }

  async #take(basis: ReadBasis, range: NameRange, count: number): Promise<AsOfResult<Subject>[]> {
    const { prefix } = this.source;
    const keys = await this.source.keys?.(basis);
    const found: AsOfResult<Subject>[] = [];
    let { after, before } = range;
    for (let chunk = Math.min(count, MAX_CHUNK); found.length < count; chunk = MAX_CHUNK) {
      const query = { ...range, prefix, after, before, limit: chunk, ...(keys && { keys }) };
      const streams = await basis.streams(query);
      const read = streams.map((stream) => this.source.read(basis, stream));
      found.push(...(await Promise.all(read)).filter((result) => result !== undefined));
      if (streams.length < chunk) break;
      if (range.backwards) before = streams.at(-1);
      else after = streams.at(-1);
      await yieldToEventLoop();
    }
    return found.slice(0, count);
  }
}
