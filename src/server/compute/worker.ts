/** A thread that works out answers, on a connection of its own to the log. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Parley } from '../../app/parley.js';
import type { Answer, DocumentError, LongAnswer, LongRequest, Query } from '../responses/query.js';
import { answerQuery, documentErrors, failedAnswer } from './answerQuery.js';
import { type Observation, threadLog, type WorkerOptions } from './threadLog.js';

/** What a thread can be given to do, and what comes of it. */
export interface Works {
  readonly answer: { readonly of: Query; readonly result: Answer };
  readonly request: { readonly of: LongRequest; readonly result: LongAnswer };
  readonly validate: { readonly of: string; readonly result: readonly DocumentError[] };
}

export type Task = {
  [Kind in keyof Works]: {
    readonly id: number;
    readonly kind: Kind;
    readonly of: Works[Kind]['of'];
  };
}[keyof Works];

export interface Done<Kind extends keyof Works = keyof Works> {
  readonly result: Works[Kind]['result'];
  readonly observations: readonly Observation[];
}

/**
 * Sent when work on a task begins: from then on its time counts. Sent again when it is about to write,
 * which has another deadline.
 */
export interface Begun {
  readonly begun: number;
  readonly writes: boolean;
}

let observations: Observation[] = [];
const { schema, size, parley } = await threadLog(workerData as WorkerOptions, (observation) =>
  observations.push(observation),
);

let answerRequest: ((request: LongRequest, begins: () => void) => Promise<LongAnswer>) | undefined;

/** The answer to a query, whether the log can be opened or not: it may be away for a while. */
async function answer(query: Query): Promise<Answer> {
  let reader: Parley;
  try {
    reader = await parley();
  } catch (error) {
    return failedAnswer(error, query.requestId);
  }
  return answerQuery(reader, schema, query, size);
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

/** One task; the pool gives a thread one at a time. */
export default async function work(task: Task): Promise<Done> {
  const tell = (writes: boolean) =>
    parentPort?.postMessage({ begun: task.id, writes } satisfies Begun);
  tell(false);
  observations = [];
  switch (task.kind) {
    case 'answer':
      return { result: await answer(task.of), observations };
    case 'request':
      return { result: await request(task.of, () => tell(true)), observations };
    case 'validate':
      return { result: documentErrors(schema, task.of), observations };
  }
}
