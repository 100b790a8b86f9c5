/** `/graphql`: who asks, what they may send, what is sent back, and what may be kept of it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { Parley } from '../../app/parley.js';
import type { Principal } from '../../graphql/context.js';
import { bodyOf } from '../http/requestBody.js';
import {
  type CachedResponse,
  ResponseCache,
  CacheabilityTracker,
  cachingHeaders,
  etagMatches,
} from './responseCache.js';
import { corsHeaders } from '../http/cors.js';
import { sendEvents } from '../streaming/serverSentEvents.js';
import { CACHE_BYTES, DEFAULT_TIMEOUTS } from '../limits.js';
import { maskError } from './maskErrors.js';
import { type Headers, HttpError, send } from '../http/httpError.js';
import type { GraphqlDeps } from './deps.js';
import type { OperationInfo, Yoga } from './yoga.js';

const METHODS = 'GET, POST, OPTIONS';

/** GraphiQL brings its scripts and styles within its page. */
const GRAPHIQL_HEADERS: Headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

export class GraphQLEndpoint {
  readonly cache = new ResponseCache(CACHE_BYTES);

  constructor(
    readonly parley: Parley,
    readonly deps: GraphqlDeps,
  ) {}

  get yoga(): Yoga {
    return this.deps.yoga;
  }

  get #origins(): readonly string[] {
    return this.deps.config.allowedOrigins ?? [];
  }

  /** Answers a request, or throws a {@link HttpError}. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
    heard: OperationInfo,
  ): Promise<void> {
    const { method, headers } = request;
    const cors = corsHeaders(this.#origins, request);
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    if (method === 'OPTIONS') {
      send(request, response, 204, { Allow: METHODS });
      return;
    }
    if (method !== 'GET' && method !== 'POST')
      throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'Use GET for queries, or POST.', {
        Allow: METHODS,
      });
    const principal = this.deps.authenticator.authenticate(headers.authorization);
    if (!principal)
      throw new HttpError(
        401,
        'UNKNOWN_TOKEN',
        'That token is not known here. Reading needs none: leave the Authorization header out.',
        { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
      );
    const body = method === 'POST' ? await bodyOf(request) : undefined;
    const key = `${headers.accept ?? ''} ${url}`;
    const known = body === undefined ? this.cache.get(key) : undefined;
    if (body === undefined)
      this.deps.observability.metrics.kept.inc({ found: known ? 'yes' : 'no' });
    if (known) {
      sendAnswer(request, response, known);
      return;
    }
    await this.#ask(request, response, { url, body, principal, key, heard });
  }

  async #ask(
    request: IncomingMessage,
    response: ServerResponse,
    asked: {
      url: string;
      body: string | undefined;
      principal: Principal;
      key: string;
      heard: OperationInfo;
    },
  ): Promise<void> {
    const { url, body, principal, key, heard } = asked;
    const report = new CacheabilityTracker();
    const before = body === undefined ? await this.#position() : 0;
    const reply = await this.yoga.fetch(
      new this.yoga.fetchAPI.Request(new URL(url, 'http://localhost').href, {
        method: body === undefined ? 'GET' : 'POST',
        headers: headersOf(request),
        ...(body !== undefined && { body }),
      }),
      { principal, report, heard },
    );
    if (heard.results) {
      this.#stream(response, heard.results);
      return;
    }
    // The length is said by whatever sends it.
    reply.headers.delete('content-length');
    const headers = Object.fromEntries(reply.headers.entries());
    const type = headers['content-type'] ?? '';
    const bytes = Buffer.from(await reply.arrayBuffer());
    if (body !== undefined) {
      const all = { ...headers, 'cache-control': 'no-store' };
      send(request, response, reply.status, all, bytes);
      return;
    }
    const immutable = report.immutable && reply.status === 200;
    const position = immutable ? report.position : before;
    const answer: CachedResponse = {
      status: reply.status,
      headers: {
        ...headers,
        ...(type.startsWith('text/html') ? GRAPHIQL_HEADERS : {}),
        Vary: this.#origins.length > 0 ? 'Accept, Origin' : 'Accept',
        ...cachingHeaders(bytes, position, immutable),
      },
      body: bytes,
      immutable,
    };
    this.cache.keep(key, answer);
    sendAnswer(request, response, answer);
  }

  #stream(response: ServerResponse, results: AsyncIterable<ExecutionResult>): void {
    const { streams, observability, config } = this.deps;
    const stream = streams.open(results, 'sse');
    const cut = () => observability.metrics.stalled.inc({ transport: 'sse' });
    const failure = (error: unknown): Error => {
      observability.note(error);
      return maskError(error);
    };
    // The request is answered with its beginning; nobody waits for the end of it.
    sendEvents(
      response,
      stream,
      { ...DEFAULT_TIMEOUTS, ...config.timeouts },
      { failure, cut },
    ).catch((error: unknown) => observability.note(error));
  }

  /** The position before reading: what was read is at least as new. */
  async #position(): Promise<number> {
    const head = await this.parley.head().catch(() => undefined);
    return head?.position ?? 0;
  }
}

function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: CachedResponse,
): void {
  const { status, headers, body } = answer;
  if (status === 200 && etagMatches(headers['ETag'], request.headers['if-none-match'])) {
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
