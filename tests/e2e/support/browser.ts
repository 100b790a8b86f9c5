/** Chromium for end-to-end tests: found, launched and connected to. */
import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContextOptions,
  type BrowserServer,
  chromium,
  type LaunchOptions,
  type Page,
} from 'playwright-core';

/** Timeout of whatever a test waits for; a busy machine may be slow. */
const TIMEOUT_MS = 90_000;

const COMMON_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of Chromium: from CHROMIUM, from Playwright's installation, or from /usr/bin. */
export function chromiumPath(): string | undefined {
  const configured = process.env['CHROMIUM'];
  if (configured) return configured;
  return [chromium.executablePath(), ...COMMON_NAMES.map((name) => `/usr/bin/${name}`)].find(
    (path) => existsSync(path),
  );
}

export const NO_BROWSER =
  'No Chromium was found, so the end-to-end tests were skipped. Name one with CHROMIUM=/path/to/chromium, or run "npx playwright-core install chromium".';

/** Whether a browser is available. Without one, tests are skipped with a notice; in CI this throws. */
export function hasBrowser(): boolean {
  if (chromiumPath() !== undefined) return true;
  if (process.env['CI']) throw new Error(NO_BROWSER);
  process.stderr.write(`${NO_BROWSER}\n`);
  return false;
}

function launchOptions(): LaunchOptions {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error(NO_BROWSER);
  // Chromium refuses its sandbox to root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // Where there is no graphics card, imitating one takes longer than to paint without.
  const args = ['--disable-gpu', ...sandbox];
  return { executablePath, args };
}

/** Launches a browser; the caller closes it. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(launchOptions());

/** Launches a browser that other processes connect to, on this machine only; the caller closes it. */
export const launchBrowserServer = (): Promise<BrowserServer> =>
  chromium.launchServer({ ...launchOptions(), host: '127.0.0.1' });

/** Connects to a browser launched by {@link launchBrowserServer}; closing only disconnects. */
export const connectBrowser = (endpoint: string): Promise<Browser> => chromium.connect(endpoint);

/** A page in its own browser context, with its errors and the requests that its policy refused. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}
