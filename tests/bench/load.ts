/** A client for throughput: raw sockets, each with one request under way, so that it costs little itself. */
import { connect, type Socket } from 'node:net';

/** An answer as far as it is looked at. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

export interface RawRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const END = Buffer.from('\r\n\r\n');

/** The bytes of a request. */
export function bytesOf({ method, path, headers = {}, body }: RawRequest): Buffer {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined
      ? []
      : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
}

/** One connection that is asked one thing after another. */
class Connection {
  #received: Buffer = Buffer.alloc(0);
  #resolve: ((answer: Buffer) => void) | undefined;
  #reject: ((error: Error) => void) | undefined;

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.#received = this.#received.length > 0 ? Buffer.concat([this.#received, chunk]) : chunk;
      const head = this.#received.indexOf(END);
      if (head < 0) return;
      const length = /\r\ncontent-length: (\d+)/i.exec(
        this.#received.toString('latin1', 0, head),
      )?.[1];
      const end = head + END.length + Number(length ?? 0);
      if (this.#received.length < end) return;
      const answer = this.#received.subarray(0, end);
      this.#received = this.#received.subarray(end);
      this.#resolve?.(answer);
    });
    socket.on('error', (error) => this.#reject?.(error));
    socket.on('close', () => this.#reject?.(new Error('The connection was closed.')));
  }

  static async open(port: number): Promise<Connection> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    return new Connection(socket);
  }

  send(request: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      this.socket.write(request);
    });
  }
}

function read(bytes: Buffer): RawAnswer {
  const text = bytes.toString('utf8');
  const head = text.indexOf('\r\n\r\n');
  const headers = text.slice(0, head);
  return { status: Number(headers.slice(9, 12)), headers, body: text.slice(head + 4) };
}

/** The answer to one request. */
export async function ask(port: number, request: RawRequest): Promise<RawAnswer> {
  const connection = await Connection.open(port);
  const answer = read(await connection.send(bytesOf(request)));
  connection.socket.destroy();
  return answer;
}

/**
 * Requests a second with `connections` at once, over `ms` milliseconds. Every answer must have the
 * status that is expected.
 */
export async function requestsPerSecond(
  port: number,
  next: () => Buffer,
  { status, connections = 32, ms = 1_000 }: { status: number; connections?: number; ms?: number },
): Promise<number> {
  const expected = Buffer.from(`HTTP/1.1 ${status}`);
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const start = performance.now();
  let answers = 0;
  await Promise.all(
    open.map(async (connection) => {
      while (performance.now() - start < ms) {
        const answer = await connection.send(next());
        if (answer.compare(expected, 0, expected.length, 0, expected.length) !== 0)
          throw new Error(`Answered ${answer.toString('latin1', 0, 200)}, not ${status}`);
        answers += 1;
      }
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  for (const { socket } of open) socket.destroy();
  return answers / seconds;
}
