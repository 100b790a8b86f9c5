import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeInLightAndDark } from './support/axe.js';
import { cutIn, openSections } from './support/narrow.js';
import { PAGE_NAMES, PAGES, type PageState } from './support/pages.js';
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

/** The narrowest phone, on which every table is to be whole. */
const NARROWEST = { width: 320, height: 740 };

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

/** What the Web Vitals call good, for the sum of all layout shifts while a page loads. */
const MOST_SHIFT = 0.1;

/** How much a page moved by itself since it was opened, in parts of the window moved by parts of it. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, hadRecentInput } = entry as unknown as Shift;
            if (!hadRecentInput) sum += value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        // What was noted before comes with the next task.
        setTimeout(() => resolve(sum), 200);
      }),
  );

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** A page asked for that does not exist is an error to the browser, too. */
const complaintsOf = ({ status }: PageState, complaints: readonly string[]) =>
  complaints.filter((each) => status !== 404 || !/status of 404/.test(each));

inBrowser('a page', (session) => {
  it.each(PAGE_NAMES)(
    'keeps still as it loads, fits every width with its tables whole, and axe finds no violation: %s',
    async (name) => {
      if (SCREENSHOTS) mkdirSync(OUTPUT, { recursive: true });
      const state: PageState = PAGES[name];
      const { page, complaints } = await session().open(state.url);
      await state.complete(page).waitFor();
      expect(await shiftOf(page)).toBeLessThan(MOST_SHIFT);
      await state.act?.(page);
      expect(await axeInLightAndDark(page)).toEqual([]);
      for (const viewport of SIZES) {
        await page.setViewportSize(viewport);
        await state.actAtWidth?.(page);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          if (SCREENSHOTS) await screenshot(page, `${name}-${viewport.width}-${colorScheme}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide).toBeLessThanOrEqual(viewport.width);
        }
      }
      // What a state opens lies over the same page.
      if (!state.act) {
        await page.setViewportSize(NARROWEST);
        await openSections(page);
        expect(await cutIn(page)).toEqual([]);
      }
      expect(complaintsOf(state, complaints)).toEqual([]);
    },
  );
});
