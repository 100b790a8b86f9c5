/**
 * What events say and who said so, fetched together and kept. An event never changes, but what was
 * said about it since does: whatever is still shown is asked for again when the record goes on.
 */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { type Client, useClient } from 'urql';
import { useLogHead } from '../client/logHead.js';
import { EventDetailsDocument, type EventDetailsQuery } from '../../generated/graphql.js';
import { useLiveUpdates } from '../live/liveUpdates.js';

type Node = NonNullable<EventDetailsQuery['nodes'][number]>;
export type EventDetails = Extract<Node, { summary: string }>;

/** Of ids in one question, so that it still fits a URL. */
const BATCH = 60;

/** Events by their id. What is asked for within the same moment is fetched at once. */
export class EventCache {
  /** Each with how far the record was known to go when it was asked for. */
  readonly #events = new Map<
    string,
    { readonly event: EventDetails | null; readonly head: number }
  >();
  readonly #listeners = new Set<() => void>();
  #wanted = new Set<string>();
  #version = 0;
  #head = 0;

  constructor(readonly client: Client) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;

  /** The event; null when the log has none of that id; undefined while it is on its way. */
  get(id: string): EventDetails | null | undefined {
    return this.#events.get(id)?.event;
  }

  /** How far the record is known to go. */
  get head(): number {
    return this.#head;
  }

  /** Learns that the record goes on up to a position: what is kept may be out of date. */
  reach(position: number): void {
    if (position <= this.#head) return;
    this.#head = position;
    this.#tell();
  }

  /** Fetches those that are not there as of the head. */
  want(ids: readonly string[]): void {
    const first = this.#wanted.size === 0;
    for (const id of ids) if (this.#headOf(id) < this.#head) this.#wanted.add(id);
    if (first && this.#wanted.size > 0) queueMicrotask(() => void this.#fetch());
  }

  #headOf(id: string): number {
    return this.#events.get(id)?.head ?? -1;
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  async #fetch(): Promise<void> {
    const head = this.#head;
    const ids = [...this.#wanted];
    this.#wanted = new Set();
    for (let i = 0; i < ids.length; i += BATCH) {
      const batch = ids.slice(i, i + BATCH);
      const { data } = await this.client.query(EventDetailsDocument, { ids: batch }).toPromise();
      if (!data) continue;
      data.nodes.forEach((node, at) => {
        const id = batch[at] ?? '';
        // An answer that was overtaken on its way tells nothing new.
        if (this.#headOf(id) > head) return;
        this.#events.set(id, { event: node && 'summary' in node ? node : null, head });
      });
      this.#tell();
    }
  }
}

const EventCacheContext = createContext<EventCache | null>(null);

export function EventCacheProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const book = useMemo(() => new EventCache(client), [client]);
  const { head } = useLogHead();
  const { news } = useLiveUpdates();
  // A view of the past stays where it is, but what is told of an event there is as known now.
  const position = Math.max(head?.position ?? 0, Number(news?.events.at(-1)?.cursor ?? 0));
  useEffect(() => book.reach(position), [book, position]);
  return <EventCacheContext value={book}>{children}</EventCacheContext>;
}

export function useEventCache(): EventCache {
  const book = useContext(EventCacheContext);
  if (!book) throw new Error('EventBookProvider is missing above this component.');
  return book;
}

/** The events of some ids, as far as they have come; asks for the rest. */
export function useEventDetails(
  ids: readonly string[],
): readonly (EventDetails | null | undefined)[] {
  const book = useEventCache();
  useSyncExternalStore(book.subscribe, book.version);
  const key = ids.join();
  useEffect(() => {
    book.want(key === '' ? [] : key.split(','));
  }, [book, key, book.head]);
  return ids.map((id) => book.get(id));
}
