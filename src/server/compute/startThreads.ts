/** Starts the threads of a server: those that answer queries, and the one that carries subscriptions out. */
import { LogUnavailable } from '../../log/core/errors.js';
import { QUEUE_LIMITS, THREAD_HEAP_MB, type Timeouts } from '../limits.js';
import type { Fault, Observability } from '../observability/observability.js';
import { memoryParts } from '../responses/memory.js';
import { SubscriptionThread } from './subscriptionThread.js';
import type { Witness } from './threadLog.js';
import { Threads } from './threads.js';

export interface StartOptions {
  /** The URL of the log, the files that extend the schema, and how many threads answer. */
  readonly threads: {
    readonly log: string;
    readonly extensions: readonly string[];
    readonly threads?: number | undefined;
  };
  readonly timeouts: Timeouts;
  /** For all caches of the server, in bytes. */
  readonly memory: number | undefined;
  readonly observability: Observability;
  /** A thread has appended something. */
  readonly onAppend: () => void;
}

export interface ServerThreads {
  readonly queries: Threads;
  readonly subscriptions: SubscriptionThread;
}

export function startThreads({
  threads,
  timeouts,
  observability,
  memory,
  onAppend,
}: StartOptions): ServerThreads {
  const { observer, tracing } = observability;
  const witness: Witness = {
    ...observer,
    appended(events) {
      observer.appended?.(events);
      onAppend();
    },
    span: (name, attributes, ms) => tracing?.record(name, attributes, ms),
    wrote(problem) {
      if (problem === undefined) observability.logHealth.writeSucceeded();
      else observability.logHealth.failed('write', new LogUnavailable(problem));
    },
  };
  const told = {
    witness,
    fault: (fault: Fault, requestId: string) => observability.reportFault(fault, requestId),
  };
  const common = { ...threads, traced: tracing !== undefined, heapMb: THREAD_HEAP_MB };
  const { answer, write, subscription } = timeouts;
  const queries = new Threads(
    { ...common, deadline: answer, writeDeadline: write, queue: QUEUE_LIMITS, memory },
    told,
  );
  const states = memoryParts(memory, queries.size);
  return {
    queries,
    subscriptions: new SubscriptionThread(
      { ...common, deadline: subscription, memory: states },
      told,
    ),
  };
}
