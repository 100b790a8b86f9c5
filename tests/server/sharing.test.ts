/** What programs that show links are told of a page, its picture, and how it is embedded. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Parley } from '../../src/app/parley.js';
import { MemoryLog } from '../../src/log/memory/memoryLog.js';
import { shippedEvents } from '../support/record.js';
import { launch, sharedServer } from './testServer.js';

const HOSTILE = `</title><script>alert("1")</script>' onload='x`;
const SLUG = 'hostile-title';

const log = new MemoryLog();
const hostile = {
  ...launch,
  id: '019e0000-0000-7000-8000-000000000001',
  stream: `negotiation/${SLUG}`,
  data: { ...launch.data, title: HOSTILE },
};
await new Parley(log).append([hostile, ...shippedEvents()], { restore: true });
const server = sharedServer(() => ({ log }));

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server().url + path, { headers });

/** The tags of a page by property or name. */
async function tagsOf(path: string): Promise<Readonly<Record<string, string>>> {
  const html = await (await get(path)).text();
  const tags = [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)];
  return Object.fromEntries(tags.map(([, name, content]) => [name, content]));
}

/** Width and height of a PNG: the first chunk has them (PNG specification, section 11.2.2). */
async function sizeOf(response: Response): Promise<readonly number[]> {
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the head of a page', () => {
  it('says where things stand on the date of the view, with the clocks in its address', async () => {
    const tags = await tagsOf('/negotiation/in-us-bta?publicAt=2025-09-01&at=2025-08-28&x=1');
    const { url } = server();
    expect(tags).toMatchObject({
      'og:title': 'India-United States Bilateral Trade Agreement',
      'og:type': 'website',
      'twitter:card': 'summary_large_image',
      'og:image:width': '1200',
    });
    expect(tags['og:description']).toMatch(
      /^On 28 August 2025, as the public could know by 1 September 2025: India and the United States have been negotiating since [^.]*\. Duty of the United States on India 50 %/,
    );
    expect(tags['description']).toBe(tags['og:description']);
    expect(tags['twitter:description']).toBe(tags['og:description']);
    for (const [name, path] of [
      ['og:url', '/negotiation/in-us-bta'],
      ['og:image', '/share/in-us-bta.png'],
      ['twitter:image', '/share/in-us-bta.png'],
    ] as const) {
      const address = new URL((tags[name] ?? '').replaceAll('&amp;', '&'));
      expect(address.origin + address.pathname).toBe(url + path);
      expect(Object.fromEntries(address.searchParams)).toEqual({
        at: '2025-08-28',
        publicAt: '2025-09-01',
      });
    }
  });

  it('differs by the view, and says nothing of a date that is none', async () => {
    const at = async (date: string) =>
      (await tagsOf(`/negotiation/in-us-bta?at=${date}`))['og:description'];
    expect(await at('2025-04-30')).toContain('On 30 April 2025: ');
    expect(await at('2025-04-30')).not.toEqual(await at('2026-03-01'));
    const { 'og:url': address } = await tagsOf('/negotiation/in-us-bta?at=garbage');
    expect(address).toBe(`${server().url}/negotiation/in-us-bta`);
  });

  it('describes the first page and the answer of the goods desk', async () => {
    expect(await tagsOf('/?at=2025-08-28')).toMatchObject({
      'og:title': 'Parley',
      'og:description': expect.stringMatching(/^On 28 August 2025: where \d negotiations stand/),
      'og:image': `${server().url}/share/all.png?at=2025-08-28`,
    });
    const desk = await tagsOf('/duty?imposedBy=US&on=IN&hs=8541.43&at=2025-08-28');
    expect(desk['og:title']).toBe('Duty of the United States on goods of HS 8541.43 from India');
    expect(desk['og:description']).toMatch(
      /^On 28 August 2025: The United States on India: duty \d/,
    );
  });

  it.each(['/duty', '/proposals', '/glossary', '/chronicle', '/'])(
    'is its own, with a picture, on a page about no one thing of the record: %s',
    async (path) => {
      const html = await (await get(path)).text();
      const tags = await tagsOf(path);
      const title = tags['og:title'] ?? '';
      expect(title).toMatch(/^[A-Z]/);
      expect(html).toContain(`<title>${path === '/' ? title : `${title} – Parley`}</title>`);
      expect(tags['description']).toMatch(/^.{40,300}\.$/);
      expect(tags['og:url']).toBe(server().url + path);
      const picture = await fetch((tags['og:image'] ?? '').replaceAll('&amp;', '&'));
      expect(await sizeOf(picture)).toEqual([1200, 630]);
    },
  );

  it('differs from page to page', async () => {
    const paths = ['/', '/duty', '/proposals', '/glossary', '/chronicle', '/parties/IN'];
    const tags = await Promise.all(paths.map(tagsOf));
    expect(new Set(tags.map((each) => each['og:title'])).size).toBe(paths.length);
  });

  it('describes an event, a measure, a party and what happened', async () => {
    const [framework] = shippedEvents().filter(({ type }) => type === 'FrameworkAgreed');
    const pages = [
      [`/events/${framework!.id}`, /framework/i, /recorded on/],
      [
        '/measures/us-recip-in?at=2025-10-01',
        /Reciprocal/,
        /^On 1 October 2025: imposed by the United States on India; in force; 25 %/,
      ],
      [
        '/parties/IN?at=2025-10-01',
        /^India$/,
        /^On 1 October 2025: India takes part in 2 negotiations: .*; India-United States/,
      ],
      ['/negotiation/in-us-bta/chronicle', /^What happened: India-United States/, /framework/],
    ] as const;
    for (const [path, title, description] of pages) {
      const tags = await tagsOf(path);
      expect(tags['og:title']).toMatch(title);
      expect(tags['og:description']).toMatch(description);
      expect(tags['og:url']).toBe(server().url + path);
      const picture = await fetch((tags['og:image'] ?? '').replaceAll('&amp;', '&'));
      expect(await sizeOf(picture)).toEqual([1200, 630]);
      for (const [, feed] of (await (await get(path)).text()).matchAll(
        /atom\+xml" [^>]*href="([^"]+)"/g,
      ))
        expect((await get(feed!)).status).toBe(200);
    }
  });

  it('escapes what the record says', async () => {
    const html = await (await get(`/negotiation/${SLUG}`)).text();
    expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)');
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<title>/g)).toHaveLength(1);
    expect(html.match(/<meta name="description"/g)).toHaveLength(1);
  });

  it('says nothing of what is not on record', async () => {
    for (const slug of ['no-such-talks', '%22%3E%3Cscript%3E', 'a%2Fb']) {
      const headers = { accept: 'text/html' };
      const response = await fetch(`${server().url}/negotiation/${slug}`, { headers });
      expect(response.status).toBe(404);
      const html = await response.text();
      expect(html).toContain('<title>');
      expect(html).not.toContain('og:title');
    }
  });
});

describe('the picture of a view', () => {
  let head: string;
  beforeAll(async () => {
    head = new Date((await server().parley.head()).recordedAt).toISOString();
  });

  it.each([
    '/share/in-us-bta.png?at=2025-08-28',
    '/share/all.png',
    '/share/goods/duty.png?imposedBy=US&on=IN&at=2025-08-28',
    `/share/${SLUG}.png`,
  ])('is a PNG of 1200 by 630 pixels at %s', async (path) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await sizeOf(response)).toEqual([1200, 630]);
  });

  it('is kept for ever when its view is pinned, and else has a tag to ask again with', async () => {
    const pinned = await get(`/share/in-us-bta.png?at=2025-08-28&knownAt=${head}`);
    expect(pinned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const moving = await get('/share/in-us-bta.png');
    expect(moving.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/share/in-us-bta.png', {
      'if-none-match': moving.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });

  it.each([
    ['/share/no-such-talks.png', 404],
    ['/share/in-us-bta.png?at=2019-01-01', 404],
    ['/share/in-us-bta.png?at=garbage', 400],
    ['/share/in-us-bta.png?width=9000', 400],
    ['/share/%3Cscript%3E.png', 400],
    ['/share/goods/duty.png?imposedBy=US', 400],
    ['/share/in-us-bta.gif', 404],
  ])('is refused at %s with %d, in words', async (path, status) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ]);
    const text = await response.text();
    expect(text).not.toContain('no-such-talks');
    expect(text).not.toContain('<script>');
  });
});

describe('the chart for other sites', () => {
  it('is there where the negotiation is on record at the view, and 404 where it is not', async () => {
    for (const [path, status] of [
      ['/embed/in-us-bta/duty', 200],
      ['/embed/in-us-bta/duty?at=2019-01-01', 404],
      ['/embed/no-such-talks/duty', 404],
    ] as const) {
      const response = await get(path, {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-dest': 'iframe',
      });
      expect([path, response.status]).toEqual([path, status]);
      expect(response.headers.get('content-security-policy')).toMatch(/frame-ancestors \*$/);
      expect(await response.text()).not.toContain('no-such-talks');
    }
  });
});

describe('oEmbed', () => {
  const oembed = (url: string, more = '') => get(`/oembed?url=${encodeURIComponent(url)}${more}`);

  it('is named in the head of a page, and answers with a frame of that view', async () => {
    const html = await (await get('/negotiation/in-us-bta?at=2025-08-28')).text();
    const [, href = ''] = /type="application\/json\+oembed" href="([^"]+)"/.exec(html) ?? [];
    const answer = await (await fetch(href.replaceAll('&amp;', '&'))).json();
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'India-United States Bilateral Trade Agreement',
      provider_name: 'Parley',
      thumbnail_url: `${server().url}/share/in-us-bta.png?at=2025-08-28`,
    });
    const { html: frame } = answer as { html: string };
    const [, src = ''] = /^<iframe src="([^"]+)" .*><\/iframe>$/.exec(frame) ?? [];
    expect(new URL(src).pathname).toBe('/embed/in-us-bta/duty');
    expect(new URL(src).search).toBe('?at=2025-08-28');
    expect((await fetch(src)).status).toBe(200);
  });

  it('keeps within the sizes that are asked for', async () => {
    const answer: unknown = await (
      await oembed(`${server().url}/negotiation/in-us-bta`, '&maxwidth=320&maxheight=200')
    ).json();
    expect(answer).toMatchObject({ width: 320, height: 200 });
    expect(answer).not.toHaveProperty('thumbnail_url');
    expect((answer as { html: string }).html).toContain('width="320" height="200"');
  });

  it('escapes what the record says', async () => {
    const { html } = (await (await oembed(`${server().url}/negotiation/${SLUG}`)).json()) as {
      html: string;
    };
    expect(html).not.toContain('<script');
    expect(html.match(/[<>]/g)).toHaveLength(4);
  });

  it.each([
    ['format=xml', 501],
    ['format=json', 200],
    ['maxwidth=0', 400],
    ['maxwidth=1e9', 400],
    ['utm=1', 200],
  ])('answers %s with %d', async (parameter, status) => {
    const response = await oembed(`${server().url}/negotiation/in-us-bta`, `&${parameter}`);
    expect(response.status).toBe(status);
  });

  it('answers 404 for what is not here, and 400 for what is no address', async () => {
    const { url } = server();
    expect((await oembed('https://example.org/negotiation/in-us-bta')).status).toBe(404);
    expect((await oembed(`${url}/negotiation/no-such-talks`)).status).toBe(404);
    expect((await oembed(`${url}/proposals`)).status).toBe(404);
    expect((await oembed('nonsense')).status).toBe(400);
    expect((await get('/oembed')).status).toBe(400);
  });
});
