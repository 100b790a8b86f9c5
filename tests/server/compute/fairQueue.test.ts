import { describe, expect, it } from 'vitest';
import { FairQueue } from '../../../src/server/compute/fairQueue.js';

const LIMITS = { perClient: 3, total: 5 };

/** Everything that follows from what has happened is done by then. */
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when told to, and the order in which it began. */
function bench(queue: FairQueue) {
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    began,
    ask: (client: string, name: string, signal?: AbortSignal) =>
      queue.run(client, signal, async () => {
        began.push(name);
        await new Promise<void>((resolve) => ends.set(name, resolve));
      }),
    end: async (name: string) => {
      await soon();
      ends.get(name)?.();
      await soon();
    },
  };
}

describe('a queue of clients', () => {
  it('lets one with a single question pass one with many', async () => {
    const { began, ask, end } = bench(new FairQueue(1, LIMITS));
    const all = [ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3'), ask('b', 'b1')];
    for (const name of ['a1', 'a2', 'b1', 'a3']) await end(name);
    await Promise.all(all);
    expect(began).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  it('gives a free slot to whoever has least running', async () => {
    const { began, ask, end } = bench(new FairQueue(3, LIMITS));
    const all = [ask('b', 'b1'), ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3'), ask('c', 'c1')];
    await end('b1');
    expect(began).toEqual(['b1', 'a1', 'a2', 'c1']);
    for (const name of ['a1', 'a2', 'c1', 'a3']) await end(name);
    await Promise.all(all);
  });

  it('refuses what exceeds the limit of a client, and of all', async () => {
    const { ask, end } = bench(new FairQueue(1, LIMITS));
    const waiting = ['a1', 'a2', 'a3', 'a4'].map((name) => ask('a', name));
    await expect(ask('a', 'a5')).rejects.toMatchObject({
      extensions: { code: 'TOO_MANY_REQUESTS', http: { status: 429 } },
    });
    waiting.push(ask('b', 'b1'), ask('b', 'b2'));
    await expect(ask('c', 'c1')).rejects.toMatchObject({
      extensions: { code: 'TOO_BUSY', http: { status: 503 } },
    });
    for (const name of ['a1', 'a2', 'b1', 'a3', 'b2', 'a4']) await end(name);
    await Promise.all(waiting);
  });

  it('drops what nobody waits for any more', async () => {
    const queue = new FairQueue(1, LIMITS);
    const { began, ask, end } = bench(queue);
    const left = new AbortController();
    const first = ask('a', 'a1');
    const dropped = ask('b', 'b1', left.signal);
    left.abort(new Error('left'));
    await expect(dropped).rejects.toThrow('left');
    expect(queue.length).toBe(0);
    await end('a1');
    await first;
    expect(began).toEqual(['a1']);
  });

  it('goes on after work that fails', async () => {
    const queue = new FairQueue(1, LIMITS);
    const failing = queue.run('a', undefined, () => Promise.reject(new Error('no')));
    const next = queue.run('a', undefined, () => Promise.resolve('answered'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('answered');
  });
});
