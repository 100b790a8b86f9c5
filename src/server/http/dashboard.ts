/** Routes of the dashboard: its pages and assets, as built, read once and sent from memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { isForPeople, notFound } from './app.js';
import { CompressedFile, SUFFIXES } from './compressedFile.js';
import { readOnlyRoute } from './readOnlyRoute.js';

/** Where `npm run build` puts the dashboard. */
export const DASHBOARD = path.join(
  // The package's own root: this file runs from src and from dist.
  path.dirname(createRequire(import.meta.url).resolve('parley/package.json')),
  'dist/dashboard',
);

/** Nothing from other hosts, no inline script and no inline style; who may frame it comes last. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";

const IMMUTABLE = 'public, max-age=31536000, immutable';

const NOT_BUILT = `Parley answers at /graphql. Its dashboard is not built: run "npm run build" and start the server again.\n`;

const CONFIG = { route: 'dashboard' };

const PAGES = [
  '/',
  '/duty',
  '/proposals',
  '/chronicle',
  '/glossary',
  '/negotiation/:negotiation',
  '/negotiation/:negotiation/chronicle',
  '/events/:event',
  '/measures/:measure',
  '/parties/:party',
];

/** Of what the pages of other sites may frame. */
const FRAMED = {
  ...CONFIG,
  otherSites: true,
  // X-Frame-Options knows only all or nobody; the policy says who may frame.
  helmet: { xFrameOptions: false },
} as const;

/** What a page says of the record before any script runs. */
export interface PageFacts {
  /**
   * What its head says beside the built one, as HTML. A title or description stands in place of the
   * built one.
   */
  head(request: FastifyRequest): Promise<string>;
  /** Whether the record has what it is about. */
  exists(request: FastifyRequest): Promise<boolean>;
  /** 404 for a page about what is not on record: it is sent all the same, and says so. */
  status(request: FastifyRequest): Promise<200 | 404>;
}

/**
 * Registers the pages and assets found in `directory`, and the page that browsers get where nothing
 * is. Only files that were there at the start are served. Where it is not built, pages say how to.
 */
export function dashboardRoutes(
  app: FastifyInstance,
  facts: PageFacts,
  directory: string = DASHBOARD,
): void {
  const files = readFiles(directory);
  const page = files.get('index.html');
  const pages = page && new PagesWithHead(page);
  const sendPage = async (request: FastifyRequest, reply: FastifyReply) => {
    if (!pages) return sendNotBuilt(reply, request.url === '/' ? 200 : 503);
    const [head, status] = await Promise.all([facts.head(request), facts.status(request)]);
    if (status === 404 && !isForPeople(request)) throw notFound(request);
    const headers = { ...policy(false), 'cache-control': 'no-cache' };
    return pages.with(head).send(request, reply, headers, status);
  };
  // What is framed says what is missing: it is sent to people and programs alike.
  const sendFramed =
    (name: string, statusOf: (request: FastifyRequest) => Promise<200 | 404>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const file = files.get(name);
      if (!file) return sendNotBuilt(reply, 503);
      const headers = { ...policy(true), 'cache-control': 'no-cache' };
      return file.send(request, reply, headers, await statusOf(request));
    };
  const sendCard = sendFramed('embed.html', (request) => facts.status(request));
  const sendChart = sendFramed('embedChart.html', async (request) =>
    (await facts.exists(request)) ? 200 : 404,
  );
  for (const path of PAGES) readOnlyRoute(app, path, sendPage, CONFIG);
  readOnlyRoute(app, '/embed/:negotiation', sendCard, FRAMED);
  readOnlyRoute(app, '/embed/:negotiation/duty', sendChart, FRAMED);
  readOnlyRoute(
    app,
    '/assets/*',
    (request, reply) => {
      const file = files.get(`assets/${(request.params as { '*': string })['*']}`);
      if (!file) {
        reply.callNotFound();
        return reply;
      }
      return file.send(request, reply, { 'cache-control': IMMUTABLE });
    },
    CONFIG,
  );
  app.setNotFoundHandler((request, reply) => {
    if (!page || !isForPeople(request)) throw notFound(request);
    return page.send(request, reply, { ...policy(false), 'cache-control': 'no-store' }, 404);
  });
}

/** Pages with a head of their own kept, compressed. */
const MAX_PAGES = 200;

/** The built page with additions to its head; those asked for last are kept. */
class PagesWithHead {
  readonly #files = new LRUCache<string, CompressedFile>({ max: MAX_PAGES });
  readonly #html: string;

  constructor(page: CompressedFile) {
    this.#html = page.bytes.toString('utf8');
  }

  with(head: string): CompressedFile {
    let file = this.#files.get(head);
    if (!file) {
      file = new CompressedFile('index.html', Buffer.from(withHead(this.#html, head)));
      this.#files.set(head, file);
    }
    return file;
  }
}

/** What a page may say of itself once. */
const SINGLE = [/<title>.*?<\/title>\s*/s, /<meta name="description"[^>]*>\s*/] as const;

function withHead(html: string, head: string): string {
  const replaced = SINGLE.filter((tag) => tag.test(head));
  const rest = replaced.reduce((text, tag) => text.replace(tag, ''), html);
  return rest.replace('</head>', () => `${head}</head>`);
}

const policy = (embeddable: boolean) => ({
  'content-security-policy': POLICY + (embeddable ? '*' : "'none'"),
});

const sendNotBuilt = (reply: FastifyReply, status: number): FastifyReply =>
  reply
    .code(status)
    .headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .send(NOT_BUILT);

/**
 * Files by name, relative to the directory and with slashes. Names that begin with a dot are not
 * public; `NAME.br` and `NAME.gz` are compressed forms of NAME.
 */
function readFiles(directory: string): ReadonlyMap<string, CompressedFile> {
  const contents = new Map(
    namesIn(directory).map((name) => [name, readFileSync(path.join(directory, name))]),
  );
  const isCompressedForm = (name: string) =>
    Object.values(SUFFIXES).some(
      (suffix) => name.endsWith(suffix) && contents.has(name.slice(0, -suffix.length)),
    );
  return new Map(
    [...contents]
      .filter(([name]) => !isCompressedForm(name))
      .map(([name, bytes]) => [
        name,
        new CompressedFile(name, bytes, (suffix) => contents.get(name + suffix)),
      ]),
  );
}

function namesIn(directory: string): readonly string[] {
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
