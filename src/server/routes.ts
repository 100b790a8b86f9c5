/**
 * Every route of the server, in one place.
 *
 * A folder of routes exports one function that takes the Fastify instance and what it needs. Where
 * routes need hooks, a body parser or error replies of their own, it registers them in a scope
 * (`app.register`), which nothing outside sees: `graphql/routes.ts` is the example.
 *
 * | routes                          | folder                                             |
 * | ------------------------------- | -------------------------------------------------- |
 * | `/health`, `/ready`, `/metrics` | `observability/`                                   |
 * | `/graphql`                      | `graphql/`, with `streaming/` for subscriptions    |
 * | the dashboard and its assets    | `http/dashboard.ts`                                |
 * | REST with OpenAPI, feeds        | `api/`: a new REST route goes there, one file a resource, registered below in a scope with its own prefix |
 * | Model Context Protocol          | `mcp/`                                             |
 *
 * A route names itself for metrics and log lines with `config.route`, takes GET through
 * `readOnlyRoute`, throws an `HttpError`, and calls `addAuthentication` in its scope where it has
 * to know the principal. Host check, request ID, security headers and the request log hold for
 * every route (`http/app.ts`, `observability/requestLog.ts`).
 */
import type { FastifyInstance } from 'fastify';
import { type GraphQLSchema, printSchema } from 'graphql';
import type { GraphqlDeps } from './graphql/deps.js';
import { graphqlRoutes } from './graphql/routes.js';
import { dashboardRoutes } from './http/dashboard.js';
import { readOnlyRoute } from './http/readOnlyRoute.js';
import { type ObservabilityDeps, observabilityRoutes } from './observability/routes.js';

export interface RouteDeps {
  readonly schema: GraphQLSchema;
  readonly graphql: GraphqlDeps;
  readonly observability: ObservabilityDeps;
  /** The directory of the built dashboard; the usual one when undefined. */
  readonly dashboard: string | undefined;
}

export async function registerRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  observabilityRoutes(app, deps.observability);
  schemaRoute(app, deps.schema);
  await graphqlRoutes(app, deps.graphql);
  dashboardRoutes(app, deps.dashboard);
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
