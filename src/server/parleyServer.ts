/** The server: routes, listening, and stopping without losing what is under way. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type GraphQLSchema, printSchema } from 'graphql';
import type { Parley } from '../app/parley.js';
import { isLoopback, namesLoopback, urlOf } from './http/address.js';
import { Authenticator } from './auth/authenticator.js';
import { addressToListenOn, CannotListen, type ServerConfig } from './config.js';
import { Dashboard } from './http/dashboard.js';
import { GraphQLEndpoint } from './graphql/routes.js';
import { health, ReadinessProbe } from './observability/health.js';
import { REQUEST_TIMEOUT_MS, STREAM_LIMITS, DEFAULT_TIMEOUTS, type Timeouts } from './limits.js';
import { SubscriptionRegistry } from './streaming/subscriptionRegistry.js';
import { Observability } from './observability/observability.js';
import { HttpError, send, sendRefusal } from './http/httpError.js';
import { rejectUpgrade, WebSockets } from './streaming/webSockets.js';
import { type OperationInfo, yogaOver } from './graphql/yoga.js';

type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const TEXT = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' };

export class ParleyServer {
  readonly #server: Server;
  readonly #graphql: GraphQLEndpoint;
  readonly #streams: SubscriptionRegistry;
  readonly #sockets: WebSockets;
  readonly #ready: ReadinessProbe;
  readonly #authenticator: Authenticator;
  readonly #routes: ReadonlyMap<string, Handle>;
  readonly #dashboard: Dashboard;
  readonly #timeouts: Timeouts;
  /** Whether only requests addressed to this machine are answered: see {@link namesLoopback}. */
  #localOnly = true;
  /**
   * Connections that Node takes for busy though nobody waits for an answer: nothing was asked on
   * them yet (browsers open some beforehand), or the body of what was refused is still coming.
   */
  readonly #waiting = new Set<Socket>();
  #stopping = false;

  /** What `parley` rests on should be watched by the same `operations`. */
  constructor(
    readonly parley: Parley,
    schema: GraphQLSchema,
    readonly config: ServerConfig,
    readonly observability: Observability = new Observability(),
  ) {
    const { tracing, logHealth } = observability;
    const note = (error: unknown) => observability.note(error);
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...config.timeouts };
    this.#authenticator = new Authenticator(config.tokens);
    this.#streams = new SubscriptionRegistry(
      { ...STREAM_LIMITS, ...config.streamLimits }.subscriptions,
    );
    this.#ready = new ReadinessProbe(parley, logHealth, config.timeouts);
    const yoga = yogaOver(parley, schema, { note, tracing });
    const deps = {
      yoga,
      authenticator: this.#authenticator,
      streams: this.#streams,
      observability,
      config,
    };
    this.#graphql = new GraphQLEndpoint(parley, deps);
    this.#sockets = new WebSockets(deps);
    this.#dashboard = new Dashboard(config.dashboard);
    const sdl = `${printSchema(schema)}\n`;
    this.#routes = new Map<string, Handle>([
      ['/health', health],
      ['/ready', (request, response) => this.#ready.answer(request, response)],
      ['/metrics', (request, response) => this.#sendMetrics(request, response)],
      ['/schema.graphql', (request, response) => send(request, response, 200, TEXT, sdl)],
    ]);
    const options = { requestTimeout: REQUEST_TIMEOUT_MS, keepAlive: true };
    this.#server = createServer(options, (request, response) => {
      this.#waiting.delete(request.socket);
      void this.#handle(request, response);
    });
    this.#server.on('connection', (socket) => {
      this.#waiting.add(socket);
      socket.once('close', () => this.#waiting.delete(socket));
    });
    this.#server.on('upgrade', (request, duplex, head) => this.#upgrade(request, duplex, head));
  }

  /** Whether everyone who can reach the server may write. */
  get allowsAnonymousWrites(): boolean {
    return this.#authenticator.open;
  }

  /** Starts to listen and returns the URL. Throws `ExposedWithoutTokens` or `CannotListen`. */
  async listen(): Promise<string> {
    const { host, port } = this.config;
    const address = await addressToListenOn(this.config);
    this.#localOnly = this.#authenticator.open && isLoopback(address);
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error) => reject(new CannotListen(host, port, error)));
      this.#server.listen(port, address, resolve);
    });
    return urlOf(address, (this.#server.address() as AddressInfo).port);
  }

  /**
   * Takes no more requests and is not ready any more; subscriptions are told to go on elsewhere,
   * what is under way is finished. Whatever is left after some seconds is cut off.
   */
  async close(): Promise<void> {
    this.#stopping = true;
    this.#ready.stop();
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    this.#server.closeIdleConnections();
    for (const socket of this.#waiting) socket.destroy();
    const grace = setTimeout(() => {
      this.#server.closeAllConnections();
      this.#sockets.cut();
    }, this.#timeouts.grace);
    this.parley.subscriptions.stop();
    this.#sockets.stop();
    const late = new AbortController();
    await Promise.race([
      this.#streams.allOver(),
      pause(this.#timeouts.lastWord, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
    this.#streams.endAll();
    await closed;
    clearTimeout(grace);
    await this.#graphql.yoga.dispose();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    if (this.#stopping) response.setHeader('Connection', 'close');
    const { method = '' } = request;
    const { pathname, url } = locationOf(request);
    const isGraphQL = pathname === '/graphql';
    const known = isGraphQL || this.#routes.has(pathname);
    const route = known ? pathname : this.#dashboard.at(pathname) ? 'dashboard' : 'other';
    const id = requestId(request);
    response.setHeader('X-Request-Id', id);
    const heard: OperationInfo = {};
    response.once('close', () => {
      const ms = performance.now() - began;
      const { statusCode: status } = response;
      const { name, type, results } = heard;
      this.observability.metrics.answered(route, method, status, results ? undefined : ms);
      const line = {
        request: id,
        method,
        route,
        status,
        ms: Math.round(ms),
        operation: name,
        type,
      };
      this.observability.logger.debug(line, 'request');
      // A connection kept for a next request would hold up the end.
      if (this.#stopping) setImmediate(() => this.#server.closeIdleConnections());
    });
    const answer = () =>
      isGraphQL
        ? this.#graphql.handle(request, response, url, heard)
        : this.#page(pathname, request, response);
    try {
      if (this.#localOnly) checkHost(request);
      const { tracing } = this.observability;
      if (!tracing) await answer();
      else
        await tracing.request(request, { 'http.route': route }, async (told) => {
          await answer();
          told({ 'http.response.status_code': response.statusCode });
        });
    } catch (error) {
      this.#fail(request, response, error, id);
    }
  }

  #upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    this.#waiting.delete(request.socket);
    const { pathname } = locationOf(request);
    try {
      if (this.#localOnly) checkHost(request);
      if (pathname !== '/graphql')
        throw new HttpError(404, 'NOT_FOUND', 'WebSockets are taken at /graphql.');
      this.#sockets.upgrade(request, duplex, head);
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      this.observability.metrics.refusals.inc({ reason: error.code });
      rejectUpgrade(duplex, error);
    }
  }

  async #page(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const handle =
      this.#routes.get(path) ?? this.#dashboard.at(path) ?? this.#dashboard.nothingAt(request);
    if (!handle)
      throw new HttpError(
        404,
        'NOT_FOUND',
        `There is nothing at ${path}. GraphQL is at /graphql; / says what else there is.`,
      );
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new HttpError(405, 'METHOD_NOT_ALLOWED', 'Use GET here.', { Allow: 'GET, HEAD' });
    await handle(request, response);
  }

  async #sendMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const readiness = await this.#ready.now();
    const text = await this.observability.metrics.render({
      head: readiness.ready ? readiness.head : await this.parley.head().catch(() => undefined),
      following: this.parley.subscriptions.state(),
      ready: readiness.ready,
      streams: { sse: this.#streams.count('sse'), ws: this.#streams.count('ws') },
      sockets: this.#sockets.size,
      cacheBytes: this.#graphql.cache.bytes,
    });
    const type = 'text/plain; version=0.0.4; charset=utf-8';
    send(request, response, 200, { 'Content-Type': type, 'Cache-Control': 'no-store' }, text);
  }

  #fail(request: IncomingMessage, response: ServerResponse, error: unknown, id: string): void {
    const left = response.destroyed || request.destroyed;
    if (!request.complete) response.once('finish', () => this.#waiting.add(request.socket));
    if (error instanceof HttpError) {
      this.observability.metrics.refusals.inc({ reason: error.code });
      sendRefusal(request, response, error);
    } else if (!left) {
      this.observability.note(error, id);
      const message = 'Something went wrong in the server, and it was noted there.';
      sendRefusal(request, response, new HttpError(500, 'INTERNAL_SERVER_ERROR', message));
    }
  }
}

/** The caller's own, where it is one that may stand in a line of a journal; else a new one. */
function requestId({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,128}$/.test(given) ? given : randomUUID();
}

function checkHost({ headers }: IncomingMessage): void {
  if (!namesLoopback(headers.host))
    throw new HttpError(
      421,
      'MISDIRECTED',
      'This server has no tokens, so it answers only requests addressed to localhost. Start it with --tokens to let others in.',
    );
}

/** The path, and path and query together, of whatever was asked for. */
function locationOf({ url = '/' }: IncomingMessage): { pathname: string; url: string } {
  const start = url.startsWith('/') ? url : '/*';
  const query = start.indexOf('?');
  const path = query < 0 ? start : start.slice(0, query);
  // Slashes at the beginning would make the rest a host.
  const pathname = path.replace(/^\/+/, '/').replace(/(?<=.)\/+$/, '');
  return { pathname, url: pathname + (query < 0 ? '' : start.slice(query)) };
}
