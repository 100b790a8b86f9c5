import { makeExecutableSchema } from '@graphql-tools/schema';
import { Repeater } from 'graphql-yoga';
import { describe, expect, it } from 'vitest';
import { serving } from './serving.js';

/** A subscription that counts to one and then waits for ever; `left` resolves when it is let go. */
function counting() {
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

const accept = 'text/event-stream';

/** Reads until the text has come. */
async function until(reader: ReadableStreamDefaultReader<Uint8Array>, text: string) {
  let seen = '';
  while (!seen.includes(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    seen += new TextDecoder().decode(value);
  }
  return seen;
}

describe('a subscription', () => {
  it('streams events that no proxy may hold back', async () => {
    const { schema } = counting();
    const { get } = await serving({ schema });
    const response = await get('subscription { count }', { accept });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const reader = response.body!.getReader();
    expect(await until(reader, '"count":1')).toContain('"count":1');
    await reader.cancel();
  });

  it('is let go when the reader leaves', async () => {
    const { schema, left } = counting();
    const { post } = await serving({ schema });
    const response = await post({ query: 'subscription { count }' }, { accept });
    const reader = response.body!.getReader();
    await until(reader, '"count":1');
    await reader.cancel();
    await left;
  });

  it('ends when the server stops, which does not wait for it', async () => {
    const { schema, left } = counting();
    const { get, server } = await serving({ schema });
    const response = await get('subscription { count }', { accept });
    const reader = response.body!.getReader();
    await until(reader, '"count":1');
    const closed = server.close();
    await until(reader, 'never said');
    await Promise.all([closed, left]);
  });
});
