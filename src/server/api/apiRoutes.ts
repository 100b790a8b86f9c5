/** `/api`: the record over plain HTTP, as JSON and CSV, described by OpenAPI. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addCors, type CrossOrigin, varyOf } from '../http/cors.js';
import { HttpError, type HttpHeaders } from '../http/httpError.js';
import { readOnlyRoute } from '../http/readOnlyRoute.js';
import { pathOf } from '../http/requestTarget.js';
import { cachingHeaders, CacheabilityTracker } from '../responses/cacheability.js';
import { maskedGraphQLError } from '../responses/maskErrors.js';
import type { Rasterizer } from '../responses/picture.js';
import type { CachedResponse, ResponseCache } from '../responses/responseCache.js';
import { headPosition, sendCached } from '../responses/sendCached.js';
import { VERSION } from '../version.js';
import { csvHeader, csvRows } from '../../app/datasets/csv.js';
import { datasetRoutes } from './datasets.js';
import { duty, dutySchedule } from './duty.js';
import { feedRoutes } from './feeds/feedRoutes.js';
import { events, negotiation, negotiations, timeline } from './negotiations.js';
import { openApiDocument } from './openapi.js';
import { ParameterReader } from './parameters.js';
import { Problem, problemOf, sendProblem } from './problem.js';
import { oembedRoutes } from './sharing/oembedRoutes.js';
import type { PageViews } from './sharing/pageViews.js';
import { shareRoutes } from './sharing/shareRoutes.js';
import { proofOf, type Resource } from './resource.js';
import { type ApiDeps, type Page, ResourceQuery } from './resourceQuery.js';

/** Every resource, in the order of the OpenAPI document. */
export const RESOURCES: readonly Resource[] = [
  negotiations,
  negotiation,
  events,
  timeline,
  duty,
  dutySchedule,
];

export interface ApiRoutesDeps extends ApiDeps {
  readonly cache: ResponseCache;
  readonly crossOrigin: CrossOrigin;
  readonly views: PageViews;
  readonly rasterizer: Rasterizer;
}

const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

const JSON_TYPE = 'application/json; charset=utf-8';

const PROOF_TYPE = 'text/plain; charset=utf-8';

/** Registers every resource with `/openapi.json`, the feeds and pictures. Errors are problem details. */
export async function apiRoutes(app: FastifyInstance, deps: ApiRoutesDeps): Promise<void> {
  await app.register(async (scope) => registerResources(scope, deps), { prefix: '/api' });
  await app.register(async (scope) => registerFeeds(scope, deps), { prefix: '/feeds' });
  await app.register(async (scope) => registerPictures(scope, deps), { prefix: '/share' });
  await app.register(async (scope) => registerOembed(scope, deps));
}

function addErrorReplies(scope: FastifyInstance, deps: ApiRoutesDeps): void {
  scope.setErrorHandler((error, request, reply) =>
    sendProblem(reply, toProblem(error, request, deps)),
  );
}

/** What holds for all that only reads: errors as problem details, and who may read in a browser. */
async function prepareScope(scope: FastifyInstance, deps: ApiRoutesDeps): Promise<void> {
  addErrorReplies(scope, deps);
  scope.setNotFoundHandler(({ url }, reply) =>
    sendProblem(
      reply,
      new Problem(
        404,
        'NOT_FOUND',
        `Nothing is at ${pathOf(url)}. /api/openapi.json lists what is.`,
      ),
    ),
  );
  addCors(scope, deps.crossOrigin);
}

async function registerFeeds(scope: FastifyInstance, deps: ApiRoutesDeps): Promise<void> {
  await prepareScope(scope, deps);
  feedRoutes(scope, deps.parley);
}

async function registerPictures(scope: FastifyInstance, deps: ApiRoutesDeps): Promise<void> {
  await prepareScope(scope, deps);
  shareRoutes(scope, deps);
}

async function registerOembed(scope: FastifyInstance, deps: ApiRoutesDeps): Promise<void> {
  addErrorReplies(scope, deps);
  addCors(scope, deps.crossOrigin);
  oembedRoutes(scope, deps.views);
}

async function registerResources(scope: FastifyInstance, deps: ApiRoutesDeps): Promise<void> {
  await prepareScope(scope, deps);
  const queries = RESOURCES.map((resource) => new ResourceQuery(resource, deps));
  for (const query of queries) {
    const endpoint = new Endpoint(query, deps);
    const url = query.resource.path.replaceAll(/\{(\w+)\}/g, ':$1');
    readOnlyRoute(scope, url, (request, reply) => endpoint.send(request, reply, 'json'));
    // Names have no dot, so that the suffix is none of them.
    const csv = url.replace(/:(\w+)$/, ':$1([^.]+)');
    readOnlyRoute(scope, `${csv}.csv`, (request, reply) => endpoint.send(request, reply, 'csv'));
  }
  datasetRoutes(scope, deps.parley);
  let document: CachedResponse | undefined;
  readOnlyRoute(scope, '/openapi.json', (request, reply) => {
    document ??= documentResponse(deps, queries);
    return sendCached(request, reply, document);
  });
}

function documentResponse(deps: ApiRoutesDeps, queries: readonly ResourceQuery[]): CachedResponse {
  const document = openApiDocument(deps.schema, queries, VERSION);
  const body = Buffer.from(`${JSON.stringify(document)}\n`);
  const headers = { 'content-type': JSON_TYPE, ...cachingHeaders(body, 0, false) };
  return { status: 200, headers, body, immutable: false };
}

function toProblem(error: unknown, request: FastifyRequest, deps: ApiRoutesDeps): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpError)
    return new Problem(error.status, error.code, error.message, [], error.headers);
  deps.observability.reportError(error, request.id);
  return problemOf(maskedGraphQLError(error, request.id));
}

type Format = 'json' | 'csv';

class Endpoint {
  readonly #pathReader: ParameterReader;
  readonly #queryReader: ParameterReader;
  readonly #proof: ResourceQuery | undefined;

  constructor(
    readonly query: ResourceQuery,
    readonly deps: ApiRoutesDeps,
  ) {
    this.#pathReader = new ParameterReader(query.resource.pathParameters);
    this.#queryReader = new ParameterReader(query.resource.queryParameters);
    const proof = proofOf(query.resource);
    this.#proof = proof && new ResourceQuery(proof, deps);
  }

  async send(request: FastifyRequest, reply: FastifyReply, format: Format): Promise<FastifyReply> {
    const { cache, observability, parley, crossOrigin } = this.deps;
    const cached = cache.get(request.url);
    observability.metrics.cacheLookups.inc({ found: cached ? 'yes' : 'no' });
    if (cached) return sendCached(request, reply, cached);
    const { proof, ...parameters }: Readonly<Record<string, unknown>> = {
      ...this.#pathReader.read(request.params as Record<string, string>),
      ...this.#queryReader.read(request.query as Record<string, string>),
    };
    if (this.#proof && proof !== undefined)
      return this.#sendProof(request, reply, this.#proof, { parameters, format });
    const before = await headPosition(parley);
    const tracker = new CacheabilityTracker();
    const answer = await this.query.answer(parameters, {
      requestId: request.id,
      client: request.ip,
      tracker,
    });
    const body = Buffer.from(this.#text(answer, format));
    const vary = varyOf(crossOrigin);
    const response: CachedResponse = {
      status: 200,
      headers: {
        'content-type': format === 'csv' ? CSV_TYPE : JSON_TYPE,
        ...(vary !== '' && { vary }),
        ...this.#linkToNext(request, answer),
        ...cachingHeaders(body, tracker.immutable ? tracker.position : before, tracker.immutable),
      },
      body,
      immutable: tracker.immutable,
    };
    cache.add(request.url, response);
    return sendCached(request, reply, response);
  }

  /** Not cached: the same proof gains signatures of witnesses. */
  async #sendProof(
    request: FastifyRequest,
    reply: FastifyReply,
    query: ResourceQuery,
    { parameters, format }: { parameters: Readonly<Record<string, unknown>>; format: Format },
  ): Promise<FastifyReply> {
    if (format === 'csv')
      throw new Problem(400, 'BAD_USER_INPUT', 'A proof is no table: ask for it without .csv.');
    const text = await query.answer(parameters, {
      requestId: request.id,
      client: request.ip,
      tracker: new CacheabilityTracker(),
    });
    const { operationId } = query.resource;
    const { slug } = parameters;
    const name = typeof slug === 'string' ? slug : operationId;
    const vary = varyOf(this.deps.crossOrigin);
    return reply
      .headers({
        'content-type': PROOF_TYPE,
        'content-disposition': `attachment; filename="${name}.parley-proof"`,
        'cache-control': 'no-cache',
        ...(vary !== '' && { vary }),
      })
      .send(text);
  }

  #text(answer: unknown, format: Format): string {
    const { rows, table } = this.query.resource;
    return format === 'csv'
      ? csvHeader(table) + csvRows(table, rows(answer as never) as never)
      : `${JSON.stringify(answer)}\n`;
  }

  /** The next page of a list (RFC 8288). */
  #linkToNext({ url }: FastifyRequest, answer: unknown): HttpHeaders {
    const next = this.query.resource.paged ? (answer as Page).next : null;
    if (next === null) return {};
    const target = new URL(url, 'http://localhost');
    target.searchParams.set('after', next);
    return { link: `<${target.pathname}${target.search}>; rel="next"` };
  }
}
