import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inBrowserWithOwnServer } from './support/session.js';

interface Recorded {
  readonly type: string;
  readonly summary: string;
  readonly data: object;
}

type Values = Readonly<Record<string, string>>;

/** Each event of measures and reliefs as a person types it: its fields by label. */
const ENTRIES: readonly (readonly [type: string, fields: Values])[] = [
  [
    'measure adopted',
    {
      Title: 'Duty on nuts',
      'Imposed by': 'IN',
      Affects: 'US',
      Kind: 'Retaliatory',
      HS: '0802.11\n0802.12',
      Duty: '2.5% + 4.4¢/kg MIN 10%',
    },
  ],
  ['measure commenced', { 'Effective from': '1 March 2025' }],
  [
    'exemption granted',
    {
      HS: '080211',
      'Effective from': '1 April 2025',
      Relief: 'almonds',
      Duty: '7 INR/kg',
    },
  ],
  ['exemption ended', { Relief: 'almonds', 'Effective from': '1 June 2025' }],
  ['measure ended', { How: 'Invalidated', 'Effective from': '1 July 2025' }],
  ['measure reinstated', { 'Effective from': '1 July 2025', Reason: 'Stay' }],
];

async function enter(page: Page, type: string, fields: Values): Promise<void> {
  await page.getByRole('button', { name: 'Enter an event' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'What happened?' }).fill(type);
  await page.keyboard.press('Enter');
  await form
    .getByLabel(/^Measure\b/)
    .first()
    .fill('in-nuts');
  await form.getByRole('textbox', { name: 'Occurred' }).fill('1 February 2025');
  const closed = form.locator('details:not([open]) > summary');
  while ((await closed.count()) > 0) await closed.first().click();
  for (const [name, value] of Object.entries(fields)) {
    const field = form.getByLabel(new RegExp(`^${name}( \\*)?$`)).first();
    const tag = await field.evaluate((element) => element.tagName);
    if (tag === 'SELECT') await field.selectOption({ label: value });
    else await field.fill(value);
  }
  const source = form.getByRole('group', { name: 'Source 1' });
  await source.getByRole('combobox', { name: 'Publisher' }).fill('A newspaper');
  await source.getByRole('combobox', { name: 'Kind' }).selectOption('Press');
  await form.getByRole('button', { name: 'See what will change' }).click();
  await form.getByRole('heading', { name: 'What will change' }).waitFor();
  await form
    .getByRole('button', { name: /^Record/ })
    .last()
    .click();
  await form.getByRole('heading', { name: 'Recorded' }).waitFor();
  await form.getByRole('button', { name: 'Close' }).last().click();
}

inBrowserWithOwnServer('the entry form, for measures and reliefs', (session) => {
  it('records each event as it was typed, and shows a duty as it was written', async () => {
    const { page, complaints } = await session().open('/');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    for (const [type, fields] of ENTRIES) await enter(page, type, fields);
    expect(complaints).toEqual([]);
    const { events } = await session().server.query<{ events: { nodes: Recorded[] } }>(
      `{ events(last: ${ENTRIES.length}) { nodes { type summary data } } }`,
    );
    expect(events.nodes.map(({ type }) => type)).toEqual([
      'MeasureAdopted',
      'MeasureCommenced',
      'ExemptionGranted',
      'ExemptionEnded',
      'MeasureEnded',
      'MeasureReinstated',
    ]);
    expect(events.nodes[0]?.data).toMatchObject({
      goods: { hs: ['080211', '080212'] },
      duty: {
        components: [{ percent: 2.5 }, { amount: 0.044, currency: 'USD', per: { unit: 'KGM' } }],
        minimum: [{ percent: 10 }],
      },
    });
    expect(events.nodes[0]?.summary).toContain(
      '2.5 % + 4.4 cents/kg MIN 10 % on the United States',
    );
    expect(events.nodes[2]?.data).toMatchObject({ relief: 'almonds' });
  });
});
