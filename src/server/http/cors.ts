/** Which pages of other sites may read answers in a browser: those whose origin is listed. */
import type { IncomingMessage } from 'node:http';
import type { Headers } from './httpError.js';

export function corsHeaders(allowed: readonly string[], request: IncomingMessage): Headers {
  if (allowed.length === 0) return {};
  const { origin } = request.headers;
  if (origin === undefined || !allowed.includes(origin)) return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'ETag, X-Request-Id',
    ...(request.method === 'OPTIONS' && {
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type',
      'Access-Control-Max-Age': '600',
    }),
  };
}

/**
 * Whether a page may open a WebSocket: browsers ask nobody beforehand, as they do for requests.
 * Programs send no origin; pages that came from this server name its host.
 */
export function mayConnect(allowed: readonly string[], { headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
