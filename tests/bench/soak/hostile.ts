/**
 * Hostile clients, from an address of their own: they ask for too much, send garbage, send slowly,
 * and do not read what they asked for.
 */
import { connect, type Socket } from 'node:net';
import type { SoakedServer } from './server.js';
import { post, send, type Sent } from './honest.js';

/** Another address of this machine: limits are of an address. */
const ADDRESS = '127.0.0.2';
const AT_ONCE = 8;
const UNREAD = 20;

const aliased = (count: number, field: (n: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: ${field(n)}`).join(' ')} }`;
const nested = (depth: number): string =>
  depth === 0 ? 'id' : `corrections { ${nested(depth - 1)} }`;

const timelines = aliased(
  500,
  () => 'negotiation(slug: "asked") { timeline { at changes { path } } }',
);
const pages = aliased(100, () => 'events(first: 1000) { edges { node { id summary } } }');
const schemas = aliased(50, () => '__schema { types { name fields { name } } }');
const explained = `{ negotiation(slug: "asked") { explain(path: "${'rounds.'.repeat(8_000)}") { __typename } } }`;
const hypothetical = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    stream: 'negotiation/asked',
    type: 'StatementMade',
    occurred: '2026-01-02',
    data: { speaker: 'X', summary: `${n}` },
    sources: [{ kind: 'PRESS' }],
  }));
const ASSUMING = `query ($with: [EventInput!]) {
  negotiation(slug: "asked", assuming: { with: $with }) { findings { code } }
}`;

/** What is sent with and without a token: strangers may not send every document. */
const REQUESTS: readonly ((token: string) => Sent)[] = [
  (token) => post(timelines, {}, token),
  (token) => post(pages, {}, token),
  (token) => post(schemas, {}, token),
  (token) => post(explained, {}, token),
  (token) => post(ASSUMING, { with: hypothetical(900) }, token),
  (token) => post(`{ events(first: 1) { edges { node { ${nested(400)} } } } }`, {}, token),
  () => post('{ nothing }', {}),
  () => ({ ...post('', {}), body: '{"query": '.repeat(2_000) }),
  () => post('{ negotiations { edges { node { slug } } } }', {}, 'no-such-token'),
  () => ({ path: `/a${'/'.repeat(12_000)}` }),
  () => ({ path: `/graphql?query=${encodeURIComponent(pages).slice(0, 12_000)}` }),
  () => ({ path: '/api/negotiations.csv' }),
];

/** Asks for long answers and reads none of them. */
function unread({ port, tokens }: SoakedServer): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress: ADDRESS });
  const body = JSON.stringify({
    query: '{ events(first: 1000) { edges { node { id summary hash } } } }',
  });
  socket.on('error', () => undefined);
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${tokens.reader}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  socket.pause();
  return socket;
}

/** Sends a byte of a request now and then. */
function slow({ port }: SoakedServer): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress: ADDRESS });
  socket.on('error', () => undefined);
  socket.write('POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100000\r\n\r\n');
  const timer = setInterval(() => socket.write('x'), 1_000);
  socket.once('close', () => clearInterval(timer));
  return socket;
}

export class HostileClients {
  /** By status, 0 for a connection that was closed. */
  readonly answers = new Map<number, number>();
  /** Answers that no client may ever get. */
  readonly faults: string[] = [];
  #running = true;
  #n = 0;
  readonly #sockets = new Set<Socket>();
  readonly #timer: NodeJS.Timeout;

  constructor(readonly server: SoakedServer) {
    for (let i = 0; i < AT_ONCE; i++) void this.#run();
    this.#timer = setInterval(() => this.#open(), 500);
  }

  async #run(): Promise<void> {
    while (this.#running) {
      const sent = REQUESTS[(this.#n += 1) % REQUESTS.length]?.(this.server.tokens.reader);
      if (!sent) return;
      const answer = await send(this.server.port, sent, ADDRESS).catch(() => ({
        status: 0,
        body: '',
      }));
      this.answers.set(answer.status, (this.answers.get(answer.status) ?? 0) + 1);
      if (answer.status === 500 || answer.body.includes('INTERNAL_SERVER_ERROR'))
        this.faults.push(`${sent.path.slice(0, 80)}: ${answer.body.slice(0, 200)}`);
    }
  }

  #open(): void {
    if (this.#sockets.size >= UNREAD) return;
    const socket = this.#n % 2 === 0 ? unread(this.server) : slow(this.server);
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  stop(): void {
    this.#running = false;
    clearInterval(this.#timer);
    for (const socket of this.#sockets) socket.destroy();
  }
}
