/** What the tests of a file share: one server over its own log, and one browser. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { hasBrowser, launchBrowser, openPage } from './browser.js';
import { Served } from './served.js';

/** Starting a server and a browser takes its time where much else runs. */
const PATIENCE = { timeout: 60_000 };

export interface Session {
  readonly served: Served;
  /** Opens a path in a profile of its own; at the end of the test it is closed. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Opened>;
  readonly browser: Browser;
}

export interface Opened {
  readonly page: Page;
  /** What the page complained of so far: errors, and what its policy refused. */
  readonly complaints: readonly string[];
}

/** Tests in a real browser, passed over where there is none. */
export function inBrowser(name: string, tests: (session: () => Session) => void): void {
  describe.skipIf(!hasBrowser())(name, PATIENCE, () => {
    let session: Session | undefined;
    let close: () => Promise<unknown> = () => Promise.resolve();

    beforeAll(async () => {
      const served = new Served();
      const [browser] = await Promise.all([launchBrowser(), served.start()]);
      close = () => Promise.all([browser.close(), served.stop()]);
      const open: Session['open'] = async (path, options) => {
        const opened = await openPage(browser, options);
        onTestFinished(() => opened.page.context().close());
        await opened.page.goto(served.url + path);
        return opened;
      };
      session = { served, browser, open };
    }, PATIENCE.timeout);

    afterAll(() => close());

    tests(() => {
      if (!session) throw new Error('The server and the browser are not started yet.');
      return session;
    });
  });
}
