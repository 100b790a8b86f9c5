/** Which pages of other sites may read answers in a browser: those whose origin is listed. */
import type { IncomingMessage } from 'node:http';
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/**
 * Adds CORS headers to the routes of a scope, for listed origins and never with credentials. Other
 * origins get no CORS header; answers vary by origin.
 */
export async function addCors(app: FastifyInstance, allowed: readonly string[]): Promise<void> {
  if (allowed.length === 0) return;
  await app.register(cors, {
    origin: (origin, decide) =>
      decide(null, origin !== undefined && allowed.includes(origin) ? origin : false),
    methods: ['GET', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type'],
    exposedHeaders: ['ETag', 'X-Request-Id'],
    maxAge: 600,
    preflightContinue: true,
    // An OPTIONS request without Access-Control-Request-Method asks what is allowed here.
    strictPreflight: false,
  });
}

/**
 * Whether a page may open a WebSocket: browsers do not send a CORS preflight for one. Programs send
 * no origin; pages of this server send its own host.
 */
export function mayConnect(
  allowed: readonly string[],
  { headers }: Pick<IncomingMessage, 'headers'>,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
