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
import { tell, type Witness, type WorkerOptions } from './threadLog.js';
import type { Begun, Done, Task, Works } from './worker.js';

export interface ThreadsOptions extends WorkerOptions {
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

/** Up to this cost a question is short: it goes to the threads that heavy ones never take. */
const SHORT = 1_000;

/** For a thread to begin work on a task, which it does at once unless it has just been started. */
const BEGIN_MS = 30_000;

/** Threads run what is built: they load no TypeScript. */
const WORKER = fileURLToPath(new URL('./worker.js', import.meta.url));

/** Threads with the queue in front of them. */
class Lane {
  readonly #pool: Piscina<Task, Done>;
  readonly queue: FairQueue;
  /** What to do when work on a task begins. */
  readonly #begins = new Map<number, (writes: boolean) => void>();
  #tasks = 0;

  /** `spare` threads stand ready for those that are killed: starting one takes a second. */
  constructor(
    threads: number,
    spare: number,
    readonly options: ThreadsOptions,
  ) {
    const { log, extensions, traced, heapMb, queue } = options;
    this.queue = new FairQueue(threads, queue);
    this.#pool = new Piscina({
      filename: WORKER,
      minThreads: threads + spare,
      maxThreads: threads + spare,
      // A thread waits with its event loop running: connections to a server have to be kept alive.
      atomics: 'disabled',
      workerData: { log, extensions, traced } satisfies WorkerOptions,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    this.#pool.on('message', ({ begun, writes }: Begun) => this.#begins.get(begun)?.(writes));
    // Of a thread that is killed: its task fails with it.
    this.#pool.on('error', () => undefined);
  }

  async run<Kind extends keyof Works>(
    kind: Kind,
    of: Works[Kind]['of'],
    cost?: number,
  ): Promise<Done<Kind>> {
    const { deadline, writeDeadline } = this.options;
    const id = (this.#tasks += 1);
    const late = new AbortController();
    let timer = setTimeout(() => late.abort(), BEGIN_MS);
    let refusal = () => deadlineExceeded(deadline, cost);
    this.#begins.set(id, (writes) => {
      if (writes) refusal = () => writeUnfinished(writeDeadline);
      clearTimeout(timer);
      timer = setTimeout(() => late.abort(), writes ? writeDeadline : deadline);
    });
    try {
      const task = { id, kind, of } as Task;
      return (await this.#pool.run(task, { signal: late.signal })) as Done<Kind>;
    } catch (error) {
      if (late.signal.aborted) throw refusal();
      if ((error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY')
        throw outOfMemory(cost);
      throw error;
    } finally {
      clearTimeout(timer);
      this.#begins.delete(id);
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}

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

  /** Starts the threads. `told` hears what they observe, and of faults of the server. */
  constructor(
    options: ThreadsOptions,
    readonly told: { witness: Witness; fault: (fault: Fault, requestId: string) => void },
  ) {
    const threads = Math.max(options.threads ?? os.availableParallelism(), 2);
    this.#short = new Lane(Math.ceil(threads / 2), 0, options);
    this.#heavy = new Lane(Math.floor(threads / 2), 1, options);
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
    const { result, observations } = await lane.queue.run(client, signal, () =>
      lane.run(kind, of, cost),
    );
    for (const observation of observations) tell(this.told.witness, observation);
    return result;
  }

  /** Ends all threads, whatever they are doing. */
  async close(): Promise<void> {
    await Promise.all([this.#short.close(), this.#heavy.close()]);
  }
}
