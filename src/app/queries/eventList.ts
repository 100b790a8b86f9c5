/** A list of events that a filter lets through, read as far as it is looked at. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AnyEvent } from '../../../events/catalogue.js';
import type { Selection } from '../../log/core/eventLog.js';
import type { Background } from './filterContext.js';
import { TooManyEvents } from '../errors.js';
import type { Sieve, Test } from './eventFilter.js';
import { earliestOf } from './timeRange.js';

/** How many events can be put in order of time at once. */
const MOST_IN_ORDER = 20_000;
/** How many are read at a time where most may not get through. */
const SCAN = 500;

const LAST = Number.MAX_SAFE_INTEGER;

/** Part of a list, in log order or against it. */
export type Stretch = Pick<Selection, 'after' | 'before' | 'backwards'>;

/** Where an event is in a list that is in order of time. */
export interface Placing {
  readonly id: string;
  readonly position: number;
  /** The earliest instant at which it can have happened; `-Infinity` where nothing bounds it. */
  readonly start: number;
}

/** In order of time, then of the log; what has no beginning comes first. */
export const byTime = (
  a: Pick<Placing, 'start' | 'position'>,
  b: Pick<Placing, 'start' | 'position'>,
): number => (a.start === b.start ? a.position - b.position : a.start < b.start ? -1 : 1);

async function passes(event: AnyEvent, tests: readonly Test[]): Promise<boolean> {
  for (const test of tests) if (!(await test(event))) return false;
  return true;
}

/** Those of the events that pass every test. */
export async function sifted(
  page: readonly AnyEvent[],
  tests: readonly Test[],
): Promise<AnyEvent[]> {
  const through: AnyEvent[] = [];
  for (const event of page) if (await passes(event, tests)) through.push(event);
  return through;
}

/** What a list is read from. */
export interface Shelf {
  read(selection: Selection, pageSize?: number): AsyncIterable<readonly AnyEvent[]>;
  /** How many events it has strictly between two positions. */
  count(after: number, before: number): Promise<number>;
}

export class EventList {
  constructor(
    private readonly shelf: Shelf,
    private readonly sieve: Sieve,
    private readonly background: Background,
  ) {}

  /**
   * The events of a stretch, in pages that are each read when asked for. Where few get through,
   * pages are empty or far apart: other work has its turn between them.
   */
  async *pages(stretch: Stretch, pageSize: number): AsyncGenerator<readonly AnyEvent[]> {
    const { selection, tests } = this.sieve;
    const narrowed: Selection = {
      ...selection,
      ...stretch,
      after: Math.max(selection.after ?? 0, stretch.after ?? 0),
      before: Math.min(selection.before ?? LAST, stretch.before ?? LAST),
    };
    const size = tests.length > 0 ? Math.max(pageSize, SCAN) : pageSize;
    for await (const page of this.shelf.read(narrowed, size)) {
      yield tests.length > 0 ? await sifted(page, tests) : page;
      await nextTurn();
    }
  }

  /** All of it in order of time. Throws {@link TooManyEvents} when it is too long for that. */
  async inOrderOfTime(): Promise<readonly Placing[]> {
    const placings: Placing[] = [];
    for await (const page of this.pages({}, SCAN)) {
      if (placings.length + page.length > MOST_IN_ORDER) throw new TooManyEvents(MOST_IN_ORDER);
      for (const event of page) placings.push(await this.#placing(event));
    }
    return placings.sort(byTime);
  }

  async #placing({ id, position, occurred, timeZone, stream }: AnyEvent): Promise<Placing> {
    const zone = () => timeZone ?? this.background.zone(stream);
    return { id, position, start: await earliestOf(occurred, zone) };
  }

  /** The events placed, in the order given. */
  async events(placings: readonly Placing[]): Promise<readonly AnyEvent[]> {
    const events = await this.background.log.byId(placings.map(({ id }) => id));
    return events.filter((event) => event !== undefined);
  }

  /** How many there are; undefined when only reading them all would tell. */
  async count(): Promise<number | undefined> {
    const { tests, selection } = this.sieve;
    const { streams, types, certainty, after = 0, before = LAST } = selection;
    if (tests.length > 0 || streams || types || certainty) return undefined;
    return this.shelf.count(after, before);
  }
}
