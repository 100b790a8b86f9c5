/** A page on a narrow phone: what is cut, and what is folded. */
import type { Page } from 'playwright-core';

/** What reaches beyond the window, and tables of which a part is scrolled to sideways. */
export const cutIn = (page: Page): Promise<readonly string[]> =>
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

/** A phone folds the sections of a page to one line each. What else is folded is opened, too. */
export async function openSections(page: Page): Promise<void> {
  const folded = page.locator('.section-toggle[aria-expanded="false"]:visible');
  for (let rounds = 0; rounds < 50 && (await folded.count()) > 0; rounds += 1)
    await folded.first().click();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
