import { expect, it } from 'vitest';
import { axeInLightAndDark } from './support/axe.js';
import { inBrowser } from './support/session.js';

inBrowser('the overview', (session) => {
  it('is served once the server runs, without console errors', async () => {
    const { page, complaints } = await session().open('/');
    await page
      .getByRole('link', { name: 'India-United States Bilateral Trade Agreement' })
      .waitFor();
    await page.getByText(/agreed on a framework on 6 February 2026/).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.title()).toBe('Parley');
    expect(complaints).toEqual([]);
    expect(await axeInLightAndDark(page)).toEqual([]);
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('columnheader', { name: 'Next date' }).waitFor();
    expect(await axeInLightAndDark(page)).toEqual([]);
    await page.getByRole('button', { name: 'Map' }).click();
    await page.getByRole('columnheader', { name: 'Measures it imposes' }).waitFor();
    expect(await axeInLightAndDark(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('finds an event, and links to its page', async () => {
    const { page } = await session().open('/');
    const box = page.getByRole('searchbox', { name: 'Search negotiations and events' });
    await box.fill('framework');
    const found = page.getByRole('link', { name: /^Framework agreed: Framework for an Interim/ });
    await found.waitFor();
    expect(await axeInLightAndDark(page)).toEqual([]);
    await found.click();
    await page.waitForURL(/\/events\/[0-9a-f-]{36}$/);
    await page
      .getByRole('heading', { name: /^Framework agreed: Framework for an Interim/ })
      .waitFor();
    await page.goBack();
    await found.waitFor();
    await box.fill('aluminium');
    await page
      .getByRole('link', { name: /^Section 232 duties on steel and aluminium/ })
      .first()
      .click();
    await page.waitForURL(/\/(?:events|measures)\//);
    await page.getByRole('heading', { level: 1, name: /^Section 232/ }).waitFor();
  });

  it('shows its queries, and GraphiQL runs them', async () => {
    const { page } = await session().open('/');
    await page.getByText('How to query this').click();
    expect(await axeInLightAndDark(page)).toEqual([]);
    const opening = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Try it in GraphiQL' }).first().click();
    const graphiql = await opening;
    await graphiql.getByText('NegotiationList').first().waitFor();
    // GraphiQL also sends an introspection query.
    const answering = graphiql.waitForResponse(
      (response) => response.request().postData()?.includes('NegotiationList') ?? false,
    );
    await graphiql.getByRole('button', { name: /Execute query/ }).click();
    const { data } = (await (await answering).json()) as { data: { negotiations: object } };
    expect(data.negotiations).toHaveProperty('edges.length', 4);
  });

  it('can be used with the keyboard only', async () => {
    const { page } = await session().open('/');
    await page
      .getByRole('link', { name: 'India-United States Bilateral Trade Agreement' })
      .waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('aluminium');
    await page
      .getByRole('link', { name: /^Section 232/ })
      .first()
      .waitFor();
    await page.keyboard.press('Tab');
    const filter = page.getByLabel('Country, group of countries or other party');
    expect(await filter.evaluate((element) => element === document.activeElement)).toBe(true);
    // The ways to show the list and the kinds of events come before what was found.
    const found = page.getByRole('link', { name: /^Section 232/ }).first();
    const isReached = () => found.evaluate((element) => element === document.activeElement);
    for (let stops = 0; stops < 12 && !(await isReached()); stops += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/events\//);
  });
});
