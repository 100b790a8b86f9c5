/** `/mcp`: the Model Context Protocol over streamable HTTP, without sessions. */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Parley } from '../../app/parley.js';
import { addAuthentication } from '../auth/authentication.js';
import type { Authenticator } from '../auth/authenticator.js';
import { addCors, type CrossOrigin } from '../http/cors.js';
import type { QueryThreads } from '../responses/query.js';
import { checkBodyType, readBody } from '../http/requestBody.js';
import { MAX_MESSAGE_BYTES } from '../limits.js';
import type { Observability } from '../observability/observability.js';
import { contextFor } from './tool.js';

export interface McpDeps {
  readonly parley: Parley;
  readonly schema: GraphQLSchema;
  readonly observability: Observability;
  readonly crossOrigin: CrossOrigin;
  readonly authenticator: Authenticator;
  readonly threads?: QueryThreads | undefined;
}

const CONFIG = { route: '/mcp' };

/** Registers `/mcp`. Every request is answered by a server of its own, as JSON. */
export async function mcpRoutes(app: FastifyInstance, deps: McpDeps): Promise<void> {
  await app.register(async (scope) => registerMcp(scope, deps), { prefix: '/mcp' });
}

async function registerMcp(scope: FastifyInstance, deps: McpDeps): Promise<void> {
  // `--public` opens what only reads.
  addCors(scope, { ...deps.crossOrigin, isPublic: false });
  addAuthentication(scope, deps.authenticator);
  scope.addContentTypeParser('*', (_request: FastifyRequest, payload: IncomingMessage) =>
    readBody(payload, MAX_MESSAGE_BYTES),
  );
  scope.post(
    '',
    { config: CONFIG, preParsing: async ({ headers }) => checkBodyType(headers) },
    (request, reply) => answer(request, reply, deps),
  );
  // Without sessions there is nothing to resume or to end: the handler says 405.
  scope.route({
    method: ['GET', 'DELETE'],
    url: '',
    config: CONFIG,
    exposeHeadRoute: false,
    handler: (request, reply) => answer(request, reply, deps),
  });
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: McpDeps,
): Promise<FastifyReply> {
  const { parley, schema, observability, threads } = deps;
  const { id, method, url, protocol, host, principal, ip } = request;
  const origin = `${protocol}://${host}`;
  const reportError = (error: unknown) => observability.reportError(error, id);
  const client = principal.name ?? ip;
  const asker = { parley, schema, requestId: id, reportError, principal, threads, client };
  // Loaded when an assistant first asks.
  const { createMcpHandler } = await import('@modelcontextprotocol/server');
  const { createMcpServer } = await import('./mcpServer.js');
  const handler = createMcpHandler(() => createMcpServer(contextFor(asker, origin)), {
    maxSubscriptions: 0,
    onerror: (error) => {
      // Of a request that is refused the client is told.
      if (!/^Rejected inbound request|^Unsupported protocol/.test(error.message))
        reportError(error);
    },
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers.set(name, value);
  const body = typeof request.body === 'string' ? request.body : undefined;
  const asked = new Request(`${origin}${url}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  try {
    const response = await handler.fetch(asked);
    return await reply
      .code(response.status)
      .headers({ ...Object.fromEntries(response.headers), 'cache-control': 'no-store' })
      .send(Buffer.from(await response.arrayBuffer()));
  } finally {
    await handler.close();
  }
}
