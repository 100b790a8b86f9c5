import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { sharedServer, startServer } from './testServer.js';

const [HEAD, REST] = ['<!doctype html><head><title>Parley</title>', '</head>'] as const;
const INDEX = HEAD + REST;
const SCRIPT = `console.log(${JSON.stringify('talks '.repeat(500))});`;

/** Writes the smallest directory that passes for a built dashboard. */
function buildDashboard(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'parley-dashboard-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  mkdirSync(path.join(directory, 'assets'));
  writeFileSync(path.join(directory, 'index.html'), INDEX);
  writeFileSync(path.join(directory, 'embed.html'), INDEX);
  writeFileSync(path.join(directory, 'assets', 'index-abc.js'), SCRIPT);
  writeFileSync(path.join(directory, '.built-from'), 'secret');
  return directory;
}

/** Requests a path as written: `fetch` normalizes paths and decompresses bodies. */
function raw(
  url: string,
  target: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path: target, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the dashboard', () => {
  const directory = buildDashboard();
  const server = sharedServer(() => ({ dashboard: directory }));

  it.each([
    '/',
    '/negotiation/a-b',
    '/embed/a-b',
    '/chronicle',
    '/glossary',
    '/parties/IN',
    '/parties/MERCOSUR',
  ])(
    'is served at %s, revalidated on each load, and runs no inline script or style',
    async (page) => {
      const { url } = server();
      const { status, headers, body } = await raw(url, page);
      expect(status).toBe(200);
      expect(body.toString().startsWith(HEAD)).toBe(true);
      expect(body.toString().endsWith(REST)).toBe(true);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
      expect(policy).not.toContain('unsafe');
    },
  );

  it('names its feeds in its head and, on the first page, the dataset', async () => {
    const { url } = server();
    const page = async (target: string) =>
      (await raw(url, target, { accept: 'text/html' })).body.toString();
    const linksIn = (html: string) =>
      [...html.matchAll(/<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)"/g)].map(
        ([, type, href]) => `${type} ${href}`,
      );
    expect(linksIn(await page('/'))).toEqual(['application/atom+xml /feeds/all.atom']);
    expect(linksIn(await page('/negotiation/a-b?at=2025-08-01'))).toEqual([
      'application/atom+xml /feeds/a-b.atom',
      'text/calendar /feeds/a-b.ics',
      'application/atom+xml /feeds/all.atom',
    ]);
    expect(linksIn(await page('/negotiation/%22%3E%3Cscript%3E'))).toHaveLength(1);
    const json = /<script type="application\/ld\+json">(.*)<\/script>/.exec(await page('/'))?.[1];
    expect(JSON.parse(json ?? '')).toMatchObject({
      '@type': 'Dataset',
      distribution: [
        { contentUrl: `${url}/api/events.csv`, encodingFormat: 'text/csv' },
        { contentUrl: `${url}/api/events.parquet` },
        { contentUrl: `${url}/api/duty-steps.csv` },
        { contentUrl: `${url}/api/duty-steps.parquet` },
      ],
    });
    expect(await page('/embed/a-b')).toBe(INDEX);
  });

  it('lets other sites frame the card only', async () => {
    const { url } = server();
    const card = await raw(url, '/embed/a-b');
    expect(card.headers['content-security-policy']).toMatch(/frame-ancestors \*/);
    expect(card.headers).not.toHaveProperty('x-frame-options');
    const page = await raw(url, '/negotiation/a-b');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.headers['x-frame-options']).toBe('DENY');
  });

  it('is answered with 304 to a browser that has it', async () => {
    const { url } = server();
    const { headers } = await raw(url, '/');
    const again = await raw(url, '/', { 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('serves immutable scripts in an encoding that the browser accepts', async () => {
    const { url } = server();
    const target = '/assets/index-abc.js';
    const plain = await raw(url, target);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.body.toString()).toBe(SCRIPT);
    const brotli = await raw(url, target, { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(SCRIPT);
    const gzip = await raw(url, target, { 'accept-encoding': 'gzip;q=0.8, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
    const tags = [plain, brotli, gzip].map(({ headers }) => headers['etag']);
    expect(new Set(tags).size).toBe(3);
    for (const { headers } of [plain, brotli, gzip])
      expect(headers['vary']).toBe('Accept-Encoding');
  });

  it.each([
    '/assets/../.built-from',
    '/assets/%2e%2e/.built-from',
    '/.built-from',
    '/index.html',
    '/assets',
    '/assets/missing.js',
    '/negotiation',
    '/negotiation/a/b',
    '/embed/a/../../.built-from',
  ])('answers 404 at %s', async (target) => {
    const { url } = server();
    const { status, body } = await raw(url, target);
    expect(status).toBe(404);
    expect(body.toString()).not.toContain('secret');
  });

  it.each([
    '/events/nope',
    '/events/00000000-0000-4000-8000-000000000001',
    '/measures/nope',
    '/measures/a%2Fb',
    '/parties/NOBODY',
    '/parties/x-nobody',
    '/parties/in',
    '/negotiation/nope',
    '/negotiation/a%2Fb',
    '/negotiation/nope/chronicle',
  ])('answers 404 at %s, which is not on record: with a page to people only', async (target) => {
    const { url } = server();
    const browser = await raw(url, target, { accept: 'text/html,*/*;q=0.8' });
    expect([browser.status, browser.body.toString().startsWith(HEAD)]).toEqual([404, true]);
    const program = await raw(url, target, { accept: 'application/json' });
    expect(program.status).toBe(404);
    expect(program.body.toString()).toContain('NOT_FOUND');
  });

  it.each(['/embed/nope', '/embed/a%2Fb'])(
    'answers 404 at %s with the card, which says what is missing where it is framed',
    async (target) => {
      const { status, body } = await raw(server().url, target);
      expect([status, body.toString().startsWith(HEAD)]).toEqual([404, true]);
    },
  );

  it.each(['/nope', '/negotiation', '/negotiation/a/b', '/embed/', '/assets/missing.js'])(
    'answers 404 at %s with the page to a browser, and with JSON to a program',
    async (target) => {
      const { url } = server();
      const browser = await raw(url, target, {
        accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      });
      expect([browser.status, browser.body.toString()]).toEqual([404, INDEX]);
      expect(browser.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'x-frame-options': 'DENY',
      });
      const tag = { accept: 'text/html', 'if-none-match': String(browser.headers['etag']) };
      expect((await raw(url, target, tag)).status).toBe(404);
      for (const accept of ['application/json', '*/*']) {
        const program = await raw(url, target, { accept });
        expect(program.status).toBe(404);
        expect(JSON.parse(program.body.toString())).toMatchObject({
          errors: [{ extensions: { code: 'NOT_FOUND' } }],
        });
      }
    },
  );

  it('says how to build it where it is not built', async () => {
    const { url } = await startServer({ dashboard: path.join(tmpdir(), 'parley-none') });
    const home = await raw(url, '/');
    expect([home.status, home.body.toString()]).toEqual([
      200,
      expect.stringContaining('run "npm run build"'),
    ]);
    expect((await raw(url, '/negotiation/in-us-bta')).status).toBe(503);
    const nothing = await raw(url, '/nope', { accept: 'text/html' });
    expect([nothing.status, nothing.headers['content-type']]).toEqual([
      404,
      'application/json; charset=utf-8',
    ]);
  });
});
