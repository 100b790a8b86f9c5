/** How many steps the tasks of readers and analysts take, in a real browser. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { chartEmbedCode } from '../../src/dashboard/features/embed/embedCode.js';
import { now } from '../../src/dashboard/lib/view.js';
import { duty, PATH } from './support/inUs.js';
import { round } from './support/serverProcess.js';
import { inBrowserWithOwnServer } from './support/session.js';
import { Steps } from './support/steps.js';

interface Recorded {
  readonly type: string;
  readonly stream: string;
  readonly occurred: string;
  readonly data: object;
  readonly sources: readonly object[];
}

const heading = (page: Page) =>
  page.getByRole('heading', { level: 1, name: /^India-United States/ });
const form = (page: Page) => page.getByRole('dialog', { name: 'Enter an event' });
const field = (page: Page, label: string) =>
  form(page)
    .getByLabel(new RegExp(`^${label}( \\*)?$`))
    .first();

/** Opens the form by its button and pastes the headline, which finds the type: three steps. */
async function begin(steps: Steps, headline: string): Promise<void> {
  const { page } = steps;
  await steps.click(page.getByRole('button', { name: 'Enter an event' }).first());
  await steps.fill(form(page).getByRole('combobox', { name: 'What happened?' }), headline);
  await steps.press('Enter');
  await field(page, 'Occurred').waitFor();
}

/** Pastes the address of a site on record: its publisher and kind are filled in. One step. */
async function cite(steps: Steps, url: string, publisher: string): Promise<void> {
  const { page } = steps;
  await steps.fill(field(page, 'URL'), url);
  await expect
    .poll(() => field(page, 'Publisher').inputValue(), { timeout: 30_000 })
    .toBe(publisher);
}

/** Looks at what will change, and records it: two steps. */
async function record(steps: Steps): Promise<void> {
  const { page } = steps;
  await steps.press('Control+Enter');
  await form(page).getByRole('heading', { name: 'What will change' }).waitFor();
  await steps.press('Control+Enter');
  await form(page).getByRole('heading', { name: 'Recorded' }).waitFor();
}

/** An article on a site that is on record as press by one publisher. */
const ARTICLE = 'https://www.business-standard.com/economy/news/talks-2026.html';
const PAPER = { publisher: 'Business Standard', kind: 'PRESS', url: ARTICLE };
const citeArticle = (steps: Steps) => cite(steps, ARTICLE, PAPER.publisher);

interface Headline {
  readonly headline: string;
  /** The most fields, choices, clicks and keys, from the open page to what is recorded. */
  readonly most: number;
  readonly enter: (steps: Steps, headline: string) => Promise<void>;
  readonly recorded: object;
}

const HEADLINES: readonly Headline[] = [
  {
    headline: 'India, US end thirteenth round of trade talks, 1-3 September 2026',
    most: 6,
    enter: async (steps, headline) => {
      await begin(steps, headline);
      await citeArticle(steps);
    },
    recorded: { type: 'RoundHeld', occurred: '2026-09-01/2026-09-03', data: { round: 13 } },
  },
  {
    headline: 'US puts 25 % duty on Indian medicines, HS 30.04, from 1 December 2026',
    most: 9,
    enter: async (steps, headline) => {
      const { page } = steps;
      await begin(steps, headline);
      await steps.fill(field(page, 'Occurred'), '20 November 2026');
      await steps.fill(field(page, 'Title'), 'US duty on medicines from India');
      await steps.choose(field(page, 'Kind'), 'National security');
      await citeArticle(steps);
    },
    recorded: {
      type: 'MeasureAdopted',
      stream: 'measure/us-duty-on-medicines-from-india',
      occurred: '2026-11-20',
      data: {
        ...{ title: 'US duty on medicines from India', imposedBy: 'US', affects: ['IN'], rate: 25 },
        ...{ kind: 'NATIONAL_SECURITY', goods: { hs: ['3004'] }, effectiveFrom: '2026-12-01' },
      },
    },
  },
  {
    headline: 'Trade talks on hold until after the elections',
    most: 9,
    enter: async (steps, headline) => {
      await begin(steps, headline);
      await steps.fill(field(steps.page, 'Occurred'), '10 October 2026');
      await steps.choose(field(steps.page, 'Scope'), 'All');
      await steps.fill(field(steps.page, 'Reason'), 'Elections');
      await citeArticle(steps);
    },
    recorded: {
      ...{ type: 'TalksPaused', occurred: '2026-10-10' },
      data: { scope: 'ALL', reason: 'Elections' },
    },
  },
  {
    headline: 'First tranche of the deal now expected by March 2027',
    most: 7,
    enter: async (steps, headline) => {
      await begin(steps, headline);
      await steps.fill(field(steps.page, 'Occurred'), '12 November 2026');
      await expect.poll(() => field(steps.page, 'What').inputValue()).not.toBe('');
      await citeArticle(steps);
    },
    recorded: {
      ...{ type: 'TargetSet', occurred: '2026-11-12' },
      data: { target: 'first-tranche', due: '2027-03' },
    },
  },
  {
    headline: 'India, US sign trade pact in Washington on 24 November 2026',
    most: 7,
    enter: async (steps, headline) => {
      await begin(steps, headline);
      await steps.fill(field(steps.page, 'Title'), 'India-US trade agreement');
      await citeArticle(steps);
    },
    recorded: {
      ...{ type: 'AgreementSigned', occurred: '2026-11-24' },
      data: { title: 'India-US trade agreement', place: 'Washington' },
    },
  },
];

const STREAM = 'negotiation/in-us-bta';

inBrowserWithOwnServer('the tasks of readers and analysts', (session) => {
  const newest = async () => {
    const { events } = await session().server.query<{ events: { nodes: Recorded[] } }>(
      '{ events(last: 1) { nodes { type stream occurred data } } }',
    );
    return events.nodes[0];
  };

  it('shows the duty with what it is made of in no step, and where something changed last week in one', async () => {
    const { server, open } = session();
    const dayBefore = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await server.recordEvents([round(12, dayBefore)]);
    const { page } = await open(PATH);
    const steps = new Steps(page);
    await duty(page, '10').waitFor();
    const head = page.locator('.page-head');
    await head.getByText('Section 301 duty over goods made with forced labour').first().waitFor();
    expect(steps.taken).toBe(0);
    await steps.click(page.getByRole('button', { name: 'What changed in the last seven days' }));
    await page
      .locator('.compare')
      .getByText(/^Duty, phase, agreements and due dates are the same/)
      .waitFor();
    await page
      .locator('.compare')
      .getByText(/^Rounds/)
      .first()
      .waitFor();
    expect(steps.taken).toBe(1);
  });

  for (const { headline, most, enter, recorded } of HEADLINES)
    it(`records “${headline}” in at most ${most} steps`, async () => {
      const { page, complaints } = await session().open(PATH);
      await heading(page).waitFor();
      const steps = new Steps(page);
      await enter(steps, headline);
      await record(steps);
      expect(await newest()).toMatchObject({ stream: STREAM, ...recorded });
      expect(steps.taken).toBeLessThanOrEqual(most);
      expect(complaints).toEqual([]);
    });

  it('lets a round be entered by the keyboard alone, and undone', async () => {
    const { page } = await session().open(PATH);
    await heading(page).waitFor();
    const { keyboard } = page;
    const tabTo = async (name: string) => {
      for (let tabs = 0; tabs < 80; tabs += 1) {
        const label = await page.evaluate(() => {
          const { activeElement: at } = document;
          const labels = at instanceof HTMLInputElement || at instanceof HTMLSelectElement;
          return (labels ? at.labels?.[0]?.textContent : at?.textContent)?.replace(/ \*$/, '');
        });
        if (label === name) return;
        await keyboard.press('Tab');
      }
      throw new Error(`No Tab leads to ${name}.`);
    };
    await tabTo('Enter an event');
    await keyboard.press('Enter');
    await form(page).getByRole('combobox', { name: 'What happened?' }).waitFor();
    await keyboard.type('round held');
    await keyboard.press('Enter');
    await field(page, 'Occurred').waitFor();
    await tabTo('Occurred');
    await keyboard.type('9 September 2026');
    await tabTo('Round');
    await keyboard.type('14');
    await tabTo('URL');
    await keyboard.type(ARTICLE);
    await tabTo('See what will change');
    await keyboard.press('Enter');
    await form(page).getByRole('heading', { name: 'What will change' }).waitFor();
    await tabTo('Record the event');
    await keyboard.press('Enter');
    await form(page).getByRole('heading', { name: 'Recorded' }).waitFor();
    expect(await newest()).toMatchObject({ type: 'RoundHeld', data: { round: 14 } });
    await tabTo('Undo');
    await keyboard.press('Enter');
    await form(page).getByRole('heading', { name: 'Undone' }).waitFor();
    expect(await newest()).toMatchObject({ type: 'EventRetracted', stream: STREAM });
    await keyboard.press('Escape');
    await form(page).waitFor({ state: 'detached' });
  });

  it('gives the chart to another site at 320 and 900 px, as high as it is, and tags to whoever is sent the address', async () => {
    const { server, open } = session();
    const { page } = await open(PATH);
    await heading(page).waitFor();
    const code = chartEmbedCode({ slug: 'in-us-bta', title: 'Talks' }, now(), server.url);
    const boxes = [320, 900].map((width) => `<div style="width:${width}px">${code}</div>`).join('');
    const site = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><html lang="en"><title>News</title>${boxes}</html>`);
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      site.closeAllConnections();
      site.close();
    });
    await page.setViewportSize({ width: 1000, height: 1800 });
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    for (const index of [0, 1]) {
      const frame = page.locator('iframe').nth(index);
      await frame.scrollIntoViewIfNeeded();
      const chart = frame.contentFrame();
      await chart.getByRole('img', { name: /^Duty of the United States on India/ }).waitFor();
      const inner = () =>
        chart
          .locator('html')
          .evaluate(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => ({
            missingHeight: scrollHeight - clientHeight,
            missingWidth: scrollWidth - clientWidth,
          }));
      await expect.poll(inner).toEqual({ missingHeight: 0, missingWidth: 0 });
    }
    const html = await (await fetch(`${server.url}${PATH}?at=2025-08-28`)).text();
    expect(html).toMatch(/<meta property="og:description" content="On 28 August 2025[^"]*50 %/);
    expect(html).toMatch(/<meta property="og:image" content="[^"]*\/share\/in-us-bta\.png/);
  });
});
