import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeInLightAndDark } from './support/axe.js';
import { PATH } from './support/inUs.js';
import { round } from './support/serverProcess.js';
import { inBrowserWithOwnServer } from './support/session.js';

const form = (page: Page) => page.getByRole('dialog');
const rounds = (page: Page) => page.getByRole('region', { name: /^Rounds/ });

/** Opens the form and types a round as a person would. */
async function writeRound(page: Page, number: string, dates: string): Promise<void> {
  await page.getByRole('button', { name: 'Enter an event' }).first().click();
  await form(page).getByRole('combobox', { name: 'What happened?' }).fill('round held');
  await page.keyboard.press('Enter');
  await form(page).getByRole('textbox', { name: 'Occurred' }).fill(dates);
  await form(page).getByRole('textbox', { name: 'Round' }).fill(number);
  const source = form(page).getByRole('group', { name: 'Source 1' });
  await source.getByRole('combobox', { name: 'Publisher' }).fill('A newspaper');
  await source.getByRole('combobox', { name: 'Kind' }).selectOption('Press');
}

const preview = (page: Page) => form(page).getByRole('button', { name: 'See what will change' });

inBrowserWithOwnServer('the entry form', (session) => {
  it('shows what will change before it records an event', async () => {
    const { page, complaints } = await session().open(PATH);
    await page.getByRole('heading', { level: 1, name: /^India-United States/ }).waitFor();
    await writeRound(page, '21', 'between 3 and 5 September 2026');
    expect(await axeInLightAndDark(page, 'dialog')).toEqual([]);
    await preview(page).click();
    await form(page).getByRole('heading', { name: 'What will change' }).waitFor();
    await form(page).getByText('Nothing has been recorded yet.').waitFor();
    expect(await rounds(page).getByText('Round 21').count()).toBe(0);
    expect(await axeInLightAndDark(page, 'dialog')).toEqual([]);
    await form(page)
      .getByRole('button', { name: /^Record/ })
      .click();
    await form(page).getByRole('heading', { name: 'Recorded' }).waitFor();
    await form(page).getByRole('button', { name: 'Close' }).last().click();
    await rounds(page).getByText('Round 21').waitFor();
    // An event recorded from this page is not announced as news.
    expect(await page.getByText(/^Recorded elsewhere/).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('shows a missing value at its field', async () => {
    const { page } = await session().open(PATH);
    await page.getByRole('button', { name: 'Enter an event' }).first().click();
    await form(page).getByRole('combobox', { name: 'What happened?' }).fill('round held');
    await page.keyboard.press('Enter');
    await preview(page).click();
    await form(page).getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    expect(await axeInLightAndDark(page, 'dialog')).toEqual([]);
  });

  it('corrects an event from every place where the page shows it', async () => {
    const { server, open } = session();
    await server.recordEvents([round(22, '2026-09-10/2026-09-12')]);
    const { page } = await open(PATH);
    await rounds(page).getByRole('button', { name: 'Round 22' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Correct/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /^Correct/ });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The number was wrong.');
    await dialog.getByRole('textbox', { name: 'Round' }).fill('23');
    await dialog.getByRole('button', { name: 'See what will change' }).click();
    await dialog.getByRole('heading', { name: 'What will change' }).waitFor();
    await dialog
      .getByRole('button', { name: /^Record|^Correct/ })
      .last()
      .click();
    await dialog.getByRole('heading', { name: 'Recorded' }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.keyboard.press('Escape');
    await rounds(page).getByText('Round 23').waitFor();
    expect(await rounds(page).getByText('Round 22').count()).toBe(0);
  });

  it('shows both versions when another client recorded first, and keeps what was typed', async () => {
    const { server, open } = session();
    const { page } = await open(PATH);
    await page.getByRole('heading', { level: 1, name: /^India-United States/ }).waitFor();
    await writeRound(page, '31', '20 September 2026');
    await server.recordEvents([round(32, '2026-09-21')]);
    await preview(page).click();
    const conflict = form(page).getByRole('heading', { name: 'Other events were recorded first' });
    await conflict.waitFor();
    await form(page)
      .getByText(/Round 32 held/)
      .first()
      .waitFor();
    await form(page).getByText('20 September 2026').first().waitFor();
    expect(await axeInLightAndDark(page, 'dialog')).toEqual([]);
    await form(page).getByRole('button', { name: 'Edit my entry first' }).click();
    expect(await form(page).getByRole('textbox', { name: 'Round' }).inputValue()).toBe('31');
  });
});
