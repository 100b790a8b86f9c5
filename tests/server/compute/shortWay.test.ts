/** What the short way answers is what any other way answers. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingDesk, PATIENCE } from '../../cli/running.js';

const at = lastingDesk();
let stop: (() => Promise<void>) | undefined;
let url = '';

beforeAll(async () => {
  const options = ['--record', '--deadline', '60'];
  ({ url } = await at.serveUntil((end) => (stop = end), ...options));
}, PATIENCE.timeout);

afterAll(async () => {
  await stop?.();
  at.remove();
});

describe('a server with threads', PATIENCE, () => {
  it('answers plain requests as it answers any other', async () => {
    const send = async (body: object, accept: string) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, 'x-request-id': 'same' },
        body: JSON.stringify(body),
      });
      const {
        'content-length': length,
        date: _,
        ...headers
      } = Object.fromEntries(response.headers.entries());
      const text = await response.text();
      expect(Number(length)).toBe(Buffer.byteLength(text));
      return { status: response.status, headers, text };
    };
    const day = '2025-08-28';
    const one =
      'query One($at: TimePoint!) { negotiation(slug: "in-us-bta", asOf: { at: $at }) { title phase { value } } }';
    const asked = [
      { query: one, variables: { at: day } },
      { query: one, variables: { at: day }, operationName: 'One' },
      { query: one, variables: { at: day }, operationName: 'Two' },
      { query: one, variables: { at: 'soon' } },
      { query: one },
      { query: '{ negotiation(slug: "in-us-bta", asOf: { at: "soon" }) { title } }' },
      { query: '{ nothing }' },
      { query: '{ log { headPosition ' },
      { query: 'mutation { nothing }' },
      { query: '{ __schema { queryType { name } } }' },
      { variables: {} },
    ];
    for (const body of asked)
      expect(await send(body, '*/*')).toEqual(await send(body, 'application/json;q=0.9'));
  });

  it('answers a pinned GET from what it sent before, with the same headers', async () => {
    const query = `{ negotiation(slug: "in-us-bta", asOf: { at: "2026-01-01", knownAt: "${new Date(Date.now() - 1_000).toISOString()}" }) { title } }`;
    const get = async (headers: Record<string, string> = {}) => {
      const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { 'x-request-id': 'same', ...headers },
      });
      const { date: _, ...sent } = Object.fromEntries(response.headers.entries());
      return { status: response.status, headers: sent, text: await response.text() };
    };
    const first = await get();
    expect(first.headers['cache-control']).toContain('immutable');
    expect(await get()).toEqual(first);
    const etag = first.headers['etag'] ?? '';
    const unchanged = await get({ 'if-none-match': etag });
    expect(unchanged).toMatchObject({ status: 304, text: '', headers: { etag } });
    expect(unchanged.headers['content-type']).toBeUndefined();
    // Whatever a request needs other than bytes is judged as before.
    expect((await get({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const { 'x-request-id': id } = (await get({ 'x-request-id': 'another' })).headers;
    expect(id).toBe('another');
  });

  it('answers a kept question early, at whatever instant, as it answers it the first time', async () => {
    const source =
      'query One($at: TimePoint!) { negotiation(slug: "in-us-bta", asOf: { at: $at }) { title phase { value } } }';
    const post = async (body: object | string, headers: Record<string, string> = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-request-id': 'same', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const { date: _, ...sent } = Object.fromEntries(response.headers.entries());
      return { status: response.status, headers: sent, text: await response.text() };
    };
    const askedAt = (at: string) => ({ query: source, variables: { at } });
    const first = await post(askedAt('2026-01-01T00:00:00Z'));
    expect(first.text).toContain('"phase"');
    for (const at of ['2026-01-01T00:00:00Z', '2026-01-01T00:00:01.000Z', '2026-01-01'])
      expect(await post(askedAt(at))).toEqual(first);
    const literal = source.replace('query One($at: TimePoint!) ', '');
    for (const at of ['2026-01-01T00:00:00Z', '2026-01-01T00:00:02Z'])
      expect(await post({ query: literal.replace('$at', `"${at}"`) })).toEqual(first);
    // What is not answered early is answered as before, its body read once.
    expect((await post(askedAt('soon'))).text).toContain('soon');
    expect((await post('{"query": ')).status).toBe(400);
    expect((await post(askedAt('2026-01-01'), { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(askedAt('2026-01-01'), { 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
    expect((await post(askedAt('2026-01-01'), { 'x-request-id': 'another' })).headers).toEqual({
      ...first.headers,
      'x-request-id': 'another',
    });
  });

  it('answers a request whose body comes late, or in pieces', async () => {
    const { port, hostname } = new URL(url);
    const body = JSON.stringify({
      query: '{ negotiation(slug: "in-us-bta", asOf: { at: "2026-01-01" }) { title } }',
    });
    const head = [
      ...['POST /graphql HTTP/1.1', `host: ${hostname}:${port}`, 'connection: close'],
      ...['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`],
    ].join('\r\n');
    const send = async (pieces: readonly string[]) => {
      const socket = connect({ port: Number(port), host: hostname, noDelay: true });
      const closed = once(socket, 'close');
      let received = '';
      socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
      for (const piece of pieces) {
        socket.write(piece);
        await sleep(50);
      }
      await closed;
      return received.split('\r\n\r\n')[1];
    };
    const whole = await send([`${head}\r\n\r\n${body}`]);
    expect(whole).toContain('"title"');
    expect(await send([`${head}\r\n\r\n${body}`])).toBe(whole);
    expect(await send([`${head}\r\n\r\n`, body])).toBe(whole);
    expect(await send([`${head}\r\n\r\n${body.slice(0, 20)}`, body.slice(20)])).toBe(whole);
  });
});
