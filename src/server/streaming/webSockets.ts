/** WebSockets at `/graphql`, by the `graphql-transport-ws` protocol: limits, heartbeats, closing. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer, type Server, type ServerOptions } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { clientAddress, clientKey } from '../http/clientAddress.js';
import { ClientCounts } from '../http/clientCounts.js';
import { type CrossOrigin, mayConnect } from '../http/cors.js';
import { MAX_BODY_BYTES, MAX_MESSAGE_BYTES, type Timeouts } from '../limits.js';
import { HttpError } from '../http/httpError.js';
import type { Observability } from '../observability/observability.js';

/** Bytes that may wait to be sent on a WebSocket; beyond that nothing more is read from it. */
const MAX_BUFFERED_BYTES = 2 * MAX_BODY_BYTES;

/** Close codes of RFC 6455 and of the protocol. */
const CLOSE = { GOING_AWAY: 1001, INTERNAL_ERROR: 4500, BAD_REQUEST: 4400 } as const;

interface Connection {
  readonly socket: WebSocket;
  /** Resolves when it is closed. */
  readonly closed: Promise<void>;
  /** Messages whose operations are not finished. */
  running: number;
  /** When its last message or pong arrived, in epoch milliseconds. */
  lastSeen: number;
}

/** What the operations on a WebSocket know of it. */
export interface SocketContext {
  /** The ID of the request that opened it. */
  readonly requestId: string;
  readonly authorization: string | undefined;
  /** Of the client. */
  readonly address: string;
  readonly close: (code: number, reason: string) => void;
}

/** The hooks of graphql-ws that authenticate a WebSocket and execute its operations. */
export type SocketHooks<Context extends SocketContext> = Pick<
  ServerOptions<Record<string, unknown>, Context>,
  'onConnect' | 'onSubscribe' | 'execute' | 'subscribe' | 'onNext' | 'onError'
>;

export interface WebSocketOptions {
  readonly observability: Observability;
  readonly timeouts: Pick<Timeouts, 'heartbeat' | 'stall' | 'greeting'>;
  /** WebSockets open at the same time, and those of one client. */
  readonly maxWebSockets: number;
  readonly maxOfClient: number;
  /** Proxies between clients and this server. */
  readonly proxies: number;
  readonly crossOrigin: CrossOrigin;
}

/** Whether a client sent a message that is well formed and only servers send: graphql-ws throws a plain error. */
const isOutOfPlace = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('Unexpected message of type ');

export class WebSockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    autoPong: false,
    handleProtocols,
  });
  readonly #clients: ClientCounts;
  readonly #graphql: Server<SocketContext>;
  readonly #connections = new Set<Connection>();
  #heartbeat: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(
    readonly options: WebSocketOptions,
    hooks: SocketHooks<SocketContext>,
  ) {
    this.#clients = new ClientCounts(options.maxOfClient, {
      code: 'TOO_MANY_SOCKETS',
      what: 'WebSockets open',
      remedy: 'Close some: one carries many operations.',
    });
    this.#graphql = makeServer<Record<string, unknown>, SocketContext>({
      connectionInitWaitTimeout: options.timeouts.greeting,
      ...hooks,
    });
  }

  /** WebSockets open now. */
  get size(): number {
    return this.#connections.size;
  }

  /** Switches a request to a WebSocket. Throws an {@link HttpError}. */
  upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer, requestId: string): void {
    if (this.#stopping)
      throw new HttpError(503, 'STOPPING', 'This server is stopping. Connect to another.');
    if (!mayConnect(this.options.crossOrigin, request))
      throw new HttpError(
        403,
        'FOREIGN_ORIGIN',
        'Pages of this origin may not connect. Start the server with --cors-origin to allow it.',
      );
    if (this.#connections.size >= this.options.maxWebSockets)
      throw new HttpError(
        503,
        'TOO_MANY_SOCKETS',
        'Too many WebSockets are open. Try again later.',
        {
          'Retry-After': '5',
        },
      );
    const address = clientKey(clientAddress(request, this.options.proxies));
    duplex.once('close', this.#clients.take(address));
    this.#server.handleUpgrade(request, duplex, head, (socket) =>
      this.#opened(socket, request, requestId, address),
    );
  }

  #opened(socket: WebSocket, request: IncomingMessage, requestId: string, address: string): void {
    const closing = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const connection: Connection = { socket, closed: closing, running: 0, lastSeen: Date.now() };
    this.#connections.add(connection);
    this.#heartbeat ??= setInterval(() => this.#sendHeartbeats(), this.options.timeouts.heartbeat);
    const { authorization } = request.headers;
    const context: SocketContext = {
      requestId,
      authorization,
      address,
      close: (code, reason) => socket.close(code, reason),
    };
    // The close that follows carries the reason.
    socket.on('error', () => undefined);
    socket.on('pong', () => (connection.lastSeen = Date.now()));
    socket.on('ping', (data) => {
      connection.lastSeen = Date.now();
      if (socket.bufferedAmount < MAX_BUFFERED_BYTES) socket.pong(data);
    });
    const closed = this.#graphql.opened(
      {
        protocol: socket.protocol,
        close: (code, reason) => socket.close(code, reason),
        send: (text) => send(connection, text),
        onMessage: (handle) =>
          socket.on('message', (data: Buffer) => {
            void this.#receive(connection, handle, data, requestId);
          }),
      },
      context,
    );
    socket.once('close', (code, reason) => {
      this.#connections.delete(connection);
      if (this.#connections.size === 0) {
        clearInterval(this.#heartbeat);
        this.#heartbeat = undefined;
      }
      closed(code, String(reason)).catch((error: unknown) =>
        this.options.observability.reportError(error),
      );
    });
  }

  async #receive(
    connection: Connection,
    handle: (text: string) => Promise<void>,
    data: Buffer,
    requestId: string,
  ): Promise<void> {
    const { socket } = connection;
    connection.lastSeen = Date.now();
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) socket.pause();
    connection.running += 1;
    try {
      await handle(String(data));
    } catch (error) {
      if (isOutOfPlace(error)) {
        socket.close(CLOSE.BAD_REQUEST, 'A client does not send messages of this type.');
        return;
      }
      this.options.observability.reportError(error, requestId);
      socket.close(CLOSE.INTERNAL_ERROR, 'Internal error.');
    } finally {
      connection.running -= 1;
      if (this.#stopping) this.#closeIfIdle(connection);
    }
  }

  /** Pings every client, so that proxies keep the connection, and drops those that do not answer. */
  #sendHeartbeats(): void {
    const oldest = Date.now() - this.options.timeouts.stall;
    for (const { socket, lastSeen } of this.#connections) {
      if (lastSeen < oldest) {
        this.options.observability.metrics.slowClients.inc({ transport: 'ws' });
        socket.terminate();
      } else if (socket.readyState === socket.OPEN && !socket.isPaused) socket.ping();
    }
  }

  /** Accepts no more, and closes each WebSocket when its operations are finished. */
  stop(): void {
    this.#stopping = true;
    for (const connection of this.#connections) this.#closeIfIdle(connection);
  }

  #closeIfIdle({ socket, running }: Connection): void {
    if (running === 0) socket.close(CLOSE.GOING_AWAY, 'This server is stopping.');
  }

  /** Drops what is still open. */
  terminateAll(): void {
    for (const { socket } of this.#connections) socket.terminate();
  }
}

/**
 * Resolves when the text was handed to the system or, where it can no longer be sent, once the
 * WebSocket is closed: until then the sender would only produce more.
 */
function send({ socket, closed }: Connection, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return closed;
  return new Promise((resolve) => {
    socket.send(text, (error) => {
      if (socket.isPaused && socket.bufferedAmount <= MAX_BUFFERED_BYTES) socket.resume();
      resolve(error ? closed : undefined);
    });
  });
}
