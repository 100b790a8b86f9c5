/** A real browser for the tests of a file: Chromium, wherever it is on this machine. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** For whatever a test waits for: the machine may be busy with much else. */
const PATIENCE_MS = 30_000;

const USUAL = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where Chromium is: as CHROMIUM names it, as playwright installed it, or where systems put it. */
export function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  return [chromium.executablePath(), ...USUAL.map((name) => `/usr/bin/${name}`)].find((path) =>
    existsSync(path),
  );
}

export const NO_BROWSER =
  'No Chromium was found, so nothing of the dashboard was tried in a browser. Name one with CHROMIUM=/path/to/chromium, or run "npx playwright-core install chromium".';

/**
 * Whether tests in a browser can run. Where there is none they are passed over and say so; in CI
 * they fail, since nobody would notice there.
 */
export function hasBrowser(): boolean {
  if (chromiumPath() !== undefined) return true;
  if (process.env['CI']) throw new Error(NO_BROWSER);
  process.stderr.write(`${NO_BROWSER}\n`);
  return false;
}

/** A browser of its own; whoever launches it closes it. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error(NO_BROWSER);
  // Chromium refuses its sandbox to root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

/** A page in a profile of its own, and what it complained of: errors, and requests it was refused. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}
