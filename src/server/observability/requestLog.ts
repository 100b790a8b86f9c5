/** What is recorded of each HTTP request: its ID, a log line, metrics, a trace, and its error. */
import type { IncomingMessage } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { FastifyInstance } from 'fastify';
import { clientAddress } from '../http/clientAddress.js';
import { HttpError } from '../http/httpError.js';
import type { Observability } from './observability.js';
import type { RequestSpan } from './tracing.js';

/** What a request turns out to be while it is carried out. */
export interface OperationInfo {
  name?: string | undefined;
  type?: string;
  /** What a subscription costs for each change, and a name for what it asks. */
  cost?: number;
  question?: string;
  /** Of a subscription over HTTP, for the route to send. */
  results?: AsyncIterable<ExecutionResult>;
}

/** Writes a request that no route has seen to the access log. */
export const accessLog =
  ({ logger }: Pick<Observability, 'logger'>, proxies: number) =>
  (request: IncomingMessage, status: number, ms: number): void => {
    const address = clientAddress(request, proxies);
    const route = '/graphql';
    logger.info({ method: request.method, route, status, ms: Math.round(ms), address }, 'request');
  };

declare module 'fastify' {
  interface FastifyRequest {
    operation: OperationInfo;
  }
}

/**
 * Adds the hooks to all routes registered from here on. With `accessLog` each line is written at `info` and
 * has the client's address.
 */
export function addRequestLog(
  app: FastifyInstance,
  observability: Observability,
  accessLog = false,
): void {
  const { logger, metrics, tracing } = observability;
  app.decorateRequest('operation');
  app.addHook('onRequest', (request, reply, done) => {
    const started = performance.now();
    const { id, method, ip } = request;
    const { config, url } = request.routeOptions;
    const route = config.route ?? url ?? 'other';
    const operation: OperationInfo = {};
    request.operation = operation;
    let span: RequestSpan | undefined;
    // Also where the client leaves before the answer is finished.
    reply.raw.once('close', () => {
      const ms = performance.now() - started;
      const status = reply.raw.statusCode;
      const { name, type, results } = operation;
      metrics.requestFinished(route, method, status, results ? undefined : ms);
      const fields = { request: id, method, route, status, ms: Math.round(ms) };
      if (accessLog) logger.info({ ...fields, address: ip, operation: name, type }, 'request');
      else logger.debug({ ...fields, operation: name, type }, 'request');
      span?.end({ 'http.response.status_code': status });
    });
    if (!tracing) done();
    else {
      span = tracing.startRequest(request.raw, { 'http.route': route });
      span.run(done);
    }
  });
  app.addHook('onError', async (request, reply, error: unknown) => {
    if (error instanceof HttpError) metrics.refusals.inc({ reason: error.code });
    else if (!reply.raw.destroyed && !request.raw.destroyed)
      observability.reportError(error, request.id);
  });
}
