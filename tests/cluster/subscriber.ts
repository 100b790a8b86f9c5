/** Follows the log's events at one server after the other, resuming from its last cursor. */
import { setTimeout as pause } from 'node:timers/promises';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SeededRandom } from './seededRandom.js';
import type { Member } from './member.js';

export type Transport = 'sse' | 'ws';

interface Seen {
  readonly cursor: string;
  readonly id: string;
}

interface Result {
  readonly data?: { readonly events: Seen } | null;
  readonly errors?: readonly { extensions?: Record<string, unknown> }[];
}

const FOLLOW = `subscription ($after: String!, $filter: EventFilter) {
  events(after: $after, filter: $filter) { cursor id }
}`;

/** After these the stream is over, and can be resumed. */
const RESUMABLE = ['LOG_UNAVAILABLE', 'SERVER_STOPPING', 'SLOW_CONSUMER'];

export class Subscriber {
  /** Every event that came, in the order it came. */
  readonly seen: Seen[] = [];
  /** How often it had to subscribe again. */
  resumed = 0;
  #leave: (() => unknown) | undefined;

  constructor(
    readonly transport: Transport,
    readonly members: readonly Member[],
    readonly chance: SeededRandom,
    readonly streams?: readonly string[],
  ) {}

  /** Follows until told to stop. Rejects when a stream ends in a way that cannot be resumed. */
  async follow(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#leave?.());
    for (let first = true; !signal.aborted; first = false) {
      if (!first) {
        this.resumed += 1;
        await pause(50);
      }
      await this.#followOne(this.chance.pick(this.members).url, signal);
    }
  }

  async #followOne(url: string, signal: AbortSignal): Promise<void> {
    const { results, dispose } = this.#subscribe(url);
    this.#leave = dispose;
    // It moves on by itself, too, so that there is much to resume.
    const enough = this.seen.length + this.chance.between(50, 500);
    try {
      while (this.seen.length < enough) {
        // That the connection was lost, or refused, is what this is about.
        const next = await results.next().catch(() => undefined);
        if (!next || next.done || signal.aborted) return;
        const { data, errors } = next.value;
        if (data) this.seen.push(data.events);
        for (const { extensions } of errors ?? [])
          if (!RESUMABLE.includes(String(extensions?.['code'])))
            throw new Error(`a stream ended with ${JSON.stringify(errors)}`);
        if (errors) return;
      }
    } finally {
      dispose();
    }
  }

  #subscribe(url: string): { results: AsyncIterator<Result>; dispose: () => void } {
    const after = this.seen.at(-1)?.cursor ?? '0';
    const filter = this.streams ? { streams: this.streams } : null;
    const asked = { query: FOLLOW, variables: { after, filter } };
    const client =
      this.transport === 'sse'
        ? createSseClient({ url: `${url}/graphql`, retryAttempts: 0 })
        : createWsClient({
            url: `${url.replace('http', 'ws')}/graphql`,
            webSocketImpl: WebSocket,
            retryAttempts: 0,
          });
    const results = client.iterate<{ events: Seen }>(asked) as AsyncIterator<Result>;
    // A connection that failed has no need to be closed.
    return {
      results,
      dispose: () => void Promise.resolve(client.dispose()).catch(() => undefined),
    };
  }
}
