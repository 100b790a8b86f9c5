/** The server: routes, listening, and stopping without losing what is under way. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type GraphQLSchema, printSchema } from 'graphql';
import type { Parley } from '../app/parley.js';
import { isLoopback, namesLoopback, urlOf } from './address.js';
import { Door } from './auth.js';
import { addressToListenOn, CannotListen, type ServerConfig } from './config.js';
import { GraphQLEndpoint } from './endpoint.js';
import { health, ready } from './health.js';
import { landing } from './landing.js';
import { GRACE_MS, REQUEST_TIMEOUT_MS } from './limits.js';
import { Metrics } from './metrics.js';
import { Refusal, send, sendRefusal } from './reply.js';
import { yogaOver } from './yoga.js';

type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const TEXT = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' };

export class ParleyServer {
  readonly #server: Server;
  readonly #graphql: GraphQLEndpoint;
  readonly #metrics = new Metrics();
  readonly #door: Door;
  readonly #routes: ReadonlyMap<string, Handle>;
  /** Whether only requests addressed to this machine are answered: see {@link namesLoopback}. */
  #localOnly = true;
  /**
   * Connections that Node takes for busy though nobody waits for an answer: nothing was asked on
   * them yet (browsers open some beforehand), or the body of what was refused is still coming.
   */
  readonly #waiting = new Set<Socket>();
  #stopping = false;

  /** `note` hears of every error that is a fault of the server. */
  constructor(
    readonly parley: Parley,
    schema: GraphQLSchema,
    readonly config: ServerConfig,
    readonly note: (text: string) => void,
  ) {
    this.#door = new Door(config.tokens);
    this.#graphql = new GraphQLEndpoint(
      parley,
      yogaOver(parley, schema, note),
      this.#door,
      this.#metrics,
      config.allowedOrigins ?? [],
    );
    const sdl = `${printSchema(schema)}\n`;
    this.#routes = new Map<string, Handle>([
      ['/', (request, response) => landing(parley, request, response)],
      ['/health', health],
      ['/ready', (request, response) => ready(parley, request, response)],
      ['/metrics', (request, response) => this.#sendMetrics(request, response)],
      ['/schema.graphql', (request, response) => send(request, response, 200, TEXT, sdl)],
    ]);
    this.#server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
      this.#waiting.delete(request.socket);
      void this.#handle(request, response);
    });
    this.#server.on('connection', (socket) => {
      this.#waiting.add(socket);
      socket.once('close', () => this.#waiting.delete(socket));
    });
  }

  /** Whether everyone who can reach the server may write. */
  get writesAreOpen(): boolean {
    return this.#door.open;
  }

  /** Starts to listen and returns the URL. Throws `ExposedWithoutTokens` or `CannotListen`. */
  async listen(): Promise<string> {
    const { host, port } = this.config;
    const address = await addressToListenOn(this.config);
    this.#localOnly = this.#door.open && isLoopback(address);
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error) => reject(new CannotListen(host, port, error)));
      this.#server.listen(port, address, resolve);
    });
    return urlOf(address, (this.#server.address() as AddressInfo).port);
  }

  /** Takes no more requests, ends subscriptions, and lets what is under way finish. */
  async close(): Promise<void> {
    this.#stopping = true;
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    this.#graphql.endStreams();
    this.#server.closeIdleConnections();
    for (const socket of this.#waiting) socket.destroy();
    const grace = setTimeout(() => this.#server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(grace);
    await this.#graphql.yoga.dispose();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#stopping) response.setHeader('Connection', 'close');
    const { pathname, url } = locationOf(request);
    const isGraphQL = pathname === '/graphql';
    const route = isGraphQL || this.#routes.has(pathname) ? pathname : 'other';
    response.once('close', () => {
      const { method = '' } = request;
      this.#metrics.requests.add({ route, method, status: response.statusCode });
      // A connection kept for a next request would hold up the end.
      if (this.#stopping) setImmediate(() => this.#server.closeIdleConnections());
    });
    try {
      if (this.#localOnly) checkHost(request);
      if (isGraphQL) await this.#graphql.handle(request, response, url);
      else await this.#page(pathname, request, response);
    } catch (error) {
      this.#fail(request, response, error);
    }
  }

  async #page(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const handle = this.#routes.get(path);
    if (!handle)
      throw new Refusal(
        404,
        'NOT_FOUND',
        `There is nothing at ${path}. GraphQL is at /graphql; / says what else there is.`,
      );
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Refusal(405, 'METHOD_NOT_ALLOWED', 'Use GET here.', { Allow: 'GET, HEAD' });
    await handle(request, response);
  }

  async #sendMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const head = await this.parley.head().catch(() => undefined);
    const type = 'text/plain; version=0.0.4; charset=utf-8';
    const headers = { 'Content-Type': type, 'Cache-Control': 'no-store' };
    const text = this.#metrics.render(head, this.#graphql.cache.bytes);
    send(request, response, 200, headers, text);
  }

  #fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const left = response.destroyed || request.destroyed;
    if (!request.complete) response.once('finish', () => this.#waiting.add(request.socket));
    if (error instanceof Refusal) {
      this.#metrics.refusals.add({ reason: error.code });
      sendRefusal(request, response, error);
    } else if (!left) {
      this.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
      const message = 'Something went wrong in the server, and it was noted there.';
      sendRefusal(request, response, new Refusal(500, 'INTERNAL_SERVER_ERROR', message));
    }
  }
}

function checkHost({ headers }: IncomingMessage): void {
  if (!namesLoopback(headers.host))
    throw new Refusal(
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
