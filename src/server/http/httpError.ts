/** Writing answers: one way to send, one shape of refusal. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export type Headers = Readonly<Record<string, string>>;

/** What every answer carries. */
const ALWAYS: Headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
};

/** A request is refused before it reaches what it asked for. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Headers = {},
  ) {
    super(message);
    this.name = 'HttpError';
  }
}

/** Sends a whole answer; a HEAD gets its headers only. An empty header takes one away that every answer carries. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Headers,
  body: string | Buffer = '',
): void {
  if (response.headersSent || response.destroyed) return;
  const bytes = Buffer.from(body as string);
  const length = status === 304 || status === 204 ? {} : { 'Content-Length': bytes.length };
  const all = Object.entries<string | number>({ ...ALWAYS, ...headers, ...length });
  response.writeHead(status, Object.fromEntries(all.filter(([, value]) => value !== '')));
  response.end(request.method === 'HEAD' || status === 304 ? undefined : bytes);
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

export function sendJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Headers = {},
): void {
  const all = { 'Cache-Control': 'no-store', ...JSON_TYPE, ...headers };
  send(request, response, status, all, `${JSON.stringify(value)}\n`);
}

/** A refusal has the shape of a GraphQL response, whoever asked. */
export function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message, headers }: HttpError,
): void {
  const value = { errors: [{ message, extensions: { code } }] };
  sendJson(request, response, status, value, headers);
}

/** Headers for a stream that stays open. */
export function openStream(response: ServerResponse, status: number, headers: Headers): void {
  // Some proxies hold a stream back until it ends unless they are told not to.
  response.writeHead(status, { ...ALWAYS, ...headers, 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
}
