import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeInLightAndDark } from './support/axe.js';
import { inBrowserWithOwnServer } from './support/session.js';

const TEXT =
  'Trade talks between India and the US were paused on 3 September 2026.\n' +
  'The seventh round of talks between India and the US was held in New Delhi from 5 to 7 August 2026.';

const inbox = (page: Page) => page.getByRole('navigation', { name: 'Proposals' });
const draft = (page: Page) => page.getByRole('region', { name: 'Draft' });

async function propose(page: Page, text: string, keep: boolean): Promise<void> {
  await page.getByText('Propose what a report tells').click();
  await page.getByLabel('Text of the report, in English').fill(text);
  await page.getByLabel('Day of the report').fill('2026-09-04');
  await page.getByLabel('Address of the report').fill('https://example.org/report');
  if (keep) await page.getByLabel('Keep the text: its licence allows it').check();
  await page.getByRole('button', { name: 'Read and propose' }).click();
  await page.getByText('2 events proposed.').waitFor();
}

inBrowserWithOwnServer('the inbox', (session) => {
  it('shows the text beside the draft, its words lit, and what would change; accepts and rejects', async () => {
    const { page, complaints } = await session().open('/proposals');
    await page.getByText('There are none.').waitFor();
    await propose(page, TEXT, true);
    await inbox(page)
      .getByRole('button', { name: /^Round held/ })
      .click();
    const text = page.getByRole('region', { name: 'Text' });
    await text.getByText('seventh', { exact: true }).waitFor();
    expect(await text.locator('mark').allTextContents()).toEqual([
      'seventh',
      'was held',
      'New Delhi',
      '5 to 7 August 2026',
    ]);
    await draft(page).getByText('5–7 August 2026').first().waitFor();
    await page
      .getByText(/in us bta: .*rounds/i)
      .first()
      .waitFor();
    expect(await axeInLightAndDark(page, 'main')).toEqual([]);
    await draft(page).getByRole('button', { name: 'Accept' }).click();
    await page.getByText('Accepted: the event is on record.').waitFor();

    await inbox(page)
      .getByRole('button', { name: /^Talks paused/ })
      .waitFor();
    const reject = draft(page).getByRole('button', { name: 'Reject' });
    expect(await reject.isDisabled()).toBe(true);
    await draft(page).getByLabel('Reason (needed to reject)').fill('Nobody else reports it.');
    await reject.click();
    await page.getByText('Rejected. It stays readable.').waitFor();
    await page.getByRole('button', { name: 'Decided' }).click();
    await inbox(page)
      .getByRole('button', { name: /^Talks paused/ })
      .click();
    await page.getByText(/: Nobody else reports it\.$/).waitFor();
    const { events } = await session().server.query<{ events: { nodes: object[] } }>(
      '{ events(last: 1) { nodes { __typename occurred summary } } }',
    );
    expect(events.nodes).toEqual([
      {
        __typename: 'RoundHeld',
        occurred: '2026-08-05/2026-08-07',
        summary: 'Round 7 held in New Delhi',
      },
    ]);
    expect(complaints).toEqual([]);
  });

  it('lets a reviewer amend, and names what was changed', async () => {
    const { page } = await session().open('/proposals');
    // A text of its own: one that was kept once is shown for all that rest on it.
    const text = `${TEXT} It rained.`;
    await propose(page, text, false);
    await inbox(page)
      .getByRole('button', { name: /^Talks paused/ })
      .last()
      .click();
    await page.getByText('The text was not kept.').first().waitFor();
    await page.getByLabel('Paste the text to see the words in their place').fill(text);
    await page.locator('.proposal-text mark').first().waitFor();
    await draft(page).getByRole('button', { name: 'Amend' }).click();
    await draft(page).getByLabel('Occurred').fill('2026-09-02');
    await draft(page).getByRole('button', { name: 'Accept as amended' }).click();
    await page.getByText('Accepted: the event is on record.').waitFor();
    await page.getByRole('button', { name: 'Decided' }).click();
    await inbox(page)
      .getByRole('button', { name: /^Talks paused.*accepted/ })
      .click();
    await page.getByText('Amended: Occurred.').waitFor();
  });
});
