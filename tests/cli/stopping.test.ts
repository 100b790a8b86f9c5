import { Agent, get as httpGet } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import {
  connectWithoutReading,
  rawSubscription,
  readUntil,
} from '../server/subscriptionFixtures.js';
import { shippedEvents } from '../support/record.js';
import { desk, PATIENCE } from './running.js';

const SHIPPED = shippedEvents().length;

/** What whoever stops a server gives it before it is killed. */
const TEN_SECONDS = 10_000;

const EVENTS = 'subscription { events(after: "0") { cursor } }';

/** A WebSocket that subscribed and reads no more. */
async function deafSocket(url: string): Promise<void> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send('{"type":"connection_init"}');
  await new Promise((resolve) => socket.once('message', resolve));
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: EVENTS } }));
  socket.pause();
}

/** A connection that is kept for a next request. */
function kept(url: string): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  return new Promise((resolve) => {
    httpGet(`${url}/health`, { agent }, (response) => response.resume().on('end', () => resolve()));
  });
}

describe('parley serve, told to stop', PATIENCE, () => {
  it('ends with 0 within ten seconds, whatever its clients do, having told who listens', async () => {
    const { url, kill, status } = await desk().serve();
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(EVENTS)}`, {
      headers: { accept: 'text/event-stream' },
    });
    const reader = response.body!.getReader();
    await readUntil(reader, `"cursor":"${SHIPPED}"`);
    await connectWithoutReading(url, rawSubscription(EVENTS));
    await connectWithoutReading(
      url,
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    await deafSocket(url);
    await kept(url);
    kill('SIGTERM');
    const late = pause(TEN_SECONDS, 'late', { ref: false });
    const rest = await readUntil(reader, 'never said');
    expect(rest).toContain(`"extensions":{"code":"SERVER_STOPPING","after":"${SHIPPED}"}`);
    expect(rest).toMatch(/event: complete\ndata:\n\n$/);
    expect(await Promise.race([status, late])).toBe(0);
  });

  it('ends at once when it is told a second time', async () => {
    const { url, kill, status } = await desk().serve('--log', 'memory:');
    await connectWithoutReading(
      url,
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    await kept(url);
    kill('SIGTERM');
    await expect
      .poll(() =>
        fetch(`${url}/health`).then(
          () => 'up',
          () => 'down',
        ),
      )
      .toBe('down');
    kill('SIGTERM');
    expect(await status).toBe(1);
  });
});
