/** The subscriptions that run in this server: limited in number, and ended when it stops. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { ClientCounts } from '../http/clientCounts.js';
import { HttpError } from '../http/httpError.js';
import type { ClientLimits, StreamLimits } from '../limits.js';

export type Transport = 'sse' | 'ws';

/** How long one subscription may hold the event loop, in milliseconds. */
const MAX_TURN_MS = 10;

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** How many results are handed to clients in one turn of the event loop. */
const RESULTS_PER_TURN = 16;

/** Many subscriptions get their results at once: sending them leaves others their turns. */
class Turns {
  #left = RESULTS_PER_TURN;
  #isScheduled = false;
  readonly #waiting: (() => void)[] = [];

  /** Resolves when it is the caller's turn. */
  take(): Promise<void> | undefined {
    if (!this.#isScheduled) {
      this.#isScheduled = true;
      setImmediate(() => this.#next());
    }
    if (this.#left > 0) {
      this.#left -= 1;
      return undefined;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #next(): void {
    const now = this.#waiting.splice(0, RESULTS_PER_TURN);
    this.#left = RESULTS_PER_TURN - now.length;
    this.#isScheduled = this.#waiting.length > 0 || now.length > 0;
    if (this.#isScheduled) setImmediate(() => this.#next());
    for (const resolve of now) resolve();
  }
}

const turns = new Turns();

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
        async (result) => {
          await turns.take();
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

/** Who subscribes to what, for limits. */
export interface Subscribed {
  readonly client: string;
  /** The same for all who ask the same. */
  readonly question: string;
  /** What one answer costs by the schema. */
  readonly cost: number;
}

export interface RegistryLimits {
  readonly all: Pick<StreamLimits, 'subscriptions' | 'subscribedCost'>;
  readonly client: Pick<ClientLimits, 'subscriptions' | 'subscribedCost'>;
}

/** The cost of questions, each counted once however many subscribe to it. */
class SubscribedCost {
  readonly #subscribers = new Map<string, number>();
  #cost = 0;

  /** The cost with this question. */
  with({ question, cost }: Subscribed): number {
    return this.#cost + (this.#subscribers.has(question) ? 0 : cost);
  }

  get isEmpty(): boolean {
    return this.#subscribers.size === 0;
  }

  add(subscribed: Subscribed): void {
    this.#cost = this.with(subscribed);
    const { question } = subscribed;
    this.#subscribers.set(question, (this.#subscribers.get(question) ?? 0) + 1);
  }

  remove({ question, cost }: Subscribed): void {
    const left = (this.#subscribers.get(question) ?? 1) - 1;
    if (left > 0) this.#subscribers.set(question, left);
    else {
      this.#subscribers.delete(question);
      this.#cost -= cost;
    }
  }
}

const printed = (number: number): string => number.toLocaleString('en');

export class SubscriptionRegistry {
  readonly #open = new Map<ActiveSubscription, () => void>();
  readonly #onEmpty = new Set<() => void>();
  readonly #cost = new SubscribedCost();
  readonly #costOf = new Map<string, SubscribedCost>();
  readonly #clients: ClientCounts;

  constructor(readonly limits: RegistryLimits) {
    this.#clients = new ClientCounts(limits.client.subscriptions, {
      code: 'TOO_MANY_STREAMS',
      what: 'subscriptions',
      remedy: 'End some, or subscribe to more with one.',
    });
  }

  /** The number that run over a transport. O(subscriptions). */
  count(transport: Transport): number {
    let count = 0;
    for (const subscription of this.#open.keys())
      if (subscription.transport === transport) count += 1;
    return count;
  }

  /** Registers a subscription. Throws an {@link HttpError} when there are too many. */
  add(
    results: AsyncIterable<ExecutionResult>,
    transport: Transport,
    subscribed: Subscribed,
  ): ActiveSubscription {
    const subscription = new ActiveSubscription(results, transport, (closed) =>
      this.#remove(closed),
    );
    try {
      this.#open.set(subscription, this.#take(subscribed));
    } catch (error) {
      void subscription.return();
      throw error;
    }
    return subscription;
  }

  /** Ends every subscription with SERVER_STOPPING. */
  endAll(): void {
    for (const subscription of this.#open.keys()) subscription.end(STOPPING);
  }

  /** Resolves when none runs; those that run after `ms` milliseconds are ended. */
  async endWithin(ms: number): Promise<void> {
    if (this.#open.size > 0)
      await new Promise<void>((resolve) => {
        setTimeout(resolve, ms).unref();
        this.#onEmpty.add(resolve);
      });
    this.endAll();
  }

  #take(subscribed: Subscribed): () => void {
    const { all, client: ofClient } = this.limits;
    const { client, cost } = subscribed;
    const refuse = (status: number, code: string, message: string): never => {
      throw new HttpError(status, code, message, { 'Retry-After': '5' });
    };
    if (this.#open.size >= all.subscriptions)
      refuse(
        503,
        'TOO_MANY_STREAMS',
        'This server runs as many subscriptions as it allows. Try again later, or at another server.',
      );
    const own = this.#costOf.get(client) ?? new SubscribedCost();
    if (own.with(subscribed) > ofClient.subscribedCost)
      refuse(
        429,
        'SUBSCRIPTIONS_TOO_COSTLY',
        `This costs ${printed(cost)} for each change. Together with your other subscriptions that is ${printed(own.with(subscribed))}, the most allowed ${printed(ofClient.subscribedCost)}. Select fewer fields, or end some.`,
      );
    if (this.#cost.with(subscribed) > all.subscribedCost)
      refuse(
        503,
        'TOO_BUSY',
        `The subscriptions of this server cost as much as it allows, ${printed(all.subscribedCost)}. Select fewer fields than ${printed(cost)}, or try again later.`,
      );
    const release = this.#clients.take(client);
    this.#cost.add(subscribed);
    own.add(subscribed);
    this.#costOf.set(client, own);
    return () => {
      release();
      this.#cost.remove(subscribed);
      own.remove(subscribed);
      if (own.isEmpty) this.#costOf.delete(client);
    };
  }

  #remove(subscription: ActiveSubscription): void {
    this.#open.get(subscription)?.();
    this.#open.delete(subscription);
    if (this.#open.size > 0) return;
    for (const resolve of this.#onEmpty) resolve();
    this.#onEmpty.clear();
  }
}
