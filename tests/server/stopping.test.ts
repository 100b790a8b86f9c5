import { Agent, get as httpGet } from 'node:http';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startServer } from './testServer.js';
import {
  countingSchema,
  connectWithoutReading,
  floodingSchema,
  rawSubscription,
  readUntil,
} from './subscriptionFixtures.js';

/** A field that resolves when `answer` is called, and one that reports that it was requested. */
function slowSchema() {
  let begin: () => void;
  let ask: () => void;
  let answer: (value: number) => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const requested = new Promise<void>((resolve) => (ask = resolve));
  const answered = new Promise<number>((resolve) => (answer = resolve));
  const a = () => {
    begin();
    return answered;
  };
  const schema = makeExecutableSchema({
    typeDefs: 'type Query { a: Int, b: Int }',
    resolvers: { Query: { a, b: () => ask() } },
  });
  return { schema, begun, requested, answer: () => answer(7) };
}

const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

const SHORT = { grace: 300, lastWord: 100 };

/** Sends a request over a keep-alive connection. */
function getKeepAlive(agent: Agent, url: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    httpGet(url, { agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode!, text }));
    }).once('error', reject);
  });
}

/** A WebSocket after connection_ack. */
async function openSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send('{"type":"connection_init"}');
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
}

describe('a server that stops', () => {
  it('finishes running requests and accepts no new ones', async () => {
    const { schema, begun, answer } = slowSchema();
    const { get, server, url } = await startServer({ schema });
    const response = get('{ a }');
    await begun;
    const closed = server.close();
    await expect(fetch(`${url}/health`)).rejects.toThrow();
    answer();
    expect(await (await response).json()).toEqual({ data: { a: 7 } });
    await closed;
  });

  it('answers /ready with 503 at once on open connections', async () => {
    const { schema, begun, requested, answer } = slowSchema();
    const { url, server } = await startServer({ schema });
    const socket = await connectWithoutReading(url, request('/graphql?query=%7Ba%7D'));
    await begun;
    const closed = server.close();
    socket.write(request('/ready') + request('/graphql?query=%7Bb%7D'));
    await requested;
    answer();
    let seen = '';
    for await (const part of socket.resume()) seen += String(part);
    expect(seen).toContain('{"data":{"a":7}}');
    expect(seen).toMatch(/HTTP\/1\.1 503 [\s\S]*"status":"not ready","code":"STOPPING"/);
    await closed;
  });

  it('does not wait for idle keep-alive connections', async () => {
    const { url, server } = await startServer();
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    expect((await getKeepAlive(agent, `${url}/health`)).status).toBe(200);
    await server.close();
  });

  it('completes open subscriptions with SERVER_STOPPING', async () => {
    const { schema, left } = countingSchema();
    const { get, server } = await startServer({ schema, timeouts: { lastWord: 50 } });
    const response = await get('subscription { count }', { accept: 'text/event-stream' });
    const reader = response.body!.getReader();
    await readUntil(reader, '"count":1');
    const closed = server.close();
    const rest = await readUntil(reader, 'never said');
    expect(rest).toContain('"code":"SERVER_STOPPING"');
    expect(rest).toMatch(/event: complete\ndata:\n\n$/);
    await Promise.all([closed, left]);
  });

  it('sends the results of running WebSocket operations before closing', async () => {
    const { schema, begun, answer } = slowSchema();
    const { url, server } = await startServer({ schema });
    const socket = await openSocket(url);
    const messages: string[] = [];
    socket.on('message', (data: Buffer) => messages.push(data.toString()));
    const gone = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.send('{"id":"1","type":"subscribe","payload":{"query":"{ a }"}}');
    await begun;
    const closed = server.close();
    answer();
    expect(await gone).toBe(1001);
    expect(messages.map((text) => JSON.parse(text) as unknown)).toEqual([
      { id: '1', type: 'next', payload: { data: { a: 7 } } },
      { id: '1', type: 'complete' },
    ]);
    await closed;
  });
});

describe('a server that stops cuts off, after the grace period,', () => {
  it('a request whose body does not arrive', async () => {
    const { url, server } = await startServer({ timeouts: SHORT });
    await connectWithoutReading(
      url,
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    await fetch(`${url}/health`);
    await server.close();
  });

  it('a subscriber that does not read', async () => {
    const { schema, left } = floodingSchema();
    const { url, server } = await startServer({ schema, timeouts: SHORT });
    await connectWithoutReading(url, rawSubscription('subscription { text }'));
    await fetch(`${url}/health`);
    await Promise.all([server.close(), left]);
  });

  it('a WebSocket that does not read', async () => {
    const { schema, left } = floodingSchema();
    const { url, server } = await startServer({ schema, timeouts: SHORT });
    const socket = await openSocket(url);
    socket.send('{"id":"1","type":"subscribe","payload":{"query":"subscription { text }"}}');
    await new Promise((resolve) => socket.once('message', resolve));
    socket.pause();
    await Promise.all([server.close(), left]);
  });

  it('a query that does not finish', async () => {
    const { schema, begun } = slowSchema();
    const { get, server } = await startServer({ schema, timeouts: SHORT });
    const response = get('{ a }');
    await begun;
    await Promise.all([server.close(), expect(response).rejects.toThrow()]);
  });
});
