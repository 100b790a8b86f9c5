/**
 * Registers every route of the server.
 *
 * A folder of routes exports one function that takes the Fastify instance and its dependencies.
 * Routes with hooks, a body parser or error replies of their own are registered in a scope
 * (`app.register`), which other routes do not see.
 *
 * | routes                          | file                                               |
 * | ------------------------------- | -------------------------------------------------- |
 * | `/health`, `/ready`, `/metrics` | `observability/observabilityRoutes.ts`             |
 * | `/schema.graphql`               | this file                                          |
 * | `/graphql`                      | `graphql/graphqlRoutes.ts`, with `streaming/` for subscriptions |
 * | the dashboard and its assets    | `http/dashboard.ts`                                |
 * | `/api`, with OpenAPI; `/feeds`  | `api/apiRoutes.ts`; `api/` has a file for resources of a kind, `api/feeds/` the feeds |
 * | `/share`, `/oembed`             | `api/sharing/`, which also writes what the head of a page tells of its view |
 * | `/log`                          | `transparency/logRoutes.ts`                        |
 * | `/mcp`                          | `mcp/mcpRoutes.ts`; a tool is a file in `mcp/tools/` |
 *
 * A resource that only reads is a definition in `api/` (parameters, GraphQL query, table), added to
 * `RESOURCES` in `api/apiRoutes.ts`: routes, checks, caching, CSV and OpenAPI follow from it. Other
 * routes are registered here in a scope with their prefix:
 *
 *     await app.register(
 *       async (scope) => {
 *         addAuthentication(scope, deps.authenticator);
 *         webhookRoutes(scope, deps.parley);
 *       },
 *       { prefix: '/webhooks' },
 *     );
 *
 * - `addAuthentication` sets `request.principal` and answers an unknown token 401. A route that
 *   appends checks `principal.mayWrite`.
 * - `readOnlyRoute` takes GET and HEAD and answers other methods 405.
 * - A thrown `HttpError` is sent with its status and `code`; any other error is a 500 without its
 *   message, and is logged.
 * - Metrics and log lines name a route by its pattern with the prefix, `/api/negotiations/:slug`;
 *   `config.route` overrides it.
 * - A body is parsed only in a scope that adds a content type parser: `http/requestBody.ts` limits
 *   its type and length.
 * - Fastify's `schema` option needs compilers, which `http/app.ts` leaves out: loading them takes
 *   about half of the start-up time. Either the scope calls `setValidatorCompiler` and
 *   `setSerializerCompiler` (for zod schemas, no package is needed), or `compilersFactory` is removed
 *   there, which enables JSON schemas on every route. A request whose validator returns false and
 *   sets `errors` is answered 400 `BAD_REQUEST`.
 *
 * Host check, request ID, security headers and the request log hold for every route
 * (`http/app.ts`, `observability/requestLog.ts`). tests/server/apiRoutes.test.ts registers such a
 * resource.
 */
import type { FastifyInstance } from 'fastify';
import { type GraphQLSchema, printSchema } from 'graphql';
import type { Parley } from '../app/parley.js';
import { apiRoutes } from './api/apiRoutes.js';
import { pageHead } from './api/pageHead.js';
import { pageStatus } from './api/pageSubject.js';
import { PageTags } from './api/sharing/pageTags.js';
import { PageViews } from './api/sharing/pageViews.js';
import type { Authenticator } from './auth/authenticator.js';
import type { GraphqlDeps } from './graphql/deps.js';
import { graphqlRoutes } from './graphql/graphqlRoutes.js';
import { DASHBOARD, dashboardRoutes, type PageFacts } from './http/dashboard.js';
import { readOnlyRoute } from './http/readOnlyRoute.js';
import { mcpRoutes } from './mcp/mcpRoutes.js';
import { logRoutes } from './transparency/logRoutes.js';
import type { Rasterizer } from './responses/picture.js';
import {
  type ObservabilityDeps,
  observabilityRoutes,
} from './observability/observabilityRoutes.js';

export interface RouteDeps {
  readonly parley: Parley;
  readonly authenticator: Authenticator;
  readonly schema: GraphQLSchema;
  readonly graphql: GraphqlDeps;
  readonly observability: ObservabilityDeps;
  /** The directory of the built dashboard; the usual one when undefined. */
  readonly dashboard: string | undefined;
  readonly rasterizer: Rasterizer;
}

export async function registerRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  observabilityRoutes(app, deps.parley, deps.observability);
  if (!deps.graphql.restrictions.noIntrospection) schemaRoute(app, deps.schema);
  await graphqlRoutes(app, deps.graphql);
  const { dashboard = DASHBOARD, rasterizer } = deps;
  const views = new PageViews({ ...deps.graphql, schema: deps.schema }, dashboard);
  await apiRoutes(app, { ...deps.graphql, schema: deps.schema, views, rasterizer });
  await app.register(async (scope) => logRoutes(scope, deps.parley), { prefix: '/log' });
  await mcpRoutes(app, { ...deps.graphql, schema: deps.schema });
  const tags = new PageTags(views);
  const facts: PageFacts = {
    head: async (request) => pageHead(request) + (await tags.of(request)),
    exists: (request) => tags.exists(request),
    status: (request) => pageStatus(deps.parley, request),
  };
  dashboardRoutes(app, facts, dashboard);
}

function schemaRoute(app: FastifyInstance, schema: GraphQLSchema): void {
  // Printed when first asked for: it takes a good part of the start.
  let sdl: string | undefined;
  readOnlyRoute(app, '/schema.graphql', (_request, reply) =>
    reply
      .headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' })
      .send((sdl ??= `${printSchema(schema)}\n`)),
  );
}
