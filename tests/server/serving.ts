/** A server on a log in memory, on a free port of this machine, and ways to ask it. */
import type { GraphQLSchema } from 'graphql';
import { onTestFinished } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { schema } from '../../src/graphql/schema.js';
import { MemoryLog } from '../../src/log/memory.js';
import type { ServerConfig } from '../../src/server/config.js';
import { ParleyServer } from '../../src/server/http.js';

export interface Serving {
  readonly parley: Parley;
  readonly server: ParleyServer;
  readonly url: string;
  /** What the server noted as its own faults. */
  readonly notes: readonly string[];
  get(query: string, headers?: Record<string, string>): Promise<Response>;
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** When the launch below was recorded, and every other event unless it says otherwise. */
export const RECORDED = '2025-02-20T00:00:00.000Z';

export const launch = {
  stream: 'negotiation/a-b',
  type: 'NegotiationLaunched',
  occurred: '2025-02-13',
  certainty: 'INFERRED',
  recordedAt: RECORDED,
  data: { title: 'A and B', parties: ['IN', 'US'], timeZone: 'UTC' },
};

export interface Options extends Partial<ServerConfig> {
  readonly schema?: GraphQLSchema;
}

/** Starts a server that knows of one launch; it ends with the test. */
export async function serving({
  schema: given = schema,
  ...config
}: Options = {}): Promise<Serving> {
  const parley = new Parley(new MemoryLog());
  await parley.append([launch], { restore: true });
  const notes: string[] = [];
  const server = new ParleyServer(
    parley,
    given,
    { host: '127.0.0.1', port: 0, ...config },
    (text) => notes.push(text),
  );
  const url = await server.listen();
  onTestFinished(async () => {
    await server.close();
    await parley.close();
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
