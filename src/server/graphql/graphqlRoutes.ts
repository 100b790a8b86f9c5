/** `/graphql` over HTTP: Yoga in a Fastify scope, with what may be sent and what may be cached. */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { addAuthentication } from '../auth/authentication.js';
import { clientKey } from '../http/clientAddress.js';
import { addCors, varyOf } from '../http/cors.js';
import { HttpError, type HttpHeaders } from '../http/httpError.js';
import { refuseOtherMethods } from '../http/readOnlyRoute.js';
import { checkBodyType, checkSearch, readBody } from '../http/requestBody.js';
import { LONG_BODY_BYTES } from '../limits.js';
import type { LongAnswer, QueryThreads } from '../responses/query.js';
import { sendEvents } from '../streaming/serverSentEvents.js';
import { cachingHeaders, CacheabilityTracker } from '../responses/cacheability.js';
import type { GraphqlDeps } from './deps.js';
import { maySend } from './restrictions/checkDocument.js';
import type { AnswerRestrictions } from '../responses/query.js';
import { graphiqlPolicy } from './graphiqlPolicy.js';
import { keyOfGet } from './pinnedGets.js';
import type { ServerContext } from './serverContext.js';
import { acceptsJson, plainBody, type PlainRequest, plainUrl } from './shortWay.js';
import { maskError } from '../responses/maskErrors.js';
import type { CachedResponse } from '../responses/responseCache.js';
import { headPosition, sendCached } from '../responses/sendCached.js';

const METHODS = ['GET', 'POST', 'OPTIONS'];

const CONFIG = { route: '/graphql' };

/** Registers `/graphql`. The scope has its own CORS rules, authentication and body parser. */
export async function graphqlRoutes(app: FastifyInstance, deps: GraphqlDeps): Promise<void> {
  await app.register(async (scope) => registerOperationRoutes(scope, deps), { prefix: '/graphql' });
}

async function registerOperationRoutes(scope: FastifyInstance, deps: GraphqlDeps): Promise<void> {
  const endpoint = new GraphqlEndpoint(deps);
  addCors(scope, deps.crossOrigin);
  await scope.register(async (allowed) => {
    // A body says nothing here: it is not read.
    allowed.addContentTypeParser('*', async () => undefined);
    allowed.options('', { config: CONFIG }, (_request, reply) =>
      reply.code(204).header('allow', METHODS.join(', ')).send(),
    );
  });
  refuseOtherMethods(scope, '', METHODS, 'Use GET for queries, or POST.', CONFIG);
  await scope.register(async (authenticated) => {
    addAuthentication(authenticated, deps.authenticator);
    authenticated.addContentTypeParser('*', (_request: FastifyRequest, payload: IncomingMessage) =>
      readBody(payload),
    );
    authenticated.get('', { config: CONFIG, exposeHeadRoute: false }, (request, reply) =>
      endpoint.get(request, reply),
    );
    authenticated.post(
      '',
      { config: CONFIG, preParsing: async ({ headers }) => checkBodyType(headers) },
      (request, reply) => endpoint.post(request, reply),
    );
  });
}

/** Which documents a long body holds is looked at in the threads, where they are not known. */
const longWithoutToken = () =>
  new HttpError(
    413,
    'BODY_TOO_LARGE',
    `Without a token this server reads bodies of up to ${LONG_BODY_BYTES.toLocaleString('en')} bytes. Send shorter variables, or a token.`,
  );

/**
 * The types of answers that are accepted, without those that are never sent: nothing is deferred, and
 * subscriptions are event streams. Throws a 406 where nothing is left.
 */
function acceptedOf(accept: string | undefined): string | undefined {
  if (!accept?.toLowerCase().includes('multipart/')) return accept;
  const rest = accept.split(',').filter((range) => !/^\s*multipart\//i.test(range));
  if (rest.length > 0) return rest.join(',');
  throw new HttpError(
    406,
    'NOT_ACCEPTABLE',
    'Answers are not sent in parts. Accept application/graphql-response+json or application/json, and for subscriptions text/event-stream.',
    { Vary: 'Accept' },
  );
}

/** An answer over HTTP, as a client gets it. */
interface HttpAnswer extends Pick<CachedResponse, 'status' | 'headers'> {
  /** A string is sent in one piece with the headers. */
  readonly body: Buffer | string;
  /** Whether it came by the short way: such answers have the same headers. */
  readonly isShort?: boolean;
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

const NOTHING = Buffer.alloc(0);

function contextOf(
  { id: requestId, principal, operation, ip }: FastifyRequest,
  reply: FastifyReply,
  restrictions: AnswerRestrictions,
): ServerContext {
  let signal: AbortSignal | undefined;
  return {
    requestId,
    principal,
    client: principal.name ?? clientKey(ip),
    restrictions,
    // Made where it is needed: most answers are at hand.
    get signal() {
      return (signal ??= whenLeft(reply));
    },
    tracker: new CacheabilityTracker(),
    operation,
  };
}

class GraphqlEndpoint {
  constructor(readonly deps: GraphqlDeps) {}

  async get(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { cache, observability, crossOrigin, early } = this.deps;
    const key = keyOfGet(request.headers.accept, request.url);
    const cached = cache.get(key);
    observability.metrics.cacheLookups.inc({ found: cached ? 'yes' : 'no' });
    if (cached) {
      early.pinnedGets.remember(request.raw, cached, reply.getHeaders());
      return sendCached(request, reply, cached);
    }
    checkSearch(request.query);
    const before = await headPosition(this.deps.parley);
    const context = contextOf(request, reply, this.deps.restrictions);
    const { tracker } = context;
    const answer = await this.#answer(plainUrl(request.url), request, context);
    const { results } = request.operation;
    if (results) return this.#stream(results, request, reply);
    const { status, headers } = answer;
    const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
    const immutable = tracker.immutable && status === 200;
    const isGraphiQL = headers['content-type']?.startsWith('text/html');
    const response: CachedResponse = {
      status,
      headers: {
        ...headers,
        ...(isGraphiQL && { 'content-security-policy': graphiqlPolicy(body) }),
        vary: varyOf(crossOrigin, 'Accept'),
        ...cachingHeaders(body, immutable ? tracker.position : before, immutable),
      },
      body,
      immutable,
    };
    cache.add(key, response);
    early.pinnedGets.remember(request.raw, response, reply.getHeaders());
    return sendCached(request, reply, response);
  }

  async post(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const body = typeof request.body === 'string' ? request.body : '';
    const { threads } = this.deps;
    const context = contextOf(request, reply, this.deps.restrictions);
    if (threads && body.length > LONG_BODY_BYTES)
      return this.#postLong(threads, body, request, reply);
    const answer = await this.#answer(plainBody(body), request, context, body);
    const { results } = request.operation;
    if (results) return this.#stream(results, request, reply);
    void reply.code(answer.status).headers({ ...answer.headers, 'cache-control': 'no-store' });
    if (answer.isShort) this.deps.early.keptPosts?.remember(request.raw, reply.getHeaders());
    return reply.send(answer.body);
  }

  /** The answer by the short way where it is one without errors, else by Yoga. */
  async #answer(
    plain: PlainRequest | undefined,
    request: FastifyRequest,
    context: ServerContext,
    body?: string,
  ): Promise<HttpAnswer> {
    const { shortWay, observability, restrictions } = this.deps;
    const isShort =
      plain &&
      acceptsJson(request.headers.accept) &&
      !observability.tracing &&
      maySend(restrictions.documents, context.principal, plain.query);
    const answered = isShort ? shortWay?.begin(plain, context) : undefined;
    if (!answered) return this.#execute(request, context, body);
    // A failure is told by Yoga, with the status and headers that it has for it.
    const answer = await answered.catch(() => undefined);
    if (!answer || answer.hasErrors) return this.#execute(request, { ...context, answered }, body);
    context.tracker.add(answer.cacheability);
    return { status: 200, headers: JSON_HEADERS, body: answer.body, isShort: true };
  }

  /** What such a request asks is not known here, nor logged. */
  async #postLong(
    threads: QueryThreads,
    body: string,
    { id: requestId, headers, principal, ip }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { noIntrospection, noSuggestions, documents } = this.deps.restrictions;
    if (documents && principal.name === undefined) throw longWithoutToken();
    const { 'content-type': type = '' } = headers;
    const accept = acceptedOf(headers.accept);
    const request = {
      headers: { 'content-type': type, ...(accept !== undefined && { accept }) },
      body,
      principal,
      requestId,
      restrictions: { noIntrospection, noSuggestions },
    };
    const asked = { client: principal.name ?? clientKey(ip), signal: whenLeft(reply) };
    const answer = await threads.request(request, asked).catch((error: unknown) => {
      if (error instanceof GraphQLError) return refusedAnswer(error);
      throw error;
    });
    return reply
      .code(answer.status)
      .headers({ ...withoutLength(answer.headers), 'cache-control': 'no-store' })
      .send(answer.body);
  }

  async #execute(
    { url, headers }: FastifyRequest,
    context: ServerContext,
    body?: string,
  ): Promise<HttpAnswer> {
    const { yoga } = this.deps;
    const { 'content-type': type } = headers;
    const accept = acceptedOf(headers.accept);
    const request = new yoga.fetchAPI.Request(`http://localhost${url}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(accept !== undefined && { accept }),
        ...(type !== undefined && { 'content-type': type }),
      },
      ...(body !== undefined && { body }),
    });
    const answer = await yoga.fetch(request, context);
    return {
      status: answer.status,
      headers: headersOf(answer),
      body: context.operation.results ? NOTHING : Buffer.from(await answer.arrayBuffer()),
    };
  }

  #stream(
    results: AsyncIterable<ExecutionResult>,
    { id, principal, ip, operation, answered }: FastifyRequest,
    reply: FastifyReply,
  ): FastifyReply {
    const { subscriptions, observability, timeouts } = this.deps;
    const { cost = 0, question = '' } = operation;
    const client = principal.name ?? clientKey(ip);
    const subscription = subscriptions.add(results, 'sse', { client, cost, question });
    answered();
    // Not awaited: the stream is hijacked from Fastify and may never end.
    sendEvents(reply, subscription, {
      ...timeouts,
      toClientError(error) {
        observability.reportError(error, id);
        return maskError(error, id);
      },
      onSlowClient: () => observability.metrics.slowClients.inc({ transport: 'sse' }),
    }).catch((error: unknown) => observability.reportError(error, id));
    return reply;
  }
}

/** Yoga's headers, with names in lower case, but for the length, which is set when the body is sent. */
function withoutLength(headers: HttpHeaders): HttpHeaders {
  const all = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(all.filter(([name]) => name !== 'content-length'));
}

const headersOf = (answer: Response): HttpHeaders =>
  withoutLength(Object.fromEntries(answer.headers.entries()));

/** Aborted when the connection is closed: nobody waits for the answer any more. */
function whenLeft({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) left.abort();
  });
  return left.signal;
}

/** A request that was not carried out, as Yoga answers it. */
function refusedAnswer(error: GraphQLError): Omit<LongAnswer, 'faults'> {
  const { http, ...extensions } = error.extensions as {
    http?: { status: number; headers: HttpHeaders };
  };
  return {
    status: http?.status ?? 200,
    headers: { 'content-type': 'application/json; charset=utf-8', ...http?.headers },
    body: JSON.stringify({ errors: [{ message: error.message, extensions }], data: null }),
  };
}
