import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { launch, type Options, startServer } from './testServer.js';
import { ask, client, raw, refusal, subscribe } from './socketClients.js';
import { countingSchema, floodingSchema, metric, waitForMetric } from './subscriptionFixtures.js';

describe('the graphql-ws client', () => {
  it('receives the events after its cursor, then new events', async () => {
    const { url, parley } = await startServer();
    const events = client(url).iterate({
      query: 'subscription { events(after: "0") { position } }',
    });
    expect((await events.next()).value).toEqual({ data: { events: { position: 1 } } });
    const { recordedAt: _, ...next } = { ...launch, stream: 'negotiation/c-d' };
    await parley.append([next]);
    expect((await events.next()).value).toEqual({ data: { events: { position: 2 } } });
    expect(await metric(url, 'parley_open_streams{transport="ws"}')).toBe(1);
    await events.return?.();
    expect(await waitForMetric(url, 'parley_followers', 0)).toBe(0);
    expect(await waitForMetric(url, 'parley_open_streams{transport="ws"}', 0)).toBe(0);
  });

  it('receives the cursor to resume from when the server stops, then is closed with 1001', async () => {
    const { url, server } = await startServer();
    const graphqlWs = client(url);
    const closed = new Promise<unknown>((resolve) => graphqlWs.on('closed', resolve));
    const events = graphqlWs.iterate({ query: 'subscription { events(after: "0") { cursor } }' });
    await events.next();
    const stopped = server.close();
    const last = (await events.next()).value as { errors: { extensions: object }[] };
    expect(last.errors[0]!.extensions).toEqual({ code: 'SERVER_STOPPING', after: '1' });
    expect((await events.next()).done).toBe(true);
    expect(await closed).toMatchObject({ code: 1001 });
    await stopped;
  });
});

describe('an operation over a WebSocket', () => {
  it('has the same limits on tokens and complexity as over HTTP', async () => {
    const { url } = await startServer();
    const graphqlWs = client(url);
    await expect(ask(graphqlWs, `{ ${'__typename '.repeat(6_000)} }`)).rejects.toMatchObject([
      { message: expect.stringContaining('5000 tokens') },
    ]);
    const wide = Array.from(
      { length: 20 },
      (_, index) => `a${index}: events(first: 1000) { edges { node { id sources { url } also } } }`,
    );
    expect(await ask(graphqlWs, `{ ${wide.join(' ')} }`)).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_TOO_LARGE' } }],
    });
  });

  it('is validated against the schema', async () => {
    const { url } = await startServer();
    await expect(ask(client(url), '{ nothing }')).rejects.toMatchObject([
      { message: expect.stringContaining('Cannot query field') },
    ]);
  });

  it('has its internal errors masked and logged', async () => {
    const { url, parley, logLines } = await startServer();
    await parley.log.close();
    const answer = JSON.stringify(await ask(client(url), '{ log { headPosition } }'));
    expect(answer).toContain('LOG_UNAVAILABLE');
    expect(answer).not.toContain('closed');
    expect(logLines.join()).toContain('closed');
  });

  it('is refused beyond the operations of one WebSocket', async () => {
    const { schema } = countingSchema();
    const { url } = await startServer({ schema, streamLimits: { operationsPerWebSocket: 2 } });
    const { send, next } = await raw(url);
    for (const id of ['1', '2']) {
      send(subscribe(id, 'subscription { count }'));
      expect(await next()).toMatchObject({ id, type: 'next' });
    }
    send(subscribe('3', '{ a }'));
    expect(await next()).toMatchObject({
      id: '3',
      type: 'error',
      payload: [{ extensions: { code: 'TOO_MANY_OPERATIONS' } }],
    });
  });

  it('is refused beyond the subscriptions of the server', async () => {
    const { schema } = countingSchema();
    const { url } = await startServer({ schema, streamLimits: { subscriptions: 1 } });
    const { send, next } = await raw(url);
    send(subscribe('1', 'subscription { count }'));
    await next();
    send(subscribe('2', 'subscription { count }'));
    expect(await next()).toMatchObject({
      id: '2',
      payload: { errors: [{ extensions: { code: 'TOO_MANY_STREAMS' } }] },
    });
  });
});

describe('a WebSocket is refused', () => {
  const status = async (
    headers: Record<string, string>,
    options: Options = {},
    path?: string,
  ): Promise<number> => refusal((await startServer(options)).url, headers, path);

  it('to pages of other sites, for which browsers send no preflight', async () => {
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
  });

  it('but not to pages of this server or of an allowed origin', async () => {
    const { url } = await startServer();
    expect(await refusal(url, { origin: url })).toBe(101);
    const origin = 'https://desk.example';
    expect(await status({ origin }, { allowedOrigins: [origin] })).toBe(101);
  });

  it('for another host name while anyone on this machine may write', async () => {
    expect(await status({ host: 'evil.example', origin: 'http://evil.example' })).toBe(421);
  });

  it('on paths other than /graphql', async () => {
    expect(await status({}, {}, '/health')).toBe(404);
  });

  it('beyond the number of WebSockets', async () => {
    expect(await status({}, { streamLimits: { webSockets: 0 } })).toBe(503);
  });
});

describe('a WebSocket is closed', () => {
  it('when no connection_init arrives in time', async () => {
    const { url } = await startServer({ timeouts: { greeting: 20 } });
    expect(await (await raw(url, { greet: false })).closed).toMatchObject({ code: 4408 });
  });

  it('when it subscribes before connection_init', async () => {
    const { url } = await startServer();
    const { send, closed } = await raw(url, { greet: false });
    send(subscribe('1', '{ __typename }'));
    expect(await closed).toMatchObject({ code: 4401 });
  });

  it('when it sends more than 256 KB or an invalid message', async () => {
    const { url } = await startServer();
    const long = await raw(url);
    long.socket.send('x'.repeat(256 * 1024 + 1));
    expect(await long.closed).toMatchObject({ code: 1009 });
    const odd = await raw(url);
    odd.send({ type: 'shout' });
    expect(await odd.closed).toMatchObject({ code: 4400 });
  });

  it('when it does not answer', async () => {
    const { schema, left } = countingSchema();
    const timeouts = { heartbeat: 20, stall: 60 };
    const { url } = await startServer({ schema, timeouts });
    const { send, next, closed } = await raw(url, { autoPong: false });
    send(subscribe('1', 'subscription { count }'));
    await next();
    expect(await closed).toMatchObject({ code: 1006 });
    await left;
    expect(await metric(url, 'parley_streams_cut_total{transport="ws"}')).toBe(1);
    expect(await metric(url, 'parley_open_websockets')).toBe(0);
  });

  it('when it reads nothing, before more than 32 MB are buffered', async () => {
    const { schema, left, pulled } = floodingSchema();
    const { url } = await startServer({ schema, timeouts: { heartbeat: 50, stall: 300 } });
    const { send, socket } = await raw(url);
    send(subscribe('1', 'subscription { text }'));
    socket.pause();
    await left;
    expect(pulled() * 65_536).toBeLessThan(32 * 1024 * 1024);
  });

  it('but not while it answers heartbeats', async () => {
    const { schema } = countingSchema();
    const { url } = await startServer({ schema, timeouts: { heartbeat: 10, stall: 100 } });
    const { socket } = await raw(url);
    for (let beat = 0; beat < 20; beat += 1)
      await new Promise((resolve) => socket.once('ping', resolve));
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });
});
