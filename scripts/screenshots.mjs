/**
 * Takes the README's pictures of the dashboard from the shipped record: `npm run screenshots`.
 *
 * The view is pinned, so the pictures change only when the record or the page does. Writes
 * docs/images/negotiation-light.png and -dark.png. Needs Chromium; CHROMIUM names another browser.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { root } from './build.mjs';

const VIEW = '/negotiation/in-us-bta?at=2025-08-28';
const OUTPUT = path.join(root, 'docs', 'images');
const BROWSERS = [process.env.CHROMIUM, chromium.executablePath(), '/usr/bin/chromium'];

/** Starts a server over an empty log in memory; resolves to it and its address. */
async function serve() {
  const child = spawn('npm', ['start', '--', '--log', 'memory:', '--port', '0'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /listening at (http:\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return { child, url };
  }
  throw new Error('The server did not start.');
}

const executablePath = BROWSERS.find((file) => file && existsSync(file));
if (!executablePath) throw new Error('No Chromium was found. Name one with CHROMIUM=/path.');
const { child, url } = await serve();
const browser = await chromium.launch({
  executablePath,
  // Chromium refuses its sandbox to root.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  mkdirSync(OUTPUT, { recursive: true });
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 1040 },
      deviceScaleFactor: 1.5,
      colorScheme,
      reducedMotion: 'reduce',
    });
    await page.goto(new URL(VIEW, url).href);
    await page
      .getByRole('img', { name: /Duty of the United States/ })
      .first()
      .waitFor();
    const file = path.join(OUTPUT, `negotiation-${colorScheme}.png`);
    await page.screenshot({ path: file });
    process.stderr.write(`${path.relative(root, file)}\n`);
  }
} finally {
  await browser.close();
  process.kill(-child.pid, 'SIGTERM');
}
