import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sseConnection } from '../../src/dashboard/api/live/sseConnection.js';

interface Heard {
  readonly what: string;
  readonly said?: unknown;
}

/** A line to a server that the test lets speak, and what is heard over it. */
async function lineTo(speak: (response: ServerResponse) => void) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
    request.on('end', () => speak(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const heard: Heard[] = [];
  const ended = new Promise<void>((resolve) => {
    const close = sseConnection(`http://127.0.0.1:${port}/graphql`)('7', {
      opened: () => heard.push({ what: 'opened' }),
      alive: () => heard.push({ what: 'alive' }),
      event: (event) => heard.push({ what: 'event', said: event.cursor }),
      ended: (after) => {
        heard.push({ what: 'ended', said: after });
        resolve();
      },
    });
    onTestFinished(close);
  });
  return { heard, ended, bodies };
}

const stream = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream' });
const next = (result: object) => `event: next\ndata: ${JSON.stringify(result)}\n\n`;
const event = { __typename: 'RoundHeld', id: 'id-8', cursor: '8' };

describe('the line over server-sent events', () => {
  it('asks for what follows its cursor, and hears events and signs of life', async () => {
    const { heard, ended, bodies } = await lineTo((response) => {
      stream(response).write(':\n\n');
      response.end(next({ data: { events: event } }) + 'event: complete\ndata:\n\n');
    });
    await ended;
    expect(JSON.parse(bodies.join(''))).toMatchObject({ variables: { after: '7' } });
    expect(heard.filter(({ what }) => what !== 'alive')).toEqual([
      { what: 'opened' },
      { what: 'event', said: '8' },
      { what: 'ended', said: null },
    ]);
    expect(heard).toContainEqual({ what: 'alive' });
  });

  it.each(['SERVER_STOPPING', 'SLOW_CONSUMER'])(
    'is told by the last word of a stream where to go on: %s',
    async (code) => {
      const { heard, ended } = await lineTo((response) => {
        const message = 'Subscribe again.';
        const errors = [{ message, extensions: { code, after: '12' } }];
        stream(response).end(next({ data: null, errors }) + 'event: complete\ndata:\n\n');
      });
      await ended;
      expect(heard.find(({ what }) => what === 'ended')).toEqual({ what: 'ended', said: '12' });
    },
  );

  it.each([
    ['a server that is cut off', (response: ServerResponse) => stream(response).destroy()],
    ['a refusal', (response: ServerResponse) => response.writeHead(503).end('{}')],
  ])('ends without a word of where to go on, for %s', async (_, speak) => {
    const { heard, ended } = await lineTo(speak);
    await ended;
    expect(heard.find(({ what }) => what === 'ended')).toEqual({ what: 'ended', said: null });
  });
});
