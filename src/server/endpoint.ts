/** `/graphql`: who asks, what they may send, what is sent back, and what may be kept of it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Parley } from '../app/parley.js';
import type { Principal } from '../graphql/context.js';
import type { Door } from './auth.js';
import { bodyOf } from './body.js';
import { type Answer, AnswerCache, CacheReport, cachingHeaders, isKnown } from './caching.js';
import { corsHeaders } from './cors.js';
import { CACHE_BYTES } from './limits.js';
import type { Metrics } from './metrics.js';
import { type Headers, openStream, Refusal, send } from './reply.js';
import type { Yoga } from './yoga.js';

const METHODS = 'GET, POST, OPTIONS';

/** GraphiQL brings its scripts and styles within its page. */
const GRAPHIQL_HEADERS: Headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

const STREAMS = /^(?:text\/event-stream|multipart\/mixed)/;

export class GraphQLEndpoint {
  readonly cache = new AnswerCache(CACHE_BYTES);
  readonly #open = new Set<AbortController>();

  constructor(
    readonly parley: Parley,
    readonly yoga: Yoga,
    readonly door: Door,
    readonly metrics: Metrics,
    readonly allowedOrigins: readonly string[],
  ) {}

  /** Answers a request, or throws a {@link Refusal}. */
  async handle(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    const { method, headers } = request;
    const cors = corsHeaders(this.allowedOrigins, request);
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    if (method === 'OPTIONS') {
      send(request, response, 204, { Allow: METHODS });
      return;
    }
    if (method !== 'GET' && method !== 'POST')
      throw new Refusal(405, 'METHOD_NOT_ALLOWED', 'Use GET for queries, or POST.', {
        Allow: METHODS,
      });
    const principal = this.door.principal(headers.authorization);
    if (!principal)
      throw new Refusal(
        401,
        'UNKNOWN_TOKEN',
        'That token is not known here. Reading needs none: leave the Authorization header out.',
        { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      );
    const body = method === 'POST' ? await bodyOf(request) : undefined;
    const key = `${headers.accept ?? ''} ${url}`;
    const known = body === undefined ? this.cache.get(key) : undefined;
    if (body === undefined) this.metrics.kept.add({ found: known ? 'yes' : 'no' });
    if (known) {
      sendAnswer(request, response, known);
      return;
    }
    await this.#ask(request, response, { url, body, principal, key });
  }

  async #ask(
    request: IncomingMessage,
    response: ServerResponse,
    asked: {
      url: string;
      body: string | undefined;
      principal: Principal;
      key: string;
    },
  ): Promise<void> {
    const abort = new AbortController();
    response.once('close', () => abort.abort());
    const { url, body, principal, key } = asked;
    const report = new CacheReport();
    const before = body === undefined ? await this.#position() : 0;
    const reply = await this.yoga.fetch(
      new this.yoga.fetchAPI.Request(new URL(url, 'http://localhost').href, {
        method: body === undefined ? 'GET' : 'POST',
        headers: headersOf(request),
        signal: abort.signal,
        ...(body !== undefined && { body }),
      }),
      { principal, report },
    );
    // The length is said by whatever sends it.
    reply.headers.delete('content-length');
    const headers = Object.fromEntries(reply.headers.entries());
    const type = headers['content-type'] ?? '';
    if (STREAMS.test(type) && reply.body)
      return this.#stream(response, reply.status, headers, reply.body, abort);
    const bytes = Buffer.from(await reply.arrayBuffer());
    if (body !== undefined) {
      const all = { ...headers, 'cache-control': 'no-store' };
      send(request, response, reply.status, all, bytes);
      return;
    }
    const immutable = report.immutable && reply.status === 200;
    const position = immutable ? report.position : before;
    const answer: Answer = {
      status: reply.status,
      headers: {
        ...headers,
        ...(type.startsWith('text/html') ? GRAPHIQL_HEADERS : {}),
        Vary: this.allowedOrigins.length > 0 ? 'Accept, Origin' : 'Accept',
        ...cachingHeaders(bytes, position, immutable),
      },
      body: bytes,
      immutable,
    };
    this.cache.keep(key, answer);
    sendAnswer(request, response, answer);
  }

  /** The position before reading: what was read is at least as new. */
  async #position(): Promise<number> {
    const head = await this.parley.head().catch(() => undefined);
    return head?.position ?? 0;
  }

  async #stream(
    response: ServerResponse,
    status: number,
    headers: Headers,
    body: ReadableStream<Uint8Array>,
    abort: AbortController,
  ): Promise<void> {
    // Reading may wait for the next event for ever: only the stream itself can be told to stop,
    // its reader would wait for that event, too.
    const leave = () => void body.cancel().catch(() => undefined);
    abort.signal.addEventListener('abort', leave);
    this.#open.add(abort);
    this.metrics.streams = this.#open.size;
    try {
      openStream(response, status, headers);
      for await (const part of body) {
        if (!response.write(part)) await drained(response);
        if (abort.signal.aborted) break;
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    } finally {
      leave();
      this.#open.delete(abort);
      this.metrics.streams = this.#open.size;
      response.end();
    }
  }

  /** Ends every stream: those who listen are told so by the end of it. */
  endStreams(): void {
    for (const abort of this.#open) abort.abort();
  }
}

function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, headers, body } = answer;
  if (status === 200 && isKnown(headers['ETag'], request.headers['if-none-match'])) {
    const { ETag = '', Vary = '', 'Cache-Control': control = '' } = headers;
    send(request, response, 304, { ETag, Vary, 'Cache-Control': control });
    return;
  }
  send(request, response, status, headers, body);
}

const headersOf = ({ headers: { accept, 'content-type': type } }: IncomingMessage): Headers => ({
  ...(accept !== undefined && { accept }),
  ...(type !== undefined && { 'content-type': type }),
});

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.once('drain', go).once('close', go);
  });
