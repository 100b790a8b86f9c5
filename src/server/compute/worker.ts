/** A thread that works out answers, on a connection of its own to the log. */
import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { CacheUse, Parley } from '../../app/parley.js';
import type { Answer, DocumentError, LongAnswer, LongRequest, Query } from '../responses/query.js';
import { answerQuery, documentErrors, failedAnswer, ParsedDocuments } from './answerQuery.js';
import { type Observation, threadLog, type WorkerOptions } from './threadLog.js';
import { type MemoryParts, UNUSED } from '../responses/memory.js';

export interface LaneOptions extends WorkerOptions {
  readonly memory: Pick<MemoryParts, 'states' | 'parsed'>;
  /** Shared: when work on the task in a place began, in epoch milliseconds. */
  readonly begun: Float64Array;
}

/** What a thread can be given to do, and what comes of it. */
export interface Works {
  readonly answer: { readonly of: Query; readonly result: Answer };
  readonly request: { readonly of: LongRequest; readonly result: LongAnswer };
  readonly validate: { readonly of: string; readonly result: readonly DocumentError[] };
}

export type Task = {
  [Kind in keyof Works]: {
    /** Where to write when work on it begins. */
    readonly place: number;
    readonly kind: Kind;
    readonly of: Works[Kind]['of'];
  };
}[keyof Works];

export interface Done<Kind extends keyof Works = keyof Works> {
  readonly result: Works[Kind]['result'];
  readonly observations: readonly Observation[];
  readonly use: ThreadUse;
}

/** Sent when the task in a place is about to write, which has another deadline. */
export interface Writes {
  readonly writes: number;
}

/** What the caches of a thread hold. */
export interface ThreadUse extends Readonly<Record<'states' | 'views', CacheUse>> {
  readonly thread: number;
}

const { memory, begun } = workerData as LaneOptions;
let observations: Observation[] = [];
const { schema, size, parley } = await threadLog(workerData as WorkerOptions, (observation) =>
  observations.push(observation),
);

const documents = new ParsedDocuments(memory.parsed);
let reader: Parley | undefined;

const useOf = (): ThreadUse => ({
  thread: threadId,
  ...(reader?.readModel.use ?? { states: UNUSED, views: UNUSED }),
});

let answerRequest: ((request: LongRequest, begins: () => void) => Promise<LongAnswer>) | undefined;

/** The answer to a query, whether the log can be opened or not: it may be away for a while. */
async function answer(query: Query): Promise<Answer> {
  try {
    reader = await parley();
  } catch (error) {
    return failedAnswer(error, query.requestId);
  }
  return answerQuery(reader, schema, query, { size, documents });
}

async function request(long: LongRequest, writes: () => void): Promise<LongAnswer> {
  let opened: Parley;
  try {
    opened = await parley();
  } catch (error) {
    const { body, faults } = failedAnswer(error, long.requestId);
    return { status: 200, headers: { 'content-type': 'application/json' }, body, faults };
  }
  // Loaded when first needed: most threads never are asked.
  const { longRequests } = await import('./longRequests.js');
  answerRequest ??= longRequests(opened, schema, answer);
  return answerRequest(long, writes);
}

function perform(task: Task): Promise<Done['result']> {
  switch (task.kind) {
    case 'answer':
      return answer(task.of);
    case 'request':
      return request(task.of, () =>
        parentPort?.postMessage({ writes: task.place } satisfies Writes),
      );
    case 'validate':
      return Promise.resolve(documentErrors(schema, task.of));
  }
}

/** One task; the pool gives a thread one at a time. */
export default async function work(task: Task): Promise<Done> {
  begun[task.place] = Date.now();
  observations = [];
  const result = await perform(task);
  return { result, observations, use: useOf() };
}
