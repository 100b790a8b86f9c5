/** A server on a log in memory, on a free port of this machine, and ways to ask it. */
import type { GraphQLSchema } from 'graphql';
import { onTestFinished } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { schema } from '../../src/graphql/schema.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import type { ServerConfig } from '../../src/server/config.js';
import { ParleyServer } from '../../src/server/parleyServer.js';
import { createLogger, type LogLevel } from '../../src/server/observability/logging.js';
import { Observability } from '../../src/server/observability/observability.js';
import { launch, RECORDED } from './launch.js';

export interface Serving {
  readonly parley: Parley;
  readonly server: ParleyServer;
  readonly url: string;
  /** What the server noted: its own faults, unless more is asked for. */
  readonly notes: readonly string[];
  get(query: string, headers?: Record<string, string>): Promise<Response>;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

export { launch, RECORDED };

export interface Options extends Partial<ServerConfig> {
  readonly schema?: GraphQLSchema;
  /** Used as it is unless it is empty. */
  readonly log?: EventLog;
  readonly level?: LogLevel;
}

/** Starts a server that knows of one launch; it ends with the test. */
export async function serving({
  schema: given = schema,
  log = new MemoryLog(),
  level = 'error',
  ...config
}: Options = {}): Promise<Serving> {
  const notes: string[] = [];
  const logger = createLogger(level, { write: (line) => void notes.push(line) });
  const observability = new Observability(logger);
  const { observer } = observability;
  const parley = new Parley(observability.instrument(log), { observer });
  if ((await parley.head()).position === 0) await parley.append([launch], { restore: true });
  const all = { host: '127.0.0.1', port: 0, ...config };
  const server = new ParleyServer(parley, given, all, observability);
  const url = await server.listen();
  onTestFinished(async () => {
    await server.close();
    await parley.close();
    await observability.close();
  });
  return {
    parley,
    server,
    url,
    notes,
    get: (query, headers = {}) =>
      fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, { headers }),
    post: (body, headers = {}) =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}

export const codeOf = async (response: Response): Promise<unknown> => {
  const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.[0]?.extensions?.code;
};
