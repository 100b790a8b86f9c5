/** What one client may have open, under way or unread. */
import { type AddressInfo, connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { clientAddress, clientKey } from '../../src/server/http/clientAddress.js';
import { SubscriptionRegistry } from '../../src/server/streaming/subscriptionRegistry.js';
import { UnreadAnswers } from '../../src/server/http/unreadAnswers.js';
import { fastify } from 'fastify';
import { raw, refusal, subscribe } from './socketClients.js';
import {
  connectWithoutReading,
  countingSchema,
  readUntil,
  waitForMetric,
} from './subscriptionFixtures.js';
import { errorCode, startServer } from './testServer.js';

describe('the address of a client', () => {
  const from = (forwarded: string | undefined, proxies: number) =>
    clientAddress(
      {
        socket: { remoteAddress: '10.0.0.1' },
        headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      } as never,
      proxies,
    );

  it('is that of its connection, unless proxies are trusted', () => {
    expect(from('6.6.6.6', 0)).toBe('10.0.0.1');
    expect(from(undefined, 1)).toBe('10.0.0.1');
  });

  it('is what the outermost trusted proxy has heard, whatever the client claims', () => {
    expect(from('6.6.6.6, 203.0.113.9', 1)).toBe('203.0.113.9');
    expect(from('6.6.6.6, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
    expect(from('203.0.113.9', 2)).toBe('203.0.113.9');
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['192.0.2.1', '192.0.2.1'],
  ])('%s counts as %s', (address, key) => {
    expect(clientKey(address)).toBe(key);
  });
});

describe('subscriptions', () => {
  const never: AsyncIterable<never> = {
    [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
  };
  const registry = () =>
    new SubscriptionRegistry({
      all: { subscriptions: 10, subscribedCost: 300 },
      client: { subscriptions: 3, subscribedCost: 200 },
    });
  const add = (to: SubscriptionRegistry, client: string, question: string, cost: number) =>
    to.add(never, 'sse', { client, question, cost });

  it('cost as much as their distinct questions', async () => {
    const open = registry();
    const first = add(open, 'a', 'q1', 150);
    const second = add(open, 'a', 'q1', 150);
    expect(() => add(open, 'a', 'q2', 60)).toThrow(
      /costs 60 for each change\. .* 210, the most allowed 200/,
    );
    add(open, 'b', 'q1', 150);
    expect(() => add(open, 'c', 'q3', 160)).toThrow(/cost as much as it allows, 300/);
    await first.return();
    expect(() => add(open, 'a', 'q2', 60)).toThrow();
    await second.return();
    add(open, 'a', 'q2', 60);
    expect(() => add(open, 'd', 'q4', 100)).toThrow();
  });

  it('of one client are limited in number, whatever others have', () => {
    const open = registry();
    for (let n = 0; n < 3; n += 1) add(open, 'a', 'q', 1);
    expect(() => add(open, 'a', 'q', 1)).toThrow(
      /You have 3 subscriptions; the most allowed for one client is 3/,
    );
    add(open, 'b', 'q', 1);
  });
});

describe('a server', () => {
  it('limits the streams, WebSockets and requests of one client', async () => {
    const { schema } = countingSchema();
    const { get, url } = await startServer({
      schema,
      clientLimits: { subscriptions: 1, webSockets: 1, requests: 2 },
    });
    const accept = 'text/event-stream';
    const stream = (await get('subscription { count }', { accept })).body!.getReader();
    await readUntil(stream, '"count":1');
    const refused = await get('subscription { count }', { accept });
    expect([refused.status, await errorCode(refused), refused.headers.get('retry-after')]).toEqual([
      429,
      'TOO_MANY_STREAMS',
      '5',
    ]);
    const { send, next, socket } = await raw(url);
    expect(await refusal(url, {})).toBe(429);
    send(subscribe('1', 'subscription { count }'));
    expect(await next()).toMatchObject({
      payload: { errors: [{ extensions: { code: 'TOO_MANY_STREAMS' } }] },
    });
    // Streams are no requests under way: all that is left is the number allowed.
    const begun = ['a', 'b'].map(() =>
      connectWithoutReading(
        url,
        'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n',
      ),
    );
    await Promise.all(begun);
    const busy = async () => {
      for (;;) {
        const answer = await fetch(`${url}/health`);
        if (answer.status !== 200) return answer;
      }
    };
    const full = await busy();
    expect([full.status, await errorCode(full)]).toEqual([429, 'TOO_MANY_REQUESTS']);
    for (const each of await Promise.all(begun)) each.destroy();
    socket.terminate();
    await stream.cancel();
    const free = async () => {
      while ((await fetch(`${url}/health`)).status !== 200);
      return waitForMetric(url, 'parley_open_streams{transport="sse"}', 0);
    };
    expect(await free()).toBe(0);
  });

  it('tells clients behind a proxy apart by what the proxy has heard', async () => {
    const { schema } = countingSchema();
    const { get } = await startServer({ schema, proxies: 1, clientLimits: { subscriptions: 1 } });
    const open = async (address: string) => {
      const headers = { accept: 'text/event-stream', 'x-forwarded-for': address };
      const { status, body } = await get('subscription { count }', headers);
      return { status, end: () => body?.cancel() };
    };
    const streams = [
      await open('192.0.2.1'),
      await open('192.0.2.2'),
      await open('1.1.1.1, 192.0.2.1'),
    ];
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 429]);
    for (const { end } of streams) await end();
  });

  it('accepts no more connections of an address than allowed, and says so', async () => {
    const { url } = await startServer({ clientLimits: { connections: 2 } });
    const port = Number(new URL(url).port);
    const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    const third = connect(port, '127.0.0.1');
    let answer = '';
    for await (const chunk of third) answer += String(chunk);
    expect(answer).toMatch(/^HTTP\/1\.1 429 .*Retry-After: 5.*TOO_MANY_CONNECTIONS/s);
    for (const socket of held) socket.destroy();
  });
});

describe('answers that nobody reads', () => {
  const MB = 2 ** 20;

  /** A server of long answers, which many can be asked for before one is read. */
  async function serve(stall: number) {
    let cut = 0;
    const unread = new UnreadAnswers({ perClient: 8 * MB, total: 16 * MB }, stall, () => {
      cut += 1;
    });
    const app = fastify();
    unread.watch(app);
    app.get('/', () => Buffer.alloc(4 * MB));
    app.get('/short', () => 'short');
    await app.listen({ port: 0, host: '127.0.0.1' });
    const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    const ask = () => connectWithoutReading(url, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    return { app, unread, url, ask, cut: () => cut };
  }

  it('are refused beyond a number of bytes, and closed in time; then memory is free', async () => {
    const { app, unread, url, ask, cut } = await serve(200);
    for (let n = 0; n < 10; n += 1) await ask();
    const refused = async () => {
      for (;;) {
        const answer = await fetch(`${url}/short`);
        if (answer.status !== 200) return answer;
      }
    };
    const answer = await refused();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '5']);
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('8 MB') });
    expect(unread.bytes).toBeLessThanOrEqual(16 * MB);
    while (unread.bytes > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(cut()).toBeGreaterThan(0);
    expect((await fetch(`${url}/short`)).status).toBe(200);
    await app.close();
  });

  it('but an answer that is read slowly arrives in full', async () => {
    const { app, url } = await serve(300);
    const reader = (await fetch(url)).body!.getReader();
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(bytes).toBe(4 * MB);
    await app.close();
  });
});

describe('a server without threads', () => {
  it('stops a query at the deadline, between two fields with arguments', async () => {
    const { post } = await startServer({ timeouts: { answer: -1 } });
    const late = await post({ query: '{ negotiation(slug: "a-b") { title } }' });
    expect(await errorCode(late)).toBe('DEADLINE_EXCEEDED');
    const plain = await post({ query: '{ __typename }' });
    expect(await plain.json()).toEqual({ data: { __typename: 'Query' } });
  });
});
