/** A thread that works out answers, on a connection of its own to the log. */
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { Parley } from '../../app/parley.js';
import type { Observer } from '../../app/parley.js';
import { schema as ours } from '../../graphql/schema.js';
import { openLog } from '../../log/openLog.js';
import { InstrumentedLog } from '../observability/instrumentedLog.js';
import { LogHealth } from '../observability/logHealth.js';
import type { Attributes, Tracing } from '../observability/tracing.js';
import { extendSchema } from '../graphql/loadExtensions.js';
import { MAX_ANSWER_BYTES } from '../limits.js';
import { AnswerSize } from './answerSize.js';
import type { Answer, DocumentError, LongAnswer, LongRequest, Query } from '../responses/query.js';
import { answerQuery, documentErrors, failedAnswer } from './answerQuery.js';

/** What a thread is started with. */
export interface WorkerOptions {
  /** The URL of the log. */
  readonly log: string;
  /** Files that extend the schema, relative to the working directory. */
  readonly extensions: readonly string[];
  /** Whether calls of the log are to be traced. */
  readonly traced: boolean;
}

/** What is told of work as it goes on: counts for metrics, and spans for traces. */
export interface Witness extends Observer {
  span?(name: string, attributes: Attributes, ms: number): void;
}

/** A call of a {@link Witness}, made in another thread. */
export type Observation = {
  [Name in keyof Witness]-?: readonly [Name, ...Parameters<NonNullable<Witness[Name]>>];
}[keyof Witness];

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

const { log: url, extensions, traced } = workerData as WorkerOptions;

let observations: Observation[] = [];
const observe =
  <Name extends keyof Witness>(name: Name) =>
  (...args: Parameters<NonNullable<Witness[Name]>>): void => {
    observations.push([name, ...args] as unknown as Observation);
  };

const size = new AnswerSize(MAX_ANSWER_BYTES);
const schema = await extendSchema(ours, process.cwd(), extensions);
size.watch(schema);
const tellSpan = observe('span');

/** Spans that have ended; the thread with the exporter makes them part of its trace. */
const spans: Pick<Tracing, 'span'> = {
  async span(name, attributes, work) {
    const began = performance.now();
    try {
      return await work();
    } finally {
      tellSpan(name, attributes, performance.now() - began);
    }
  },
};

async function open(): Promise<Parley> {
  const opened = await openLog(url);
  // The health of the log is judged where it is written to.
  const log = traced ? new InstrumentedLog(opened, new LogHealth(() => undefined), spans) : opened;
  return new Parley(log, { observer: { folded: observe('folded') } });
}

let parley: Parley | undefined;
let answerRequest: ((request: LongRequest, begins: () => void) => Promise<LongAnswer>) | undefined;

/** The answer to a query, whether the log can be opened or not: it may be away for a while. */
async function answer(query: Query): Promise<Answer> {
  let reader: Parley;
  try {
    reader = parley ??= await open();
  } catch (error) {
    return failedAnswer(error, query.requestId);
  }
  return answerQuery(reader, schema, query, size);
}

async function request(long: LongRequest, writes: () => void): Promise<LongAnswer> {
  try {
    parley ??= await open();
  } catch (error) {
    const { body, faults } = failedAnswer(error, long.requestId);
    return { status: 200, headers: { 'content-type': 'application/json' }, body, faults };
  }
  // Loaded when first needed: most threads never are asked.
  const { longRequests } = await import('./longRequests.js');
  answerRequest ??= longRequests(parley, schema, answer);
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
