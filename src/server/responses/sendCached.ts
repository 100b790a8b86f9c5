/** Sends answers that clients and proxies may keep. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Parley } from '../../app/parley.js';
import { etagMatches } from '../http/etag.js';
import type { CachedResponse } from './responseCache.js';

/** Sends a response, or 304 when the client has it already. */
export function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, body }: CachedResponse,
): FastifyReply {
  const { etag = '', vary, 'cache-control': cacheControl = '' } = headers;
  if (status === 200 && etagMatches(etag, request.headers['if-none-match']))
    return reply
      .code(304)
      .headers({ etag, 'cache-control': cacheControl, ...(vary !== undefined && { vary }) })
      .send();
  return reply.code(status).headers(headers).send(body);
}

/** The position before reading: what is read is at least as new. 0 while the log is unavailable. */
export async function headPosition(parley: Parley): Promise<number> {
  const head = await parley.head().catch(() => undefined);
  return head?.position ?? 0;
}
