import { createClient } from 'graphql-sse';
import { describe, expect, it, onTestFinished } from 'vitest';
import { codeOf, launch, serving } from './serving.js';
import {
  counting,
  deaf,
  flooding,
  metric,
  metricComesTo,
  rawSubscription,
  until,
} from './subscribing.js';

const accept = 'text/event-stream';

describe('a subscription over SSE', () => {
  it('streams events that no proxy may hold back', async () => {
    const { schema } = counting();
    const { get } = await serving({ schema });
    const response = await get('subscription { count }', { accept });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const reader = response.body!.getReader();
    expect(await until(reader, '"count":1')).toContain('"count":1');
    await reader.cancel();
  });

  it('shows by comments that it lives while nothing happens', async () => {
    const { schema } = counting();
    const { get } = await serving({ schema, timeouts: { heartbeat: 10 } });
    const reader = (await get('subscription { count }', { accept })).body!.getReader();
    await until(reader, '"count":1');
    expect(await until(reader, ':\n\n:\n\n:\n\n')).toMatch(/^(?::\n\n|\n)+$/);
    await reader.cancel();
  });

  it('is let go when the reader leaves', async () => {
    const { schema, left } = counting();
    const { post, url } = await serving({ schema });
    const response = await post({ query: 'subscription { count }' }, { accept });
    const reader = response.body!.getReader();
    await until(reader, '"count":1');
    expect(await metric(url, 'parley_open_streams{transport="sse"}')).toBe(1);
    await reader.cancel();
    await left;
    expect(await metricComesTo(url, 'parley_open_streams{transport="sse"}', 0)).toBe(0);
  });

  it('tells what went wrong with it, masked, and completes', async () => {
    const { schema } = counting();
    const { post } = await serving({ schema });
    const response = await post({ query: 'subscription { nothing }' }, { accept });
    const text = await response.text();
    expect(text).toContain('Cannot query field');
    expect(text).toMatch(/event: complete\ndata:\n\n$/);
  });

  it('is refused to a client that takes no event stream', async () => {
    const { schema } = counting();
    const { post } = await serving({ schema });
    const { status } = await post(
      { query: 'subscription { count }' },
      { accept: 'application/json' },
    );
    expect(status).toBe(406);
  });

  it('is refused beyond the limit of streams', async () => {
    const { schema } = counting();
    const { get } = await serving({ schema, streamLimits: { subscriptions: 1 } });
    const reader = (await get('subscription { count }', { accept })).body!.getReader();
    await until(reader, '"count":1');
    const refused = await get('subscription { count }', { accept });
    expect([refused.status, await codeOf(refused)]).toEqual([503, 'TOO_MANY_STREAMS']);
    await reader.cancel();
  });
});

describe('a client that does not read', () => {
  it('is sent no more than connections hold by themselves, and is let go', async () => {
    const { schema, left, pulled } = flooding();
    const { url } = await serving({ schema, timeouts: { stall: 300 } });
    await deaf(url, rawSubscription('subscription { text }'));
    await left;
    // Some megabytes wait in the buffers of the system; the source has no end.
    expect(pulled() * 65_536).toBeLessThan(32 * 1024 * 1024);
    expect(await metricComesTo(url, 'parley_streams_cut_total{transport="sse"}', 1)).toBe(1);
    expect(await metric(url, 'parley_open_streams{transport="sse"}')).toBe(0);
  });
});

describe('the graphql-sse client', () => {
  const client = (url: string) => {
    const made = createClient({ url: `${url}/graphql`, retryAttempts: 0 });
    onTestFinished(() => made.dispose());
    return made;
  };

  it('gets what was recorded after its cursor, then what is recorded', async () => {
    const { url, parley } = await serving();
    const events = client(url).iterate<{ events: { position: number } }>({
      query: 'subscription { events(after: "0") { position } }',
    });
    expect((await events.next()).value).toEqual({ data: { events: { position: 1 } } });
    const { recordedAt: _, ...next } = { ...launch, stream: 'negotiation/c-d' };
    await parley.append([next]);
    expect((await events.next()).value).toEqual({ data: { events: { position: 2 } } });
    await events.return?.();
    expect(await metricComesTo(url, 'parley_followers', 0)).toBe(0);
  });

  it('gets the one answer of a query', async () => {
    const { url } = await serving();
    const answers = client(url).iterate({ query: '{ log { headPosition } }' });
    expect((await answers.next()).value).toEqual({ data: { log: { headPosition: 1 } } });
    expect((await answers.next()).done).toBe(true);
  });

  it('is told where to go on when the server stops', async () => {
    const { url, server } = await serving();
    const events = client(url).iterate({
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
