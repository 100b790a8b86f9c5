/** GraphQL over WebSockets, by the `graphql-transport-ws` protocol, under the rules of `/graphql`. */
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols, makeServer, type Server } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { mayConnect } from '../http/cors.js';
import { MAX_BODY_BYTES, STREAM_LIMITS, DEFAULT_TIMEOUTS, type Timeouts } from '../limits.js';
import { HttpError } from '../http/httpError.js';
import type { GraphqlDeps } from '../graphql/deps.js';
import { type Extra, socketOperations } from '../graphql/socketOperations.js';

/** What may wait to be sent on a WebSocket before no more is read from it. */
const MAX_WAITING_BYTES = 8 * MAX_BODY_BYTES;

/** Codes of RFC 6455 and of the protocol. */
const CLOSE = { GOING_AWAY: 1001, INTERNAL_ERROR: 4500 } as const;

interface Connection {
  readonly socket: WebSocket;
  /** Resolves when it is closed. */
  readonly closed: Promise<void>;
  /** Messages whose operations are not finished. */
  running: number;
  /** When it was last heard, in epoch milliseconds. */
  heard: number;
}

export class WebSockets {
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_BODY_BYTES,
    perMessageDeflate: false,
    autoPong: false,
    handleProtocols,
  });
  readonly #graphql: Server<Extra>;
  readonly #connections = new Set<Connection>();
  readonly #timeouts: Timeouts;
  readonly #limit: number;
  #beating: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(readonly deps: GraphqlDeps) {
    const { config } = deps;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...config.timeouts };
    const limits = { ...STREAM_LIMITS, ...config.streamLimits };
    this.#limit = limits.sockets;
    this.#graphql = makeServer<Record<string, unknown>, Extra>({
      connectionInitWaitTimeout: this.#timeouts.greeting,
      ...socketOperations(deps, limits.operationsPerSocket),
    });
  }

  /** WebSockets open now. */
  get size(): number {
    return this.#connections.size;
  }

  /** Takes a request to switch to a WebSocket. Throws a {@link HttpError}. */
  upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    if (this.#stopping)
      throw new HttpError(503, 'STOPPING', 'This server is stopping. Connect to another.');
    if (!mayConnect(this.deps.config.allowedOrigins ?? [], request))
      throw new HttpError(
        403,
        'FOREIGN_ORIGIN',
        'Pages of this origin may not connect. Start the server with --cors-origin to let them.',
      );
    if (this.#connections.size >= this.#limit)
      throw new HttpError(
        503,
        'TOO_MANY_SOCKETS',
        'Too many WebSockets are open. Try again later.',
        {
          'Retry-After': '5',
        },
      );
    this.#server.handleUpgrade(request, duplex, head, (socket) => this.#opened(socket, request));
  }

  #opened(socket: WebSocket, request: IncomingMessage): void {
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const connection: Connection = { socket, closed, running: 0, heard: Date.now() };
    this.#connections.add(connection);
    this.#beating ??= setInterval(() => this.#beat(), this.#timeouts.heartbeat);
    const { authorization } = request.headers;
    const extra: Extra = { authorization, close: (code, reason) => socket.close(code, reason) };
    // The reason comes with the close that follows.
    socket.on('error', () => undefined);
    socket.on('pong', () => (connection.heard = Date.now()));
    socket.on('ping', (data) => {
      connection.heard = Date.now();
      if (socket.bufferedAmount < MAX_WAITING_BYTES) socket.pong(data);
    });
    const leave = this.#graphql.opened(
      {
        protocol: socket.protocol,
        close: (code, reason) => socket.close(code, reason),
        send: (text) => send(connection, text),
        onMessage: (take) =>
          socket.on('message', (data: Buffer) => void this.#take(connection, take, data)),
      },
      extra,
    );
    socket.once('close', (code, reason) => {
      this.#connections.delete(connection);
      if (this.#connections.size === 0) {
        clearInterval(this.#beating);
        this.#beating = undefined;
      }
      leave(code, String(reason)).catch((error: unknown) => this.deps.observability.note(error));
    });
  }

  async #take(
    connection: Connection,
    take: (text: string) => Promise<void>,
    data: Buffer,
  ): Promise<void> {
    const { socket } = connection;
    connection.heard = Date.now();
    if (socket.bufferedAmount > MAX_WAITING_BYTES) socket.pause();
    connection.running += 1;
    try {
      await take(String(data));
    } catch (error) {
      this.deps.observability.note(error);
      socket.close(CLOSE.INTERNAL_ERROR, 'Something went wrong in the server.');
    } finally {
      connection.running -= 1;
      if (this.#stopping) this.#bidFarewell(connection);
    }
  }

  /** Shows proxies and clients that the connection lives, and lets go of those who do not answer. */
  #beat(): void {
    const late = Date.now() - this.#timeouts.stall;
    for (const { socket, heard } of this.#connections) {
      if (heard < late) {
        this.deps.observability.metrics.stalled.inc({ transport: 'ws' });
        socket.terminate();
      } else if (socket.readyState === socket.OPEN && !socket.isPaused) socket.ping();
    }
  }

  /** Takes no more, and closes each WebSocket when its operations are finished. */
  stop(): void {
    this.#stopping = true;
    for (const connection of this.#connections) this.#bidFarewell(connection);
  }

  #bidFarewell({ socket, running }: Connection): void {
    if (running === 0) socket.close(CLOSE.GOING_AWAY, 'This server is stopping.');
  }

  /** Cuts what is still open. */
  cut(): void {
    for (const { socket } of this.#connections) socket.terminate();
  }
}

/**
 * Resolves when the text is on its way, or, where it can no longer be sent, once the WebSocket is
 * closed: until then whoever sends would only ask for more to send.
 */
function send({ socket, closed }: Connection, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return closed;
  return new Promise((resolve) => {
    socket.send(text, (error) => {
      if (socket.isPaused && socket.bufferedAmount <= MAX_WAITING_BYTES) socket.resume();
      resolve(error ? closed : undefined);
    });
  });
}

/** Refuses to switch protocols: the socket has no response to send that with. */
export function rejectUpgrade(duplex: Duplex, { status, code, message, headers }: HttpError): void {
  const body = `${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`;
  const lines = Object.entries({
    Connection: 'close',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  const reason = STATUS_CODES[status] ?? '';
  duplex.on('error', () => duplex.destroy());
  duplex.end(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n${body}`);
}
