/** The Fastify instance: what holds for every route, before the first one is registered. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import helmet from '@fastify/helmet';
import {
  fastify,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { REQUEST_TIMEOUT_MS } from '../limits.js';
import { checkHost } from './address.js';
import { clientKey } from './clientAddress.js';
import { ClientCounts } from './clientCounts.js';
import type { CrossOrigin } from './cors.js';
import { checkSite } from './crossSite.js';
import { HttpError, sendHttpError } from './httpError.js';
import { normalizeTarget, pathOf } from './requestTarget.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Counts the request as answered. A stream calls it when it begins. */
    answered: () => void;
  }
}

/** Longer than any path that Node takes: a path is refused by routes, not for its length. */
const MAX_PARAM_LENGTH = 64 * 1024;

/** The message of an error that is a fault of the server; its cause is in the log. */
export const internalErrorMessage = (requestId: string): string =>
  `Internal error. Quote request ID \`${requestId}\` to the operator.`;

export interface AppOptions {
  readonly logger: FastifyBaseLogger;
  /** Whether only requests addressed to this machine are answered. */
  readonly isLocalOnly: () => boolean;
  readonly crossOrigin: CrossOrigin;
  /** Proxies between clients and this server. */
  readonly proxies: number;
  /** Requests of one client that may be under way. */
  readonly maxRequests: number;
  /** Adds the hooks that see every request, also those that a later hook refuses. */
  readonly addFirstHooks: (app: FastifyInstance) => void;
  /**
   * Takes a request before any route is looked up, and answers it or calls `otherwise`, which leaves it
   * to the routes; false, and nothing is done, where it does not.
   */
  readonly answerEarly: (
    request: IncomingMessage,
    response: ServerResponse,
    otherwise: () => void,
  ) => boolean;
}

/** Creates the instance with its Node server, which does not listen yet. */
export async function createApp({
  logger,
  isLocalOnly,
  crossOrigin,
  proxies,
  maxRequests,
  addFirstHooks,
  answerEarly,
}: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    // One line a request, with fields of our own: observability/requestLog.ts.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (parent) => parent,
    genReqId: (request) => requestIdOf(request),
    rewriteUrl: normalizeTarget,
    trustProxy: (_address, hop) => hop < proxies,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    schemaController: {
      compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas },
    },
    schemaErrorFormatter: ([fault], part) =>
      new HttpError(
        400,
        'BAD_REQUEST',
        `${part}${fault?.instancePath ?? ''} ${fault?.message ?? 'is not valid'}.`,
      ),
    // A stopping server finishes what it was asked: see ParleyServer.close.
    return503OnClosing: false,
    serverFactory: (handler): Server =>
      createServer({ requestTimeout: REQUEST_TIMEOUT_MS, keepAlive: true }, (request, response) => {
        const otherwise = () => handler(request, response);
        if (!answerEarly(request, response, otherwise)) otherwise();
      }),
  });
  // Scopes that take a body say which.
  app.removeAllContentTypeParsers();
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply));
  addFirstHooks(app);
  app.addHook('onRequest', ({ id }, reply, done) => {
    reply.header('x-request-id', id);
    done();
  });
  limitRequests(app, maxRequests);
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
    xContentTypeOptions: true,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: { action: 'deny' },
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  app.addHook('onRequest', (request, _reply, done) => {
    if (isLocalOnly()) checkHost(request.headers.host);
    if (!request.routeOptions.config.otherSites) checkSite(crossOrigin, request);
    if (!request.is404 || READING.includes(request.method)) done();
    // Before a body is read. Methods that no route knows are refused everywhere.
    else if (app.supportedMethods.includes(request.method)) done(notFound(request));
    else done(methodNotAllowed());
  });
  return app;
}

/** Counts the requests of each client until they are answered or have become streams. */
function limitRequests(app: FastifyInstance, limit: number): void {
  const clients = new ClientCounts(limit, {
    code: 'TOO_MANY_REQUESTS',
    what: 'requests under way',
    remedy: 'Wait for their answers.',
  });
  app.decorateRequest('answered');
  app.addHook('onRequest', (request, reply, done) => {
    request.answered = clients.take(clientKey(request.ip));
    reply.raw.once('close', request.answered);
    done();
  });
}

/**
 * Fastify's JSON schema compilers take about half of the start-up time to load, and no route needs
 * them. server/routes.ts says how to register a route with a `schema`.
 */
const noSchemas = (): never => {
  throw new Error(
    'A route has a schema and its scope no compilers: call setValidatorCompiler and setSerializerCompiler in the scope, or remove compilersFactory in src/server/http/app.ts.',
  );
};

const READING: readonly string[] = ['GET', 'HEAD'];

const methodNotAllowed = () =>
  new HttpError(405, 'METHOD_NOT_ALLOWED', 'Use GET here.', { Allow: READING.join(', ') });

/** Whether a person is to read the answer: programs ask for JSON, or for anything. */
export const isForPeople = ({ method, headers }: FastifyRequest): boolean =>
  READING.includes(method) && (headers.accept?.includes('text/html') ?? false);

/** 404, for programs. */
export const notFound = ({ url }: FastifyRequest): HttpError =>
  new HttpError(
    404,
    'NOT_FOUND',
    `Nothing is at ${pathOf(url)}. GraphQL is at /graphql; / lists what else there is.`,
  );

/** The caller's own ID where it may stand in a log line, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const id = headers['x-request-id'];
  return typeof id === 'string' && /^[\w.-]{1,128}$/.test(id) ? id : randomUUID();
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // People get the page that says so: see `dashboardRoutes`.
  if (
    error instanceof HttpError &&
    error.status === 404 &&
    isForPeople(request) &&
    !request.is404
  ) {
    reply.callNotFound();
    return reply;
  }
  return sendHttpError(
    reply,
    error instanceof HttpError
      ? error
      : new HttpError(500, 'INTERNAL_SERVER_ERROR', internalErrorMessage(request.id)),
  );
}
