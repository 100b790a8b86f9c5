/** Subscriptions, carried out in a thread of their own: what they select keeps nobody waiting. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { TailState } from '../../app/parley.js';
import type { Fault } from '../observability/observability.js';
import { type Query, serializedResult, type SubscriptionSource } from '../responses/query.js';
import type { Ask, Told } from './subscriptionWorker.js';
import { tell, type Witness, type WorkerOptions } from './threadLog.js';

export interface SubscriptionThreadOptions extends WorkerOptions {
  /** How long the thread may work without a break, in milliseconds. */
  readonly deadline: number;
  /** Heap of the thread, in megabytes. */
  readonly heapMb: number;
}

const WORKER = fileURLToPath(new URL('./subscriptionWorker.js', import.meta.url));

const PING_MS = 1_000;

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

type Next = IteratorResult<ExecutionResult, undefined>;

/** One subscription, as the server reads it: a result is asked for when the one before was taken. */
class Results implements AsyncIterableIterator<ExecutionResult, undefined> {
  #waiting: ((next: Next) => void) | undefined;
  #last: ExecutionResult | undefined;
  #ended = false;

  constructor(
    readonly question: string,
    readonly ask: (kind: 'next' | 'leave') => void,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Next> {
    if (this.#last) {
      const value = this.#last;
      this.#last = undefined;
      return Promise.resolve({ done: false, value });
    }
    if (this.#ended) return Promise.resolve(DONE);
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.ask('next');
    });
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    if (!this.#ended) this.ask('leave');
    this.end();
    return Promise.resolve(DONE);
  }

  give(value: ExecutionResult): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.({ done: false, value });
  }

  /** Ends it, with a last result where there is one. */
  end(last?: ExecutionResult): void {
    if (this.#ended) return;
    this.#ended = true;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (!last) waiting?.(DONE);
    else if (waiting) waiting({ done: false, value: last });
    else this.#last = last;
  }
}

const tookTooLong = (deadline: number): ExecutionResult => ({
  errors: [
    new GraphQLError(
      `What this subscription selects took longer than ${deadline / 1000} s and was stopped. Select fewer fields.`,
      { extensions: { code: 'DEADLINE_EXCEEDED', deadlineMs: deadline } },
    ),
  ],
});

const interrupted = (): ExecutionResult => ({
  errors: [
    new GraphQLError(
      'Subscriptions were interrupted. Subscribe again after the last cursor received.',
      { extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } },
    ),
  ],
});

interface Running {
  readonly worker: Worker;
  readonly results: Map<number, Results>;
  readonly starting: Map<number, (told: Told | undefined) => void>;
  /** The question being worked on. */
  on: string | undefined;
  /** When it last was known to be alive. */
  heard: number;
  ping: NodeJS.Timeout;
}

export class SubscriptionThread implements SubscriptionSource {
  /** Started by the first subscription, and again by the next after it was lost. */
  #running: Running | undefined;
  #ids = 0;
  #tail: TailState | undefined;

  /** `told` hears what the thread observes, and of faults of the server. */
  constructor(
    readonly options: SubscriptionThreadOptions,
    readonly told: { witness: Witness; fault: (fault: Fault, requestId: string) => void },
  ) {}

  /** How the thread follows the log, as it said last; undefined before. */
  get tail(): TailState | undefined {
    return this.#tail && { ...this.#tail, subscribers: this.#running?.results.size ?? 0 };
  }

  async subscribe(
    query: Query,
    question: string,
  ): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
    const running = (this.#running ??= this.#start());
    const id = (this.#ids += 1);
    const told = await new Promise<Told | undefined>((resolve) => {
      running.starting.set(id, resolve);
      post(running, { kind: 'subscribe', id, query, question });
    });
    if (told?.kind === 'refused') {
      const { errors = [] } = JSON.parse(told.body) as { errors?: GraphQLFormattedError[] };
      return {
        errors: errors.map(
          ({ message, path, extensions }) =>
            new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null }),
        ),
      };
    }
    if (!told) return interrupted();
    const results = new Results(question, (kind) => {
      post(running, { kind, id });
      if (kind === 'leave') running.results.delete(id);
    });
    running.results.set(id, results);
    return results;
  }

  /** Something was appended: the thread reads it without delay. */
  appended(): void {
    if (this.#running) post(this.#running, { kind: 'appended' });
  }

  /** Ends every subscription with SERVER_STOPPING. */
  stop(): void {
    if (this.#running) post(this.#running, { kind: 'stop' });
  }

  async close(): Promise<void> {
    const running = this.#running;
    if (!running) return;
    this.#lost(running);
    await running.worker.terminate();
  }

  #start(): Running {
    const { log, extensions, traced, memory, heapMb } = this.options;
    const worker = new Worker(WORKER, {
      workerData: { log, extensions, traced, memory } satisfies WorkerOptions,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const running: Running = {
      worker,
      results: new Map(),
      starting: new Map(),
      on: undefined,
      // Starting takes a second or two.
      heard: performance.now() + 30_000,
      ping: setInterval(() => this.#watch(running), PING_MS).unref(),
    };
    worker.on('message', (told: Told) => this.#hear(running, told));
    worker.on('error', ({ name, message, stack }) => {
      this.told.fault({ name, message, stack, code: 'SUBSCRIPTIONS_LOST' }, 'subscriptions');
    });
    worker.once('exit', () => this.#lost(running));
    return running;
  }

  #hear(running: Running, told: Told): void {
    const { results, starting } = running;
    running.heard = Math.max(running.heard, performance.now());
    switch (told.kind) {
      case 'subscribed':
      case 'refused':
        starting.get(told.id)?.(told);
        starting.delete(told.id);
        break;
      case 'results': {
        const result = serializedResult(told.body);
        for (const id of told.ids) results.get(id)?.give(result);
        break;
      }
      case 'done':
        results.get(told.id)?.end();
        results.delete(told.id);
        break;
      case 'working':
        running.on = told.on;
        break;
      case 'alive':
        running.heard = performance.now();
        this.#tail = told.tail;
        break;
      case 'observed':
        tell(this.told.witness, told.observation);
        break;
      case 'fault':
        this.told.fault(told.fault, told.requestId);
    }
  }

  /** A thread that does not answer is ended; whose question it worked on is told, others resume. */
  #watch(running: Running): void {
    if (performance.now() - running.heard > this.options.deadline + PING_MS) {
      this.#lost(running);
      void running.worker.terminate();
    } else post(running, { kind: 'ping' });
  }

  #lost(running: Running): void {
    clearInterval(running.ping);
    if (this.#running === running) this.#running = undefined;
    for (const results of running.results.values())
      results.end(
        results.question === running.on ? tookTooLong(this.options.deadline) : interrupted(),
      );
    for (const resolve of running.starting.values()) resolve(undefined);
    running.results.clear();
    running.starting.clear();
  }
}

const post = ({ worker }: Running, ask: Ask): void => worker.postMessage(ask);
