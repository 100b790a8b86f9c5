/** Tests in a real browser: contexts of one shared browser, over a shared or an own server. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, onTestFinished } from 'vitest';
import { connectBrowser, hasBrowser, openPage } from './browser.js';
import { ServerClient, ServerProcess } from './serverProcess.js';

/** Some tests fill in a dozen forms, on a machine that may be slow. */
const OPTIONS = { timeout: 240_000 };

export interface Session<Server extends ServerClient = ServerClient> {
  readonly server: Server;
  /** Opens a path in a new browser context, which is closed at the end of the test. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<OpenedPage>;
  readonly browser: Browser;
}

export interface OpenedPage {
  readonly page: Page;
  /** The errors of the page so far, and the requests that its policy refused. */
  readonly complaints: readonly string[];
}

async function shared(name: 'browser' | 'server'): Promise<string> {
  const response = await fetch(`${inject('sharedServers')}/${name}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** Tests that only read: they share one server over the shipped record with other files. */
export const inBrowser = (name: string, tests: (session: () => Session) => void): void =>
  describeInBrowser(
    name,
    async () => new ServerClient(await shared('server')),
    () => Promise.resolve(),
    tests,
  );

/** Tests that record events or stop the server: they have a server and a log of their own. */
export const inBrowserWithOwnServer = (
  name: string,
  tests: (session: () => Session<ServerProcess>) => void,
): void =>
  describeInBrowser(
    name,
    async () => {
      const server = new ServerProcess();
      await server.start();
      return server;
    },
    (server) => server.stop(),
    tests,
  );

/** Skipped where there is no browser. */
function describeInBrowser<Server extends ServerClient>(
  name: string,
  start: () => Promise<Server>,
  stop: (server: Server) => Promise<void>,
  tests: (session: () => Session<Server>) => void,
): void {
  describe.skipIf(!hasBrowser())(name, OPTIONS, () => {
    let session: Session<Server> | undefined;

    beforeAll(async () => {
      const [browser, server] = await Promise.all([
        shared('browser').then(connectBrowser),
        start(),
      ]);
      const open: Session['open'] = async (path, options) => {
        const opened = await openPage(browser, options);
        onTestFinished(() => opened.page.context().close());
        await opened.page.goto(server.url + path);
        return opened;
      };
      session = { server, browser, open };
    }, OPTIONS.timeout);

    afterAll(async () => {
      if (session) await Promise.all([session.browser.close(), stop(session.server)]);
    });

    tests(() => {
      if (!session) throw new Error('Call session() inside a test: the server starts before it.');
      return session;
    });
  });
}
