/**
 * One browser, and one server for the tests that only read: each is started when the first test file
 * asks for it and stopped at the end of the run. Vitest's global setup.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from './browser.js';
import { ServerProcess } from './serverProcess.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers `/browser` with a WebSocket endpoint and `/server` with a base URL, once they run. */
    sharedServers: string;
  }
}

interface Started {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const STARTERS: Readonly<Record<string, () => Promise<Started>>> = {
  '/browser': async () => {
    const browser = await launchBrowserServer();
    return { url: browser.wsEndpoint(), stop: () => browser.close() };
  },
  '/server': async () => {
    const server = new ServerProcess();
    await server.start();
    return { url: server.url, stop: () => server.stop() };
  },
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = new Map<string, Promise<Started>>();
  const answer = async ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    const starter = STARTERS[url];
    if (!starter) return response.writeHead(404).end();
    const running = started.get(url) ?? starter();
    started.set(url, running);
    try {
      return response.end((await running).url);
    } catch (error) {
      return response.writeHead(500).end((error as Error).message);
    }
  };
  const broker = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
  project.provide('sharedServers', `http://127.0.0.1:${(broker.address() as AddressInfo).port}`);
  return async () => {
    broker.close();
    broker.closeAllConnections();
    await Promise.allSettled([...started.values()].map(async (running) => (await running).stop()));
  };
}
