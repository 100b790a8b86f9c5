import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeInLightAndDark } from './support/axe.js';
import { inBrowser } from './support/session.js';

/** The folder of the screenshots that SCREENSHOTS=1 asks for; ignored by Git. */
const OUTPUT = path.join(import.meta.dirname, 'output');
const SCREENSHOTS = process.env['SCREENSHOTS'] !== undefined;

/** A phone, a laptop and a large wall screen. */
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
  { width: 3840, height: 2160 },
];

const TITLE = 'India-United States Bilateral Trade Agreement';
const shown = (page: Page) => page.getByText(/agreed on a framework on 6 February 2026/).first();
const settled = (page: Page) =>
  page.getByRole('img', { name: /Duty of the United States/ }).first();

/**
 * Every page: the name of its screenshots, its URL, and an element that is shown once it is
 * complete.
 */
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
    (page) => page.getByRole('heading', { name: /^All differences \d+/ }),
  ],
  [
    'desk',
    '/duty?imposedBy=US&on=IN&hs=7208&at=2025-08-27&value=50000+USD',
    (page) => page.getByRole('row', { name: /= 50 %/ }),
  ],
  [
    'event',
    '/events/01a20246-4790-759f-b7e5-b9194c63e416',
    (page) => page.getByText(/Duty of the United States on India: .*25 %/),
  ],
  [
    'measure',
    '/measures/us-recip-in',
    (page) => page.getByRole('heading', { name: '26 November 2026' }),
  ],
  ['party', '/parties/IN', (page) => page.getByRole('heading', { name: '26 November 2026' })],
  [
    'chronicle',
    '/negotiation/in-us-bta/chronicle',
    (page) => page.getByRole('heading', { name: /June 2026/ }).first(),
  ],
  ['recorded', '/chronicle?order=recorded', (page) => page.getByText(/Record 245,/)],
  ['glossary', '/glossary', (page) => page.getByText('ad valorem', { exact: true })],
  ['embed', '/embed/in-us-bta', (page) => page.getByRole('link', { name: TITLE })],
  ['unknown', '/negotiation/nowhere', (page) => page.getByText(/no negotiation named nowhere/)],
];

/** A picture for people to look at: nothing compares it, and drawing it takes a second. */
async function screenshot(page: Page, name: string): Promise<void> {
  const { width, height } = page.viewportSize()!;
  // The wall screen shows only its viewport. Other screenshots are of the whole page, in a window
  // as high as the page, so that sticky elements do not cover its content.
  if (width < 2000) {
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: whole });
  }
  await page.screenshot({ path: path.join(OUTPUT, `${name}.png`) });
  await page.setViewportSize({ width, height });
}

inBrowser('a page', (session) => {
  it.each(PAGES)(
    'has no accessibility violation that axe finds, and fits every width: %s',
    async (name, url, complete) => {
      if (SCREENSHOTS) mkdirSync(OUTPUT, { recursive: true });
      const { page, complaints } = await session().open(url);
      await complete(page).waitFor();
      expect(await axeInLightAndDark(page)).toEqual([]);
      for (const viewport of SIZES) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          if (SCREENSHOTS) await screenshot(page, `${name}-${viewport.width}-${colorScheme}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide).toBeLessThanOrEqual(viewport.width);
        }
      }
      expect(complaints).toEqual([]);
    },
  );
});
