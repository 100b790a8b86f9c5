/** What a thread works with: the schema, and a connection of its own to the log. */
import process from 'node:process';
import type { GraphQLSchema } from 'graphql';
import type { Observer } from '../../app/parley.js';
import { Parley } from '../../app/parley.js';
import { schema as ours } from '../../graphql/schema.js';
import { LogUnavailable } from '../../log/core/errors.js';
import { openLog } from '../../log/openLog.js';
import { extendSchema } from '../graphql/loadExtensions.js';
import { MAX_ANSWER_BYTES } from '../limits.js';
import type { MemoryParts } from '../responses/memory.js';
import { InstrumentedLog } from '../observability/instrumentedLog.js';
import { LogHealth } from '../observability/logHealth.js';
import type { Attributes, Tracing } from '../observability/tracing.js';
import { AnswerSize } from './answerSize.js';

/** What a thread is started with. */
export interface WorkerOptions {
  /** The URL of the log. */
  readonly log: string;
  /** Files that extend the schema, relative to the working directory. */
  readonly extensions: readonly string[];
  /** Whether calls of the log are to be traced. */
  readonly traced: boolean;
  /** For folded streams and views of them. */
  readonly memory: Pick<MemoryParts, 'states'>;
}

/** What is told of work as it goes on: counts for metrics, and spans for traces. */
export interface Witness extends Observer {
  span?(name: string, attributes: Attributes, ms: number): void;
  /** The log was written to, or could not be: the message of the error says why. */
  wrote?(problem: string | undefined): void;
}

/** A call of a {@link Witness}, made in another thread. */
export type Observation = {
  [Name in keyof Witness]-?: readonly [Name, ...Parameters<NonNullable<Witness[Name]>>];
}[keyof Witness];

export interface ThreadLog {
  /** Its leaves count for `size`. */
  readonly schema: GraphQLSchema;
  readonly size: AnswerSize;
  /** Opened when first asked for, and again after a failure: the log may be away for a while. */
  readonly parley: () => Promise<Parley>;
}

/** Calls a {@link Witness} that another thread has. */
export function tell(witness: Witness, [name, ...args]: Observation): void {
  (witness[name] as ((...args: unknown[]) => void) | undefined)?.(...args);
}

/** `observed` hears what is observed. */
export async function threadLog(
  { log: url, extensions, traced, memory }: WorkerOptions,
  observed: (observation: Observation) => void,
): Promise<ThreadLog> {
  const observe =
    <Name extends keyof Witness>(name: Name) =>
    (...args: Parameters<NonNullable<Witness[Name]>>): void =>
      observed([name, ...args] as unknown as Observation);
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

  const wrote = observe('wrote');

  /** The health of the log is one for the server: what is written here is told there. */
  class ToldHealth extends LogHealth {
    override writeSucceeded(): void {
      wrote(undefined);
    }

    override failed(access: 'read' | 'write', error: unknown): void {
      if (access === 'write' && error instanceof LogUnavailable) wrote(error.message);
    }
  }

  const open = async (): Promise<Parley> => {
    const health = new ToldHealth(() => undefined);
    const log = new InstrumentedLog(await openLog(url), health, traced ? spans : undefined);
    return new Parley(log, {
      cacheBytes: memory.states,
      observer: {
        appended: observe('appended'),
        refused: observe('refused'),
        folded: observe('folded'),
      },
    });
  };

  let opening: Promise<Parley> | undefined;
  /** All who ask at once share one: what is told to one of two would not reach the other. */
  const parley = (): Promise<Parley> =>
    (opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  return { schema, size, parley };
}
