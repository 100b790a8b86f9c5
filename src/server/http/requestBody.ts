/** The body of a POST: JSON in UTF-8, not too long. */
import type { IncomingMessage } from 'node:http';
import { HttpError } from './httpError.js';
import { MAX_BODY_BYTES } from '../limits.js';

const JSON_TYPE = /^application\/json *(?:; *charset *= *"?utf-8"?)? *;? *$/i;

/**
 * Only JSON is taken. A page of another site can make a browser send forms and plain text here
 * without asking first, but not JSON.
 */
function checkType({ headers }: IncomingMessage): void {
  if (!JSON_TYPE.test(headers['content-type'] ?? ''))
    throw new HttpError(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Send the body as "Content-Type: application/json" in UTF-8.',
    );
  if (!/^(?:identity)?$/i.test(headers['content-encoding'] ?? ''))
    throw new HttpError(415, 'UNSUPPORTED_ENCODING', 'Send the body without a Content-Encoding.');
}

const tooLarge = () =>
  new HttpError(
    413,
    'BODY_TOO_LARGE',
    `The body is longer than ${MAX_BODY_BYTES.toLocaleString('en')} bytes. Send fewer events at once.`,
  );

/** The body as text. Throws a {@link HttpError}; what is too long is not kept. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  checkType(request);
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  // The connection must stay for the refusal to reach whoever is still sending; Node reads past
  // what is left, within the time a request may take.
  const all = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of all) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
