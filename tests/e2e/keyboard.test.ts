/** The pages of the record by keys alone: what is pressed is reached by Tab, and can be left again. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inBrowser } from './support/session.js';

const NEGOTIATION = '/negotiation/in-us-bta';

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()}.`);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

inBrowser('by keys alone, a reader', (session) => {
  const open = async (path: string) => (await session().open(path)).page;
  const link = (page: Page, name: RegExp) => page.getByRole('link', { name }).first();
  const heading = (page: Page, name: RegExp) => page.getByRole('heading', { name }).first();

  it('goes from the chronicle to an event, to its measure and to who imposed it', async () => {
    const page = await open(`${NEGOTIATION}/chronicle`);
    await press(page, link(page, /^Section 122 import surcharge: 10 %/));
    await press(page, link(page, /^Section 122 import surcharge$/));
    await heading(page, /^Section 122 import surcharge$/).waitFor();
    await press(page, link(page, /^The United States$|^the United States$/));
    await heading(page, /^The United States$/).waitFor();
    expect(new URL(page.url()).pathname).toBe('/parties/US');
  });

  it('narrows the chronicle by words', async () => {
    const page = await open('/chronicle');
    const field = page.getByRole('searchbox').or(page.getByRole('textbox')).first();
    await tabTo(page, field);
    await page.keyboard.type('surcharge');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=surcharge/);
    await link(page, /^Section 122 import surcharge/).waitFor();
  });

  it('compares two views, swaps them and stops', async () => {
    const page = await open(NEGOTIATION);
    await press(page, page.getByRole('button', { name: 'Compare with another view' }));
    await heading(page, /^Compare this view with another$/).waitFor();
    await press(page, page.getByRole('button', { name: 'One year ago' }), 'Space');
    await heading(page, /^What changed from .* to now$/).waitFor();
    await press(page, page.getByRole('button', { name: 'Swap' }));
    await page.waitForURL(/[?&]at=/);
    await press(page, page.getByRole('button', { name: 'Stop comparing' }).last());
    await expect.poll(() => page.url()).not.toMatch(/toAt|compare/);
  });

  it('searches the record and opens what is found', async () => {
    const page = await open('/');
    const field = page
      .getByRole('searchbox')
      .or(page.getByLabel(/^Search/))
      .first();
    await tabTo(page, field);
    await page.keyboard.type('Reciprocal tariff on India');
    await press(page, link(page, /^Reciprocal tariff on India$/));
    await heading(page, /^Reciprocal tariff on India$/).waitFor();
  });

  it('asks why, follows a word to its meaning, and shares the page', async () => {
    const page = await open(`${NEGOTIATION}?at=2026-02-12`);
    await press(page, page.getByRole('button', { name: 'Why 25 %?' }));
    const panel = page.getByRole('dialog');
    await panel.getByText(/^Against it: 18 % announced/).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await press(page, page.getByRole('button', { name: 'Why 25 %?' }), 'Space');
    await press(page, panel.getByRole('link', { name: 'disputed' }).first());
    await page.waitForURL(/\/glossary#disputed$/);
    await press(page, page.getByRole('button', { name: 'Share' }));
    await tabTo(page, page.getByRole('button', { name: 'Copy link', exact: true }));
    await page.keyboard.press('Escape');
    await heading(page, /^Share this page$/).waitFor({ state: 'detached' });
  });
});
