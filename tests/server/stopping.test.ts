import { Agent, get as httpGet } from 'node:http';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { serving } from './serving.js';
import { counting, deaf, flooding, rawSubscription, until } from './subscribing.js';

/** A query that is answered when it is let, and another that tells when it is asked. */
function slow() {
  let begin: () => void;
  let ask: () => void;
  let answer: (value: number) => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const asked = new Promise<void>((resolve) => (ask = resolve));
  const answered = new Promise<number>((resolve) => (answer = resolve));
  const a = () => {
    begin();
    return answered;
  };
  const schema = makeExecutableSchema({
    typeDefs: 'type Query { a: Int, b: Int }',
    resolvers: { Query: { a, b: () => ask() } },
  });
  return { schema, begun, asked, answer: () => answer(7) };
}

const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

const SHORT = { grace: 300, lastWord: 100 };

/** Asks over a connection that is kept for a next request. */
function keeping(agent: Agent, url: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    httpGet(url, { agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode!, text }));
    }).once('error', reject);
  });
}

/** A WebSocket on which something can be asked. */
async function greeted(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send('{"type":"connection_init"}');
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
}

describe('a server that stops', () => {
  it('finishes what was asked before, and takes nothing new', async () => {
    const { schema, begun, answer } = slow();
    const { get, server, url } = await serving({ schema });
    const asked = get('{ a }');
    await begun;
    const closed = server.close();
    await expect(fetch(`${url}/health`)).rejects.toThrow();
    answer();
    expect(await (await asked).json()).toEqual({ data: { a: 7 } });
    await closed;
  });

  it('says at once that it is not ready, to whoever is still connected', async () => {
    const { schema, begun, asked, answer } = slow();
    const { url, server } = await serving({ schema });
    const socket = await deaf(url, request('/graphql?query=%7Ba%7D'));
    await begun;
    const closed = server.close();
    socket.write(request('/ready') + request('/graphql?query=%7Bb%7D'));
    await asked;
    answer();
    let seen = '';
    for await (const part of socket.resume()) seen += String(part);
    expect(seen).toContain('{"data":{"a":7}}');
    expect(seen).toMatch(/HTTP\/1\.1 503 [\s\S]*"status":"not ready","code":"STOPPING"/);
    await closed;
  });

  it('does not wait for connections kept for a next request', async () => {
    const { url, server } = await serving();
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    expect((await keeping(agent, `${url}/health`)).status).toBe(200);
    await server.close();
  });

  it('ends a subscription that does not end by itself with a last word', async () => {
    const { schema, left } = counting();
    const { get, server } = await serving({ schema, timeouts: { lastWord: 50 } });
    const response = await get('subscription { count }', { accept: 'text/event-stream' });
    const reader = response.body!.getReader();
    await until(reader, '"count":1');
    const closed = server.close();
    const rest = await until(reader, 'never said');
    expect(rest).toContain('"code":"SERVER_STOPPING"');
    expect(rest).toMatch(/event: complete\ndata:\n\n$/);
    await Promise.all([closed, left]);
  });

  it('lets a WebSocket have its answer before it closes it', async () => {
    const { schema, begun, answer } = slow();
    const { url, server } = await serving({ schema });
    const socket = await greeted(url);
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

describe('what does not come to an end is cut off when a server stops', () => {
  it('a body that does not come', async () => {
    const { url, server } = await serving({ timeouts: SHORT });
    await deaf(
      url,
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    await fetch(`${url}/health`);
    await server.close();
  });

  it('a subscriber that does not read', async () => {
    const { schema, left } = flooding();
    const { url, server } = await serving({ schema, timeouts: SHORT });
    await deaf(url, rawSubscription('subscription { text }'));
    await fetch(`${url}/health`);
    await Promise.all([server.close(), left]);
  });

  it('a WebSocket that does not read', async () => {
    const { schema, left } = flooding();
    const { url, server } = await serving({ schema, timeouts: SHORT });
    const socket = await greeted(url);
    socket.send('{"id":"1","type":"subscribe","payload":{"query":"subscription { text }"}}');
    await new Promise((resolve) => socket.once('message', resolve));
    socket.pause();
    await Promise.all([server.close(), left]);
  });

  it('a question that is never answered', async () => {
    const { schema, begun } = slow();
    const { get, server } = await serving({ schema, timeouts: SHORT });
    const asked = get('{ a }');
    await begun;
    await Promise.all([server.close(), expect(asked).rejects.toThrow()]);
  });
});
