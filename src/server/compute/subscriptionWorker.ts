/**
 * The thread in which subscriptions are carried out, on a connection of its own to the log. Each has
 * its source and its pace; what they select is worked out once for all who ask the same.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { createSourceEventStream, execute, type ExecutionArgs, type GraphQLError } from 'graphql';
import type { Parley, TailState } from '../../app/parley.js';
import { createContext } from '../../graphql/context.js';
import { SubscriptionEnd } from '../../graphql/subscriptions/subscriptionSource.js';
import { isUnexpected } from '../observability/errors.js';
import type { Fault } from '../observability/observability.js';
import { maskedGraphQLError } from '../responses/maskErrors.js';
import type { Query } from '../responses/query.js';
import { documentOf, faultOf } from './answerQuery.js';
import { type Observation, threadLog, type WorkerOptions } from './threadLog.js';

/** What the server asks of the thread. */
export type Ask =
  /** `question` is the same for all who ask the same. */
  | {
      readonly kind: 'subscribe';
      readonly id: number;
      readonly query: Query;
      readonly question: string;
    }
  | { readonly kind: 'next' | 'leave'; readonly id: number }
  /** Something was appended; the server stops; is the thread alive? */
  | { readonly kind: 'appended' | 'stop' | 'ping' };

/** What the thread tells the server. */
export type Told =
  | { readonly kind: 'subscribed' | 'done'; readonly id: number }
  /** JSON of the result of a subscription that did not begin. */
  | { readonly kind: 'refused'; readonly id: number; readonly body: string }
  /** JSON of the next result of each of these. */
  | { readonly kind: 'results'; readonly ids: readonly number[]; readonly body: string }
  /** The question worked on from now on; undefined for nothing. */
  | { readonly kind: 'working'; readonly on: string | undefined }
  | { readonly kind: 'alive'; readonly tail: TailState | undefined }
  | { readonly kind: 'observed'; readonly observation: Observation }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly requestId: string };

interface Subscription {
  readonly query: Query;
  readonly question: string;
  readonly source: AsyncIterator<unknown>;
}

const send = (told: Told): void => parentPort?.postMessage(told);

const { schema, size, parley } = await threadLog(workerData as WorkerOptions, (observation) =>
  send({ kind: 'observed', observation }),
);

const subscriptions = new Map<number, Subscription>();
/** Those that left before they began. */
const leaving = new Set<number>();

const argumentsOf = async ({
  source,
  operationName,
  variables,
  principal,
}: Query): Promise<ExecutionArgs> => ({
  schema,
  document: documentOf(source),
  operationName: operationName ?? null,
  variableValues: variables ?? {},
  contextValue: createContext(await parley(), { principal }),
});

function textOf(
  data: unknown,
  errors: readonly GraphQLError[] | undefined,
  requestId: string,
): string {
  for (const error of errors ?? [])
    if (isUnexpected(error)) send({ kind: 'fault', fault: faultOf(error), requestId });
  const masked = errors?.map((error) => maskedGraphQLError(error, requestId));
  return JSON.stringify({ ...(masked && { errors: masked }), data });
}

/** One after the other: their sizes are counted, and the server is told what takes long. */
let working: Promise<unknown> = Promise.resolve();

function workOut(subscription: Subscription, payload: unknown): Promise<string> {
  const { query, question } = subscription;
  const result = working.then(async () => {
    send({ kind: 'working', on: question });
    size.reset();
    const args = { ...(await argumentsOf(query)), rootValue: payload };
    const { data, errors } = await execute(args);
    const tooLarge = size.exceeded;
    send({ kind: 'working', on: undefined });
    return tooLarge
      ? textOf(null, [tooLarge], query.requestId)
      : textOf(data, errors, query.requestId);
  });
  working = result.catch(() => undefined);
  return result;
}

/** By what has happened, then by question. */
const shared = new WeakMap<object, Map<string, Promise<string>>>();

function resultOf(subscription: Subscription, payload: unknown): Promise<string> {
  if (typeof payload !== 'object' || payload === null || payload instanceof SubscriptionEnd)
    return workOut(subscription, payload);
  let results = shared.get(payload);
  if (!results) shared.set(payload, (results = new Map<string, Promise<string>>()));
  const { question, query } = subscription;
  // What is selected may depend on what the asker may do.
  const key = JSON.stringify([question, query.principal.mayWrite, query.principal.mayPropose]);
  let result = results.get(key);
  if (!result) {
    result = workOut(subscription, payload);
    results.set(key, result);
  }
  return result;
}

/** Results by their text: those that come together are sent together. */
const ready = new Map<string, number[]>();

function deliver(id: number, body: string): void {
  if (ready.size === 0)
    setImmediate(() => {
      for (const [text, ids] of ready) send({ kind: 'results', ids, body: text });
      ready.clear();
    });
  const ids = ready.get(body);
  if (ids) ids.push(id);
  else ready.set(body, [id]);
}

async function subscribe(id: number, query: Query, question: string): Promise<void> {
  const refuse = (errors: readonly GraphQLError[]) =>
    send({ kind: 'refused', id, body: textOf(null, errors, query.requestId) });
  try {
    const source = await createSourceEventStream(await argumentsOf(query));
    if (!(Symbol.asyncIterator in source)) {
      refuse(source.errors ?? []);
      return;
    }
    const iterator = source[Symbol.asyncIterator]();
    if (leaving.delete(id)) {
      void iterator.return?.();
      return;
    }
    subscriptions.set(id, { query, question, source: iterator });
    send({ kind: 'subscribed', id });
  } catch (error) {
    send({ kind: 'fault', fault: faultOf(error), requestId: query.requestId });
    refuse([maskedGraphQLError(error, query.requestId)]);
  }
}

async function next(id: number): Promise<void> {
  const subscription = subscriptions.get(id);
  if (!subscription) return;
  const { query, source } = subscription;
  try {
    const item = await source.next();
    if (item.done) send({ kind: 'done', id });
    else deliver(id, await resultOf(subscription, item.value));
  } catch (error) {
    send({ kind: 'fault', fault: faultOf(error), requestId: query.requestId });
    deliver(id, textOf(null, [maskedGraphQLError(error, query.requestId)], query.requestId));
  }
}

function leave(id: number): void {
  const subscription = subscriptions.get(id);
  if (!subscription) leaving.add(id);
  subscriptions.delete(id);
  // Nobody is left to report a failure to.
  void subscription?.source.return?.().catch(() => undefined);
}

/** Undefined while the log cannot be opened: nothing is followed then, and who subscribes is told. */
const withLog = <Result>(ask: (open: Parley) => Result): Promise<Result | undefined> =>
  parley().then(ask, () => undefined);

parentPort?.on('message', (ask: Ask) => {
  switch (ask.kind) {
    case 'subscribe':
      void subscribe(ask.id, ask.query, ask.question);
      break;
    case 'next':
      void next(ask.id);
      break;
    case 'leave':
      leave(ask.id);
      break;
    case 'appended':
      void withLog((open) => open.subscriptions.wake());
      break;
    case 'stop':
      void withLog((open) => open.subscriptions.stop());
      break;
    case 'ping':
      void withLog((open) => open.subscriptions.state()).then((tail) =>
        send({ kind: 'alive', tail }),
      );
  }
});
