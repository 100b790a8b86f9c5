import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeInLightAndDark } from './support/axe.js';
import { inBrowser } from './support/session.js';

/** Where the pictures go: for people to look at. Git passes it over. */
const OUTPUT = path.join(import.meta.dirname, 'output');

/** A phone, a laptop, and a screen on the wall of a newsroom. */
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
  { width: 3840, height: 2160 },
];

const TITLE = 'India-United States Bilateral Trade Agreement';
const shown = (page: Page) => page.getByText(/^Framework agreed .*6 February 2026/).first();
const settled = (page: Page) =>
  page.getByRole('img', { name: /Duty of the United States/ }).first();

/** Every page there is, by the name of its pictures, and what is seen once it is complete. */
const PAGES: readonly [
  name: string,
  path: string,
  complete: (page: Page) => ReturnType<typeof shown>,
][] = [
  ['overview', '/', shown],
  [
    'search',
    '/?q=reciprocal',
    (page) => page.getByRole('link', { name: /^Reciprocal|reciprocal/ }).first(),
  ],
  ['negotiation', '/negotiation/in-us-bta', settled],
  ['past', '/negotiation/in-us-bta?at=2025-08-28&publicAt=2025-09-01', settled],
  [
    'compare',
    '/negotiation/in-us-bta?at=2025-08-28&compare=1',
    (page) => page.getByText(/\d+ differences/),
  ],
  ['embed', '/embed/in-us-bta', (page) => page.getByRole('link', { name: TITLE })],
  ['unknown', '/negotiation/nowhere', (page) => page.getByText(/no negotiation named nowhere/)],
];

inBrowser('a page', (session) => {
  it.each(PAGES)(
    'has nothing that axe finds, and fits every width: %s',
    async (name, url, complete) => {
      mkdirSync(OUTPUT, { recursive: true });
      const { page, complaints } = await session().open(url);
      await complete(page).waitFor();
      expect(await axeInLightAndDark(page)).toEqual([]);
      for (const viewport of SIZES) {
        await page.setViewportSize(viewport);
        // On the wall, what is on the screen is what there is; else the page is shown whole, in a
        // window as high as it is: what stays at the edge of a window would lie across it.
        if (viewport.width < 2000) {
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewportSize({ ...viewport, height });
        }
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.screenshot({
            path: path.join(OUTPUT, `${name}-${viewport.width}-${colorScheme}.png`),
          });
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(viewport.width);
      }
      expect(complaints).toEqual([]);
    },
  );
});
