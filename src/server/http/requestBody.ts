/** The body of a POST: JSON in UTF-8 of limited length. */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { HttpError } from './httpError.js';
import { MAX_BODY_BYTES } from '../limits.js';

/** As long as any that is accepted. */
const MAX_TYPE = 100;

const JSON_TYPE = /^application\/json(?:;charset="?utf-8"?)?;?$/i;

/** O(1): a header may be long. */
const isJson = (type = ''): boolean =>
  type.length <= MAX_TYPE && JSON_TYPE.test(type.replaceAll(/ *([;=]|$) */g, '$1'));

/**
 * Only JSON is accepted: a page of another site can make a browser send forms and plain text
 * without a CORS preflight, but not JSON. Throws a 415.
 */
export function checkBodyType(headers: IncomingHttpHeaders): void {
  if (!isJson(headers['content-type']))
    throw new HttpError(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the body as "Content-Type: application/json" in UTF-8.',
    );
  if (!/^(?:identity)?$/i.test(headers['content-encoding'] ?? ''))
    throw new HttpError(415, 'UNSUPPORTED_ENCODING', 'Send the body without a Content-Encoding.');
}

const tooLarge = (limit: number) =>
  new HttpError(
    413,
    'BODY_TOO_LARGE',
    `The body is longer than ${limit.toLocaleString('en')} bytes. Send fewer events at once.`,
  );

/**
 * The body as text. Throws a 413 before reading where Content-Length is too large, and else as soon
 * as more than `limit` bytes have arrived.
 */
export async function readBody(request: IncomingMessage, limit = MAX_BODY_BYTES): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let length = 0;
  // The connection stays open so that the error reaches a client that is still sending; Node
  // discards the rest of the body, within the request timeout.
  const all = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of all) {
    length += chunk.length;
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
