/** Routes of the dashboard: its pages and assets, as built, read once and sent from memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from './app.js';
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

/**
 * Registers the pages and assets found in `directory`, and the page that browsers get where nothing
 * is. Only files that were there at the start are served. Where it is not built, pages say how to.
 */
export function dashboardRoutes(app: FastifyInstance, directory: string = DASHBOARD): void {
  const files = readFiles(directory);
  const page = files.get('index.html');
  const send =
    (name: string, embeddable: boolean) => (request: FastifyRequest, reply: FastifyReply) => {
      const file = files.get(name);
      if (!file) return sendNotBuilt(reply, request.url === '/' ? 200 : 503);
      return file.send(request, reply, { ...policy(embeddable), 'cache-control': 'no-cache' });
    };
  readOnlyRoute(app, '/', send('index.html', false), CONFIG);
  readOnlyRoute(app, '/negotiation/:slug', send('index.html', false), CONFIG);
  readOnlyRoute(app, '/embed/:slug', send('embed.html', true), {
    ...CONFIG,
    // X-Frame-Options knows only all or nobody; the policy says who may frame.
    helmet: { xFrameOptions: false },
  });
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
    if (!page || !request.headers.accept?.includes('text/html')) throw notFound(request);
    return page.send(request, reply, { ...policy(false), 'cache-control': 'no-store' }, 404);
  });
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
