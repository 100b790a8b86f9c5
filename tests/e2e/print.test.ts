/** What a page says on paper, where nothing can be clicked or unfolded. */
import { expect, it } from 'vitest';
import { CREDIT, DATA_LICENCE } from '../../src/dashboard/lib/words/sources/credit.js';
import { PAGES } from './support/pages.js';
import { inBrowser } from './support/session.js';

inBrowser('a negotiation on paper', (session) => {
  it('is whole, without controls, with the addresses of sources and view, maker and licence', async () => {
    const { url, complete } = PAGES.negotiation;
    const { page, complaints } = await session().open(`${url}?at=2026-03-01`);
    await complete(page).waitFor();
    const imprint = page.locator('footer');
    // Asked for once the page is at rest.
    await imprint
      .getByRole('listitem', { includeHidden: true })
      .first()
      .waitFor({ state: 'attached' });
    expect(await imprint.isVisible()).toBe(false);
    const items = () => page.locator('.topic li').count();
    const onScreen = await items();

    await page.emulateMedia({ media: 'print' });
    await imprint.waitFor();
    expect(await items()).toBeGreaterThan(onScreen);
    expect(await page.locator('button:visible, input:visible, nav:visible').count()).toBe(0);
    expect(await page.getByRole('heading', { name: /^To review/ }).isVisible()).toBe(false);
    const words = (await imprint.innerText()).replaceAll(/\s+/g, ' ');
    expect(words).toContain(`${CREDIT} ${DATA_LICENCE}`);
    expect(words).toMatch(/https:\/\/\S+/);
    expect(words).toMatch(
      /\/negotiation\/in-us-bta\?at=2026-03-01&knownAt=\d{4}-\d\d-\d\dT[\d:.]+Z/,
    );
    const drawings = await page
      .locator('.chart-holder > svg')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()))
      .then((boxes) => boxes.map(({ top, bottom }) => [top, bottom] as const));
    // Plot, axis and events follow each other: nothing between them, nothing over another.
    expect(drawings).toHaveLength(3);
    for (const [i, [top]] of drawings.slice(1).entries())
      expect(Math.abs(top - drawings[i]![1])).toBeLessThanOrEqual(1);
    expect(complaints).toEqual([]);
  });
});
