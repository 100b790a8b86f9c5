/** The connections that a stopping server may close at once. */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Socket } from 'node:net';
import { clientKey } from './clientAddress.js';
import { ClientCounts } from './clientCounts.js';
import { errorBody, type HttpError } from './httpError.js';

/**
 * Node counts a connection as busy until its request was read to the end. Those on which nothing
 * was asked yet (browsers open some in advance), or whose request was answered before its body had
 * arrived, would hold up a stop although no answer is due on them.
 */
export class Connections {
  readonly #awaitingNothing = new Set<Socket>();
  #stopping = false;

  /** `maxOfClient`: connections of one address. */
  constructor(
    readonly server: Server,
    maxOfClient = Infinity,
  ) {
    const clients = new ClientCounts(maxOfClient, {
      code: 'TOO_MANY_CONNECTIONS',
      what: 'connections open',
      remedy: 'Close some, or send requests one after the other on each.',
    });
    server.on('connection', (socket) => {
      try {
        socket.once('close', clients.take(clientKey(socket.remoteAddress ?? '')));
      } catch (error) {
        refuse(socket, error as HttpError);
        return;
      }
      this.#awaitingNothing.add(socket);
      socket.once('close', () => this.#awaitingNothing.delete(socket));
    });
    server.prependListener('request', (request, response) => this.#began(request, response));
    server.prependListener('upgrade', ({ socket }) => this.#awaitingNothing.delete(socket));
  }

  /** Closes connections that await no answer, now and as soon as each has had its answer. */
  drain(): void {
    this.#stopping = true;
    this.server.closeIdleConnections();
    for (const socket of this.#awaitingNothing) socket.destroy();
  }

  /** Cuts every connection but WebSockets. */
  cut(): void {
    this.server.closeAllConnections();
  }

  #began(request: IncomingMessage, response: ServerResponse): void {
    this.#awaitingNothing.delete(request.socket);
    if (this.#stopping) response.setHeader('Connection', 'close');
    response.once('finish', () => {
      if (!request.complete) this.#awaitingNothing.add(request.socket);
    });
    response.once('close', () => {
      if (this.#stopping) setImmediate(() => this.server.closeIdleConnections());
    });
  }
}

/**
 * Accepts no more connections; resolves when the last one is closed. What is not closed after `grace`
 * milliseconds is cut, and `late` called.
 */
export async function closeServer(
  server: Server,
  connections: Connections,
  grace: number,
  late: () => void,
): Promise<void> {
  const timer = setTimeout(() => {
    connections.cut();
    late();
  }, grace);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  connections.drain();
  await closed;
  clearTimeout(timer);
}

/** Refuses a connection or an upgrade: there is no response object to send the error with. */
export function refuse(duplex: Duplex, error: HttpError): void {
  const { status, headers } = error;
  const body = errorBody(error);
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
