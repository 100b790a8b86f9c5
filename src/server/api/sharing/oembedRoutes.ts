/** `/oembed`: how a page is embedded, for sites that are given its address (oembed.com, version 1.0). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { readOnlyRoute } from '../../http/readOnlyRoute.js';
import { cachingHeaders } from '../../responses/cacheability.js';
import { headPosition, sendCached } from '../../responses/sendCached.js';
import { element } from '../feeds/xml.js';
import { ParameterReader } from '../parameters.js';
import { Problem, problemOf } from '../problem.js';
import { originOf } from './pageTags.js';
import type { PageViews } from './pageViews.js';
import { PICTURE_SIZE, type SharedPage } from './sharing.js';

const MAX_URL = 2_000;
const NOT_A_SIZE = 'is not a whole number of pixels from 1 to 10000';

const pixels = (text: string) =>
  z.int(NOT_A_SIZE).min(1, NOT_A_SIZE).max(10_000, NOT_A_SIZE).describe(text).optional();

/** Sites send parameters of their own, which mean nothing here. */
export const oembedParameters = z.object({
  url: z
    .string('is missing: give the address of a page')
    .max(MAX_URL)
    .refine(
      (text) => URL.canParse(text),
      'is not an address, such as https://parley.example/negotiation/in-us-bta',
    )
    .describe('The address of a page.'),
  format: z.string().max(20).describe('Only json is answered.').optional(),
  maxwidth: pixels('The greatest width, in pixels.'),
  maxheight: pixels('The greatest height, in pixels.'),
});

type Parameters = z.output<typeof oembedParameters>;

const nothingThere = () =>
  new Problem(404, 'NOT_FOUND', 'That address is no page of this server that can be embedded.');

export function oembedRoutes(scope: FastifyInstance, views: PageViews): void {
  const reader = new ParameterReader(oembedParameters);
  readOnlyRoute(scope, '/oembed', async (request, reply) => {
    const read = reader.read(request.query as Record<string, string>);
    return send(request, reply, views, read as Parameters);
  });
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  views: PageViews,
  { url, format = 'json', ...limits }: Parameters,
): Promise<FastifyReply> {
  if (format !== 'json') throw new Problem(501, 'NOT_IMPLEMENTED', 'Only format=json is answered.');
  const { host, pathname, search } = new URL(url);
  if (host !== request.host.toLowerCase()) throw nothingThere();
  const before = await headPosition(views.deps.parley);
  const shown = await views.page({ path: pathname, search }, request).catch((error: unknown) => {
    throw error instanceof GraphQLError ? problemOf(error) : error;
  });
  if (!shown?.value?.embed) throw nothingThere();
  const answer = embedding(originOf(request), shown.value, shown.value.embed, limits);
  const body = Buffer.from(`${JSON.stringify(answer)}\n`);
  const { immutable, position } = shown.tracker;
  return sendCached(request, reply, {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...cachingHeaders(body, immutable ? position : before, immutable),
    },
    body,
    immutable,
  });
}

function embedding(
  origin: string,
  { title, picture }: SharedPage,
  { path, ...size }: NonNullable<SharedPage['embed']>,
  { maxwidth = Infinity, maxheight = Infinity }: Pick<Parameters, 'maxwidth' | 'maxheight'>,
) {
  const width = Math.min(size.width, maxwidth);
  const height = Math.min(size.height, maxheight);
  const frame = element('iframe', {
    src: origin + path,
    title,
    width: String(width),
    height: String(height),
    frameborder: '0',
    loading: 'lazy',
  });
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Parley',
    provider_url: `${origin}/`,
    // In HTML, a frame is closed by an end tag.
    html: frame.trimEnd().replace(/\/>$/, '></iframe>'),
    width,
    height,
    ...(picture !== null &&
      PICTURE_SIZE.width <= maxwidth &&
      PICTURE_SIZE.height <= maxheight && {
        thumbnail_url: origin + picture,
        thumbnail_width: PICTURE_SIZE.width,
        thumbnail_height: PICTURE_SIZE.height,
      }),
  };
}
