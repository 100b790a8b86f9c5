/**
 * Which pages of other sites may read answers in a browser (the CORS protocol of the Fetch
 * standard). Never with credentials that a browser adds by itself.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

export interface CrossOrigin {
  /** Origins whose pages may send requests, with a token of theirs, too. */
  readonly listed: readonly string[];
  /** Whether the pages of any origin may read, without a token. */
  readonly isPublic: boolean;
}

const METHODS = 'GET, POST';
const EXPOSED = 'ETag, Link, X-Request-Id';
const MAX_AGE_SECONDS = '600';

/** Whether the pages of an origin may send requests. */
export const isListed = ({ listed }: CrossOrigin, origin: string | undefined): origin is string =>
  origin !== undefined && listed.includes(origin);

/** The `Vary` of what a scope answers, by origin only where that makes a difference; else empty. */
export const varyOf = ({ listed }: CrossOrigin, ...names: readonly string[]): string =>
  [...names, ...(listed.length > 0 ? ['Origin'] : [])].join(', ');

/** Adds CORS headers to the routes of a scope, and answers preflights there. */
export function addCors(app: FastifyInstance, crossOrigin: CrossOrigin): void {
  const { listed, isPublic } = crossOrigin;
  if (listed.length === 0 && !isPublic) return;
  app.addHook('onRequest', async ({ method, headers }, reply) => {
    const { origin } = headers;
    if (listed.length > 0) reply.header('vary', 'Origin');
    const mayAuthorize = isListed(crossOrigin, origin);
    if (!mayAuthorize && !isPublic) return undefined;
    reply.headers({
      'access-control-allow-origin': mayAuthorize ? origin : '*',
      'access-control-expose-headers': EXPOSED,
    });
    if (method !== 'OPTIONS') return undefined;
    reply.headers({
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': mayAuthorize
        ? 'Authorization, Content-Type, If-None-Match'
        : 'Content-Type, If-None-Match',
      'access-control-max-age': MAX_AGE_SECONDS,
    });
    // An OPTIONS request without a method asks the route what is allowed here.
    if (headers['access-control-request-method'] === undefined) return undefined;
    return reply.code(204).send();
  });
}

/**
 * Whether a page may open a WebSocket: browsers do not send a CORS preflight for one. Programs send
 * no origin; pages of this server send its own host.
 */
export function mayConnect(
  crossOrigin: CrossOrigin,
  { headers }: Pick<IncomingMessage, 'headers'>,
): boolean {
  const { origin } = headers;
  if (origin === undefined || crossOrigin.isPublic || isListed(crossOrigin, origin)) return true;
  return isOwnOrigin(headers);
}

/** Whether an origin is the host that the request is addressed to. */
export const isOwnOrigin = ({ origin, host }: IncomingHttpHeaders): boolean =>
  origin !== undefined && URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
