/** Errors with an HTTP status, and the one JSON shape in which every route sends them. */
import type { FastifyReply } from 'fastify';

export type HttpHeaders = Readonly<Record<string, string>>;

/** A request that is refused: status, a stable `code`, and a message for the client. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: HttpHeaders = {},
  ) {
    super(message);
    this.name = 'HttpError';
  }
}

/** Messages of errors name what was sent: they are cut at this many characters. */
export const MAX_MESSAGE = 1_000;

/** A message as clients see it. */
export const cutMessage = (message: string): string =>
  message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE - 1)}…` : message;

/** Every error, GraphQL or not, has the body of a GraphQL error. */
export const errorBody = ({ code, message }: HttpError): string =>
  `${JSON.stringify({ errors: [{ message: cutMessage(message), extensions: { code } }] })}\n`;

/** Sends JSON with a final newline; not to be cached. */
export function sendJson(reply: FastifyReply, status: number, value: unknown): FastifyReply {
  return sendJsonText(reply, status, `${JSON.stringify(value)}\n`);
}

export function sendHttpError(reply: FastifyReply, error: HttpError): FastifyReply {
  reply.headers(error.headers);
  return sendJsonText(reply, error.status, errorBody(error));
}

function sendJsonText(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/json; charset=utf-8')
    .send(text);
}
