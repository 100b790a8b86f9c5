/** The pool of connections, against a server that speaks just enough of the protocol. */
import { once } from 'node:events';
import net from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PostgresConnections } from '../../src/log/postgres/connections.js';
import { PostgresError } from '../../src/log/postgres/errors.js';

/** One message of the protocol: its type, its length and its body. */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const AUTHENTICATED = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const SHUT_DOWN = message(
  'E',
  Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0', 'latin1'),
);

let server: net.Server;
let connections: PostgresConnections;

beforeEach(async () => {
  // A server that is shut down just when it has let somebody in: both arrive at once.
  server = net.createServer((socket) =>
    socket.once('data', () => socket.end(Buffer.concat([AUTHENTICATED, READY, SHUT_DOWN]))),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as net.AddressInfo;
  connections = new PostgresConnections(`postgres://someone@127.0.0.1:${port}/log`);
});
afterEach(async () => {
  await connections.close();
  server.close();
});

it('fails the query, and nothing else, when a connection is ended as it is taken', async () => {
  const ended = connections.query('SELECT 1').catch((error: unknown) => error);
  expect(await ended).toBeInstanceOf(PostgresError);
  expect(await ended).toMatchObject({ isConnectionLost: true });
});
