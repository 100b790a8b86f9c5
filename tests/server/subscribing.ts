/** Schemas whose subscriptions do what tests need, and ways to listen to a server. */
import { connect, type Socket } from 'node:net';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { Repeater } from 'graphql-yoga';
import { onTestFinished } from 'vitest';

interface Counting {
  readonly schema: GraphQLSchema;
  /** Resolves when the subscription is let go. */
  readonly left: Promise<void>;
}

/** A subscription that counts to one and then waits for ever. */
export function counting(): Counting {
  let leave: () => void;
  const left = new Promise<void>((resolve) => (leave = resolve));
  const schema = makeExecutableSchema({
    typeDefs: 'type Query { a: Int } type Subscription { count: Int }',
    resolvers: {
      Subscription: {
        count: {
          subscribe: () =>
            new Repeater(async (push, stop) => {
              void stop.then(() => leave());
              await push({ count: 1 });
              await stop;
            }),
        },
      },
    },
  });
  return { schema, left };
}

/** A subscription without end, of texts of 64 KB, that tells how many were asked of it. */
export function flooding() {
  let pulled = 0;
  let leave: () => void;
  const left = new Promise<void>((resolve) => (leave = resolve));
  const flood = { text: 'x'.repeat(65_536) };
  const source: AsyncIterableIterator<typeof flood> = {
    [Symbol.asyncIterator]: () => source,
    async next() {
      pulled += 1;
      return { done: false, value: flood };
    },
    async return() {
      leave();
      return { done: true, value: undefined };
    },
  };
  const schema = makeExecutableSchema({
    typeDefs: 'type Query { a: Int } type Subscription { text: String }',
    resolvers: { Subscription: { text: { subscribe: () => source } } },
  });
  return { schema, left, pulled: () => pulled };
}

/** A connection that sends what it is told and reads nothing; it ends with the test. */
export function deaf(url: string, text: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.pause();
      socket.write(text);
      resolve(socket);
    });
    socket.once('error', reject);
    onTestFinished(() => void socket.destroy());
  });
}

/** The head and body of a subscription over SSE, as they go over the wire. */
export function rawSubscription(query: string): string {
  const body = JSON.stringify({ query });
  return [
    'POST /graphql HTTP/1.1',
    'Host: localhost',
    'Accept: text/event-stream',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

/** Reads until the text has come, and gives all that was read. */
export async function until(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  text: string,
): Promise<string> {
  const decoder = new TextDecoder();
  let seen = '';
  while (!seen.includes(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    seen += decoder.decode(value, { stream: true });
  }
  return seen;
}

/** The number of a metric, such as `parley_open_streams{transport="sse"}`. */
export async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? NaN : Number(line.slice(name.length));
}

/** Looks again and again until the number of a metric is the one expected; gives the last seen. */
export async function metricComesTo(url: string, name: string, wanted: number): Promise<number> {
  const end = Date.now() + 5_000;
  let seen = await metric(url, name);
  while (seen !== wanted && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    seen = await metric(url, name);
  }
  return seen;
}
