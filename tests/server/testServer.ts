/** Servers in the process of the test, on free ports of 127.0.0.1, and requests to them. */
import type { GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { schema } from '../../src/graphql/schema.js';
import type { EventLog } from '../../src/log/core/eventLog.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import type { ServerConfig } from '../../src/server/config.js';
import { ParleyServer } from '../../src/server/parleyServer.js';
import { createLogger, type LogLevel } from '../../src/server/observability/logging.js';
import { Observability } from '../../src/server/observability/observability.js';
import { launch, RECORDED } from './launch.js';

export interface TestServer {
  readonly parley: Parley;
  readonly server: ParleyServer;
  readonly url: string;
  /** Its log lines, each JSON: errors only, unless `level` says otherwise. */
  readonly logLines: readonly string[];
  get(query: string, headers?: Record<string, string>): Promise<Response>;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

export { launch, RECORDED };

export interface Options extends Partial<ServerConfig> {
  readonly schema?: GraphQLSchema;
  /** Gets one launch when it is empty. */
  readonly log?: EventLog;
  readonly level?: LogLevel;
}

async function openServer({
  schema: executable = schema,
  log = new MemoryLog(),
  level = 'error',
  ...config
}: Options = {}): Promise<TestServer & { close(): Promise<void> }> {
  const logLines: string[] = [];
  const logger = createLogger(level, { write: (line) => void logLines.push(line) });
  const observability = new Observability(logger);
  const { observer } = observability;
  const parley = new Parley(observability.instrument(log), { observer });
  if ((await parley.head()).position === 0) await parley.append([launch], { restore: true });
  const complete = { host: '127.0.0.1', port: 0, ...config };
  const server = new ParleyServer(parley, executable, complete, observability);
  const url = await server.listen();
  return {
    close: async () => {
      await server.close();
      await parley.close();
      await observability.close();
    },
    parley,
    server,
    url,
    logLines,
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

/** Starts a server whose log holds one launch. It stops at the end of the test. */
export async function startServer(options: Options = {}): Promise<TestServer> {
  const server = await openServer(options);
  onTestFinished(server.close);
  return server;
}

/** The same server for every test of a file or a `describe`: for tests that change nothing in it. */
export function sharedServer(options: () => Options = () => ({})): () => TestServer {
  let server: Awaited<ReturnType<typeof openServer>>;
  beforeAll(async () => {
    server = await openServer(options());
  });
  afterAll(() => server.close());
  return () => server;
}

/** The code of the first error of a GraphQL response; undefined without errors. */
export const errorCode = async (response: Response): Promise<unknown> => {
  const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.[0]?.extensions?.code;
};
