/**
 * A substitute for PgBouncer in transaction mode: each transaction gets another session of the
 * server, and the session's state is discarded before the next transaction gets it.
 */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const AUTHENTICATED = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const DISCARD = message('Q', Buffer.from('DISCARD ALL\0'));

/** Splits a server's bytes into messages. */
class Messages {
  private rest = Buffer.alloc(0);

  *of(data: Buffer): Generator<Buffer> {
    this.rest = Buffer.concat([this.rest, data]);
    while (this.rest.length >= 5) {
      const end = 1 + this.rest.readInt32BE(1);
      if (this.rest.length < end) return;
      yield this.rest.subarray(0, end);
      this.rest = this.rest.subarray(end);
    }
  }
}

/** One session of the server; it serves one client at a time. */
class Backend {
  serves: Socket | undefined;
  private discarding = false;
  private readonly messages = new Messages();

  constructor(
    readonly socket: Socket,
    private readonly free: () => void,
  ) {
    socket.removeAllListeners('data');
    socket.on('data', (data) => {
      for (const each of this.messages.of(data)) this.answered(each);
    });
  }

  private answered(each: Buffer): void {
    if (!this.discarding) this.serves?.write(each);
    if (each[0] !== READY[0] || each[5] !== READY[5]) return;
    if (this.discarding) {
      this.discarding = false;
      this.free();
    } else {
      this.serves = undefined;
      this.discarding = true;
      this.socket.write(DISCARD);
    }
  }
}

export class Pooler {
  /** How many transactions were begun. */
  transactions = 0;
  private readonly free: Backend[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly clients = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly sessions: readonly pg.Client[],
  ) {
    for (const session of sessions) {
      session.on('error', () => undefined);
      const { stream } = (session as unknown as { connection: { stream: Socket } }).connection;
      const backend: Backend = new Backend(stream, () => {
        this.free.push(backend);
        this.waiting.shift()?.();
      });
      this.free.push(backend);
    }
    server.on('connection', (client) => this.connected(client));
  }

  static async to(url: string, sessions = 4): Promise<Pooler> {
    // A response is written message by message: without this each would wait for an ACK.
    const server = createServer({ noDelay: true }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const clients = Array.from({ length: sessions }, () => new pg.Client(url));
    for (const client of clients) await client.connect();
    return new Pooler(server, clients);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const client of this.clients) client.destroy();
    await new Promise((resolve) => this.server.close(resolve));
    for (const { connection } of this.sessions as unknown as { connection: { stream: Socket } }[])
      connection.stream.destroy();
  }

  private connected(client: Socket): void {
    this.clients.add(client);
    client.on('error', () => undefined).on('close', () => this.clients.delete(client));
    client.once('data', () => {
      // Every client is accepted: the sessions are already authenticated.
      client.write(Buffer.concat([AUTHENTICATED, READY]));
      let backend: Backend | undefined;
      client.on('data', (data) => {
        if (data[0] === 'X'.charCodeAt(0)) return void client.end();
        if (backend?.serves === client) return void backend.socket.write(data);
        this.assign((assigned) => {
          backend = assigned;
          backend.serves = client;
          backend.socket.write(data);
        });
      });
    });
  }

  private assign(use: (backend: Backend) => void): void {
    const take = () => {
      this.transactions += 1;
      use(this.free.shift()!);
    };
    if (this.free.length > 0) take();
    else this.waiting.push(take);
  }
}
