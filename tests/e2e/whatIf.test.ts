import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeInLightAndDark } from './support/axe.js';
import { duty, PATH } from './support/inUs.js';
import { inBrowser } from './support/session.js';

const banner = (page: Page) => page.getByRole('region', { name: 'What if: hypothetical' });

inBrowser('what if', (session) => {
  it('an event had not happened: the duty changes, and the page is marked as hypothetical', async () => {
    const { page, complaints } = await session().open(`${PATH}?at=2025-08-28`);
    await duty(page, '50').click();
    const why = page.getByRole('dialog');
    await why
      .getByRole('article')
      .filter({ hasText: /Russian oil/ })
      .getByRole('button', { name: /^What if it had not happened/ })
      .first()
      .click();
    await banner(page)
      .getByText(/This is not the record: 1 event left out/)
      .waitFor();
    await why.getByRole('button', { name: 'Close' }).click();
    await duty(page, '25').waitFor();
    expect(await page.title()).toMatch(/^What if/);
    expect(await axeInLightAndDark(page, '.what-if-banner')).toEqual([]);

    // The URL holds the whole view: anyone who opens it sees the same.
    const { page: other } = await session().open(
      new URL(page.url()).pathname + new URL(page.url()).search,
    );
    await duty(other, '25').waitFor();
    await banner(other).waitFor();

    await banner(page)
      .getByRole('button', { name: /^Leave what-if/ })
      .click();
    await duty(page, '50').waitFor();
    expect(await banner(page).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('an event had happened: the view changes, and nothing is written', async () => {
    const { server, open } = session();
    const position = () =>
      server.query<{ log: { headPosition: number } }>('{ log { headPosition } }');
    const before = await position();
    const { page } = await open(PATH);
    await page.getByRole('button', { name: 'talks going on' }).first().waitFor();
    await page.getByRole('button', { name: 'What if …' }).click();
    await page.getByRole('button', { name: 'Suppose an event' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('combobox', { name: 'What happened?' }).fill('talks paused');
    await page.keyboard.press('Enter');
    await form.getByRole('textbox', { name: 'Occurred' }).fill('1 July 2026');
    await form.getByRole('combobox', { name: 'Scope' }).selectOption({ label: 'All' });
    await form.getByRole('button', { name: /^Suppose/ }).click();
    await banner(page).waitFor();
    await page
      .getByRole('button', { name: /^talks have been paused/ })
      .first()
      .waitFor();
    expect(await position()).toEqual(before);
  });
});
