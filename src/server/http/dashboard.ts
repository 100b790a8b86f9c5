/** The dashboard's files, as built into dist/dashboard: read once, sent from memory. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { etagMatches } from '../graphql/responseCache.js';
import { type Headers, send } from './httpError.js';

/** Where `npm run build` puts the dashboard. */
export const DASHBOARD = path.join(
  // The package's own root: this file runs from src and from dist.
  path.dirname(createRequire(import.meta.url).resolve('parley/package.json')),
  'dist/dashboard',
);

/** Nothing from elsewhere, and no script or style that is written into the page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const FOREVER = 'public, max-age=31536000, immutable';
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

const NOT_BUILT = `Parley answers at /graphql. Its dashboard is not built here: run "npm run build" and start the server again.\n`;

/** A file, and what is left of it when it is compressed: done when first asked for. */
class Page {
  readonly #compressed = new Map<'br' | 'gzip', Promise<Buffer>>();
  readonly type: string;
  readonly etag: string;

  constructor(
    name: string,
    readonly bytes: Buffer,
  ) {
    this.type = TYPES[path.extname(name)] ?? 'application/octet-stream';
    this.etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  }

  as(encoding: 'br' | 'gzip'): Promise<Buffer> {
    let bytes = this.#compressed.get(encoding);
    if (!bytes) {
      bytes =
        encoding === 'br'
          ? promisify(brotliCompress)(this.bytes, BROTLI)
          : promisify(gzip)(this.bytes, { level: 9 });
      this.#compressed.set(encoding, bytes);
    }
    return bytes;
  }
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export class Dashboard {
  /** By the path they are asked for: only what was in the directory at the start can be. */
  readonly #files = new Map<string, Page>();

  /** Reads what is in `directory`; where there is none, pages say how to build it. */
  constructor(directory: string = DASHBOARD) {
    for (const name of filesIn(directory))
      this.#files.set(`/${name}`, new Page(name, readFileSync(path.join(directory, name))));
  }

  /** What answers a browser at a path where nothing is, or undefined: the page itself says so. */
  nothingAt({ method, headers }: IncomingMessage): Handle | undefined {
    const page = this.#files.get('/index.html');
    const reads = method === 'GET' || method === 'HEAD';
    if (!page || !reads || !headers.accept?.includes('text/html')) return undefined;
    return (request, response) =>
      sendPage(
        request,
        response,
        page,
        { ...policyFor("'none'"), 'Cache-Control': 'no-store' },
        404,
      );
  }

  /** What answers a path, or undefined when it is none of the dashboard's. */
  at(pathname: string): Handle | undefined {
    const file = this.#files.get(pathname);
    if (file && pathname.startsWith('/assets/'))
      return (request, response) => sendPage(request, response, file, { 'Cache-Control': FOREVER });
    const embedded = /^\/embed\/[^/]+$/.test(pathname);
    if (pathname !== '/' && !embedded && !/^\/negotiation\/[^/]+$/.test(pathname)) return undefined;
    return async (request, response) => {
      const page = this.#files.get(embedded ? '/embed.html' : '/index.html');
      const headers = {
        'Cache-Control': 'no-cache',
        ...policyFor(embedded ? '*' : "'none'"),
        // The policy above says who may frame it; the older header knows only all or nobody.
        ...(embedded && { 'X-Frame-Options': '' }),
      };
      if (page) await sendPage(request, response, page, headers);
      else send(request, response, pathname === '/' ? 200 : 503, PLAIN, NOT_BUILT);
    };
  }
}

/** What the page may load, and who may show it within pages of their own. */
const policyFor = (ancestors: string) => ({ 'Content-Security-Policy': POLICY + ancestors });

const PLAIN: Headers = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Cache-Control': 'no-store',
};

/** Names relative to the directory, with slashes; what begins with a dot is not for others. */
function filesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ parentPath, name }) =>
        path.relative(directory, path.join(parentPath, name)).split(path.sep).join('/'),
      );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  extra: Headers,
  status = 200,
): Promise<void> {
  const encoding = encodingFor(request.headers['accept-encoding'] ?? '');
  // Each encoding is another representation, so it has another tag.
  const etag = `"${page.etag}${encoding ? `-${encoding}` : ''}"`;
  const headers = { ...extra, ETag: etag, Vary: 'Accept-Encoding', 'Content-Type': page.type };
  const known = status === 200 && etagMatches(etag, request.headers['if-none-match']);
  if (known) send(request, response, 304, headers);
  else if (!encoding) send(request, response, status, headers, page.bytes);
  else {
    const all = { ...headers, 'Content-Encoding': encoding };
    send(request, response, status, all, await page.as(encoding));
  }
}

/** The best encoding that a browser takes; "identity" alone, or a weight of zero, asks for none. */
function encodingFor(accepted: string): 'br' | 'gzip' | undefined {
  const taken = accepted
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => !/;\s*q=0(?:\.0*)?$/.test(each))
    .map((each) => each.split(';', 1)[0]);
  return (['br', 'gzip'] as const).find((encoding) => taken.includes(encoding));
}
