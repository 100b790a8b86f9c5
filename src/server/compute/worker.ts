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
import type { Answer, Query } from '../responses/query.js';
import { answerQuery, failedAnswer } from './answerQuery.js';

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

export interface WorkerAnswer extends Answer {
  readonly observations: readonly Observation[];
}

export interface Task {
  readonly id: number;
  readonly query: Query;
}

/** Sent when work on a task begins: from then on its time counts. */
export interface Begun {
  readonly begun: number;
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

/** Works out one answer; the pool gives a thread one task at a time. */
export default async function work({ id, query }: Task): Promise<WorkerAnswer> {
  parentPort?.postMessage({ begun: id } satisfies Begun);
  observations = [];
  // Opened for the first task, and again after a failure: the log may be away for a while.
  let reader: Parley;
  try {
    reader = parley ??= await open();
  } catch (error) {
    return { ...failedAnswer(error, query.requestId), observations };
  }
  const answer = await answerQuery(reader, schema, query, size);
  return { ...answer, observations };
}
