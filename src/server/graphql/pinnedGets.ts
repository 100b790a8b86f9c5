/**
 * GET requests whose answer can never change and was sent before: answered from bytes, with the
 * headers as they were sent, before any route is looked up.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestIdOf } from '../http/app.js';
import { etagMatches } from '../http/etag.js';
import type { CachedResponse, ResponseCache } from '../responses/responseCache.js';
import {
  type EarlyRequests,
  flat,
  type FlatHeaders,
  MAX_EARLY_BODY,
  PATH,
  REQUEST_ID,
} from './earlyRequests.js';

/** Headers of a content, which a 304 has not. */
const OF_CONTENT: readonly string[] = [
  'content-type',
  'content-length',
  'content-encoding',
  'content-security-policy',
];

interface SentHeaders {
  /** The body with a character for each byte: Node sends it in one piece with the headers. */
  readonly bytes: string;
  readonly full: FlatHeaders;
  readonly unchanged: FlatHeaders;
}

/** The key of an answer: what is asked for, and in which type. */
export const keyOfGet = (accept: string | undefined, url: string): string =>
  `${accept ?? ''} ${url}`;

export class PinnedGets {
  readonly #sent = new WeakMap<CachedResponse, SentHeaders>();

  constructor(
    readonly cache: ResponseCache,
    readonly early: EarlyRequests,
  ) {}

  /** Remembers the headers with which a response is being sent in full. */
  remember(
    request: IncomingMessage,
    response: CachedResponse,
    headers: Readonly<Record<string, unknown>>,
  ): void {
    const { immutable, body } = response;
    if (!immutable || body.length > MAX_EARLY_BODY || !this.early.accepts(request)) return;
    const all = { ...headers, ...response.headers, 'content-length': body.length };
    this.#sent.set(response, {
      bytes: body.toString('latin1'),
      full: flat(all, [REQUEST_ID]),
      unchanged: flat(all, [REQUEST_ID, ...OF_CONTENT]),
    });
  }

  /** Answers a request where its answer is known; false, and nothing is done, where it is not. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = '', headers } = request;
    if (method !== 'GET' || !url.startsWith(`${PATH}?`)) return false;
    const kept = this.cache.get(keyOfGet(headers.accept, url));
    const sent = kept && this.#sent.get(kept);
    if (!sent || !this.early.accepts(request)) return false;
    const started = performance.now();
    const id = [REQUEST_ID, requestIdOf(request)];
    const isUnchanged = etagMatches(kept.headers['etag'], headers['if-none-match']);
    const status = isUnchanged ? 304 : kept.status;
    response.writeHead(status, [...id, ...(isUnchanged ? sent.unchanged : sent.full)]);
    if (isUnchanged) response.end();
    else response.end(sent.bytes, 'latin1');
    this.early.deps.metrics.cacheLookups.inc({ found: 'yes' });
    this.early.finished(request, status, started);
    return true;
  }
}
