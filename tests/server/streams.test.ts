import { createClient } from 'graphql-sse';
import { describe, expect, it, onTestFinished } from 'vitest';
import { errorCode, launch, startServer } from './testServer.js';
import {
  countingSchema,
  connectWithoutReading,
  floodingSchema,
  metric,
  waitForMetric,
  rawSubscription,
  readUntil,
} from './subscriptionFixtures.js';

const accept = 'text/event-stream';

describe('a subscription over SSE', () => {
  it('forbids proxies to buffer or cache it', async () => {
    const { schema } = countingSchema();
    const { get } = await startServer({ schema });
    const response = await get('subscription { count }', { accept });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const reader = response.body!.getReader();
    expect(await readUntil(reader, '"count":1')).toContain('"count":1');
    await reader.cancel();
  });

  it('sends comments as heartbeats while nothing happens', async () => {
    const { schema } = countingSchema();
    const { get } = await startServer({ schema, timeouts: { heartbeat: 10 } });
    const reader = (await get('subscription { count }', { accept })).body!.getReader();
    await readUntil(reader, '"count":1');
    expect(await readUntil(reader, ':\n\n:\n\n:\n\n')).toMatch(/^(?::\n\n|\n)+$/);
    await reader.cancel();
  });

  it('is released when the client disconnects', async () => {
    const { schema, left } = countingSchema();
    const { post, url } = await startServer({ schema });
    const response = await post({ query: 'subscription { count }' }, { accept });
    const reader = response.body!.getReader();
    await readUntil(reader, '"count":1');
    expect(await metric(url, 'parley_open_streams{transport="sse"}')).toBe(1);
    await reader.cancel();
    await left;
    expect(await waitForMetric(url, 'parley_open_streams{transport="sse"}', 0)).toBe(0);
  });

  it('reports validation errors and completes', async () => {
    const { schema } = countingSchema();
    const { post } = await startServer({ schema });
    const response = await post({ query: 'subscription { nothing }' }, { accept });
    const text = await response.text();
    expect(text).toContain('Cannot query field');
    expect(text).toMatch(/event: complete\ndata:\n\n$/);
  });

  it('is refused with 406 to a client that does not accept an event stream', async () => {
    const { schema } = countingSchema();
    const { post } = await startServer({ schema });
    const { status } = await post(
      { query: 'subscription { count }' },
      { accept: 'application/json' },
    );
    expect(status).toBe(406);
  });

  it('is refused with 503 beyond the limit of subscriptions', async () => {
    const { schema } = countingSchema();
    const { get } = await startServer({ schema, streamLimits: { subscriptions: 1 } });
    const reader = (await get('subscription { count }', { accept })).body!.getReader();
    await readUntil(reader, '"count":1');
    const refused = await get('subscription { count }', { accept });
    expect([refused.status, await errorCode(refused)]).toEqual([503, 'TOO_MANY_STREAMS']);
    await reader.cancel();
  });
});

describe('a client that does not read', () => {
  it('is disconnected before more than 32 MB are buffered', async () => {
    const { schema, left, pulled } = floodingSchema();
    const { url } = await startServer({ schema, timeouts: { stall: 300 } });
    await connectWithoutReading(url, rawSubscription('subscription { text }'));
    await left;
    // Some megabytes wait in the buffers of the system; the source has no end.
    expect(pulled() * 65_536).toBeLessThan(32 * 1024 * 1024);
    expect(await waitForMetric(url, 'parley_streams_cut_total{transport="sse"}', 1)).toBe(1);
    expect(await metric(url, 'parley_open_streams{transport="sse"}')).toBe(0);
  });
});

describe('the graphql-sse client', () => {
  const connectClient = (url: string) => {
    const client = createClient({ url: `${url}/graphql`, retryAttempts: 0 });
    onTestFinished(() => client.dispose());
    return client;
  };

  it('receives the events after its cursor, then new events', async () => {
    const { url, parley } = await startServer();
    const events = connectClient(url).iterate<{ events: { position: number } }>({
      query: 'subscription { events(after: "0") { position } }',
    });
    expect((await events.next()).value).toEqual({ data: { events: { position: 1 } } });
    const { recordedAt: _, ...next } = { ...launch, stream: 'negotiation/c-d' };
    await parley.append([next]);
    expect((await events.next()).value).toEqual({ data: { events: { position: 2 } } });
    await events.return?.();
    expect(await waitForMetric(url, 'parley_followers', 0)).toBe(0);
  });

  it('receives the one result of a query', async () => {
    const { url } = await startServer();
    const answers = connectClient(url).iterate({ query: '{ log { headPosition } }' });
    expect((await answers.next()).value).toEqual({ data: { log: { headPosition: 1 } } });
    expect((await answers.next()).done).toBe(true);
  });

  it('receives the cursor to resume from when the server stops', async () => {
    const { url, server } = await startServer();
    const events = connectClient(url).iterate({
      query: 'subscription { events(after: "0") { cursor } }',
    });
    const first = (await events.next()).value as { data: { events: { cursor: string } } };
    const closed = server.close();
    const last = (await events.next()).value as { errors: { extensions: object }[] };
    expect(last.errors[0]!.extensions).toEqual({
      code: 'SERVER_STOPPING',
      after: first.data.events.cursor,
    });
    expect((await events.next()).done).toBe(true);
    await closed;
  });
});
