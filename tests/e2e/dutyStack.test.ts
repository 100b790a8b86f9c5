import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { dutyFigure, PATH } from './support/inUs.js';
import { inBrowser } from './support/session.js';

/** The additional duties of the United States on all goods of India: from which instant, what. */
const BOUNDARIES: readonly [from: string, rate: number][] = [
  ['2025-04-05T04:01:00.000Z', 10],
  ['2025-04-09T04:01:00.000Z', 26],
  ['2025-04-10T04:01:00.000Z', 10],
  ['2025-08-07T04:01:00.000Z', 25],
  ['2025-08-27T04:01:00.000Z', 50],
  ['2026-02-07T05:01:00.000Z', 25],
  ['2026-02-24T05:00:00.000Z', 0],
  ['2026-02-24T05:01:00.000Z', 10],
  ['2026-07-24T04:01:00.000Z', 10],
];

const percentIn = (text: string | null): number => Number(/([\d.]+) %/.exec(text ?? '')?.[1]);

/** The figure on the page, and the lines and the sum of its panel; null without lines. */
async function readStack(page: Page) {
  const figure = dutyFigure(page).getByRole('button').first();
  await expect.poll(() => figure.textContent()).toMatch(/ %$/);
  const shown = percentIn(await figure.textContent());
  await figure.click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('listitem').first().waitFor();
  const lines = await panel.locator('.addition > li:not(.sum) > h3').allTextContents();
  const sum = panel.locator('.addition > .sum');
  return {
    shown,
    lines: lines.map(percentIn),
    sum: (await sum.count()) > 0 ? percentIn(await sum.textContent()) : null,
  };
}

inBrowser('the panel of a duty', (session) => {
  it.each(BOUNDARIES.map(([from, rate], i) => [from, rate, BOUNDARIES[i - 1]?.[1] ?? 0] as const))(
    'has lines that add up to the figure on the page, at %s and just before',
    async (from, rate, before) => {
      const instants = [
        [from, rate],
        [new Date(Date.parse(from) - 1).toISOString(), before],
      ] as const;
      for (const [at, expected] of instants) {
        const { page } = await session().open(`${PATH}?at=${at}`);
        const { shown, lines, sum } = await readStack(page);
        expect(shown).toBe(expected);
        expect(lines.reduce((total, each) => total + each, 0)).toBe(shown);
        expect(sum ?? 0).toBe(shown);
      }
    },
  );

  it('opens the history of a layer from its line', async () => {
    const { page } = await session().open(`${PATH}?at=2025-10-15`);
    await readStack(page);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Reciprocal tariff on India', exact: true })
      .click();
    const history = page.getByRole('dialog', { name: 'Reciprocal tariff on India' });
    for (const rate of ['27 %', '26 %', '25 %'])
      await history.getByRole('heading', { name: rate }).first().waitFor();
  });
});
