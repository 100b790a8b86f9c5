/**
 * Answers that their clients do not read. They wait in the memory of the server, so how much may wait
 * is limited, for one client and in all, and a connection on which nothing moves is closed.
 */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { clientKey } from './clientAddress.js';
import { HttpError } from './httpError.js';

export interface UnreadLimits {
  /** Bytes of answers to one client. */
  readonly perClient: number;
  /** Bytes of all answers together. */
  readonly total: number;
}

interface Unread {
  readonly client: string;
  /** Zero where the length of the answer is not known: a stream is read on only as it is sent. */
  readonly bytes: number;
  /** Bytes that the client, or the system for it, has taken; and when there were last more. */
  taken: number;
  since: number;
}

const MB = 2 ** 20;

export class UnreadAnswers {
  readonly #unread = new Map<ServerResponse, Unread>();
  readonly #bytesOf = new Map<string, number>();
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `stall` in milliseconds; `onSlowClient` is called for each connection that is closed. */
  constructor(
    readonly limits: UnreadLimits,
    readonly stall: number,
    readonly onSlowClient: () => void,
  ) {}

  /** Bytes of answers that are not sent in full. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Counts the answers of all routes registered from here on. */
  watch(app: FastifyInstance): void {
    app.addHook('onRequest', ({ ip }, _reply, done) => {
      done(this.#refusal(clientKey(ip)));
    });
    app.addHook('onSend', (request, reply, payload: unknown, done) => {
      const bytes = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : 0;
      const client = clientKey(request.ip);
      // Others may have been answered since it was asked. A refusal itself is short.
      const refusal = reply.statusCode < 400 ? this.#refusal(client) : undefined;
      if (refusal) done(refusal);
      else {
        this.#add(reply.raw, client, bytes);
        done();
      }
    });
  }

  #refusal(client: string): HttpError | undefined {
    const own = this.#bytesOf.get(client) ?? 0;
    const { perClient, total } = this.limits;
    if (own > perClient)
      return new HttpError(
        429,
        'ANSWERS_UNREAD',
        `${Math.ceil(own / MB)} MB of answers to you wait to be read; the most allowed is ${Math.floor(perClient / MB)} MB. Read them, or close their connections, before you ask for more.`,
        { 'Retry-After': '5' },
      );
    if (this.#bytes > total)
      return new HttpError(503, 'TOO_BUSY', 'Too many answers wait to be read. Try again later.', {
        'Retry-After': '5',
      });
    return undefined;
  }

  #add(response: ServerResponse, client: string, bytes: number): void {
    this.#unread.set(response, { client, bytes, taken: -1, since: performance.now() });
    this.#count(client, bytes);
    const remove = () => this.#remove(response);
    response.once('finish', remove).once('close', remove);
    this.#timer ??= setInterval(() => this.#closeStalled(), Math.max(10, this.stall / 5)).unref();
  }

  #remove(response: ServerResponse): void {
    const unread = this.#unread.get(response);
    if (!unread) return;
    this.#unread.delete(response);
    this.#count(unread.client, -unread.bytes);
    if (this.#unread.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #count(client: string, bytes: number): void {
    this.#bytes += bytes;
    const own = (this.#bytesOf.get(client) ?? 0) + bytes;
    if (own > 0) this.#bytesOf.set(client, own);
    else this.#bytesOf.delete(client);
  }

  #closeStalled(): void {
    const now = performance.now();
    for (const [response, unread] of this.#unread) {
      const { socket } = response;
      // What is still to be written is no fault of the client.
      const taken = socket ? socket.bytesWritten - socket.writableLength : 0;
      if (taken !== unread.taken || (socket?.writableLength ?? 0) === 0) {
        unread.taken = taken;
        unread.since = now;
      } else if (now - unread.since > this.stall) {
        this.onSlowClient();
        response.destroy();
      }
    }
  }
}
