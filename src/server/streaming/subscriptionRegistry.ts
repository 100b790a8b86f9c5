/** Subscriptions that run: each can be ended from here with a last word, whatever it waits for. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { HttpError } from '../http/httpError.js';

export type Transport = 'sse' | 'ws';

/** How long one subscription may keep all others waiting, in milliseconds. */
const TURN_MS = 10;

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * The results of one subscription, taken one by one: nothing is read ahead. What it waits for can
 * take for ever, so leaving does not wait for it.
 */
export class ActiveSubscription implements AsyncIterableIterator<ExecutionResult> {
  readonly #source: AsyncIterator<ExecutionResult>;
  #ended = false;
  #turned = performance.now();
  #lastWord: ExecutionResult | undefined;
  #waiting: ((result: IteratorResult<ExecutionResult>) => void) | undefined;

  /** `over` is called once, when the last result was taken. */
  constructor(
    results: AsyncIterable<ExecutionResult>,
    readonly transport: Transport,
    readonly over: (stream: ActiveSubscription) => void,
  ) {
    this.#source = results[Symbol.asyncIterator]();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    // Results that are there already, and a connection that takes them at once, never let go of
    // the process by themselves.
    if (performance.now() - this.#turned > TURN_MS) {
      await nextTurn();
      this.#turned = performance.now();
    }
    const last = this.#lastWord;
    if (last) {
      this.#lastWord = undefined;
      return { done: false, value: last };
    }
    if (this.#ended) {
      this.over(this);
      return DONE;
    }
    return new Promise((resolve, reject) => {
      this.#waiting = resolve;
      this.#source.next().then(
        (result) => {
          if (this.#waiting !== resolve) return;
          this.#waiting = undefined;
          if (result.done) this.#finish();
          resolve(result.done ? DONE : result);
        },
        (error: unknown) => {
          if (this.#waiting !== resolve) return;
          this.#waiting = undefined;
          this.#finish();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }

  /** The consumer leaves: nothing more is said. */
  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#leaveSource();
    this.#lastWord = undefined;
    this.#settle(DONE);
    this.over(this);
    return DONE;
  }

  /** Ends it with a last word, which the consumer gets next. */
  end(lastWord: ExecutionResult): void {
    if (this.#ended) return;
    this.#leaveSource();
    if (!this.#settle({ done: false, value: lastWord })) this.#lastWord = lastWord;
  }

  #finish(): void {
    this.#ended = true;
    this.over(this);
  }

  #settle(result: IteratorResult<ExecutionResult>): boolean {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.(result);
    return waiting !== undefined;
  }

  #leaveSource(): void {
    if (this.#ended) return;
    this.#ended = true;
    // Nobody is there to hear what goes wrong with a subscription that is left.
    void this.#source.return?.().catch(() => undefined);
  }
}

const STOPPING = {
  errors: [
    new GraphQLError(
      'This server is stopping. Subscribe again, here or at another server, from the last cursor you saw.',
      { extensions: { code: 'SERVER_STOPPING' } },
    ),
  ],
};

/** All subscriptions that run in this server. */
export class SubscriptionRegistry {
  readonly #open = new Set<ActiveSubscription>();
  readonly #quiet = new Set<() => void>();

  constructor(readonly limit: number) {}

  /** How many run over a transport. */
  count(transport: Transport): number {
    let count = 0;
    for (const stream of this.#open) if (stream.transport === transport) count += 1;
    return count;
  }

  /** Follows one from here on. Throws a {@link HttpError} when there are too many. */
  open(results: AsyncIterable<ExecutionResult>, transport: Transport): ActiveSubscription {
    const stream = new ActiveSubscription(results, transport, (over) => this.#close(over));
    if (this.#open.size >= this.limit) {
      void stream.return();
      throw new HttpError(
        503,
        'TOO_MANY_STREAMS',
        'As many subscriptions run here as this server allows. Try again later, or at another server.',
        { 'Retry-After': '5' },
      );
    }
    this.#open.add(stream);
    return stream;
  }

  /** Ends every subscription that still runs: it can be resumed elsewhere. */
  endAll(): void {
    for (const stream of this.#open) stream.end(STOPPING);
  }

  /** Resolves when none runs any more. */
  async allOver(): Promise<void> {
    if (this.#open.size > 0) await new Promise<void>((resolve) => this.#quiet.add(resolve));
  }

  #close(stream: ActiveSubscription): void {
    this.#open.delete(stream);
    if (this.#open.size > 0) return;
    for (const resolve of this.#quiet) resolve();
    this.#quiet.clear();
  }
}
