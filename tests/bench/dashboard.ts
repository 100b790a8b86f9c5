/** How much the dashboard weighs, how soon it shows something, and how it keeps up with a hand. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../e2e/support/browser.js';
import { atRest } from '../e2e/support/rest.js';
import { ServerProcess } from '../e2e/support/serverProcess.js';
import { writeLongLog } from './longLog.js';
import { type BenchResult, median } from './measure.js';

const BUNDLE = path.join(import.meta.dirname, '../../dist/dashboard');
const LOADS = 5;
/** For a page to have all that it steps through, at most. */
const LOAD_MS = 180_000;
/** Of stepping through time: each is judged by its longest frame, and the middle one counts. */
const ROUNDS = 3;
const STEPS = 12;
const LONG_LOG = 5_000;

/** Of JavaScript, gzipped. */
const FIRST_LOAD_KB = 130;
const CARD_KB = 25;
const FIRST_PAINT_MS = 1_000;
/** Asked of the page: see frames.js. */
const REPAINTED = 'frames50.repainted()';
/** What feels as if it happened at once. */
const REPAINT_MS = 100;
const FRAME_MS = 50;

function within(name: string, unit: string, most: number, runs: readonly number[]): BenchResult {
  const middle = median(runs);
  return { name, unit, runs, median: middle, ok: middle <= most, bound: `<= ${most}` };
}

/** What a page loads before it shows itself, as the browser that loads it says. */
async function weights(): Promise<BenchResult[]> {
  return withServer(async (server, browser) => {
    const results: BenchResult[] = [];
    const slug = 'in-us-bta';
    for (const [name, url, most] of [
      ['overview', '/', FIRST_LOAD_KB],
      ['negotiation', `/negotiation/${slug}`, FIRST_LOAD_KB],
      ['card', `/embed/${slug}`, CARD_KB],
    ] as const) {
      const { page } = await openPage(browser);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(server.url + url);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const scripts = new Set(asked.filter((each) => each.endsWith('.js')));
      await page.context().close();
      let total = 0;
      for (const script of scripts) {
        const bytes = gzipSync(readFileSync(path.join(BUNDLE, script)), { level: 9 }).length;
        total += bytes;
        console.log(`     ${name}: ${path.basename(script)} ${bytes} bytes gzipped`);
      }
      results.push(within(`JavaScript on first load, ${name}`, 'kB gzipped', most, [total / 1000]));
    }
    return results;
  });
}

/** From asking for a page to the first thing to be seen of it, in a browser that kept nothing. */
async function firstPaint(): Promise<BenchResult[]> {
  return withServer(async (server, browser) => {
    const results: BenchResult[] = [];
    for (const [name, url] of [
      ['overview', '/'],
      ['negotiation', '/negotiation/in-us-bta'],
      ['card', '/embed/in-us-bta'],
    ] as const) {
      const runs: number[] = [];
      while (runs.length < LOADS) {
        const { page } = await openPage(browser);
        await page.goto(server.url + url);
        await page.getByRole('heading', { level: 1 }).waitFor();
        runs.push(await page.evaluate<number>(FIRST_PAINT));
        await page.context().close();
      }
      results.push(within(`first contentful paint, ${name}`, 'ms', FIRST_PAINT_MS, runs));
    }
    return results;
  });
}

const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0].startTime`;

/** Stepping from change to change: until the page shows it, and the longest frame meanwhile. */
function stepping(name: string, prepare?: (log: string) => Promise<string>) {
  return (): Promise<BenchResult[]> =>
    withServer(async (server, browser, slug) => {
      const { page } = await openPage(browser);
      page.setDefaultTimeout(LOAD_MS);
      const rested = atRest(page, LOAD_MS);
      await page.addInitScript({ path: path.join(import.meta.dirname, 'frames.js') });
      await page.goto(`${server.url}/negotiation/${slug}`);
      const slider = page.getByRole('slider', { name: 'Date of the view' });
      await slider.waitFor();
      await page.getByRole('img').first().waitFor();
      await rested();
      await page.evaluate('frames50.watch()');
      await slider.focus();
      const busy = await mainThread(page);
      const runs: number[] = [];
      const work: number[] = [];
      const longest: number[] = [];
      while (longest.length < ROUNDS) {
        for (let step = 0; step < STEPS; step += 1) {
          await busy();
          await page.keyboard.press(step % 3 === 2 ? 'ArrowRight' : 'ArrowLeft');
          runs.push(await page.evaluate<number>(REPAINTED));
          work.push(await busy());
        }
        // A key held down: many steps, none of them waited for.
        for (let step = 0; step < STEPS; step += 1) await page.keyboard.press('ArrowLeft');
        await page.evaluate(REPAINTED);
        longest.push(await page.evaluate<number>('frames50.longest()'));
        await page.keyboard.press('End');
        await page.evaluate(REPAINTED);
        await rested();
        await page.evaluate('frames50.longest()');
      }
      await page.context().close();
      return [
        within(`slider step to repaint, ${name}`, 'ms', REPAINT_MS, runs),
        within(`main thread for a step, ${name}`, 'ms of its own time', FRAME_MS, work),
        within(`longest frame of each round, ${name}`, 'ms', FRAME_MS, longest),
      ];
    }, prepare);
}

/**
 * How long a page's main thread has worked since it was last asked, in milliseconds of its own
 * time: what else the machine does is not in it. No frame of a step can need more than this.
 */
async function mainThread(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  let before = 0;
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const now = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
    const passed = now - before;
    before = now;
    return passed;
  };
}

/** The shipped record, served; or what `prepare` writes. */
async function withServer<Result>(
  work: (server: ServerProcess, browser: Browser, slug: string) => Promise<Result>,
  prepare?: (log: string) => Promise<string>,
): Promise<Result> {
  const server = new ServerProcess(prepare ? [] : ['--record']);
  try {
    const slug = await prepare?.(server.log);
    await server.start();
    const browser = await launchBrowser();
    try {
      return await work(server, browser, slug ?? 'in-us-bta');
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

export const dashboardBenches = [
  weights,
  firstPaint,
  stepping('India-US record'),
  stepping(`${LONG_LOG.toLocaleString('en')} events`, (log) => writeLongLog(log, LONG_LOG)),
];
