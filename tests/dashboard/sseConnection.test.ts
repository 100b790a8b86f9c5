import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sseConnection } from '../../src/dashboard/api/live/sseConnection.js';

interface Callback {
  readonly what: string;
  readonly value?: unknown;
}

/** A line to a server that the test lets respond, and what is received over it. */
async function connectTo(respond: (response: ServerResponse) => void) {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
    request.on('end', () => respond(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const received: Callback[] = [];
  const ended = new Promise<void>((resolve) => {
    const close = sseConnection(`http://127.0.0.1:${port}/graphql`)('7', {
      opened: () => received.push({ what: 'opened' }),
      alive: () => received.push({ what: 'alive' }),
      event: (event) => received.push({ what: 'event', value: event.cursor }),
      ended: (after) => {
        received.push({ what: 'ended', value: after });
        resolve();
      },
    });
    onTestFinished(close);
  });
  return { received, ended, bodies };
}

const stream = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream' });
const next = (result: object) => `event: next\ndata: ${JSON.stringify(result)}\n\n`;
const event = { __typename: 'RoundHeld', id: 'id-8', cursor: '8' };

describe('a connection over server-sent events', () => {
  it('subscribes after its cursor, and reports events and keep-alives', async () => {
    const { received, ended, bodies } = await connectTo((response) => {
      stream(response).write(':\n\n');
      response.end(next({ data: { events: event } }) + 'event: complete\ndata:\n\n');
    });
    await ended;
    expect(JSON.parse(bodies.join(''))).toMatchObject({ variables: { after: '7' } });
    expect(received.filter(({ what }) => what !== 'alive')).toEqual([
      { what: 'opened' },
      { what: 'event', value: '8' },
      { what: 'ended', value: null },
    ]);
    expect(received).toContainEqual({ what: 'alive' });
  });

  it.each(['SERVER_STOPPING', 'SLOW_CONSUMER'])(
    'ends with the cursor to resume from after %s',
    async (code) => {
      const { received, ended } = await connectTo((response) => {
        const message = 'Subscribe again.';
        const errors = [{ message, extensions: { code, after: '12' } }];
        stream(response).end(next({ data: null, errors }) + 'event: complete\ndata:\n\n');
      });
      await ended;
      expect(received.find(({ what }) => what === 'ended')).toEqual({ what: 'ended', value: '12' });
    },
  );

  it.each([
    ['a server that is cut off', (response: ServerResponse) => stream(response).destroy()],
    ['a refusal', (response: ServerResponse) => response.writeHead(503).end('{}')],
  ])('ends without a cursor after %s', async (_, respond) => {
    const { received, ended } = await connectTo(respond);
    await ended;
    expect(received.find(({ what }) => what === 'ended')).toEqual({ what: 'ended', value: null });
  });
});
