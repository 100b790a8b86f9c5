/** Routes that answer only some methods say which ones when another is used. */
import type { FastifyContextConfig, FastifyInstance, RouteHandlerMethod } from 'fastify';
import { HttpError } from './httpError.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * The name of the route in metrics and log lines: one of few, never a path with names in it. Its
     * pattern by default, with the prefix of its scope: `/api/negotiations/:slug`.
     */
    readonly route?: string;
    /** Whether the pages of any site may cause requests to it: see `checkSite`. */
    readonly otherSites?: true;
    /** Security headers that differ from those of the other routes. */
    readonly helmet?: { readonly xFrameOptions: false };
  }
}

/** Registers a route for GET and HEAD below the prefix of the scope; any other method is answered 405. */
export function readOnlyRoute(
  app: FastifyInstance,
  url: string,
  handler: RouteHandlerMethod,
  config: FastifyContextConfig = {},
): void {
  app.get(url, { config }, handler);
  refuseOtherMethods(app, url, ['GET', 'HEAD'], 'Use GET here.', config);
}

/** Answers every method but those in `allowed` with 405, before a body is read. */
export function refuseOtherMethods(
  app: FastifyInstance,
  url: string,
  allowed: readonly string[],
  message: string,
  config: FastifyContextConfig = {},
): void {
  const refuse = async (): Promise<never> => {
    throw new HttpError(405, 'METHOD_NOT_ALLOWED', message, { Allow: allowed.join(', ') });
  };
  app.route({
    method: app.supportedMethods.filter((method) => !allowed.includes(method)),
    url,
    config,
    onRequest: refuse,
    handler: refuse,
  });
}
