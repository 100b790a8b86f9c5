/** Threads that work out answers, each within a deadline: a thread that overruns it is replaced. */
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { GraphQLError } from 'graphql';
import { Piscina } from 'piscina';
import { FairQueue, type QueueLimits } from './fairQueue.js';
import type { Fault } from '../observability/observability.js';
import { deadlineExceeded } from '../responses/deadline.js';
import type {
  Answer,
  Asked,
  DocumentError,
  LongAnswer,
  LongRequest,
  Query,
  QueryThreads,
} from '../responses/query.js';
import { memoryParts } from '../responses/memory.js';
import { tell, type Witness } from './threadLog.js';
import type { Done, LaneOptions, Task, ThreadUse, Works, Writes } from './worker.js';

export interface ThreadsOptions extends Omit<LaneOptions, 'memory' | 'begun'> {
  /** For all caches of the server, in bytes. */
  readonly memory: number | undefined;
  /** One for each core when absent; at least two, so that there is one for short questions. */
  readonly threads?: number | undefined;
  /** For one answer, in milliseconds from when work on it begins. */
  readonly deadline: number;
  /** For one mutation, likewise. */
  readonly writeDeadline: number;
  readonly queue: QueueLimits;
  /** Heap of one thread, in megabytes. */
  readonly heapMb: number;
}

/** Threads that stand ready for those that are killed: starting one takes a second. */
const SPARE = 1;

const threadsFor = (asked: number | undefined): number =>
  Math.max(asked ?? os.availableParallelism(), 2);

/** How many threads hold caches of their own, that of subscriptions among them. */
export const threadsInAll = (asked: number | undefined): number => threadsFor(asked) + SPARE + 1;

/** Up to this cost a question is short: it goes to the threads that heavy ones never take. */
const SHORT = 1_000;

/** For a thread to begin work on a task, which it does at once unless it has just been started. */
const BEGIN_MS = 30_000;
/** Between two looks at whether it has. */
const LOOK_MS = 100;

/** Threads run what is built: they load no TypeScript. */
const WORKER = fileURLToPath(new URL('./worker.js', import.meta.url));

/** Threads with the queue in front of them. */
class Lane {
  readonly #pool: Piscina<Task, Done>;
  readonly queue: FairQueue;
  /** When work began on the task in a place, in epoch milliseconds; 0 until then. Threads write it. */
  readonly #begun: Float64Array;
  /** Places without a task: as many tasks as the queue lets through are under way. */
  readonly #places: number[];
  /** What to do when the task in a place is about to write. */
  readonly #writes = new Map<number, () => void>();
  #closed = false;

  constructor(
    threads: number,
    spare: number,
    readonly options: ThreadsOptions,
    memory: LaneOptions['memory'],
  ) {
    const { log, extensions, traced, heapMb, queue } = options;
    this.queue = new FairQueue(threads, queue);
    this.#begun = new Float64Array(new SharedArrayBuffer(threads * Float64Array.BYTES_PER_ELEMENT));
    this.#places = [...this.#begun.keys()];
    this.#pool = new Piscina({
      filename: WORKER,
      minThreads: threads + spare,
      maxThreads: threads + spare,
      // A thread waits with its event loop running: connections to a server have to be kept alive.
      atomics: 'disabled',
      workerData: {
        ...{ log, extensions, traced, memory },
        begun: this.#begun,
      } satisfies LaneOptions,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    this.#pool.on('message', ({ writes }: Writes) => this.#writes.get(writes)?.());
    // Of a thread that is killed: its task fails with it.
    this.#pool.on('error', () => undefined);
  }

  async run<Kind extends keyof Works>(
    kind: Kind,
    of: Works[Kind]['of'],
    cost?: number,
  ): Promise<Done<Kind>> {
    const { deadline, writeDeadline } = this.options;
    const place = this.#places.pop() ?? 0;
    const late = new AbortController();
    const sent = Date.now();
    this.#begun[place] = 0;
    let refusal = () => deadlineExceeded(deadline, cost);
    // Its time counts from when work on it begins.
    const look = () => {
      const began = this.#begun[place] ?? 0;
      const left = began === 0 ? sent + BEGIN_MS - Date.now() : began + deadline - Date.now();
      if (left <= 0) late.abort();
      else timer = setTimeout(look, began === 0 ? Math.min(left, LOOK_MS) : left);
    };
    let timer = setTimeout(look, deadline);
    this.#writes.set(place, () => {
      refusal = () => writeUnfinished(writeDeadline);
      clearTimeout(timer);
      timer = setTimeout(() => late.abort(), writeDeadline);
    });
    try {
      const task = { place, kind, of } as Task;
      return (await this.#pool.run(task, { signal: late.signal })) as Done<Kind>;
    } catch (error) {
      if (late.signal.aborted) throw refusal();
      if (this.#closed) throw stopping();
      if ((error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY')
        throw outOfMemory(cost);
      throw error;
    } finally {
      clearTimeout(timer);
      this.#writes.delete(place);
      this.#places.push(place);
    }
  }

  get threadIds(): readonly number[] {
    return this.#pool.threads.map(({ threadId }) => threadId);
  }

  close(): Promise<void> {
    this.#closed = true;
    return this.#pool.destroy();
  }
}

const stopping = () =>
  new GraphQLError('The server is stopping and did not finish this. Send it again.', {
    extensions: { code: 'SERVER_STOPPING' },
  });

const writeUnfinished = (deadline: number) =>
  new GraphQLError(
    `This took longer than ${deadline / 1000} s and was stopped: it is recorded in full or not at all. Send it again with the same idempotencyKey, which records nothing twice, or send fewer events at once.`,
    { extensions: { code: 'DEADLINE_EXCEEDED', deadlineMs: deadline } },
  );

const outOfMemory = (cost: number | undefined) =>
  new GraphQLError(
    'This took more memory than one request may have and was stopped. Ask for smaller pages, fewer fields, or in several requests.',
    { extensions: { code: 'QUERY_TOO_LARGE', cost } },
  );

export class Threads implements QueryThreads {
  readonly #short: Lane;
  readonly #heavy: Lane;
  readonly #uses = new Map<number, ThreadUse>();
  /** Threads with caches: these, those that stand ready, and that of subscriptions. */
  readonly size: number;

  /** Starts the threads. `told` hears what they observe, and of faults of the server. */
  constructor(
    options: ThreadsOptions,
    readonly told: { witness: Witness; fault: (fault: Fault, requestId: string) => void },
  ) {
    const threads = threadsFor(options.threads);
    this.size = threadsInAll(options.threads);
    const memory = memoryParts(options.memory, this.size);
    this.#short = new Lane(Math.ceil(threads / 2), 0, options, memory);
    this.#heavy = new Lane(Math.floor(threads / 2), SPARE, options, memory);
  }

  /** What the caches of each thread that runs held when it last answered. */
  get uses(): readonly ThreadUse[] {
    const running = new Set([...this.#short.threadIds, ...this.#heavy.threadIds]);
    for (const id of this.#uses.keys()) if (!running.has(id)) this.#uses.delete(id);
    return [...this.#uses.values()];
  }

  /** Questions that wait for a thread. */
  get waiting(): number {
    return this.#short.queue.length + this.#heavy.queue.length;
  }

  async answer(query: Query, asked: Asked): Promise<Answer> {
    const lane = asked.cost <= SHORT ? this.#short : this.#heavy;
    const answer = await this.#run(lane, 'answer', query, asked);
    for (const fault of answer.faults) this.told.fault(fault, query.requestId);
    return answer;
  }

  async request(request: LongRequest, asked: Omit<Asked, 'cost'>): Promise<LongAnswer> {
    const answer = await this.#run(this.#heavy, 'request', request, asked);
    for (const fault of answer.faults) this.told.fault(fault, request.requestId);
    return answer;
  }

  validate(source: string, asked: Omit<Asked, 'cost'>): Promise<readonly DocumentError[]> {
    return this.#run(this.#short, 'validate', source, asked);
  }

  async #run<Kind extends keyof Works>(
    lane: Lane,
    kind: Kind,
    of: Works[Kind]['of'],
    { client, signal, cost }: Omit<Asked, 'cost'> & Partial<Pick<Asked, 'cost'>>,
  ): Promise<Works[Kind]['result']> {
    const { result, observations, use } = await lane.queue.run(client, signal, () =>
      lane.run(kind, of, cost),
    );
    this.#uses.set(use.thread, use);
    for (const observation of observations) tell(this.told.witness, observation);
    return result;
  }

  /** Ends all threads, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all([this.#short.close(), this.#heavy.close()]);
  }
}
