/**
 * GET requests whose answer can never change and was sent before: answered from bytes, with the
 * headers as they were sent, before any route is looked up.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { namesLoopback } from '../http/address.js';
import { requestIdOf } from '../http/app.js';
import { etagMatches } from '../http/etag.js';
import type { Metrics } from '../observability/metrics.js';
import type { CachedResponse, ResponseCache } from '../responses/responseCache.js';

const PATH = '/graphql';

/** Headers of a content, which a 304 has not. */
const OF_CONTENT: readonly string[] = [
  'content-type',
  'content-length',
  'content-encoding',
  'content-security-policy',
];
/** Longer ones are sent where it is noticed that nobody reads them. */
const MAX_BODY = 64 * 1024;
/** Of one request only. */
const REQUEST_ID = 'x-request-id';

type SendHeaders = Readonly<Record<string, unknown>>;

/** Names and values in turn, without a list for each pair, as Node writes them. */
type FlatHeaders = readonly string[];

interface SentHeaders {
  /** The body with a character for each byte: Node sends it in one piece with the headers. */
  readonly bytes: string;
  readonly full: FlatHeaders;
  readonly unchanged: FlatHeaders;
}

const flat = (headers: SendHeaders, without: readonly string[]): FlatHeaders =>
  Object.entries(headers)
    .filter(([name, value]) => value !== undefined && !without.includes(name))
    .flatMap(([name, value]) => [name, String(value)]);

/** The key of an answer: what is asked for, and in which type. */
export const keyOfGet = (accept: string | undefined, url: string): string =>
  `${accept ?? ''} ${url}`;

export interface PinnedGetDeps {
  readonly cache: ResponseCache;
  readonly metrics: Metrics;
  /** Whether only requests addressed to this machine are answered. */
  readonly isLocalOnly: () => boolean;
  /** A request was answered, of a method, with a status and in so many milliseconds. */
  readonly answered?: ((request: IncomingMessage, status: number, ms: number) => void) | undefined;
}

/** Whether nothing in a request makes its headers other than those of the first. */
const isPlain = ({ headers }: IncomingMessage): boolean =>
  headers.authorization === undefined &&
  headers.origin === undefined &&
  headers['sec-fetch-site'] !== 'cross-site';

export class PinnedGets {
  readonly #sent = new WeakMap<CachedResponse, SentHeaders>();
  #localHost: string | undefined;

  constructor(readonly deps: PinnedGetDeps) {}

  /** Most requests name the same host as the one before. */
  #isLocal(host: string | undefined): boolean {
    if (host !== this.#localHost && namesLoopback(host)) this.#localHost = host;
    return host === this.#localHost;
  }

  /** Remembers the headers with which a response is being sent in full. */
  remember(request: IncomingMessage, response: CachedResponse, headers: SendHeaders): void {
    if (!response.immutable || response.body.length > MAX_BODY || !isPlain(request)) return;
    const all = {
      ...headers,
      ...response.headers,
      'content-length': response.body.length,
    };
    this.#sent.set(response, {
      bytes: response.body.toString('latin1'),
      full: flat(all, [REQUEST_ID]),
      unchanged: flat(all, [REQUEST_ID, ...OF_CONTENT]),
    });
  }

  /** Answers a request where its answer is known; false, and nothing is done, where it is not. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = '', headers } = request;
    if (method !== 'GET' || !url.startsWith(`${PATH}?`) || !isPlain(request)) return false;
    const { cache, metrics, isLocalOnly } = this.deps;
    const kept = cache.get(keyOfGet(headers.accept, url));
    const sent = kept && this.#sent.get(kept);
    if (!sent || (isLocalOnly() && !this.#isLocal(headers.host))) return false;
    const started = performance.now();
    const id = [REQUEST_ID, requestIdOf(request)];
    const isUnchanged = etagMatches(kept.headers['etag'], headers['if-none-match']);
    const status = isUnchanged ? 304 : kept.status;
    response.writeHead(status, [...id, ...(isUnchanged ? sent.unchanged : sent.full)]);
    if (isUnchanged) response.end();
    else response.end(sent.bytes, 'latin1');
    metrics.cacheLookups.inc({ found: 'yes' });
    const ms = performance.now() - started;
    metrics.requestFinished(PATH, method, status, ms);
    this.deps.answered?.(request, status, ms);
    return true;
  }
}
