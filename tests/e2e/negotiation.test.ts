import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { duty, PATH } from './support/inUs.js';
import { atRest } from './support/rest.js';
import { inBrowser } from './support/session.js';

const slider = (page: Page, name: string) => page.getByRole('slider', { name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

async function enter(page: Page, name: string, date: string): Promise<void> {
  await field(page, name).fill(date);
  await field(page, name).press('Enter');
}

/** Steps back from change point to change point to a day on which the duty has another rate. */
async function backTo(page: Page, rate: string, day: string): Promise<void> {
  const date = slider(page, 'Date of the view');
  const shown = async () => (await date.getAttribute('aria-valuetext'))!;
  // By the date, which moves with the hand; the figure follows once it was asked for.
  for (let before = await shown(); Date.parse(`${before} UTC`) > Date.parse(day);) {
    await date.press('ArrowLeft');
    await expect.poll(shown).not.toBe(before);
    before = await shown();
  }
  await duty(page, rate).waitFor();
}

const valueOf = (page: Page, name: string) => slider(page, name).getAttribute('aria-valuetext');

/** Resolves once the URL contains all of `params`. */
const search = (page: Page, ...params: readonly string[]) =>
  page.waitForURL((url) => params.every((each) => url.search.includes(each)));

inBrowser('the page of a negotiation', (session) => {
  it('shows the current state, without console errors', async () => {
    const { page, complaints } = await session().open(PATH);
    await page.getByRole('heading', { level: 1, name: /^India-United States/ }).waitFor();
    await page
      .getByRole('button', { name: /agreed on a framework on 6 February 2026$/ })
      .first()
      .waitFor();
    await duty(page, '10').waitFor();
    await page.getByRole('img', { name: /^Duty of the United States on India/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('changes its date by the field and by keys, and puts it in the URL', async () => {
    const { page } = await session().open(PATH);
    await duty(page, '10').waitFor();
    await enter(page, 'Date of the view', '2025-08-28');
    await duty(page, '50').waitFor();
    await search(page, 'at=2025-08-28');
    await backTo(page, '25', '2025-08-26');
    const before = await valueOf(page, 'Date of the view');
    expect(before).toMatch(/August 2025$/);
    // The URL follows the slider after a moment.
    await search(page, `at=${new Date(`${before} UTC`).toISOString().slice(0, 10)}`);
    await page.reload();
    await duty(page, '25').waitFor();
    expect(await valueOf(page, 'Date of the view')).toBe(before);
  });

  it('shows what was public, and what this log had recorded, at a date', async () => {
    const { page } = await session().open(`${PATH}?at=2025-08-28`);
    await duty(page, '50').waitFor();
    await page.getByRole('button', { name: 'All that is known' }).click();
    // The duty over purchases of oil was published on 6 August.
    await enter(page, 'Known to the public by', '2025-08-05');
    await duty(page, '25').waitFor();
    await search(page, 'at=2025-08-28', 'publicAt=2025-08-05');
    await page.getByRole('button', { name: 'Recorded', exact: true }).click();
    await duty(page, '50').waitFor();
    const recorded = slider(page, 'What this log had recorded');
    await recorded.press('Home');
    await page
      .getByText(/had not begun|no measure/)
      .first()
      .waitFor();
    await search(page, 'knownAt=');
    await recorded.press('End');
    await duty(page, '50').waitFor();
  });

  it('steps through prefetched views without the network', async () => {
    const { page } = await session().open('/');
    const rested = atRest(page, 90_000);
    await page.goto(`${session().server.url}${PATH}?at=2025-08-28`);
    await duty(page, '50').waitFor();
    await rested();
    await page.context().setOffline(true);
    await backTo(page, '25', '2025-08-26');
  });

  it('plays from change point to change point, until it is stopped', async () => {
    const { page } = await session().open(`${PATH}?at=2025-08-06`);
    await duty(page, '10').waitFor();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await duty(page, '25').waitFor();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('compares two views, and shows the events behind each difference', async () => {
    const { page } = await session().open(`${PATH}?at=2025-08-28`);
    await page.getByRole('button', { name: 'Compare with another view' }).click();
    const compared = page.getByRole('region', { name: /^What changed from 28 August 2025 to now/ });
    await compared.getByRole('heading', { name: /^All differences \d+/ }).waitFor();
    // What matters comes first; the rest is counted and opened when asked for.
    await compared.getByRole('row', { name: /^Duty of the United States on India 50/ }).waitFor();
    expect(await compared.getByRole('row').count()).toBeLessThan(25);
    await compared.locator('summary').filter({ hasText: 'Statements' }).click();
    await compared.getByRole('table', { name: 'Statements' }).waitFor();
    await search(page, 'compare=');
    const row = compared.getByRole('row', { name: /^Talks paused active/ });
    await row.getByRole('button').click();
    const why = page.getByRole('dialog');
    await why.getByRole('article').first().waitFor();
    await why.getByRole('button', { name: 'Close' }).click();
    await enter(page, 'Date compared with', '2025-08-01');
    await page.getByRole('region', { name: /1 August 2025/ }).waitFor();
    await search(page, 'toAt=2025-08-01');
  });

  it('shows the source of a value on focus, and all its sources on request', async () => {
    const { page } = await session().open(PATH);
    await duty(page, '10').focus();
    await page
      .getByRole('tooltip')
      .getByText(/Section 122|Section 301/)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    const why = page.getByRole('dialog', { name: 'Duty of the United States on India' });
    await why.getByRole('heading', { name: /^10 %/ }).first().waitFor();
    // Each report with a link to its source, beside competing and earlier reports.
    // Sources come after the values.
    await why.getByRole('link').nth(1).waitFor();
    await why
      .getByRole('heading', { name: /earlier, or reported by others/ })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await why.waitFor({ state: 'detached' });
    expect(await duty(page, '10').evaluate((each) => each === document.activeElement)).toBe(true);
  });

  it('offers its chart as a table, an image and CSV', async () => {
    const { page } = await session().open(PATH);
    await page.getByRole('img', { name: /Duty of the United States/ }).waitFor();
    await page.getByText('The duty of the United States on India as a table').click();
    const table = page.getByRole('table').filter({ hasText: '26 %' }).first();
    await table.waitFor();
    const menu = page.getByText('Download', { exact: true });
    for (const [words, ending] of [
      ['Drawing (SVG)', '-960.svg'],
      ['Image (PNG, double size)', '-960.png'],
      ['The duty as a table (CSV)', '.csv'],
    ] as const) {
      const downloading = page.waitForEvent('download');
      await menu.click();
      await page.getByRole('button', { name: words }).click();
      expect((await downloading).suggestedFilename()).toBe(`duty-US-on-IN${ending}`);
    }
    await menu.click();
    await page.getByRole('button', { name: 'Cite', exact: true }).click();
    await page.getByText(/^Parley\. \(.*Duty of the United States on India/).waitFor();
  });
});
