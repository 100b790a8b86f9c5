import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { round } from './support/serverProcess.js';
import { inBrowserWithOwnServer } from './support/session.js';

/** The text last announced to screen readers. */
const announcement = (page: Page) => page.locator('.visually-hidden[aria-live="polite"]');

inBrowserWithOwnServer('an event that another client records', (session) => {
  it('appears on an open page without a reload, and is announced', async () => {
    const { page, complaints } = await session().open('/');
    await page.getByText('Live', { exact: true }).waitFor();
    const navigations: string[] = [];
    page.on('framenavigated', (frame) => navigations.push(frame.url()));
    await session().server.recordEvents([round(7, '2026-09-01/2026-09-03')]);
    await page
      .getByRole('definition')
      .filter({ hasText: /^Round 7 held in New Delhi/ })
      .waitFor();
    await announcement(page)
      .filter({ hasText: /^Recorded elsewhere: Round 7 held in New Delhi/ })
      .waitFor({
        state: 'attached',
      });
    expect(navigations).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is offered, not shown, on a view of the past', async () => {
    const { page } = await session().open('/negotiation/in-us-bta?at=2025-08-28');
    await page.getByText('Live', { exact: true }).waitFor();
    await session().server.recordEvents([round(8, '2026-10-01/2026-10-03')]);
    const offer = page.getByRole('complementary', { name: 'Changes from elsewhere' });
    await offer.getByText(/^A new event is not in this view: Round 8/).waitFor();
    expect(new URL(page.url()).search).toBe('?at=2025-08-28');
    await offer.getByRole('button', { name: 'Show now' }).click();
    await page.waitForURL(/\/negotiation\/in-us-bta$/);
  });

  it('is shown after the server was killed and restarted, without a reload', async () => {
    const { server, open } = session();
    const { page } = await open('/');
    const status = page.getByText(/agreed on a framework on 6 February 2026/);
    await status.waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
    await server.kill();
    const away = page.getByRole('complementary', { name: 'Changes from elsewhere' });
    await away.getByText(/^Not connected; showing what was known at \d\d:\d\d UTC\./).waitFor();
    await away.getByText(/Trying again/).waitFor();
    // The page still shows what it showed.
    await status.waitFor();

    await server.restart();
    // Recorded before the page reconnects: only a subscription that resumes from its cursor gets
    // these.
    await server.recordEvents([
      round(9, '2026-11-01/2026-11-03'),
      round(10, '2026-11-04/2026-11-06'),
    ]);
    await page.getByText('Live', { exact: true }).waitFor();
    await announcement(page)
      .filter({ hasText: /^Recorded elsewhere: 2 events, the last of them Round 10/ })
      .waitFor({ state: 'attached' });
    await page
      .getByRole('definition')
      .filter({ hasText: /^Round 10 held/ })
      .waitFor();
    expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
  });

  it('changes the value on the page of a negotiation, highlighted for a while', async () => {
    const { page } = await session().open('/negotiation/in-us-bta');
    await page.getByRole('button', { name: 'talks continue' }).first().waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    const paused = { ...round(1, '2026-11-10'), data: { talksPaused: { scope: 'ALL' } } };
    await session().server.recordEvents([paused]);
    const changed = page.getByRole('button', { name: /^talks have been paused/ }).first();
    await changed.locator('.highlight').waitFor();
    await announcement(page)
      .filter({ hasText: /^Recorded elsewhere: Talks paused/ })
      .waitFor({ state: 'attached' });
  });
});
