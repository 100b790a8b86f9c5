/**
 * Draws the dashboard from the shipped record: `npm run screenshots`.
 *
 * Writes every page and state at three widths, in light and in dark, to screenshots/ (ignored by
 * Git), with index.html to look at them side by side, and the README's pictures to docs/images.
 * `-- --readme` writes the latter only; `-- NAME …` draws the states of those names only. Needs
 * Chromium; CHROMIUM names another browser.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { PAGES } from '../tests/e2e/support/pages.ts';
import { root } from './build.mjs';

const README_IMAGES = path.join(root, 'docs', 'images');
const OUTPUT = path.join(root, 'screenshots');
const BROWSERS = [process.env.CHROMIUM, chromium.executablePath(), '/usr/bin/chromium'];
const WIDTHS = [1440, 768, 390];
const SCHEMES = ['light', 'dark'];
/** The pictures of the README: a pinned view, so that they change only when record or page do. */
const README_VIEW = '/negotiation/in-us-bta?at=2025-08-28';

const NEGOTIATION = '/negotiation/in-us-bta';
const chart = (page) =>
  page.getByRole('img', { name: /uty of the United States on India/ }).first();
const menu = (page) => page.getByText('Download', { exact: true }).first();

/** What is opened on a page, beside the pages and states that the tests walk. */
const OPENED = {
  comparing: {
    url: NEGOTIATION,
    complete: chart,
    act: (page) => page.getByRole('button', { name: 'Compare with another view' }).click(),
  },
  share: {
    url: NEGOTIATION,
    complete: chart,
    act: async (page) => {
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await page.getByRole('button', { name: 'Copy link', exact: true }).waitFor();
    },
  },
  menu: {
    url: '/chronicle',
    complete: (page) => page.getByRole('heading').first(),
    act: async (page) => {
      const button = page.getByRole('button', { name: 'Menu', exact: true });
      if (await button.isVisible()) await button.click();
    },
  },
  'disputed why': {
    url: `${NEGOTIATION}?at=2026-02-12`,
    complete: chart,
    act: async (page) => {
      await page.getByRole('button', { name: 'Why 25 %?' }).click();
      await page.getByRole('dialog').getByRole('article').first().waitFor();
    },
  },
  'what if': {
    url: NEGOTIATION,
    complete: chart,
    act: (page) => page.getByText('What if …').first().click(),
  },
  events: {
    url: NEGOTIATION,
    complete: chart,
    act: (page) => page.getByText('Name every event').first().click(),
  },
  reading: {
    url: NEGOTIATION,
    complete: chart,
    act: async (page) => {
      await page
        .getByRole('slider', { name: /^Duty of/ })
        .first()
        .focus();
      await page.keyboard.press('ArrowLeft');
    },
  },
  download: { url: NEGOTIATION, complete: chart, act: (page) => menu(page).click() },
  cite: {
    url: NEGOTIATION,
    complete: chart,
    act: async (page) => {
      await menu(page).click();
      await page.getByRole('button', { name: 'Cite', exact: true }).first().click();
      await page.getByText('BibTeX', { exact: true }).first().waitFor();
    },
  },
  'chart as a table': {
    url: NEGOTIATION,
    complete: chart,
    act: async (page) => {
      await page
        .getByText(/as a table$/)
        .first()
        .click();
      await page.getByRole('table').first().waitFor();
    },
  },
};

/** Each page and state: its address, what is shown once it is complete, and what is done there. */
const STATES = Object.fromEntries(
  Object.entries({
    ...PAGES,
    // On a phone its button is folded away.
    entry: {
      ...PAGES.entry,
      act: async (page) => {
        await page.getByText('Enter an event').first().dispatchEvent('click');
        await page.getByRole('dialog').first().waitFor();
      },
    },
    ...OPENED,
  }).map(([name, state]) => [name.replaceAll(' ', '-'), state]),
);

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

async function openPage(browser, base, { url, complete, act }, options) {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
  await page.goto(new URL(url, base).href);
  // A phone has folded some sections.
  await complete(page).waitFor({ state: 'attached' });
  await act?.(page);
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function drawReadme(browser, base) {
  mkdirSync(README_IMAGES, { recursive: true });
  for (const colorScheme of SCHEMES) {
    const viewport = { width: 1280, height: 1440 };
    const options = { viewport, deviceScaleFactor: 1.5, colorScheme };
    const page = await openPage(browser, base, { url: README_VIEW, complete: chart }, options);
    await page.screenshot({ path: path.join(README_IMAGES, `negotiation-${colorScheme}.png`) });
    await page.close();
  }
}

/** Draws one state in every width and scheme; returns what failed, in words. */
async function drawState(browser, base, name) {
  const problems = [];
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      const file = `${name}-${width}-${colorScheme}.png`;
      const options = { viewport: { width, height: width < 500 ? 844 : 900 }, colorScheme };
      try {
        const page = await openPage(browser, base, STATES[name], options);
        await page.screenshot({ path: path.join(OUTPUT, file), fullPage: true });
        await page.close();
      } catch (error) {
        problems.push(`${file}: ${String(error).split('\n')[0]}`);
      }
    }
  return problems;
}

/** A page with every picture, the states one below the other. */
function contactSheet(names) {
  const pictures = (name) =>
    WIDTHS.flatMap((width) =>
      SCHEMES.map((scheme) => {
        const file = `${name}-${width}-${scheme}.png`;
        return `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`;
      }),
    ).join('');
  const rows = names.map((name) => `<h2>${name}</h2><div>${pictures(name)}</div>`).join('');
  const style =
    'body{font-family:sans-serif;background:#888}div{display:flex;gap:8px;align-items:start}' +
    'img{max-width:24vw;max-height:60vh}';
  return `<!doctype html><meta charset="utf-8"><title>Parley</title><style>${style}</style>${rows}\n`;
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => name !== '--readme' && !(name in STATES));
if (unknown.length > 0) {
  const known = Object.keys(STATES).join(', ');
  throw new Error(`There is no state named ${unknown.join(', ')}. Name some of: ${known}.`);
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
  if (chosen.length === 0 || chosen.includes('--readme')) await drawReadme(browser, url);
  const names = chosen.length === 0 ? Object.keys(STATES) : chosen.filter((each) => each in STATES);
  if (chosen.length === 0) rmSync(OUTPUT, { recursive: true, force: true });
  if (names.length > 0) mkdirSync(OUTPUT, { recursive: true });
  for (const name of names) {
    const problems = await drawState(browser, url, name);
    if (problems.length > 0) process.exitCode = 1;
    process.stderr.write([name, ...problems].join('\n  ') + '\n');
  }
  if (names.length > 0) writeFileSync(path.join(OUTPUT, 'index.html'), contactSheet(names));
} finally {
  await browser.close();
  process.kill(-child.pid, 'SIGTERM');
}
