/** What a request asks: the body of a POST, JSON in UTF-8 of limited length, or the search of a GET. */
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

/** Bodies that were read before the route was looked up. */
const readEarly = new WeakMap<IncomingMessage, string>();

/** Tells {@link readBody} the body of a request that has been read in full. */
export const bodyWasRead = (request: IncomingMessage, body: string): void => {
  readEarly.set(request, body);
};

/**
 * The body as text. Throws a 413 before reading where Content-Length is too large, and else as soon
 * as more than `limit` bytes have arrived.
 */
export function readBody(request: IncomingMessage, limit = MAX_BODY_BYTES): Promise<string> {
  const early = readEarly.get(request);
  if (early !== undefined) return Promise.resolve(early);
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      reject(tooLarge(limit));
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limit) return;
      // The connection stays open so that the error reaches a client that is still sending; the rest
      // of the body flows by unread, within the request timeout.
      request.off('data', take);
      chunks.length = 0;
      reject(tooLarge(limit));
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.once('error', reject);
  });
}

/** Throws a 400 where a parameter is not the JSON that it must be: it is not sent back. */
export function checkSearch(query: unknown): void {
  for (const name of ['variables', 'extensions'] as const) {
    const text = (query as Readonly<Record<string, unknown>>)[name];
    // A parameter that is there twice is a list.
    const [first = ''] = [text].flat();
    if (first === '') continue;
    try {
      JSON.parse(first as string);
    } catch {
      throw new HttpError(400, 'BAD_REQUEST', `The parameter ${name} is not JSON: send an object.`);
    }
  }
}
