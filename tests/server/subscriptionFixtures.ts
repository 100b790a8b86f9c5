/** Schemas with test subscriptions, raw subscribers and metrics of a server. */
import { connect, type Socket } from 'node:net';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { Repeater } from 'graphql-yoga';
import { onTestFinished } from 'vitest';

interface CountingSchema {
  readonly schema: GraphQLSchema;
  /** Resolves when the subscription is released. */
  readonly left: Promise<void>;
}

/** A subscription that counts to one and then waits for ever. */
export function countingSchema(): CountingSchema {
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

/** An endless subscription to texts of 64 KB that counts how many were pulled. */
export function floodingSchema() {
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

/** A connection that sends `text` and reads nothing. It is destroyed at the end of the test. */
export function connectWithoutReading(url: string, text: string): Promise<Socket> {
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

/** Reads until `text` has arrived, or to the end; returns all that was read. */
export async function readUntil(
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

/** The value of a metric, such as `parley_open_streams{transport="sse"}`. */
export async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? NaN : Number(line.slice(name.length));
}

/** Polls a metric until it has the expected value, for at most 5 seconds; returns the last value. */
export async function waitForMetric(url: string, name: string, expected: number): Promise<number> {
  const end = Date.now() + 5_000;
  let value = await metric(url, name);
  while (value !== expected && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    value = await metric(url, name);
  }
  return value;
}
