/** The connections that a stopping server may close at once. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Node counts a connection as busy until its request was read to the end. Those on which nothing
 * was asked yet (browsers open some in advance), or whose request was answered before its body had
 * arrived, would hold up a stop although no answer is due on them.
 */
export class Connections {
  readonly #awaitingNothing = new Set<Socket>();
  #stopping = false;

  constructor(readonly server: Server) {
    server.on('connection', (socket) => {
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
