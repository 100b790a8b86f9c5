import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { chartEmbedCode } from '../../src/dashboard/features/embed/embedCode.js';
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

  it('is beside the chart, as wide as its frame, which the page around makes as high as it is', async () => {
    const { server, open } = session();
    const { page } = await open('/');
    const frame = (width: number, more: string) =>
      `<div style="width:${width}px"><iframe src="${server.url}/embed/in-us-bta/duty?at=2025-10-01${more}" title="Duty" width="100%" height="10"></iframe></div>`;
    const code = chartEmbedCode({ slug: 'in-us-bta', title: 'Talks' }, now(), server.url);
    const script = code.slice(code.indexOf('<script>'));
    await page.setViewportSize({ width: 1000, height: 1600 });
    await page.goto(
      await site(frame(320, '') + frame(900, '&theme=dark&accent=cc3300&title=off') + script),
    );
    for (const [index, width] of [320, 900].entries()) {
      const chart = page.locator('iframe').nth(index).contentFrame();
      await chart.getByRole('img', { name: /^Duty of the United States on India/ }).waitFor();
      const sizes = () =>
        page
          .locator('iframe')
          .nth(index)
          .evaluate((each: HTMLIFrameElement) => [each.clientWidth, Number(each.height)] as const);
      await expect.poll(async () => (await sizes())[1]).toBeGreaterThan(400);
      const inside = await chart
        .locator('body')
        .evaluate(({ scrollWidth, scrollHeight, clientWidth }) => ({
          scrollWidth,
          scrollHeight,
          clientWidth,
        }));
      expect((await sizes())[1]).toBe(inside.scrollHeight);
      expect(inside.scrollWidth).toBe(inside.clientWidth);
      expect(inside.clientWidth).toBeLessThanOrEqual(width);
    }
    const [light, dark] = [0, 1].map((index) => page.locator('iframe').nth(index).contentFrame());
    expect(
      await light!.getByText('Duty of the United States on India', { exact: true }).count(),
    ).toBe(1);
    expect(
      await dark!.getByText('Duty of the United States on India', { exact: true }).count(),
    ).toBe(0);
    const accent = await dark!
      .locator('.chart-solid')
      .evaluate((line) => getComputedStyle(line).stroke);
    expect(accent).toBe('rgb(204, 51, 0)');
    const paper = await dark!
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(paper).toBe('rgb(20, 22, 26)');
    const { page: alone } = await open('/embed/in-us-bta/duty?at=2025-10-01');
    await alone.getByRole('img', { name: /^Duty of the United States/ }).waitFor();
    expect(await axeInLightAndDark(alone)).toEqual([]);
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
