/** What events say and who said so, fetched together and kept: an event never changes. */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { type Client, useClient } from 'urql';
import { SaidDocument, type SaidQuery } from '../generated/graphql.js';

type Node = NonNullable<SaidQuery['nodes'][number]>;
export type Said = Extract<Node, { summary: string }>;

/** Of ids in one question, so that it still fits a URL. */
const BATCH = 60;

/** Events by their id. What is asked for within the same moment is fetched at once. */
export class EventBook {
  readonly #events = new Map<string, Said | null>();
  readonly #listeners = new Set<() => void>();
  #wanted = new Set<string>();
  #version = 0;

  constructor(readonly client: Client) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly version = (): number => this.#version;

  /** The event; null when the log has none of that id; undefined while it is on its way. */
  get(id: string): Said | null | undefined {
    return this.#events.get(id);
  }

  /** Fetches those that are not there yet. */
  want(ids: readonly string[]): void {
    const first = this.#wanted.size === 0;
    for (const id of ids) if (!this.#events.has(id)) this.#wanted.add(id);
    if (first && this.#wanted.size > 0) queueMicrotask(() => void this.#fetch());
  }

  async #fetch(): Promise<void> {
    const ids = [...this.#wanted];
    this.#wanted = new Set();
    for (let i = 0; i < ids.length; i += BATCH) {
      const batch = ids.slice(i, i + BATCH);
      const { data } = await this.client.query(SaidDocument, { ids: batch }).toPromise();
      if (!data) continue;
      data.nodes.forEach((node, at) => {
        const id = batch[at] ?? '';
        this.#events.set(id, node && 'summary' in node ? node : null);
      });
      this.#version += 1;
      for (const listener of this.#listeners) listener();
    }
  }
}

const BookContext = createContext<EventBook | null>(null);

export function EventBookProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const book = useMemo(() => new EventBook(client), [client]);
  return <BookContext value={book}>{children}</BookContext>;
}

export function useEventBook(): EventBook {
  const book = useContext(BookContext);
  if (!book) throw new Error('EventBookProvider is missing above this component.');
  return book;
}

/** The events of some ids, as far as they have come; asks for the rest. */
export function useSaid(ids: readonly string[]): readonly (Said | null | undefined)[] {
  const book = useEventBook();
  useSyncExternalStore(book.subscribe, book.version);
  const key = ids.join();
  useEffect(() => {
    book.want(key === '' ? [] : key.split(','));
  }, [book, key]);
  return ids.map((id) => book.get(id));
}
