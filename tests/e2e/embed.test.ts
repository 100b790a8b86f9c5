import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { chartEmbedCode, embedCode } from '../../src/dashboard/features/embed/embedCode.js';
import { CREDIT, DATA_LICENCE } from '../../src/dashboard/lib/words/sources/credit.js';
import { now } from '../../src/dashboard/lib/view.js';
import { axeInLightAndDark } from './support/axe.js';
import { round } from './support/serverProcess.js';
import { inBrowserWithOwnServer } from './support/session.js';

/** The URL of another site whose only page is `html`. */
async function site(html: string): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><title>News</title><h1>News</h1>${html}</html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** The date `days` days from now. */
const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

inBrowserWithOwnServer('the card', (session) => {
  it('is shown inside a page of another site, and updates as events are recorded', async () => {
    const { server, open } = session();
    const { page, complaints } = await open('/');
    const src = `${server.url}/embed/in-us-bta?show=duty,next`;
    await page.goto(
      await site(`<iframe src="${src}" title="Talks" width="420" height="320"></iframe>`),
    );
    const card = page.frameLocator('iframe');
    await card.getByText(/^The United States on India: \d+/).waitFor();
    const link = card.getByRole('link', { name: 'India-United States Bilateral Trade Agreement' });
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noopener');

    await server.recordEvents([
      {
        ...round(1, '2026-10-01'),
        data: {
          roundScheduled: { round: 12, dates: day(10), place: 'New Delhi' },
        },
      },
    ]);
    await card.getByText(/: Round 12 planned$/).waitFor();
    expect(complaints).toEqual([]);
  });

  it('does not change where its view is fixed, and names that view', async () => {
    const { page } = await session().open('/embed/in-us-bta?at=2025-08-28&knownAt=2026-11-22');
    await page.getByText(/^The United States on India: 50\u00a0%/).waitFor();
    await page.getByText(/^On 28 August 2025, as known on/).waitFor();
    expect(await axeInLightAndDark(page)).toEqual([]);
  });

  it('has the light or dark theme of its URL, whatever the system setting', async () => {
    const paper = async (theme: string, colorScheme: 'light' | 'dark') => {
      const { page } = await session().open(`/embed/in-us-bta?theme=${theme}`, { colorScheme });
      await page.getByRole('definition').first().waitFor();
      return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    };
    const [light, dark] = ['rgb(255, 255, 255)', 'rgb(27, 30, 35)'];
    expect(await paper('light', 'dark')).toBe(light);
    expect(await paper('dark', 'light')).toBe(dark);
    expect(await paper('auto', 'dark')).toBe(dark);
  });

  it('is offered as embed code by the page of a negotiation, for the current view', async () => {
    const { server, open } = session();
    const { page } = await open('/negotiation/in-us-bta?at=2025-08-28');
    await page.getByRole('button', { name: 'Embed this page as a card' }).click();
    const code = page.getByText(/^<iframe/);
    await code.waitFor();
    expect(await code.textContent()).toContain(`src="${server.url}/embed/in-us-bta?at=2025-08-28"`);
  });

  it.each([
    ['card', '/embed/in-us-bta', 320],
    ['card', '/embed/in-us-bta', 900],
    ['chart', '/embed/in-us-bta/duty', 320],
    ['chart', '/embed/in-us-bta/duty', 900],
  ] as const)(
    'as a %s is as wide as its frame, which the page around makes as high as it is: %s at %i pixels',
    async (kind, path, width) => {
      const { server, open } = session();
      const { page } = await open('/');
      const codeOf = kind === 'chart' ? chartEmbedCode : embedCode;
      const clock = { ...now(), at: '2025-10-01', knownAt: '2026-11-24' };
      const code = codeOf({ slug: 'in-us-bta', title: 'Talks' }, clock, server.url);
      expect(code).toContain(`${server.url}${path}?at=2025-10-01&amp;knownAt=2026-11-24`);
      await page.setViewportSize({ width: 1000, height: 1600 });
      await page.goto(await site(`<div style="width:${width}px">${code}</div>`));
      const frame = page.locator('iframe');
      const content = frame.contentFrame();
      await content.getByText(/^Sources: /).waitFor();
      // The frame is as high as its content to the pixel, and nothing is wider than it.
      const rest = async () => {
        const height = await frame.evaluate((each: HTMLIFrameElement) => each.clientHeight);
        return content.locator('body').evaluate((body, around) => {
          const { bottom } = body.querySelector('main')!.getBoundingClientRect();
          return [body.scrollWidth - body.clientWidth, around - Math.ceil(bottom)];
        }, height);
      };
      await expect.poll(rest).toEqual([0, 0]);
      expect(await frame.evaluate((each: HTMLIFrameElement) => each.clientWidth)).toBe(width);
      const words = (await content.locator('body').innerText()).replaceAll(/\s+/g, ' ');
      for (const part of ['Sources: ', CREDIT, DATA_LICENCE]) expect(words).toContain(part);
      expect(words).toMatch(/24 November 2026/);
    },
  );

  it('as a chart has the theme, the accent colour, the title and the view of its URL', async () => {
    const { open } = session();
    const chartAt = async (search: string) => {
      const { page } = await open(`/embed/in-us-bta/duty?at=2025-10-01${search}`);
      await page.getByRole('img', { name: /^Duty of the United States on India/ }).waitFor();
      const title = page.locator('svg text', { hasText: /^Duty of the United States on India$/ });
      const style = (selector: string, property: 'stroke' | 'backgroundColor') =>
        page
          .locator(selector)
          .first()
          .evaluate((each, name) => getComputedStyle(each)[name], property);
      return { page, title, style };
    };
    const plain = await chartAt('');
    expect(await plain.title.count()).toBe(1);
    expect(await axeInLightAndDark(plain.page)).toEqual([]);
    const themed = await chartAt('&theme=dark&accent=cc3300&title=off&knownAt=2026-11-24');
    expect(await themed.title.count()).toBe(0);
    expect(await themed.style('.chart-solid', 'stroke')).toBe('rgb(204, 51, 0)');
    expect(await themed.style('body', 'backgroundColor')).toBe('rgb(20, 22, 26)');
    await themed.page.getByText(/as recorded by 24 November 2026\./).waitFor();
    await themed.page.getByText(/Data as of 22 November 2026\./).waitFor();
    const { page: unread } = await open('/embed/in-us-bta/duty?at=garbage');
    await unread.getByText(/“garbage” is not understood as a date/).waitFor();
  });

  it('may be framed by other sites; the page that it links to may not', async () => {
    const { server } = session();
    const policy = async (path: string) =>
      (await fetch(server.url + path)).headers.get('content-security-policy');
    expect(await policy('/embed/in-us-bta')).toMatch(/frame-ancestors \*$/);
    expect(await policy('/embed/in-us-bta/duty')).toMatch(/frame-ancestors \*$/);
    expect(await policy('/negotiation/in-us-bta')).toMatch(/frame-ancestors 'none'$/);
  });

  it('prints in black on white, on one page', async () => {
    const { page } = await session().open('/embed/in-us-bta?theme=dark');
    await page.getByRole('definition').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const [paper, ink] = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return [backgroundColor, color];
    });
    expect([paper, ink]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
});
