/** Clients of WebSockets: the well-behaved one, and one that sends and hears what a test says. */
import { request as httpRequest } from 'node:http';
import { type Client, createClient } from 'graphql-ws';
import { expect, onTestFinished } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';

const PROTOCOL = 'graphql-transport-ws';
const address = (url: string) => `${url.replace('http', 'ws')}/graphql`;

export function client(url: string, authorization?: string): Client {
  const made = createClient({
    url: address(url),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(authorization !== undefined && { connectionParams: { authorization } }),
  });
  onTestFinished(() => void made.dispose());
  return made;
}

/** The only answer of a query or a mutation. */
export const ask = async (asked: Client, query: string): Promise<unknown> =>
  (await asked.iterate({ query }).next()).value;

export interface Raw {
  readonly socket: WebSocket;
  send(message: object): void;
  /** The next message that is no answer to a greeting. */
  next(): Promise<Record<string, unknown>>;
  readonly closed: Promise<{ code: number; reason: string }>;
}

/** A WebSocket without a client's good manners. */
export async function raw(
  url: string,
  { greet = true, ...options }: ClientOptions & { greet?: boolean } = {},
) {
  const socket = new WebSocket(address(url), PROTOCOL, options);
  onTestFinished(() => socket.terminate());
  const messages: Record<string, unknown>[] = [];
  let arrived = () => {};
  socket.on('message', (data: Buffer) => {
    messages.push(JSON.parse(data.toString()) as Record<string, unknown>);
    arrived();
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const made: Raw = {
    socket,
    closed,
    send: (message) => socket.send(JSON.stringify(message)),
    next: async () => {
      while (messages.length === 0) await new Promise<void>((resolve) => (arrived = resolve));
      return messages.shift()!;
    },
  };
  if (!greet) return made;
  made.send({ type: 'connection_init' });
  expect(await made.next()).toEqual({ type: 'connection_ack' });
  return made;
}

export const subscribe = (id: string, query: string) => ({
  id,
  type: 'subscribe',
  payload: { query },
});

/** The status of the refusal to switch to a WebSocket. */
export function refusal(url: string, headers: Record<string, string>, path = '/graphql') {
  return new Promise<number>((resolve, reject) => {
    const asked = httpRequest(`${url}${path}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': PROTOCOL,
        ...headers,
      },
    });
    asked.once('response', (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    asked.once('upgrade', ({ statusCode }, socket) => {
      socket.destroy();
      resolve(statusCode!);
    });
    asked.once('error', reject).end();
  });
}
