/** Every page on a narrow phone: nothing is cut, and only the page itself scrolls, downwards. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { PAGE_NAMES, PAGES, type PageState } from './support/pages.js';
import { inBrowser } from './support/session.js';
import { unfold } from './support/visibleProse.js';

/** What reaches beyond the window, and tables of which a part is scrolled to sideways. */
const cutIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    const tables = [...document.querySelectorAll('table')]
      .filter((table) => table.checkVisibility() && table.getClientRects().length > 0)
      .filter((table) => {
        for (let box: Element | null = table; box; box = box.parentElement) {
          const { overflowX } = getComputedStyle(box);
          const scrolls = overflowX === 'auto' || overflowX === 'scroll';
          if (scrolls && box.scrollWidth > box.clientWidth + 1) return true;
        }
        return table.getBoundingClientRect().right > window.innerWidth + 1;
      });
    return [
      ...(wide > 0 ? [`the page is ${wide} pixels too wide`] : []),
      ...tables.map((table) => `${named(table)} is cut: ${table.innerText.slice(0, 80)}`),
    ];
  });

/** A phone folds the sections of a page to one line each. */
async function openSections(page: Page): Promise<void> {
  const folded = page.locator('.section-toggle[aria-expanded="false"]:visible');
  for (let rounds = 0; rounds < 50 && (await folded.count()) > 0; rounds += 1)
    await folded.first().click();
}

inBrowser('a page on a phone', (session) => {
  it.each(PAGE_NAMES)('fits the window, with every table whole: %s', async (name) => {
    const state: PageState = PAGES[name];
    const { page } = await session().open(state.url);
    await state.complete(page).waitFor();
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      await openSections(page);
      await unfold(page);
      expect([width, await cutIn(page)]).toEqual([width, []]);
    }
  });
});
