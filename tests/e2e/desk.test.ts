import { expect, it } from 'vitest';
import { inBrowser } from './support/session.js';

inBrowser('the goods desk', (session) => {
  it('answers a question typed into its form, and again from the link alone', async () => {
    const { page, complaints } = await session().open('/duty');
    await page.getByLabel('From', { exact: true }).fill('India');
    await page.getByLabel('To', { exact: true }).fill('United States');
    await page.getByLabel('HS code').fill('7208');
    await page.getByLabel('Date of entry').fill('2025-10-15');
    await page.getByLabel('Customs value').fill('50000 usd');
    await page.getByRole('button', { name: 'Work out the duty' }).click();
    const sum = page.getByRole('row', { name: /= 50 %, \w+ 25,000.00 USD/ });
    await sum.waitFor();
    await page.reload();
    await sum.waitFor();
    expect(new URL(page.url()).search).toBe(
      '?at=2025-10-15&imposedBy=US&on=IN&hs=7208&value=50000+USD',
    );
    expect(complaints).toEqual([]);
  });

  it('is reached from the duty of a negotiation, in the view of that page', async () => {
    const { page } = await session().open('/negotiation/in-us-bta?at=2025-08-28');
    await page.getByRole('link', { name: 'The duty on one good' }).first().click();
    await page.getByRole('heading', { name: 'The United States on goods of India' }).waitFor();
    await page.getByRole('row', { name: '= 50 %' }).waitFor();
    expect(page.url()).toContain('at=2025-08-28');
  });

  it('says that Indian duties on goods of the United States are not on record', async () => {
    const { page } = await session().open('/duty?imposedBy=IN&on=US');
    await page.getByText('Not on record', { exact: true }).waitFor();
    await page
      .getByText(/^What India levies on goods of the United States is not on record/)
      .waitFor();
  });

  it('says in legal time when the duty changes during the day asked for', async () => {
    const { page } = await session().open('/duty?imposedBy=US&on=IN&at=2025-08-27');
    await page
      .getByText(/25 % before 27 August 2025, 00:01 New York time.*50 % from then on/)
      .waitFor();
    await page.getByRole('link', { name: 'Ask for entry before' }).click();
    await page.getByRole('row', { name: '= 25 %' }).waitFor();
  });
});
