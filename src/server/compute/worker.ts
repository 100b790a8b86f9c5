/** A thread that works out answers, on a connection of its own to the log. */
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { Parley } from '../../app/parley.js';
import type { Observer } from '../../app/parley.js';
import { schema as ours } from '../../graphql/schema.js';
import { openLog } from '../../log/openLog.js';
import { extendSchema } from '../graphql/loadExtensions.js';
import { MAX_ANSWER_BYTES } from '../limits.js';
import { AnswerSize } from './answerSize.js';
import { type Answer, answerQuery, type Query } from './query.js';

/** What a thread is started with. */
export interface WorkerOptions {
  /** The URL of the log. */
  readonly log: string;
  /** Files that extend the schema, relative to the working directory. */
  readonly extensions: readonly string[];
}

/** A call of the {@link Observer}, for the metrics of the process. */
export type Observation = {
  [Name in keyof Observer]-?: readonly [Name, ...Parameters<NonNullable<Observer[Name]>>];
}[keyof Observer];

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

const { log: url, extensions } = workerData as WorkerOptions;

let observations: Observation[] = [];
const observe =
  <Name extends keyof Observer>(name: Name) =>
  (...args: Parameters<NonNullable<Observer[Name]>>): void => {
    observations.push([name, ...args] as unknown as Observation);
  };

const size = new AnswerSize(MAX_ANSWER_BYTES);
const schema = await extendSchema(ours, process.cwd(), extensions);
size.watch(schema);
const parley = new Parley(await openLog(url), {
  observer: { folded: observe('folded'), snapshot: observe('snapshot') },
});

/** Works out one answer; the pool gives a thread one task at a time. */
export default async function work({ id, query }: Task): Promise<WorkerAnswer> {
  parentPort?.postMessage({ begun: id } satisfies Begun);
  observations = [];
  const answer = await answerQuery(parley, schema, query, size);
  return { ...answer, observations };
}
