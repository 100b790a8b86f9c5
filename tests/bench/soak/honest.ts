/** Honest clients: at a steady pace, so that a slow server makes them wait and not ask less. */
import { request } from 'node:http';
import type { SoakedServer } from './server.js';
import { Latencies } from './latency.js';

/** Requests a second, of all of them. */
const PACE = 50;
const SUBSCRIBERS = 20;
/** Every so many requests one is an append. */
const APPEND_EVERY = 20;

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The status and body of an answer, from an address of this machine. */
export function send(
  port: number,
  { method = 'GET', path, headers, body }: Sent,
  localAddress?: string,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false as const };
    const sent = request({ ...options, ...(localAddress && { localAddress }) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

export const post = (query: string, variables: object, token?: string): Sent => ({
  method: 'POST',
  path: '/graphql',
  headers: {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  },
  body: JSON.stringify({ query, variables }),
});

const slugOf = (prefix: string, n: number): string => `${prefix}-${String(n).padStart(6, '0')}`;
const dayOf = (n: number): string =>
  new Date(Date.UTC(2016, 0, 1) + (n % 3_000) * 86_400_000).toISOString().slice(0, 10);

const AS_OF = `query ($slug: String!, $at: TimePoint!) {
  negotiation(slug: $slug, asOf: { at: $at }) { title phase { value since } activity { value } rounds { number status } }
}`;
const LIST = `query ($party: CountryCode!) {
  negotiations(first: 20, filter: { party: $party }) { edges { node { slug title phase { value } } } }
}`;
const SEARCH =
  'query ($text: String!) { search(text: $text, first: 10) { edges { node { __typename } } } }';
const MEASURE = `query ($slug: String!, $at: TimePoint!) {
  measure(slug: $slug, asOf: { at: $at }) { title rate status terms { rate from } }
}`;
const TIMELINE = 'query ($slug: String!) { negotiation(slug: $slug) { timeline { at } } }';
const APPEND = `mutation ($input: RecordStatementInput!) {
  recordStatement(input: $input) { __typename ... on RecordStatementSuccess { events { position } } ... on Error { message } }
}`;

const PARTIES = ['BR', 'JP', 'MX', 'NO', 'VN', 'ZA'];

/** The n-th question. */
function question(n: number, { slugs, tokens }: SoakedServer): Sent {
  const slug = slugOf('n', (n * 7_919) % slugs);
  const at = dayOf(n * 31);
  switch (n % 7) {
    case 0:
      return post(LIST, { party: PARTIES[n % PARTIES.length] }, tokens.reader);
    case 1:
      return post(SEARCH, { text: `matter ${n % 1_000}` }, tokens.reader);
    case 2:
      return post(MEASURE, { slug: slugOf('m', (n * 104_729) % (8 * slugs)), at }, tokens.reader);
    case 3:
      return { path: `/api/duty?imposedBy=BR&on=JP&at=${at}` };
    case 4:
      return post(TIMELINE, { slug }, tokens.reader);
    default:
      return post(AS_OF, { slug, at }, tokens.reader);
  }
}

const append = (n: number, { slugs, tokens }: SoakedServer): Sent =>
  post(
    APPEND,
    {
      input: {
        negotiation: slugOf('n', (n * 31) % slugs),
        occurred: '2026-01-02',
        speaker: 'A spokeswoman',
        summary: `Said for the ${n}th time.`,
        sources: [{ kind: 'PRESS', publisher: 'A paper' }],
      },
    },
    tokens.analyst,
  );

/** Opens a subscription and counts what it delivers. */
function subscribe({ port, tokens, slugs }: SoakedServer, n: number, delivered: () => void) {
  const query = 'subscription ($slug: String!) { negotiation(slug: $slug) { view { position } } }';
  const body = { query, variables: { slug: slugOf('n', n % slugs) } };
  const headers = {
    'content-type': 'application/json',
    accept: 'text/event-stream',
    authorization: `Bearer ${tokens.reader}`,
  };
  const options = { host: '127.0.0.1', port, method: 'POST', path: '/graphql', headers };
  const sent = request(options, (answer) => {
    answer.on('data', (chunk: Buffer) => {
      if (chunk.includes('event: next')) delivered();
    });
    answer.on('error', () => undefined);
  });
  sent.on('error', () => undefined);
  sent.end(JSON.stringify(body));
  return () => sent.destroy();
}

/** Runs until it is stopped; tells what went wrong. */
export class HonestClients {
  readonly errors: string[] = [];
  latencies = new Latencies();
  delivered = 0;
  #n = 0;
  readonly #open: (() => void)[];
  readonly #timer: NodeJS.Timeout;

  constructor(readonly server: SoakedServer) {
    this.#open = Array.from({ length: SUBSCRIBERS }, (_, n) =>
      subscribe(server, n, () => (this.delivered += 1)),
    );
    this.#timer = setInterval(() => void this.#ask(), 1_000 / PACE);
  }

  async #ask(): Promise<void> {
    const n = (this.#n += 1);
    const { server, latencies } = this;
    const sent = n % APPEND_EVERY === 0 ? append(n, server) : question(n, server);
    const began = performance.now();
    try {
      const { status, body } = await send(server.port, sent);
      latencies.add(performance.now() - began);
      if (status !== 200 || body.includes('"errors"') || body.includes('"message"'))
        this.errors.push(`${sent.path} was answered ${status}: ${body.slice(0, 300)}`);
    } catch (error) {
      this.errors.push(`${sent.path}: ${(error as Error).message}`);
    }
  }

  /** Begins a phase: latencies are counted anew. */
  phase(): void {
    this.latencies = new Latencies();
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const close of this.#open) close();
  }
}
