/** WebSocket clients: graphql-ws, and one that sends single protocol messages. */
import { request as httpRequest } from 'node:http';
import { type Client, createClient } from 'graphql-ws';
import { expect, onTestFinished } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';

const PROTOCOL = 'graphql-transport-ws';
const address = (url: string) => `${url.replace('http', 'ws')}/graphql`;

export function client(url: string, authorization?: string): Client {
  const graphqlWs = createClient({
    url: address(url),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(authorization !== undefined && { connectionParams: { authorization } }),
  });
  onTestFinished(() => void graphqlWs.dispose());
  return graphqlWs;
}

/** The only result of a query or a mutation. */
export const ask = async (graphqlWs: Client, query: string): Promise<unknown> =>
  (await graphqlWs.iterate({ query }).next()).value;

export interface Raw {
  readonly socket: WebSocket;
  send(message: object): void;
  /** The next message that the test has not read. */
  next(): Promise<Record<string, unknown>>;
  readonly closed: Promise<{ code: number; reason: string }>;
}

/** A WebSocket that sends only what the test sends, after the greeting unless `greet` is false. */
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
  const connection: Raw = {
    socket,
    closed,
    send: (message) => socket.send(JSON.stringify(message)),
    next: async () => {
      while (messages.length === 0) await new Promise<void>((resolve) => (arrived = resolve));
      return messages.shift()!;
    },
  };
  if (!greet) return connection;
  connection.send({ type: 'connection_init' });
  expect(await connection.next()).toEqual({ type: 'connection_ack' });
  return connection;
}

export const subscribe = (id: string, query: string) => ({
  id,
  type: 'subscribe',
  payload: { query },
});

/** The status with which an upgrade to a WebSocket is answered; 101 when it is accepted. */
export function refusal(url: string, headers: Record<string, string>, path = '/graphql') {
  return new Promise<number>((resolve, reject) => {
    const upgrade = httpRequest(`${url}${path}`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': PROTOCOL,
        ...headers,
      },
    });
    upgrade.once('response', (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    upgrade.once('upgrade', ({ statusCode }, socket) => {
      socket.destroy();
      resolve(statusCode!);
    });
    upgrade.once('error', reject).end();
  });
}
