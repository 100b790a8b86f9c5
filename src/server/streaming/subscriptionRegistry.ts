/** The subscriptions that run in this server: limited in number, and ended when it stops. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { HttpError } from '../http/httpError.js';

export type Transport = 'sse' | 'ws';

/** How long one subscription may hold the event loop, in milliseconds. */
const MAX_TURN_MS = 10;

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * The results of one subscription, pulled one by one: nothing is read ahead. Its source may be
 * pending for ever, so ending it does not wait for the source.
 */
export class ActiveSubscription implements AsyncIterableIterator<ExecutionResult> {
  readonly #source: AsyncIterator<ExecutionResult>;
  #ended = false;
  #turnStarted = performance.now();
  #finalResult: ExecutionResult | undefined;
  #pending: ((result: IteratorResult<ExecutionResult>) => void) | undefined;

  /** `onClose` is called when the last result was pulled or the consumer has left. */
  constructor(
    results: AsyncIterable<ExecutionResult>,
    readonly transport: Transport,
    readonly onClose: (subscription: ActiveSubscription) => void,
  ) {
    this.#source = results[Symbol.asyncIterator]();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    // A source with results at hand and a connection that takes them at once never yield to the
    // event loop by themselves.
    if (performance.now() - this.#turnStarted > MAX_TURN_MS) {
      await nextTurn();
      this.#turnStarted = performance.now();
    }
    const last = this.#finalResult;
    if (last) {
      this.#finalResult = undefined;
      return { done: false, value: last };
    }
    if (this.#ended) {
      this.onClose(this);
      return DONE;
    }
    return new Promise((resolve, reject) => {
      this.#pending = resolve;
      this.#source.next().then(
        (result) => {
          if (this.#pending !== resolve) return;
          this.#pending = undefined;
          if (result.done) this.#finish();
          resolve(result.done ? DONE : result);
        },
        (error: unknown) => {
          if (this.#pending !== resolve) return;
          this.#pending = undefined;
          this.#finish();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }

  /** The consumer leaves: no more results. */
  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#releaseSource();
    this.#finalResult = undefined;
    this.#settle(DONE);
    this.onClose(this);
    return DONE;
  }

  /** Ends it with a final result, which the consumer gets next. */
  end(finalResult: ExecutionResult): void {
    if (this.#ended) return;
    this.#releaseSource();
    if (!this.#settle({ done: false, value: finalResult })) this.#finalResult = finalResult;
  }

  #finish(): void {
    this.#ended = true;
    this.onClose(this);
  }

  #settle(result: IteratorResult<ExecutionResult>): boolean {
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.(result);
    return pending !== undefined;
  }

  #releaseSource(): void {
    if (this.#ended) return;
    this.#ended = true;
    // Nobody is left to report a failure to.
    void this.#source.return?.().catch(() => undefined);
  }
}

const STOPPING = {
  errors: [
    new GraphQLError(
      'This server is stopping. Subscribe again, here or at another server, after the last cursor received.',
      { extensions: { code: 'SERVER_STOPPING' } },
    ),
  ],
};

export class SubscriptionRegistry {
  readonly #open = new Set<ActiveSubscription>();
  readonly #onEmpty = new Set<() => void>();

  constructor(readonly limit: number) {}

  /** The number that run over a transport. O(subscriptions). */
  count(transport: Transport): number {
    let count = 0;
    for (const subscription of this.#open) if (subscription.transport === transport) count += 1;
    return count;
  }

  /** Registers a subscription. Throws an {@link HttpError} when there are too many. */
  add(results: AsyncIterable<ExecutionResult>, transport: Transport): ActiveSubscription {
    const subscription = new ActiveSubscription(results, transport, (closed) =>
      this.#remove(closed),
    );
    if (this.#open.size >= this.limit) {
      void subscription.return();
      throw new HttpError(
        503,
        'TOO_MANY_STREAMS',
        'This server runs as many subscriptions as it allows. Try again later, or at another server.',
        { 'Retry-After': '5' },
      );
    }
    this.#open.add(subscription);
    return subscription;
  }

  /** Ends every subscription with SERVER_STOPPING. */
  endAll(): void {
    for (const subscription of this.#open) subscription.end(STOPPING);
  }

  /** Resolves when none runs. */
  async whenEmpty(): Promise<void> {
    if (this.#open.size > 0) await new Promise<void>((resolve) => this.#onEmpty.add(resolve));
  }

  #remove(subscription: ActiveSubscription): void {
    this.#open.delete(subscription);
    if (this.#open.size > 0) return;
    for (const resolve of this.#onEmpty) resolve();
    this.#onEmpty.clear();
  }
}
