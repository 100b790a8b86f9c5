/** A TCP proxy whose connections tests can cut: at once, or when a client sends a given word. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Trap {
  readonly word: string;
  readonly deliver: boolean;
  readonly sprung: () => void;
}

export class TcpProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private trap: Trap | undefined;
  /** While false, new connections are refused. */
  open = true;

  private constructor(
    private readonly server: Server,
    /** The port to which new connections are forwarded. */
    public target: number,
    private readonly host: string,
  ) {
    server.on('connection', (client) => this.connected(client));
  }

  /** Forwards {@link port} to another port, on this machine by default. */
  static async to(target: number, host = '127.0.0.1'): Promise<TcpProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return new TcpProxy(server, target, host);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The number of open connections. */
  get connections(): number {
    return this.pairs.size;
  }

  /** Cuts every connection. */
  cut(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    this.pairs.clear();
  }

  /**
   * Cuts all connections the next time a client sends a word: before the server receives it, or
   * with `deliver` after the server's response, before the client receives that. Resolves then.
   */
  cutAt(word: string, deliver: boolean): Promise<void> {
    return new Promise((sprung) => (this.trap = { word, deliver, sprung }));
  }

  async close(): Promise<void> {
    this.open = false;
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private connected(client: Socket): void {
    if (!this.open) {
      client.destroy();
      return;
    }
    const server = connect(this.target, this.host);
    const pair = [client, server] as const;
    this.pairs.add(pair);
    let waiting: Trap | undefined;
    client.on('data', (data) => {
      const { trap } = this;
      if (trap && data.includes(trap.word)) {
        this.trap = undefined;
        if (!trap.deliver) {
          this.spring(trap);
          return;
        }
        waiting = trap;
      }
      server.write(data);
    });
    server.on('data', (data) => {
      if (waiting) this.spring(waiting);
      else client.write(data);
    });
    for (const socket of pair)
      socket
        .on('error', () => undefined)
        .on('close', () => {
          this.pairs.delete(pair);
          for (const other of pair) other.destroy();
        });
  }

  private spring({ sprung }: Trap): void {
    this.cut();
    sprung();
  }
}
