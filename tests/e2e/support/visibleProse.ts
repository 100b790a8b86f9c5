/** The words of a page as people see them, or hear them. */
import type { Page } from 'playwright-core';

/** Where a machine name is the content: hashes, addresses, queries and examples of them. */
const MACHINE_CONTENT = 'code, pre, kbd, samp, script, style, .chart-address';

/** Every text shown on a page, and every name that is read out; those of machine content left out. */
export const visibleProse = (page: Page): Promise<readonly string[]> =>
  page.evaluate((machineContent) => {
    const texts: string[] = [document.title];
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) || element.closest('svg') !== null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (text === '' || !parent || parent.closest(machineContent) || !isShown(parent)) continue;
      texts.push(text);
    }
    for (const element of document.querySelectorAll(
      '[aria-label], [title], [alt], [aria-valuetext]',
    ))
      if (!element.closest(machineContent) && isShown(element))
        for (const name of ['aria-label', 'title', 'alt', 'aria-valuetext'])
          texts.push(element.getAttribute(name) ?? '');
    return texts;
  }, MACHINE_CONTENT);

/** Opens everything that is folded, until nothing more is. */
export async function unfold(page: Page): Promise<void> {
  const folded = page.locator('details:not([open]) > summary:visible');
  for (let rounds = 0; rounds < 200 && (await folded.count()) > 0; rounds += 1)
    await folded.first().click();
}
