/** `/share`: a picture of a page's view, for links to it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { readOnlyRoute } from '../../http/readOnlyRoute.js';
import { cachingHeaders } from '../../responses/cacheability.js';
import type { Rasterizer } from '../../responses/picture.js';
import type { CachedResponse, ResponseCache } from '../../responses/responseCache.js';
import { headPosition, sendCached } from '../../responses/sendCached.js';
import { goodsParameters } from '../../responses/dutyQuestion.js';
import { clocks, NO_PARAMETERS, ParameterReader, party, slugParameter } from '../parameters.js';
import { Problem, problemOf } from '../problem.js';
import { addressOf } from './pageTags.js';
import type { PageViews } from './pageViews.js';

export interface ShareDeps {
  readonly views: PageViews;
  readonly rasterizer: Rasterizer;
  readonly cache: ResponseCache;
}

interface Picture {
  /** The path as OpenAPI writes it. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly pathParameters: z.ZodObject;
  readonly queryParameters: z.ZodObject;
  /** The path of the page that it is of. */
  readonly page: (parameters: Readonly<Record<string, string>>) => string;
}

const viewParameters = z.strictObject(clocks);
const slugged = z.strictObject({ slug: slugParameter('The name of the negotiation.') });

export const PICTURES: readonly Picture[] = [
  {
    path: '/share/all.png',
    operationId: 'pictureOfRecord',
    summary: 'A picture of the record as a whole, 1200 by 630 pixels, for links to the first page.',
    pathParameters: NO_PARAMETERS,
    queryParameters: viewParameters,
    page: () => '/',
  },
  {
    path: '/share/goods/duty.png',
    operationId: 'pictureOfDuty',
    summary: 'A picture of the duty on a good, for links to the goods desk.',
    pathParameters: NO_PARAMETERS,
    queryParameters: z.strictObject({ ...goodsParameters, ...clocks }),
    page: () => '/duty',
  },
  {
    path: '/share/page/{page}.png',
    operationId: 'pictureOfPage',
    summary: 'A picture of a page that is about no one thing of the record, for links to it.',
    pathParameters: z.strictObject({
      page: z.enum(['duty', 'proposals', 'glossary']).describe('The page.'),
    }),
    queryParameters: NO_PARAMETERS,
    page: ({ page = '' }) => `/${page}`,
  },
  {
    path: '/share/event/{id}.png',
    operationId: 'pictureOfEvent',
    summary: 'A picture of an event, for links to its page.',
    pathParameters: z.strictObject({ id: z.uuid().describe('The id of the event.') }),
    queryParameters: NO_PARAMETERS,
    page: ({ id = '' }) => `/events/${id}`,
  },
  {
    path: '/share/measure/{slug}.png',
    operationId: 'pictureOfMeasure',
    summary: 'A picture of a measure, for links to its page.',
    pathParameters: z.strictObject({ slug: slugParameter('The name of the measure.') }),
    queryParameters: viewParameters,
    page: ({ slug = '' }) => `/measures/${slug}`,
  },
  {
    path: '/share/party/{code}.png',
    operationId: 'pictureOfParty',
    summary: 'A picture of what a party takes part in, for links to its page.',
    pathParameters: z.strictObject({ code: party('The party, such as IN.') }),
    queryParameters: viewParameters,
    page: ({ code = '' }) => `/parties/${code}`,
  },
  {
    path: '/share/{slug}.png',
    operationId: 'pictureOfNegotiation',
    summary:
      'A picture of where a negotiation stands, with the chart of its duty, for links to its page.',
    pathParameters: slugged,
    queryParameters: viewParameters,
    page: ({ slug = '' }) => `/negotiation/${slug}`,
  },
];

/** Registers the pictures, in a scope that answers errors as problem details. */
export function shareRoutes(scope: FastifyInstance, deps: ShareDeps): void {
  for (const picture of PICTURES) {
    const path = new ParameterReader(picture.pathParameters);
    const query = new ParameterReader(picture.queryParameters);
    // Names have no dot, so that the suffix is none of them.
    const url = picture.path.replace(/^\/share/, '').replace(/\{(\w+)\}/, ':$1([^.]+)');
    readOnlyRoute(scope, url, (request, reply) => {
      const named = path.read(request.params as Record<string, string>);
      query.read(request.query as Record<string, string>);
      return send(request, reply, deps, picture.page(named as Record<string, string>));
    });
  }
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { views, rasterizer, cache }: ShareDeps,
  path: string,
): Promise<FastifyReply> {
  const cached = cache.get(request.url);
  if (cached) return sendCached(request, reply, cached);
  const before = await headPosition(views.deps.parley);
  const { search } = addressOf(request.url);
  const { body, immutable, position } = await draw(request, views, rasterizer, {
    path,
    search,
  }).catch((error: unknown) => {
    throw error instanceof GraphQLError ? problemOf(error) : error;
  });
  const response: CachedResponse = {
    status: 200,
    headers: {
      'content-type': 'image/png',
      ...cachingHeaders(body, immutable ? position : before, immutable),
    },
    body,
    immutable,
  };
  cache.add(request.url, response);
  return sendCached(request, reply, response);
}

async function draw(
  request: FastifyRequest,
  views: PageViews,
  rasterizer: Rasterizer,
  address: { readonly path: string; readonly search: string },
) {
  const shown = await views.picture(address, request);
  if (!shown)
    throw new Problem(503, 'NOT_BUILT', 'Pictures are drawn by the dashboard, which is not built.');
  if (shown.value === null)
    throw new Problem(
      404,
      'NOT_FOUND',
      'Nothing of that name is on record at this view. /api/negotiations lists the negotiations.',
    );
  const body = await rasterizer.png(shown.value, request.ip);
  const { immutable, position } = shown.tracker;
  return { body, immutable, position };
}
