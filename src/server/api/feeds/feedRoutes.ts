/** `/feeds`: what happened as Atom, dates to come as iCalendar. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Parley } from '../../../app/parley.js';
import { readOnlyRoute } from '../../http/readOnlyRoute.js';
import { cachingHeaders } from '../../responses/cacheability.js';
import { headPosition, sendCached } from '../../responses/sendCached.js';
import { ParameterReader } from '../parameters.js';
import { Problem } from '../problem.js';
import { type Feed, FEEDS } from './feeds.js';

/** Registers every feed, in a scope that answers errors as problem details. */
export function feedRoutes(scope: FastifyInstance, parley: Parley): void {
  for (const feed of FEEDS) {
    const reader = {
      path: new ParameterReader(feed.pathParameters),
      query: new ParameterReader(feed.queryParameters),
    };
    const url = feed.path
      .replace(/^\/feeds/, '')
      // Names have no dot, so that the suffix is none of them.
      .replaceAll(/\{(\w+)\}/g, ':$1([^.]+)');
    readOnlyRoute(scope, url, (request, reply) =>
      send(request, reply, parley, feed, {
        ...reader.path.read(request.params as Record<string, string>),
        ...reader.query.read(request.query as Record<string, string>),
      }),
    );
  }
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  parley: Parley,
  feed: Feed,
  parameters: Readonly<Record<string, unknown>>,
): Promise<FastifyReply> {
  const origin = `${request.protocol}://${request.host}`;
  const before = await headPosition(parley);
  const written = await feed.write({ parley, origin, target: request.url }, parameters);
  if (!written)
    throw new Problem(
      404,
      'NOT_FOUND',
      `Nothing of that name is on record at this view. /api/negotiations lists the negotiations, /feeds/all.atom what happened.`,
    );
  const { text, views } = written;
  const body = Buffer.from(text);
  const immutable = views.length > 0 && views.every((view) => view.immutable);
  const position = immutable ? Math.max(...views.map((view) => view.position)) : before;
  return sendCached(request, reply, {
    status: 200,
    headers: { 'content-type': feed.type, ...cachingHeaders(body, position, immutable) },
    body,
    immutable,
  });
}
