import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { launch, type Options, serving } from './serving.js';
import { ask, client, raw, refusal, subscribe } from './socketClients.js';
import { counting, flooding, metric, metricComesTo } from './subscribing.js';

describe('the graphql-ws client', () => {
  it('gets what was recorded after its cursor, then what is recorded', async () => {
    const { url, parley } = await serving();
    const events = client(url).iterate({
      query: 'subscription { events(after: "0") { position } }',
    });
    expect((await events.next()).value).toEqual({ data: { events: { position: 1 } } });
    const { recordedAt: _, ...next } = { ...launch, stream: 'negotiation/c-d' };
    await parley.append([next]);
    expect((await events.next()).value).toEqual({ data: { events: { position: 2 } } });
    expect(await metric(url, 'parley_open_streams{transport="ws"}')).toBe(1);
    await events.return?.();
    expect(await metricComesTo(url, 'parley_followers', 0)).toBe(0);
    expect(await metricComesTo(url, 'parley_open_streams{transport="ws"}', 0)).toBe(0);
  });

  it('is told where to go on when the server stops, then that it goes away', async () => {
    const { url, server } = await serving();
    const asked = client(url);
    const closed = new Promise<unknown>((resolve) => asked.on('closed', resolve));
    const events = asked.iterate({ query: 'subscription { events(after: "0") { cursor } }' });
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
  it('is bound by the limits of a document and of a question', async () => {
    const { url } = await serving();
    const asked = client(url);
    await expect(ask(asked, `{ ${'__typename '.repeat(6_000)} }`)).rejects.toMatchObject([
      { message: expect.stringContaining('5000 tokens') },
    ]);
    const wide = Array.from(
      { length: 20 },
      (_, index) => `a${index}: events(first: 1000) { edges { node { id sources { url } also } } }`,
    );
    expect(await ask(asked, `{ ${wide.join(' ')} }`)).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_TOO_LARGE' } }],
    });
  });

  it('is checked against the schema', async () => {
    const { url } = await serving();
    await expect(ask(client(url), '{ nothing }')).rejects.toMatchObject([
      { message: expect.stringContaining('Cannot query field') },
    ]);
  });

  it('tells nothing of the inside when it fails, and the server notes it', async () => {
    const { url, parley, notes } = await serving();
    await parley.log.close();
    const answer = JSON.stringify(await ask(client(url), '{ log { headPosition } }'));
    expect(answer).toContain('LOG_UNAVAILABLE');
    expect(answer).not.toContain('closed');
    expect(notes.join()).toContain('closed');
  });

  it('is refused beyond the number that may run at once', async () => {
    const { schema } = counting();
    const { url } = await serving({ schema, streamLimits: { operationsPerSocket: 2 } });
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

  it('is refused beyond the number of streams of the server', async () => {
    const { schema } = counting();
    const { url } = await serving({ schema, streamLimits: { subscriptions: 1 } });
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
  ): Promise<number> => refusal((await serving(options)).url, headers, path);

  it('to pages of other sites, which browsers do not ask about beforehand', async () => {
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
  });

  it('not to pages of this server, nor of a listed one', async () => {
    const { url } = await serving();
    expect(await refusal(url, { origin: url })).toBe(101);
    const origin = 'https://desk.example';
    expect(await status({ origin }, { allowedOrigins: [origin] })).toBe(101);
  });

  it('where another name than this machine is addressed while writing is open', async () => {
    expect(await status({ host: 'evil.example', origin: 'http://evil.example' })).toBe(421);
  });

  it('elsewhere than at /graphql', async () => {
    expect(await status({}, {}, '/health')).toBe(404);
  });

  it('beyond the number that may be open', async () => {
    expect(await status({}, { streamLimits: { sockets: 0 } })).toBe(503);
  });
});

describe('a WebSocket is closed', () => {
  it('when it does not say who it is', async () => {
    const { url } = await serving({ timeouts: { greeting: 20 } });
    expect(await (await raw(url, { greet: false })).closed).toMatchObject({ code: 4408 });
  });

  it('when it asks before it said who it is', async () => {
    const { url } = await serving();
    const { send, closed } = await raw(url, { greet: false });
    send(subscribe('1', '{ __typename }'));
    expect(await closed).toMatchObject({ code: 4401 });
  });

  it('when it sends more than a body may hold, or what is no message', async () => {
    const { url } = await serving();
    const long = await raw(url);
    long.socket.send('x'.repeat(1024 * 1024 + 1));
    expect(await long.closed).toMatchObject({ code: 1009 });
    const odd = await raw(url);
    odd.send({ type: 'shout' });
    expect(await odd.closed).toMatchObject({ code: 4400 });
  });

  it('when it does not answer', async () => {
    const { schema, left } = counting();
    const timeouts = { heartbeat: 20, stall: 60 };
    const { url } = await serving({ schema, timeouts });
    const { send, next, closed } = await raw(url, { autoPong: false });
    send(subscribe('1', 'subscription { count }'));
    await next();
    expect(await closed).toMatchObject({ code: 1006 });
    await left;
    expect(await metric(url, 'parley_streams_cut_total{transport="ws"}')).toBe(1);
    expect(await metric(url, 'parley_open_websockets')).toBe(0);
  });

  it('when it reads nothing, having been sent no more than connections hold', async () => {
    const { schema, left, pulled } = flooding();
    const { url } = await serving({ schema, timeouts: { heartbeat: 50, stall: 300 } });
    const { send, socket } = await raw(url);
    send(subscribe('1', 'subscription { text }'));
    socket.pause();
    await left;
    expect(pulled() * 65_536).toBeLessThan(32 * 1024 * 1024);
  });

  it('not while it answers heartbeats', async () => {
    const { schema } = counting();
    const { url } = await serving({ schema, timeouts: { heartbeat: 10, stall: 100 } });
    const { socket } = await raw(url);
    for (let beat = 0; beat < 20; beat += 1)
      await new Promise((resolve) => socket.once('ping', resolve));
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });
});
